import type { IsoDate, Sha256, StateCode } from './ids.js';
import type { Signal } from './signal.js';
import type { Span } from './span.js';
import type { Stance } from './stance.js';
import type { Statement } from './statement.js';
import type { IsoInstant } from './stored.js';

/** Who decided and why, in their words; the note may be empty. */
interface Decision {
  readonly question: string;
  readonly author: string;
  readonly note: string;
}

/** The words that were looked at, and for whom and what they were read. */
interface Matter {
  readonly member: StateCode;
  readonly option: string;
  readonly documentId: Sha256;
  readonly evidence: Span;
}

/** A signal as a person reads it; its spans lie in the document of the matter, and its `statement` is 0. */
export interface PersonsSignal {
  readonly signal: Signal;
  readonly statement: Statement;
  /** The words of the signal's first evidence span. */
  readonly quote: string;
}

/** What a person decided; each is stored as a new row, and a later one on the same matter outranks an earlier. */
export type Review = Decision &
  (
    | (Matter & { readonly action: 'accept' | 'correct'; readonly signalId: Sha256; readonly words: PersonsSignal })
    | (Matter & { readonly action: 'reject'; readonly signalId: Sha256 })
    | (Matter & { readonly action: 'add'; readonly words: PersonsSignal })
    | {
        readonly action: 'declare';
        readonly member: StateCode;
        readonly option: string;
        /** Null takes an earlier declaration back. */
        readonly stance: Stance | null;
        /** First day it holds; absent when it holds on every day. */
        readonly validFrom?: IsoDate;
      }
    | { readonly action: 'merge' | 'split'; readonly documents: readonly Sha256[] }
  );

export type StoredReview = Review & { readonly id: number; readonly recordedAt: IsoInstant };
