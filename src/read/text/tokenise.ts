import type { Span } from '../../domain/span.js';
import abbreviations from '../../../knowledge/lexicons/abbreviations.json' with { type: 'json' };

const KEEPS_STOP = new Set([...abbreviations.never, ...abbreviations.may]);

/**
 * One alternative for each kind of token, tried in order at each place: addresses, numbers, initials and dotted abbreviations,
 * words (with inner hyphens, apostrophes and ampersands), dashes, dots, and any other single character.
 */
const TOKEN =
  /(?:https?:\/\/|www\.)[^\s<>"”’)\]]+[^\s<>"”’)\].,;:!?]|[\w.+-]+@[\w-]+\.[\w.-]*\w|@\w+|#\w+|\d+(?:[.,:/]\d+)*(?:[-–]\d+(?:[.,]\d+)*)?(?:st|nd|rd|th|bn|m|mln|tn|k|pc|s)?(?![\p{L}])|(?:\p{L}\.){2,}|\p{Lu}\.(?=\s*\p{Lu})|[\p{L}\p{N}\p{M}]+(?:[-‐‑][\p{L}\p{N}\p{M}]+|[.](?=\p{L}{2,}\b)(?:com|org|net|gov|co|uk|eu|de|fr)\b|&\p{L}+|['’](?!s\b|re\b|ve\b|ll\b|d\b|m\b|t\b)\p{L}[\p{L}\p{M}]*|(?<=[nN])['’]t\b)*|['’](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M)(?![\p{L}])|-{2,}|\.{2,}|…|[‘’'`]{2}|\S/gu;

const NEGATION = /^(?:can|ca|do|does|did|is|are|was|were|has|have|had|wo|would|could|should|must|ai|need|might|sha)n['’]t$/i;

/**
 * Splits a text into tokens in the manner of the Penn Treebank, each exactly a slice of the text: clitics apart ("it|'s",
 * "do|n't", "can|not"), hyphenated words whole, abbreviations with their stop, quotes and brackets single.
 * Empty for an empty text. O(length).
 */
export function tokenise(text: string): Span[] {
  const out: Span[] = [];
  for (const m of text.matchAll(TOKEN)) {
    const start = m.index;
    const word = m[0];
    let end = start + word.length;
    if (NEGATION.test(word)) {
      out.push({ start, end: end - 3 }, { start: end - 3, end });
      continue;
    }
    if (/^cannot$/i.test(word)) {
      out.push({ start, end: start + 3 }, { start: start + 3, end });
      continue;
    }
    if (text[end] === '.' && KEEPS_STOP.has(word.toLowerCase()) && (word.length > 1 || /\p{L}/u.test(word))) end += 1;
    // "U.S." matched as initials keeps its stop already; a hyphen may follow it ("U.S.-Japanese").
    out.push({ start, end });
  }
  return joinAbbreviations(text, out);
}

/** A stop that was matched alone after an abbreviation swallowed it is dropped. */
function joinAbbreviations(text: string, spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const s of spans) {
    const last = out[out.length - 1];
    if (last && s.start < last.end) {
      if (s.end > last.end) out.push({ start: last.end, end: s.end });
      continue;
    }
    out.push(s);
  }
  return out.filter((s) => text.slice(s.start, s.end).trim() !== '');
}
