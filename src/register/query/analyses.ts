import type { Kysely, Transaction } from 'kysely';
import type { Sha256 } from '../../domain/ids.js';
import type { Tables } from '../schema/tables.js';
import { anyOf } from './any-of.js';

/** What is kept of these documents for their next question, by document, as it was given. */
export async function selectAnalyses(db: Kysely<Tables>, ids: readonly Sha256[]): Promise<ReadonlyMap<Sha256, Uint8Array>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('document_analysis')
    .select(['document_id', 'analysis'])
    .where((eb) => anyOf(eb.ref('document_id'), ids))
    .execute();
  // SAFETY: the column refers to documents, whose ids are hashes. Copied, since a driver's buffers may be parts of larger ones.
  return new Map(rows.map((row) => [row.document_id as Sha256, new Uint8Array(row.analysis)]));
}

/** Rows of one INSERT, far below PostgreSQL's 65,535 parameters. */
const ROWS_AT_ONCE = 500;

/** Keeps analyses of documents whose texts are there, each in the place of an earlier one. Must run in a transaction. */
export async function putAnalyses(tx: Transaction<Tables>, analyses: ReadonlyMap<Sha256, Uint8Array>, recordedAt: Date): Promise<void> {
  const rows = [...analyses].map(([document_id, analysis]) => ({ document_id, analysis, recorded_at: recordedAt }));
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE)
    await tx
      .insertInto('document_analysis')
      .values(rows.slice(i, i + ROWS_AT_ONCE))
      .onConflict((c) => c.column('document_id').doUpdateSet((eb) => ({ analysis: eb.ref('excluded.analysis'), recorded_at: eb.ref('excluded.recorded_at') })))
      .execute();
}
