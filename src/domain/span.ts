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

/** Number of code units two spans share; 0 when they are apart. */
export const overlapOf = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Whether `outer` contains all of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The smallest span covering all of `spans`, or null when there is none. */
export function hullOf(spans: readonly Span[]): Span | null {
  const first = spans[0];
  if (!first) return null;
  let { start, end } = first;
  for (const s of spans) {
    if (s.start < start) start = s.start;
    if (s.end > end) end = s.end;
  }
  return { start, end };
}
