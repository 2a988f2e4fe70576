import type { StateCode } from './ids.js';
import type { Span } from './span.js';

/** How a statement reaches the reader: a named voice in public, through somebody else, an unnamed voice, or the outlet itself. */
export const ATTRIBUTIONS = ['on-record', 'second-hand', 'anonymous', 'outlet'] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];

/** Whether the content is in quotation marks, in the writer's words, or both. */
export type Directness = 'direct' | 'indirect' | 'mixed';

/** Whose side a speaker speaks for. A lawmaker, expert or company speaks for nobody in this sense. */
export type SpeaksFor =
  | { readonly kind: 'state'; readonly state: StateCode }
  | { readonly kind: 'organisation'; readonly name: string }
  | { readonly kind: 'nobody' };

/** Who first published a claim, when the text says so ("told Reuters", "according to reporting by Politico"). */
export interface Origin {
  readonly name: string;
  readonly span: Span;
}

/** One attributed claim in one document; its spans are checked against the text when written and when read. */
export interface Statement {
  /** Who speaks, as named in full anywhere in the text, e.g. "Julianne Smith"; the publisher for `outlet`. */
  readonly speaker: string;
  readonly speaksFor: SpeaksFor;
  /** States the claim is about. */
  readonly about: readonly StateCode[];
  readonly attribution: Attribution;
  readonly directness: Directness;
  /** Source, cue and content as in PolNeAR: each may be discontinuous; source and cue are empty for `outlet`. */
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly [Span, ...Span[]];
  readonly origin?: Origin;
  /** The rule or model that read it, e.g. `attribution-crf@1`. */
  readonly rule: string;
}

/** The part of a statement that is shown as its quote: the span from the first to the last code unit of the content. */
export function quoteSpanOf(statement: Statement): Span {
  const last = statement.content[statement.content.length - 1] ?? statement.content[0];
  return { start: statement.content[0].start, end: last.end };
}
