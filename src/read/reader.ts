import type { SourceText } from '../domain/document.js';
import type { Failure } from '../domain/failure.js';
import type { Result } from '../domain/result.js';
import type { Reading } from '../domain/signal.js';
import type { ReadableQuestion } from './read-document.js';

/** What a language model's part in a reading was. */
export interface ModelPart {
  /** Claims, or parts of claims, that the text did not bear out, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
  /** Whether every answer came from the cache, and nothing was asked. */
  readonly cached: boolean;
}

export interface ReaderAnswer {
  readonly reading: Reading;
  /** Absent for a reader without a language model. */
  readonly model?: ModelPart;
  /** What to keep of the text for its next question; absent where nobody keeps any, or what was kept served. */
  readonly analysis?: Uint8Array;
}

/** What a reader with a language model has used so far. */
export interface ModelUse {
  /** Tokens as the server counted them; estimated where it did not say. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** In the currency of the prices given; null without prices. */
  readonly cost: number | null;
}

/** Whatever reads a text for a question. */
export interface Reader {
  /** Name and version, kept with every reading. */
  readonly id: string;
  /**
   * Fails with `model-failed` for this text alone, and with any other code when going on is of no use.
   * @param kept the analysis kept of the text, packed; null where none is yet, or undefined where nobody keeps any. It changes no reading
   */
  readonly read: (source: SourceText, question: ReadableQuestion, kept?: Uint8Array | null) => Promise<Result<ReaderAnswer, Failure>>;
  readonly used?: () => ModelUse;
}
