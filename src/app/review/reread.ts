import type { Failure } from '../../domain/failure.js';
import type { IsoDate, Sha256 } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Register } from '../../register/index.js';
import { offlineReader } from '../readers/offline-reader.js';
import { isOfOneText, type Reader } from '../readers/open-reader.js';
import { storeDocument, type StoredReading } from '../store-document.js';

/** What became of one stored document. */
export type RereadOutcome =
  | { readonly kind: 'read'; readonly found: StoredReading }
  | { readonly kind: 'known' }
  | { readonly kind: 'failed'; readonly documentId: Sha256; readonly failure: Failure };

/**
 * Reads every stored document of a question again with a reader, and tells `note` of each. Earlier readings stay and are superseded;
 * documents that this reader has read are left alone, so that a stop at any moment is made good by the next run.
 */
export async function rereadDocuments(
  register: Register,
  questionId: string,
  today: IsoDate,
  reader: Reader = offlineReader,
  note: (outcome: RereadOutcome) => void = () => undefined,
): Promise<Result<{ readonly read: number; readonly known: number; readonly failed: number }, Failure>> {
  const question = await register.question(questionId);
  if (!question)
    return err({
      code: 'question-unknown',
      category: 'caller',
      message: `The register has no question "${questionId}"; read some coverage with --question first.`,
    });
  const totals = { read: 0, known: 0, failed: 0 };
  const count = (outcome: RereadOutcome): void => {
    totals[outcome.kind] += 1;
    note(outcome);
  };
  for (const { id } of await register.documents({ question: questionId })) {
    const document = (await register.hasReading(id, questionId, reader.id)) ? null : await register.document(id);
    if (document === null) {
      count({ kind: 'known' });
      continue;
    }
    const stored = await storeDocument(register, question, document, today, { reader });
    if (stored.ok) count(stored.value.added ? { kind: 'read', found: stored.value } : { kind: 'known' });
    else if (isOfOneText(stored.error)) count({ kind: 'failed', documentId: id, failure: stored.error });
    else return stored;
  }
  return ok(totals);
}
