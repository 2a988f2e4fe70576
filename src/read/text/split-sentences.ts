import type { Span } from '../../domain/span.js';
import { abbreviationKind, followsTime, opensSentence } from './abbreviations.js';
import { isCapital, isDigit, isLower, isSpace } from './char-class.js';

/** A run of tokens: `first` inclusive, `last` exclusive, in paragraph (line) `paragraph`. */
export interface SentenceRun {
  readonly first: number;
  readonly last: number;
  readonly paragraph: number;
}

const CLOSING = new Set(['”', '’', ')', ']', '}', '»', '’’']);
const EITHER = new Set(['"', "'", "''"]);

/**
 * Groups tokens into sentences. A line break always ends one; a closing quote or bracket stays with the sentence it closes, and
 * a lower-case word after it goes on ("… now?" he asked); a stop inside an abbreviation, an initial or a list number ends none.
 */
export function splitSentences(text: string, tokens: readonly Span[]): SentenceRun[] {
  const out: SentenceRun[] = [];
  const count = tokens.length;
  let first = 0;
  let paragraph = 0;
  // Depth of straight quotes opened in this paragraph, for those whose spacing says nothing.
  let open = false;
  for (let i = 0; i < count; i++) {
    const token = tokens[i] as Span;
    if (isStraight(text, token)) open = quoteOpens(text, token, open);
    if (breaksAfter(text, tokens, i)) {
      out.push({ first, last: i + 1, paragraph });
      first = i + 1;
      paragraph += 1;
      open = false;
      continue;
    }
    if (endsDateline(text, tokens, i, first)) {
      out.push({ first, last: i + 1, paragraph });
      first = i + 1;
      continue;
    }
    if (!mayEnd(text, tokens, i, first)) continue;
    let last = i + 1;
    let closed = false;
    while (last < count && !breaksAfter(text, tokens, last - 1) && closes(text, tokens, last, open)) {
      if (isStraight(text, tokens[last] as Span)) open = false;
      closed = true;
      last += 1;
    }
    if (last < count && !breaksAfter(text, tokens, last - 1) && goesOn(text, tokens, last, closed)) {
      i = last - 1;
      continue;
    }
    i = last - 1;
    out.push({ first, last, paragraph });
    first = last;
    if (last < count && breaksAfter(text, tokens, last - 1)) {
      paragraph += 1;
      open = false;
    }
  }
  return out;
}

/** Most tokens of a dateline: "UNITED NATIONS, April 4 (Reuters) —". */
const DATELINE = 12;

/** A dash after a place in capitals that opens a line: the dateline is a sentence of its own. */
function endsDateline(text: string, tokens: readonly Span[], i: number, first: number): boolean {
  const opens = tokens[first];
  const dash = tokens[i];
  if (!opens || !dash || i === first || i - first > DATELINE) return false;
  if (!/^(?:-|--|–|—)$/.test(text.slice(dash.start, dash.end)) || !/^\p{Lu}{3,}$/u.test(text.slice(opens.start, opens.end))) return false;
  return first === 0 || breaksAfter(text, tokens, first - 1);
}

/** Whether the text or a line ends after token `i`. */
function breaksAfter(text: string, tokens: readonly Span[], i: number): boolean {
  const next = tokens[i + 1];
  if (next === undefined) return true;
  for (let at = (tokens[i] as Span).end; at < next.start; at++) {
    const u = text.charCodeAt(at);
    if (u === 10 || u === 13 || u === 0x2028 || u === 0x2029) return true;
  }
  return false;
}

const isStraight = (text: string, token: Span): boolean => {
  const u = text.charCodeAt(token.start);
  return (u === 0x22 || u === 0x27) && EITHER.has(text.slice(token.start, token.end));
};

/** Whether a straight quote opens: space before and none after; the other way round it closes; else it answers the last one. */
function quoteOpens(text: string, token: Span, open: boolean): boolean {
  const before = isSpace(text.charCodeAt(token.start - 1));
  const after = isSpace(text.charCodeAt(token.end));
  return before === after ? !open : before;
}

/** Whether token `i` is a quote or bracket that closes what the sentence opened. */
function closes(text: string, tokens: readonly Span[], i: number, open: boolean): boolean {
  const token = tokens[i] as Span;
  const form = text.slice(token.start, token.end);
  if (CLOSING.has(form)) return true;
  return EITHER.has(form) && (token.start === (tokens[i - 1] as Span).end ? !quoteOpens(text, token, open) || isSpace(text.charCodeAt(token.end)) : open && !quoteOpens(text, token, open));
}

/** Whether token `i` can close a sentence that began at `first`. */
function mayEnd(text: string, tokens: readonly Span[], i: number, first: number): boolean {
  const token = tokens[i] as Span;
  const c = text.charCodeAt(token.end - 1);
  if (c === 0x21 || c === 0x3f || c === 0x2026) return true;
  if (c !== 0x2e) return false;
  const length = token.end - token.start;
  const next = tokens[i + 1] as Span;
  if (length > 1 && text.charCodeAt(token.start) !== 0x2e) {
    const word = text.slice(token.start, token.end - 1);
    const following = text.slice(next.start, next.end);
    const kind = abbreviationKind(word);
    if (kind === 'never' || i === first || !isCapital(text, next.start)) return false;
    if (/^(?:[ap]\.m|etc)$/i.test(word)) return !followsTime(following);
    return opensSentence(following);
  }
  // "1. Introduction", "A. Members".
  if (i === first + 1 && length === 1) {
    const head = tokens[first] as Span;
    if (head.end - head.start === 1 || isDigit(text.charCodeAt(head.start))) return false;
  }
  return true;
}

/** Whether the words from token `i` go on with the sentence although a stop came before. */
function goesOn(text: string, tokens: readonly Span[], i: number, closed: boolean): boolean {
  const token = tokens[i] as Span;
  if (isLower(text, token.start)) return true;
  const u = text.charCodeAt(token.start);
  // A comma, dash or semicolon after a closing quote or bracket.
  return closed && (u === 0x2c || u === 0x3b || u === 0x2d || u === 0x2014 || u === 0x2013);
}
