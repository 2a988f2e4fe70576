/** A half-open range of UTF-16 code units into a document's stored text (W3C Web Annotation: TextPositionSelector). */
export interface Span {
  /** First code unit, 0-based. */
  readonly start: number;
  /** One past the last code unit; always greater than `start`. */
  readonly end: number;
}

/** The words of `text` at `span`. */
export const wordsAt = (text: string, span: Span): string => text.slice(span.start, span.end);

/** Whether `span` is a non-empty range that lies within a text of `length` code units. */
export const isSpanWithin = (span: Span, length: number): boolean =>
  Number.isInteger(span.start) && Number.isInteger(span.end) && span.start >= 0 && span.end > span.start && span.end <= length;
