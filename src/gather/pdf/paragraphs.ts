import type { PrintedLine } from './page-lines.js';

/** A step to the next line this much larger than the usual one parts paragraphs. */
const WIDE_STEP = 1.3;
/** A line this much shorter than the column ends a paragraph, if a sentence ends there too. */
const SHORT_LINE = 0.85;
/** Letters this much larger or smaller are another kind of text: a heading, a note. */
const OTHER_SIZE = 1.12;
const INDENT_POINTS = 8;

/**
 * Joins printed lines into paragraphs: a paragraph ends at a wide step, an indent, a change of size, a bullet, or a short line that ends a
 * sentence. A word that is cut at a line's end is made whole. A paragraph goes on over the page break when it has no end.
 * @param pages the lines of each page
 */
export function paragraphsOf(pages: readonly (readonly PrintedLine[])[]): string[] {
  const paragraphs: string[] = [];
  let open = '';
  const close = (): void => {
    if (open !== '') paragraphs.push(open);
    open = '';
  };
  let last: PrintedLine | undefined;
  for (const lines of pages) {
    const step = usualStep(lines);
    const left = Math.min(...lines.map((line) => line.left));
    const width = Math.max(...lines.map((line) => line.right)) - left;
    let first = true;
    for (const line of lines) {
      if (last !== undefined && endsBetween(last, line, { step, left, width, newPage: first })) close();
      open = join(open, line.text);
      last = line;
      first = false;
    }
  }
  close();
  return paragraphs;
}

interface Layout {
  readonly step: number;
  readonly left: number;
  readonly width: number;
  readonly newPage: boolean;
}

function endsBetween(last: PrintedLine, next: PrintedLine, { step, left, width, newPage }: Layout): boolean {
  if (next.size > last.size * OTHER_SIZE || last.size > next.size * OTHER_SIZE) return true;
  if (/^(?:[•▪–—*]|\(?[a-z\d]{1,2}[.)])\s/.test(next.text)) return true;
  const ends = /[.!?:]["'”’»)]*$/.test(last.text);
  if (newPage) return ends;
  if (last.y - next.y > step * WIDE_STEP) return true;
  if (next.left - left > INDENT_POINTS && next.left - last.left > INDENT_POINTS) return true;
  return ends && last.right - left < width * SHORT_LINE;
}

/** The commonest distance from one base line to the next, in points. */
function usualStep(lines: readonly PrintedLine[]): number {
  const counts = new Map<number, number>();
  lines.slice(1).forEach((line, i) => {
    const step = Math.round(((lines[i]?.y ?? 0) - line.y) * 2) / 2;
    if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1);
  });
  let usual = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const [step, count] of counts)
    if (count > most || (count === most && step < usual)) {
      usual = step;
      most = count;
    }
  return usual;
}

function join(before: string, next: string): string {
  if (before === '') return next;
  if (/\p{L}[-\u00AD]$/u.test(before) && /^\p{Ll}/u.test(next)) return before.slice(0, -1) + next;
  return `${before} ${next}`;
}
