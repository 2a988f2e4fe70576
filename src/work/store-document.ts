import type { Document } from '../domain/document.js';
import type { Failure } from '../domain/failure.js';
import type { IsoDate } from '../domain/ids.js';
import type { Question } from '../domain/question.js';
import type { Result } from '../domain/result.js';
import type { Reader } from '../read/reader.js';
import type { Register } from '../register/index.js';
import { readJobs, storeJobs, type StoredReading } from './carry-out.js';
import { offlineReader } from './offline-reader.js';

export type { StoredReading } from './carry-out.js';

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
  const assignment = { question, reader: how.reader ?? offlineReader, today };
  const read = await readJobs(register, assignment, [{ document, seenAt: how.seenAt }], assignment.reader.read);
  const [stored] = await storeJobs(register, assignment, read);
  if (stored === undefined) throw new Error('a job was lost');
  return stored;
}
