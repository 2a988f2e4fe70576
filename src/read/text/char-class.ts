export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const OTHER = 4;

const table = new Uint8Array(65536);

/** Class of a UTF-16 code unit. Marks, soft hyphens and joiners count as letters, so that they never cut a word. */
export function classOf(unit: number): number {
  const known = table[unit] as number;
  if (known !== 0) return known;
  const c = String.fromCharCode(unit);
  const made = /[\s\u200b\ufeff\p{Cc}]/u.test(c) ? SPACE : /[0-9]/.test(c) ? DIGIT : /[\p{L}\p{M}\p{N}\u00ad\u200c\u200d]/u.test(c) ? LETTER : OTHER;
  table[unit] = made;
  return made;
}

export const isLetter = (unit: number): boolean => classOf(unit) === LETTER;
export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
/** Letter or digit; false for NaN, the unit past the end of a text. */
export const isWord = (unit: number): boolean => {
  const c = Number.isNaN(unit) ? 0 : classOf(unit);
  return c === LETTER || c === DIGIT;
};
export const isSpace = (unit: number): boolean => Number.isNaN(unit) || classOf(unit) === SPACE;

/** Whether the character at `at` is a capital letter. */
export function isCapital(text: string, at: number): boolean {
  const u = text.charCodeAt(at);
  if (u < 128) return u >= 65 && u <= 90;
  const c = text.charAt(at);
  return c !== '' && c.toLowerCase() !== c;
}
/** Whether the character at `at` is a lower-case letter. */
export function isLower(text: string, at: number): boolean {
  const u = text.charCodeAt(at);
  if (u < 128) return u >= 97 && u <= 122;
  const c = text.charAt(at);
  return c !== '' && c.toUpperCase() !== c;
}
