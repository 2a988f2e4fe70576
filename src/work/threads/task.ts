import type { SourceText } from '../../domain/document.js';
import type { Reading } from '../../domain/signal.js';
import type { ReadableQuestion } from '../../read/read-document.js';

/** A text for a reading thread. */
export interface ThreadTask {
  readonly source: SourceText;
  /** Absent where it is the one of the text before. */
  readonly question?: ReadableQuestion;
}

/** What it found, or the error that the reader threw. */
export type ThreadAnswer = { readonly reading: Reading } | { readonly error: string };
