import type { Erasure } from '../domain/erasure.js';
import type { Failure } from '../domain/failure.js';
import { err, ok, type Result } from '../domain/result.js';
import type { Register } from '../register/index.js';
import { byPrefix } from './review/decide.js';

/** An erasure, with the documents that still hold the same words. */
export interface Erased extends Erasure {
  readonly sameWords: readonly string[];
}

/**
 * Erases a document by the beginning of its id (8 characters or more): its words and all that quotes them go for good, a tombstone with
 * author and reason stays. Fails with `usage` without a reason or author and `document-unknown`.
 */
export async function eraseDocument(register: Register, id: string, author: string, reason: string): Promise<Result<Erased, Failure>> {
  if (reason.trim() === '' || author.trim() === '')
    return err({ code: 'usage', category: 'caller', message: 'An erasure needs its author and its reason, e.g. the order it follows; give --author and --reason.' });
  const documents = await register.documents();
  const found = byPrefix(documents, id, 'document', '`holdout statements`');
  if (!found.ok) return found;
  const erased = await register.erase(found.value.id, author.trim(), reason.trim());
  if (erased === null) return err({ code: 'document-unknown', category: 'caller', message: `There is no document ${id}.` });
  const sameWords = documents.filter((d) => d.textSha256 === found.value.textSha256 && d.id !== found.value.id).map((d) => d.id);
  return ok({ ...erased, sameWords });
}
