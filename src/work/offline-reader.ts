import { ok } from '../domain/result.js';
import { analysisFrom } from '../read/kept-analysis.js';
import { READER, readAnalysed, type ReadableQuestion } from '../read/read-document.js';
import type { SourceText } from '../domain/document.js';
import type { Reader, ReaderAnswer } from '../read/reader.js';

/** Reads a text offline, from the analysis kept of it where there is one. Pure. */
export function readOffline(source: SourceText, question: ReadableQuestion, kept?: Uint8Array | null): ReaderAnswer {
  const { analysis, made } = analysisFrom(kept, source);
  return { reading: readAnalysed(analysis, question), ...(made ? { analysis: made } : {}) };
}

/** The reader that needs no network, key or download, and always gives the same reading. */
export const offlineReader: Reader = {
  id: READER,
  read: (source, question, kept) => Promise.resolve(ok(readOffline(source, question, kept))),
};
