import type { SourceText } from '../../domain/document.js';
import type { ReadableQuestion } from '../../read/read-document.js';
import type { ReaderAnswer } from '../../read/reader.js';

/** A text for a reading thread. */
export interface ThreadTask {
  readonly source: SourceText;
  /** Absent where it is the one of the text before. */
  readonly question?: ReadableQuestion;
  /** As `Reader.read` takes it. */
  readonly kept: Uint8Array | null;
}

/** What it found, or the error that the reader threw. */
export type ThreadAnswer = ReaderAnswer | { readonly error: string };
