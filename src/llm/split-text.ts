/** Longest part of a text that is asked about at once, in UTF-16 code units: about 6,000 tokens of English. */
export const PART_LENGTH = 24_000;

/** Cuts a text into parts of at most `length` code units, at the ends of paragraphs, else of words, never within a character. */
export function splitText(text: string, length = PART_LENGTH): string[] {
  const parts: string[] = [];
  let from = 0;
  while (text.length - from > length) {
    const window = text.slice(from, from + length);
    const paragraph = window.lastIndexOf('\n');
    const word = window.lastIndexOf(' ');
    const cut = paragraph > length / 2 ? paragraph + 1 : word > 0 ? word + 1 : length - (/[\uD800-\uDBFF]$/.test(window) ? 1 : 0);
    parts.push(text.slice(from, from + cut));
    from += cut;
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part.trim() !== '');
}
