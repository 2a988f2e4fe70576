import type { Kysely } from 'kysely';
import type { Sha256 } from '../../domain/ids.js';
import type { Tables } from '../schema/tables.js';
import { anyOf } from './any-of.js';
import { selectQuestion } from './questions.js';

/** Which of these documents a reader has read whole for the version of the question that is in force. */
export async function selectReadBy(db: Kysely<Tables>, questionId: string, reader: string, ids: readonly Sha256[]): Promise<ReadonlySet<Sha256>> {
  const inForce = await selectQuestion(db, questionId);
  if (inForce === null || ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('reading')
    .select('document_id')
    .where((eb) => anyOf(eb.ref('document_id'), ids))
    .where('question_id', '=', questionId)
    .where('question_version', '=', inForce.version)
    .where('reader', '=', reader)
    .execute();
  // SAFETY: the column refers to documents, whose ids are hashes.
  return new Set(rows.map((row) => row.document_id as Sha256));
}
