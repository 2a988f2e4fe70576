/** A run of glyphs as pdf.js gives it; the transform's last two numbers are its place in points, from the page's lower left. */
export interface TextItem {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
  readonly hasEOL: boolean;
}

/** One printed line. Lengths in points. */
export interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Height of the base line above the page's lower edge. */
  readonly y: number;
  /** Height of its largest glyphs. */
  readonly size: number;
}

/** Items on base lines closer than this share of their size are on one line. */
const SAME_LINE = 0.5;
/** A gap wider than this share of the size is a space that the file leaves to the layout. */
const SPACE = 0.15;

/** The printed lines of a page in the order of its content. Linear time. */
export function pageLines(items: readonly TextItem[]): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let open: TextItem[] = [];
  const close = (): void => {
    const line = lineOf(open);
    if (line !== null) lines.push(line);
    open = [];
  };
  for (const item of items) {
    const last = open.at(-1);
    if (last !== undefined && Math.abs(yOf(item) - yOf(last)) > SAME_LINE * Math.max(item.height, last.height, 1))
      close();
    open.push(item);
    if (item.hasEOL) close();
  }
  close();
  return lines;
}

const xOf = (item: TextItem): number => item.transform[4] ?? 0;
const yOf = (item: TextItem): number => item.transform[5] ?? 0;

function lineOf(items: readonly TextItem[]): PrintedLine | null {
  let text = '';
  let right = Number.NaN;
  for (const item of items) {
    if (item.str === '') continue;
    const gap = xOf(item) - right;
    if (text !== '' && !/\s$/.test(text) && !/^\s/.test(item.str) && gap > SPACE * item.height) text += ' ';
    text += item.str;
    right = xOf(item) + item.width;
  }
  const printed = items.filter(({ str }) => str.trim() !== '');
  const [first] = printed;
  if (first === undefined) return null;
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    left: xOf(first),
    right,
    y: yOf(first),
    size: Math.max(...printed.map(({ height }) => height)),
  };
}
