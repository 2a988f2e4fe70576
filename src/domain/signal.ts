import type { IsoDate, StateCode } from './ids.js';
import type { NonEmpty } from './result.js';
import type { Span } from './span.js';
import type { Stance } from './stance.js';
import type { Statement } from './statement.js';

/** A condition under which the member's stance would change, with the words that state it. */
export interface Condition {
  readonly span: Span;
  /** Marker class: the stance lasts while it holds, lifts once it holds, or needs it first. */
  readonly kind: 'while' | 'unless' | 'if' | 'until' | 'after';
}

/** A concern given for a stance, comparable across members: `escalation`, `deterrence`, `cost`, … from `knowledge/lexicons/reasons`. */
export interface Reason {
  readonly kind: string;
  readonly span: Span;
}

/** What one statement says of one member's stance on one option. */
export interface Signal {
  readonly member: StateCode;
  /** Option id of the question. */
  readonly option: string;
  readonly stance: Stance;
  /** 0–1: how settled the words are ("never agree" near 1, "is leaning towards" near 0.5). */
  readonly firmness: number;
  /** 0–1: how sure the reader is of this reading. */
  readonly confidence: number;
  readonly condition?: Condition;
  readonly reasons: readonly Reason[];
  /** Day the words were said or published; absent when the document has no date. */
  readonly asOf?: IsoDate;
  /** Index into the reading's statements: the words this rests on. */
  readonly statement: number;
  /** The predicate and its arguments; the first span is the one to show. */
  readonly evidence: NonEmpty<Span>;
  /** The rule or model that read it, e.g. `stance/verb:oppose`. */
  readonly rule: string;
}

/** Everything the reader found in one document for one question. */
export interface Reading {
  /** Reader name and version, e.g. `holdout-reader@0.1.0`. */
  readonly reader: string;
  readonly statements: readonly Statement[];
  readonly signals: readonly Signal[];
  /** Signals that count only once a person accepts them: readers do not agree on them, or their words are suspect. None when absent. */
  readonly waiting?: readonly Signal[];
}
