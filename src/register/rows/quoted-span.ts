import { isSpanWithin, wordsAt, type Span } from '../../domain/span.js';
import type { QuotedSpan } from '../schema/tables.js';

/** A span that does not fit its text; caught where the document is known, which then names it. */
export class SpanMismatch extends Error {
  constructor(what: string, span: Span) {
    super(`${what} at ${span.start}–${span.end}`);
    this.name = 'SpanMismatch';
  }
}

/** A span with its words from `text`; throws SpanMismatch when it is empty, reaches outside or cuts a surrogate pair. */
export function quoteSpan(text: string, span: Span, what: string): QuotedSpan {
  if (!isSpanWithin(span, text.length))
    throw new SpanMismatch(`${what} lies outside the text of ${text.length} code units:`, span);
  const { start, end } = span;
  const exact = wordsAt(text, { start, end });
  // UTF-8, and so SQL, has no half characters.
  if (/\p{Surrogate}/u.test(exact)) throw new SpanMismatch(`${what} cuts a character in two`, span);
  return { start, end, exact };
}

/** The span of a stored quote; throws SpanMismatch when the text does not have those words there. */
export function checkQuote(text: string, quoted: QuotedSpan, what: string): Span {
  const { start, end, exact } = quoted;
  if (!isSpanWithin({ start, end }, text.length) || wordsAt(text, { start, end }) !== exact) {
    throw new SpanMismatch(`${what} does not have its stored words`, { start, end });
  }
  return { start, end };
}
