/** Widest column at which mail programs and editors wrap; longer lines are paragraphs. */
const WIDEST_COLUMN = 100;
/** Narrower blocks are lists, verses or tables. */
const NARROWEST_COLUMN = 50;
/** Share of line breaks that must be explained by wrapping before any is taken out. */
const EXPLAINED_SHARE = 0.95;

/**
 * Joins the lines of a text that was wrapped at a fixed column (as mail and wire services do), so that a paragraph is a line. A break
 * counts as wrapping when the next line's first word would not have fitted. Line feeds become spaces, so every offset stays the same.
 * A text whose breaks are not nearly all explained that way comes back unchanged. Linear time.
 * @param text normalised text
 */
export function unwrapLines(text: string): string {
  const lines = text.split('\n');
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  if (width > WIDEST_COLUMN || width < NARROWEST_COLUMN) return text;
  const breaks = lines.slice(1).map((next, i) => classify(lines[i] ?? '', next, width));
  const within = breaks.filter((kind) => kind !== 'paragraph').length;
  const wrapped = breaks.filter((kind) => kind === 'wrapped').length;
  if (wrapped < 3 || wrapped < within * EXPLAINED_SHARE) return text;
  return lines.map((line, i) => (i === 0 ? line : (breaks[i - 1] === 'wrapped' ? ' ' : '\n') + line)).join('');
}

function classify(line: string, next: string, width: number): 'paragraph' | 'wrapped' | 'short' {
  if (line === '' || next === '' || /^(\s|[-*•–>|#]|\d+[.)] )/.test(next)) return 'paragraph';
  const firstWord = /^\S+/.exec(next)?.[0] ?? '';
  return line.length + 1 + firstWord.length > width ? 'wrapped' : 'short';
}
