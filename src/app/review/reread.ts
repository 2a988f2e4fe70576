import type { Failure } from '../../domain/failure.js';
import type { IsoDate, Sha256 } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Register } from '../../register/index.js';
import { offlineReader } from '../../work/offline-reader.js';
import { isOfOneText } from '../../work/job.js';
import type { Reader } from '../readers/open-reader.js';
import type { StoredReading } from '../../work/carry-out.js';
import { readInOrder, type Item } from '../../work/read-in-order.js';
import { NEWEST } from '../../work/queue/names.js';
import type { Queue } from '../../work/queue/queue.js';
import { submitAll, type Submitted } from '../../work/queue/submit.js';

/** What became of one stored document. */
export type RereadOutcome =
  | { readonly kind: 'read'; readonly found: StoredReading }
  | { readonly kind: 'known' }
  | { readonly kind: 'failed'; readonly documentId: Sha256; readonly failure: Failure };

/**
 * Reads every stored document of a question again with a reader, or with `of` being `all` every document of the register, whatever it was read
 * for, and tells `note` of each. Earlier readings stay and are superseded;
 * documents that this reader has read are left alone, so that a stop at any moment is made good by the next run.
 */
export async function rereadDocuments(
  register: Register,
  questionId: string,
  today: IsoDate,
  reader: Reader = offlineReader,
  note: (outcome: RereadOutcome) => void = () => undefined,
  threads?: number,
  of: 'question' | 'all' = 'question',
): Promise<Result<{ readonly read: number; readonly known: number; readonly failed: number }, Failure>> {
  const question = await register.question(questionId);
  if (!question) return unknownQuestion(questionId);
  const totals = { read: 0, known: 0, failed: 0 };
  const count = (outcome: RereadOutcome): void => {
    totals[outcome.kind] += 1;
    note(outcome);
  };
  for await (const { of: documentId, stored } of readInOrder(register, { question, reader, today }, unread(register, of === 'all' ? {} : { question: questionId }, questionId, reader), threads)) {
    if (stored === null) count({ kind: 'known' });
    else if (stored.ok) count(stored.value.added ? { kind: 'read', found: stored.value } : { kind: 'known' });
    else if (isOfOneText(stored.error)) count({ kind: 'failed', documentId, failure: stored.error });
    else return stored;
  }
  return ok(totals);
}

/** What became of one stored document that was handed to a queue. */
export type HandedIn = { readonly documentId: Sha256; readonly submitted: Result<Submitted, Failure> };

/**
 * Hands every stored document of a question, or with `of` being `all` of the register, to a queue, for workers to read for the question with
 * the newest reader; those that this version has read are `known`. Fails with `question-unknown`, and throws as `submitAll` does.
 */
export async function submitStored(queue: Queue, register: Register, questionId: string, today: IsoDate, of: 'question' | 'all', note: (outcome: HandedIn) => void): Promise<Result<Record<Submitted | 'failed', number>, Failure>> {
  const question = await register.question(questionId);
  if (!question) return unknownQuestion(questionId);
  const totals = { submitted: 0, waiting: 0, known: 0, failed: 0 };
  const submission = { question, wish: NEWEST, reader: offlineReader.id, today };
  for await (const { of: documentId, submitted } of submitAll(queue, register, submission, unread(register, of === 'all' ? {} : { question: questionId }, questionId, offlineReader))) {
    const outcome = submitted ?? ok('known' as const);
    totals[outcome.ok ? outcome.value : 'failed'] += 1;
    note({ documentId, submitted: outcome });
  }
  return ok(totals);
}

const unknownQuestion = (id: string): Result<never, Failure> =>
  err({ code: 'question-unknown', category: 'caller', message: `The register has no question "${id}"; read some coverage with --question first.` });

/** Documents looked up at once. */
const AT_ONCE = 500;

/** Stored documents as jobs; those that the reader has read, or whose words are gone, without one. */
async function* unread(register: Register, among: { readonly question?: string }, questionId: string, reader: Reader): AsyncGenerator<Item<Sha256>> {
  const ids = (await register.documents(among)).map(({ id }) => id);
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const part = ids.slice(i, i + AT_ONCE);
    const known = await register.readBy(questionId, reader.id, part);
    for (const id of part) {
      const document = known.has(id) ? null : await register.document(id);
      yield { job: document === null ? null : { document }, of: id };
    }
  }
}
