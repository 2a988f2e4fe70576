import { sql, type Kysely, type Transaction } from 'kysely';
import type { StoredSignal, StoredStatement } from '../../domain/stored.js';
import { readingFromDigest } from '../rows/digest-row.js';
import type { Tables } from '../schema/tables.js';
import { newestReadings } from './newest-readings.js';
import type { VerifiedTexts } from './verified-texts.js';

/** Makes the digests of all readings. Must run in the transaction that stores them. */
export async function makeDigests(tx: Transaction<Tables>): Promise<void> {
  await sql`INSERT INTO reading_digest SELECT id, digest_of_reading(id), recorded_at FROM reading WHERE document_id NOT IN (SELECT document_id FROM erasure) ORDER BY id`.execute(tx);
}

/**
 * The signals of a question's options that count, option by option, with all statements of the readings in force: what
 * `selectSignals` and `selectStatements` give, a reading a row.
 */
export async function selectSignalsAndStatements(
  db: Kysely<Tables>,
  texts: VerifiedTexts,
  filter: { readonly question: string; readonly options: readonly string[]; readonly knownAt?: Date },
): Promise<{ readonly signals: StoredSignal[]; readonly statements: StoredStatement[] }> {
  const rows = await db
    .with('newest', () => newestReadings(db, filter))
    .selectFrom('newest')
    .innerJoin('reading_digest', 'reading_digest.reading_id', 'newest.id')
    .select(['newest.document_id', 'newest.reader', 'reading_digest.digest'])
    .orderBy('newest.id')
    .execute();
  const verified = await texts.of(rows.map((row) => row.document_id));
  const readings = rows.map(({ document_id: documentId, reader, digest }) =>
    texts.within(documentId, verified, (text) => readingFromDigest(digest, { documentId, questionId: filter.question, reader }, text)),
  );
  const signals = readings.flatMap((reading) => reading.signals);
  return {
    signals: filter.options.flatMap((option) => signals.filter((s) => s.signal.option === option)),
    statements: [...new Map(readings.flatMap((reading) => reading.statements.map((s) => [s.id, s] as const))).values()],
  };
}

/** Readings of these documents whose digest is missing, is not what the reading found, or stands although the document was erased. */
export async function selectWrongDigests(db: Kysely<Tables>, documents: readonly string[]): Promise<{ readonly id: number; readonly document: string }[]> {
  const found = await sql<{ id: number; document: string }>`
    SELECT r.id, r.document_id AS document FROM reading r LEFT JOIN reading_digest d ON d.reading_id = r.id LEFT JOIN erasure e ON e.document_id = r.document_id
    WHERE r.document_id = ANY(${[...documents]}::text[])
      AND CASE WHEN e.id IS NULL THEN d.digest::jsonb IS DISTINCT FROM digest_of_reading(r.id)::jsonb ELSE d.digest IS NOT NULL END
    ORDER BY r.id`.execute(db);
  return found.rows;
}
