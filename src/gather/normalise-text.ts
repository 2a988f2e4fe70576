/** Characters that are invisible and would split or disguise words: soft hyphen, zero-width space, bidirectional controls, marks. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
/** Line ends of every platform: CRLF, CR, vertical tab, form feed, NEL, line and paragraph separators. */
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const FIXED_SPACES = /[\t\u00A0\u2007\u202F]/g;
const UNPAIRED = /\p{Surrogate}/gu;
const ESCAPE = '\u001B';
/** Colours and cursor moves of a terminal, as in a saved console log. */
const ESCAPE_SEQUENCES = new RegExp(`${ESCAPE}\\[[0-9;]*[A-Za-z]`, 'g');
/** `\p{Cc}` less the line feed, which is the one control character of a stored text. */
const CONTROLS = /[^\n\P{Cc}]/gu;

/**
 * The text as it is stored: NFC; `\n` line ends; no byte-order mark, control or invisible formatting characters; tabs and no-break
 * spaces as spaces; unpaired surrogates as U+FFFD; no blank lines around it, no spaces at line ends. Idempotent; empty in, empty out.
 */
export function normaliseText(raw: string): string {
  return raw
    .replace(UNPAIRED, '\uFFFD')
    .replace(ESCAPE_SEQUENCES, '')
    .replace(LINE_ENDS, '\n')
    .replace(FIXED_SPACES, ' ')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/(?<! ) +$/gm, '')
    .replace(/^\n+|(?<!\n)\n+$/g, '');
}

/** One line of metadata (a title, a publisher): normalised, white space collapsed; undefined when nothing is left. */
export function normaliseLine(raw: string | null | undefined): string | undefined {
  const line = normaliseText(raw ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? undefined : line;
}
