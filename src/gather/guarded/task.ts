import type { Failure } from '../../domain/failure.js';
import type { Result } from '../../domain/result.js';
import type { Extracted } from '../extracted.js';

/** What an extractor found, and a sentence for each thing it left out. */
export interface ExtractedWithNotes extends Extracted {
  readonly notes: readonly string[];
}

/** A file for the worker. */
export interface GuardedTask {
  readonly format: 'pdf' | 'docx';
  readonly bytes: Uint8Array;
  readonly name: string;
}

export type GuardedAnswer = Result<ExtractedWithNotes, Failure>;
