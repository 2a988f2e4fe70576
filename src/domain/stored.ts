import type { Document } from './document.js';
import type { IsoDate, Sha256, StateCode } from './ids.js';
import type { Signal } from './signal.js';
import type { Statement } from './statement.js';

/** An instant of system time as ISO 8601 in UTC with milliseconds, e.g. `2026-11-24T09:20:29.716Z`. */
export type IsoInstant = string;

/** A document without its text, for lists. */
export type DocumentSummary = Omit<Document, 'text'> & {
  /** System time: when the register learned it. */
  readonly recordedAt: IsoInstant;
};

/** A document of the register with its text, whose hash was checked when it was read. */
export type StoredDocument = Document & { readonly recordedAt: IsoInstant };

/** A statement of the register; its spans were checked against the stored text when it was read. */
export interface StoredStatement {
  /** SHA-256 over the document and all of the statement but its rule: the same claim has the same id in every reading. */
  readonly id: Sha256;
  readonly documentId: Sha256;
  /** The words from the first to the last code unit of the content. */
  readonly quote: string;
  /** Valid time: the day the words were published; absent when the document has no date. */
  readonly validFrom?: IsoDate;
  /** System time: when the register first learned it. */
  readonly recordedAt: IsoInstant;
  readonly statement: Statement;
}

/** A signal of the register with the statement it rests on; its spans were checked against the stored text when it was read. */
export interface StoredSignal {
  /** SHA-256 over question, statement and all of the signal but its rule. */
  readonly id: Sha256;
  readonly documentId: Sha256;
  readonly questionId: string;
  /** Reader name and version that read it, e.g. `holdout-reader@0.1.0`. */
  readonly reader: string;
  /** The words of the first evidence span. */
  readonly quote: string;
  /** Valid time: the day the words were said or published; absent for an undated document, which counts as valid on every day. */
  readonly validFrom?: IsoDate;
  /** System time: when the register learned this reading of it. */
  readonly recordedAt: IsoInstant;
  readonly signal: Signal;
  readonly statement: StoredStatement;
}

/** Which rows a register query returns; absent fields do not restrict. Both times together repeat any past answer. */
export interface StatementFilter {
  readonly question?: string;
  /** A member that the statement speaks for, is about, or gives a signal on. */
  readonly member?: StateCode;
  readonly document?: Sha256;
  /** Valid time: only what was said or published on or before this day. Undated documents always count. */
  readonly asOf?: IsoDate;
  /** System time: only what the register knew at this instant. */
  readonly knownAt?: Date;
}

/** Which signals a register query returns; see StatementFilter for the two times. */
export interface SignalFilter {
  readonly question: string;
  /** Those that count, or those that wait for a person; those that count when absent. */
  readonly standing?: 'counted' | 'waiting';
  readonly option?: string;
  readonly member?: StateCode;
  readonly asOf?: IsoDate;
  readonly knownAt?: Date;
}
