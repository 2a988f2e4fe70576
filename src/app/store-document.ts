import type { Document } from '../domain/document.js';
import { erasedMessage } from '../domain/erasure.js';
import type { Failure } from '../domain/failure.js';
import type { IsoDate } from '../domain/ids.js';
import type { Question } from '../domain/question.js';
import { err, ok, type Result } from '../domain/result.js';
import { READER, readDocument } from '../read/read-document.js';
import type { Register } from '../register/index.js';
import { readableQuestion } from './readable-question.js';
import { recordSighting } from './versions/record-sighting.js';

/** What became of a document. */
export interface StoredReading {
  /** False when this reader had read it for the question before. */
  readonly added: boolean;
  readonly statements: number;
  readonly signals: number;
  /** Whether other words had stood at its address before, and these had not. */
  readonly isNewVersion: boolean;
}

/**
 * Reads a document for a question and stores it whole, unless this reader has; then keeps when it was seen at its web address. Fails
 * with `document-erased` for one whose words were removed for legal reasons.
 * @param today the day for a document without one
 * @param seenAt when it stood at its address, as an ISO instant; absent for what was found at none
 */
export async function storeDocument(
  register: Register,
  question: Question,
  document: Document,
  today: IsoDate,
  seenAt?: string,
): Promise<Result<StoredReading, Failure>> {
  const erased = await register.erasure(document.id);
  if (erased) return err({ code: 'document-erased', category: 'caller', message: erasedMessage(erased) });
  const found = await readUnlessKnown(register, question, document, today);
  if (seenAt === undefined || document.address === undefined) return ok({ ...found, isNewVersion: false });
  const sighting = { address: document.address, documentId: document.id, seenAt };
  const { isNewVersion } = await recordSighting(register, sighting, document.textSha256);
  return ok({ ...found, isNewVersion });
}

async function readUnlessKnown(
  register: Register,
  question: Question,
  document: Document,
  today: IsoDate,
): Promise<Omit<StoredReading, 'isNewVersion'>> {
  const known = { added: false, statements: 0, signals: 0 };
  if (await register.hasReading(document.id, question.id, READER)) return known;
  const reading = readDocument(document, readableQuestion(question, document.published ?? today));
  const { added } = await register.putReading(document, question.id, reading);
  return added ? { added, statements: reading.statements.length, signals: reading.signals.length } : known;
}
