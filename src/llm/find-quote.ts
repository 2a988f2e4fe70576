import type { Span } from '../domain/span.js';

/** A text with its typography evened out, and where each code unit of the result comes from. */
interface Evened {
  readonly text: string;
  /** Offset into the original of each code unit of `text`, and one past its end. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const SINGLE = /[‘’‚‛′ʼ`´]/;
const DOUBLE = /[“”„‟″«»]/;
const DASH = /[‐‑‒–—―−]/;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/;

/** Straight quotation marks, hyphens for dashes, single blanks for any white space, three stops for an ellipsis, nothing invisible. */
function even(original: string): Evened {
  // Joined once at the end: looking at the end of a string that is still growing takes time for each look.
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (s: string, at: number): void => {
    for (let k = 0; k < s.length; k++) {
      units.push(s.charAt(k));
      starts.push(at);
      ends.push(at + 1);
    }
  };
  /** One of several in a row stands for all. */
  const pushOnce = (unit: string, at: number): void => {
    if (units.at(-1) === unit) ends[ends.length - 1] = at + 1;
    else push(unit, at);
  };
  for (let i = 0; i < original.length; i++) {
    const unit = original.charAt(i);
    if (/[A-Za-z0-9]/.test(unit)) push(unit, i);
    else if (/\s/.test(unit)) pushOnce(' ', i);
    else if (SINGLE.test(unit)) push("'", i);
    else if (DOUBLE.test(unit)) push('"', i);
    else if (DASH.test(unit) || unit === '-') pushOnce('-', i);
    else if (unit === '…') push('...', i);
    else if (!INVISIBLE.test(unit)) push(unit, i);
  }
  return { text: units.join(''), starts, ends };
}

/** Words with their typography evened out, for matching patterns. */
export const evenTypography = (words: string): string => even(words).text;

const WORD = /[\p{L}\p{N}\p{M}]/u;
/** Marks that a quote may carry at its ends without being other words. */
const EDGES = /^[\s"'.,;:!?([-]+|(?<![\s"'.,;:!?)\]-])[\s"'.,;:!?)\]-]+$/g;
const MOST_PLACES = 50;
/** No claim is longer, in UTF-16 code units. */
const LONGEST_QUOTE = 4_000;

/**
 * Finds words in a text: exactly, else after evening out quotation marks, dashes, blanks and ellipses on both sides. Never approximately:
 * a changed, added or left-out word finds nothing. Linear in the text for each question.
 */
export function quoteFinder(text: string): (quote: string) => readonly Span[] {
  let evened: Evened | undefined;
  return (quote) => {
    if (quote.length > LONGEST_QUOTE || /\p{Surrogate}/u.test(quote)) return [];
    const exact = wholeWords(text, quote.trim()).map((start) => ({ start, end: start + quote.trim().length }));
    if (exact.length > 0) return exact;
    const sought = even(quote.normalize('NFC')).text.trim().replace(EDGES, '');
    if (sought === '') return [];
    const e = (evened ??= even(text));
    return wholeWords(e.text, sought).map((at) => ({ start: e.starts[at] ?? 0, end: e.ends[at + sought.length - 1] ?? 0 }));
  };
}

/** Where `sought` stands in `text` without cutting a word in two. */
function wholeWords(text: string, sought: string): number[] {
  const found: number[] = [];
  if (sought === '') return found;
  for (let at = text.indexOf(sought); at >= 0 && found.length < MOST_PLACES; at = text.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    const cutsStart = WORD.test(sought.charAt(0)) && WORD.test(text.charAt(at - 1));
    const cutsEnd = WORD.test(sought.charAt(sought.length - 1)) && WORD.test(text.charAt(end));
    if (!cutsStart && !cutsEnd) found.push(at);
  }
  return found;
}

/** Letters and digits in some words. */
export const lettersIn = (words: string): number => (words.match(/[\p{L}\p{N}]/gu) ?? []).length;
