import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { Erasure } from '../../domain/erasure.js';
import type { Sha256 } from '../../domain/ids.js';
import { anyOf } from './any-of.js';
import type { ErasureTable, Tables } from '../schema/tables.js';

const fromRow = (row: Selectable<ErasureTable>): Erasure => ({
  // SAFETY: the column refers to documents, whose ids are hashes; only insertErasure writes `removed`.
  documentId: row.document_id as Sha256,
  author: row.author,
  reason: row.reason,
  removed: row.removed,
  recordedAt: row.recorded_at.toISOString(),
});

/** The erasure of a document, or null. */
export async function selectErasure(db: Kysely<Tables>, documentId: Sha256): Promise<Erasure | null> {
  const row = await db.selectFrom('erasure').selectAll().where('document_id', '=', documentId).executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

/** The erasures among these documents, by document. */
export async function selectErased(db: Kysely<Tables>, ids: readonly Sha256[]): Promise<ReadonlyMap<Sha256, Erasure>> {
  const rows = await db.selectFrom('erasure').selectAll().where((eb) => anyOf(eb.ref('document_id'), ids)).execute();
  return new Map(rows.map(fromRow).map((erasure) => [erasure.documentId, erasure]));
}

/** All erasures in the order of recording. */
export async function selectErasures(db: Kysely<Tables>): Promise<Erasure[]> {
  return (await db.selectFrom('erasure').selectAll().orderBy('id').execute()).map(fromRow);
}

/**
 * Records the erasure of a stored document and removes its text, its sketch, its analysis, and all that quotes it: statements, signals and decisions, of
 * every reading. The document's row stays without title and address, and so do its readings, which hold no words, and
 * its sightings. An address at which nothing else stood goes from requests and followed sources too. Must run in a transaction.
 */
export async function insertErasure(
  tx: Transaction<Tables>,
  erased: Pick<Erasure, 'documentId' | 'author' | 'reason'>,
  recordedAt: Date,
): Promise<Erasure> {
  const { documentId, author, reason } = erased;
  const found = await sql<Erasure['removed']>`
    SELECT (SELECT count(*) FROM statement WHERE document_id = ${documentId}) AS statements,
      (SELECT count(*) FROM signal JOIN reading ON reading.id = signal.reading_id WHERE reading.document_id = ${documentId}) AS signals,
      (SELECT count(*) FROM review WHERE document_id = ${documentId}) AS decisions`.execute(tx);
  const removed = found.rows[0] ?? { statements: 0, signals: 0, decisions: 0 };
  const row = { document_id: documentId, author, reason, recorded_at: recordedAt };
  await tx.insertInto('erasure').values({ ...row, removed: JSON.stringify(removed) }).execute();
  const readings = sql`(SELECT id FROM reading WHERE document_id = ${documentId})`;
  await sql`DELETE FROM reading_digest WHERE reading_id IN ${readings}`.execute(tx);
  await sql`DELETE FROM signal WHERE reading_id IN ${readings}`.execute(tx);
  await sql`DELETE FROM reading_statement WHERE reading_id IN ${readings}`.execute(tx);
  for (const table of ['statement', 'review', 'document_sketch', 'document_analysis', 'document_text'])
    await sql`DELETE FROM ${sql.table(table)} WHERE document_id = ${documentId}`.execute(tx);
  // Before the document's own address goes, by which requests are known to be of it.
  await sql`SELECT erase_addresses(ARRAY[${documentId}]::text[], ARRAY(
    SELECT address FROM document WHERE id = ${documentId} AND address IS NOT NULL
    UNION SELECT address FROM sighting WHERE document_id = ${documentId} AND address IS NOT NULL), ${recordedAt})`.execute(tx);
  await sql`UPDATE document SET title = NULL, address = NULL WHERE id = ${documentId}`.execute(tx);
  return { documentId, author, reason, removed, recordedAt: recordedAt.toISOString() };
}

/** Those of these addresses at which something may be fetched: not only erased documents stood there. */
export async function selectUnerased(db: Kysely<Tables>, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await sql<{ address: string }>`
    SELECT address FROM unnest(${[...addresses]}::text[]) AS address
    WHERE NOT EXISTS (SELECT FROM erased_address WHERE hash = encode(sha256(convert_to(address, 'UTF8')), 'hex'))`.execute(db);
  return new Set(found.rows.map((row) => row.address));
}
