import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.js';

/**
 * The reading that counts for each document and question: the last one recorded, as known at `knownAt`. Earlier readings stay stored and
 * count again when asked for an earlier instant.
 */
export function newestReadings(
  db: Kysely<Tables>,
  filter: { readonly question?: string | undefined; readonly knownAt?: Date | undefined },
) {
  let query = db
    .selectFrom('reading')
    .distinctOn(['reading.question_id', 'reading.document_id'])
    .select(['reading.id', 'reading.document_id', 'reading.question_id', 'reading.reader', 'reading.recorded_at'])
    .orderBy('reading.question_id')
    .orderBy('reading.document_id')
    .orderBy('reading.recorded_at', 'desc')
    .orderBy('reading.id', 'desc');
  if (filter.question !== undefined) query = query.where('reading.question_id', '=', filter.question);
  if (filter.knownAt !== undefined) query = query.where('reading.recorded_at', '<=', filter.knownAt);
  return query;
}
