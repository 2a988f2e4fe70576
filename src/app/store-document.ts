import type { Document } from '../domain/document.js';
import { erasedMessage } from '../domain/erasure.js';
import type { Failure } from '../domain/failure.js';
import type { IsoDate } from '../domain/ids.js';
import type { Question } from '../domain/question.js';
import { err, ok, type Result } from '../domain/result.js';
import type { ModelPart } from '../read/reader.js';
import type { Register } from '../register/index.js';
import { readableQuestion } from './readable-question.js';
import { offlineReader } from './readers/offline-reader.js';
import type { Reader } from './readers/open-reader.js';
import { recordSighting } from './versions/record-sighting.js';

/** What became of a document. */
export interface StoredReading {
  /** False when this reader had read it for the question before. */
  readonly added: boolean;
  readonly statements: number;
  readonly signals: number;
  /** Signals that wait for a person. */
  readonly waiting: number;
  /** A language model's part; absent without one. */
  readonly model?: ModelPart;
  /** Whether other words had stood at its address before, and these had not. */
  readonly isNewVersion: boolean;
}

/**
 * Reads a document for a question and stores it whole, unless this reader has; then keeps when it was seen at its web address. Fails
 * with `document-erased` for one whose words were removed for legal reasons, and as the reader does.
 * @param today the day for a document without one
 * @param how `seenAt`: when it stood at its address, as an ISO instant, absent for what was found at none; `reader`: the offline one when absent
 */
export async function storeDocument(
  register: Register,
  question: Question,
  document: Document,
  today: IsoDate,
  how: { readonly seenAt?: string | undefined; readonly reader?: Reader } = {},
): Promise<Result<StoredReading, Failure>> {
  const erased = await register.erasure(document.id);
  if (erased) return err({ code: 'document-erased', category: 'caller', message: erasedMessage(erased) });
  const read = await readUnlessKnown(register, question, document, today, how.reader ?? offlineReader);
  if (!read.ok) return read;
  const found = read.value;
  if (how.seenAt === undefined || document.address === undefined) return ok({ ...found, isNewVersion: false });
  const sighting = { address: document.address, documentId: document.id, seenAt: how.seenAt };
  const { isNewVersion } = await recordSighting(register, sighting, document.textSha256);
  return ok({ ...found, isNewVersion });
}

async function readUnlessKnown(
  register: Register,
  question: Question,
  document: Document,
  today: IsoDate,
  reader: Reader,
): Promise<Result<Omit<StoredReading, 'isNewVersion'>, Failure>> {
  const known = ok({ added: false, statements: 0, signals: 0, waiting: 0 });
  if (await register.hasReading(document.id, question.id, reader.id)) return known;
  const answer = await reader.read(document, readableQuestion(question, document.published ?? today));
  if (!answer.ok) return answer;
  const { reading, model } = answer.value;
  const { added } = await register.putReading(document, question.id, reading);
  if (!added) return known;
  return ok({
    added,
    statements: reading.statements.length,
    signals: reading.signals.length,
    waiting: reading.waiting?.length ?? 0,
    ...(model ? { model } : {}),
  });
}
