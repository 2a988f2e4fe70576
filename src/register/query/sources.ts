import { sql, type Kysely } from 'kysely';
import type { AddressState, FetchRecord, Source } from '../../domain/source.js';
import type { Tables } from '../schema/tables.js';

/** The addresses that are followed, of one question or of all, in the order in which they were taken up. */
export async function selectSources(db: Kysely<Tables>, question?: string): Promise<Source[]> {
  let newest = db
    .selectFrom('source')
    .distinctOn(['question_id', 'address'])
    .selectAll()
    .orderBy('question_id')
    .orderBy('address')
    .orderBy('id', 'desc');
  if (question !== undefined) newest = newest.where('question_id', '=', question);
  const rows = await db
    .selectFrom(newest.as('newest'))
    .selectAll()
    .where('action', '=', 'follow')
    .where('address', 'is not', null)
    .$narrowType<{ address: string }>()
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    question: row.question_id,
    address: row.address,
    recordedAt: row.recorded_at.toISOString(),
  }));
}

/** Takes an address up or leaves it, unless it is so already; gives whether anything changed. */
export async function insertSource(
  db: Kysely<Tables>,
  question: string,
  address: string,
  action: 'follow' | 'leave',
  recordedAt: Date,
): Promise<boolean> {
  const followed = (await selectSources(db, question)).some((source) => source.address === address);
  if (followed === (action === 'follow')) return false;
  await db.insertInto('source').values({ question_id: question, address, action, recorded_at: recordedAt }).execute();
  return true;
}

/** Keeps what became of a request. */
export async function insertFetch(db: Kysely<Tables>, record: FetchRecord, recordedAt: Date): Promise<void> {
  const isFetched = record.outcome === 'fetched';
  const isFailed = record.outcome === 'failed';
  await db
    .insertInto('request')
    .values({
      question_id: record.question,
      address: record.address,
      via: record.via ?? null,
      outcome: record.outcome,
      is_permanent: isFailed ? record.isPermanent : null,
      code: isFailed ? record.code : null,
      message: isFailed || isFetched ? (record.message ?? null) : null,
      etag: isFetched ? (record.etag ?? null) : null,
      last_modified: isFetched ? (record.lastModified ?? null) : null,
      recorded_at: recordedAt,
    })
    .execute();
}

interface StateRow {
  readonly question_id: string;
  readonly address: string;
  readonly via: string | null;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly first_seen: Date | null;
  readonly last_seen: Date | null;
  readonly last_asked: Date;
  readonly outcome: string;
  readonly failures: number;
  readonly code: string | null;
  readonly message: string | null;
  readonly is_permanent: boolean | null;
}

/** Where each address stands after all requests for it, of one question or of all, the longest known first. */
export async function selectAddressStates(db: Kysely<Tables>, question?: string): Promise<AddressState[]> {
  const only = question === undefined ? sql`address IS NOT NULL` : sql`address IS NOT NULL AND question_id = ${question}`;
  const { rows } = await sql<StateRow>`
    WITH asked AS (SELECT * FROM request WHERE ${only}),
    settled AS (
      SELECT question_id, address, max(id) FILTER (WHERE outcome <> 'failed') AS id,
        max(id) FILTER (WHERE outcome = 'fetched') AS fetched_id, max(id) AS last_id, min(id) AS first_id,
        min(recorded_at) FILTER (WHERE outcome IN ('fetched', 'unchanged')) AS first_seen,
        max(recorded_at) FILTER (WHERE outcome IN ('fetched', 'unchanged')) AS last_seen,
        max(recorded_at) AS last_asked
      FROM asked GROUP BY question_id, address
    )
    SELECT s.question_id, s.address, last.via, fetched.etag, fetched.last_modified, s.first_seen, s.last_seen, s.last_asked,
      (SELECT count(*) FROM asked f
        WHERE f.question_id = s.question_id AND f.address = s.address AND f.outcome = 'failed' AND f.id > coalesce(s.id, 0)) AS failures,
      last.outcome, last.code, CASE WHEN last.outcome = 'failed' THEN last.message END AS message, last.is_permanent
    FROM settled s JOIN asked last ON last.id = s.last_id LEFT JOIN asked fetched ON fetched.id = s.fetched_id
    ORDER BY s.first_id`.execute(db);
  return rows.map(stateFromRow);
}

const stateFromRow = (row: StateRow): AddressState => ({
  question: row.question_id,
  address: row.address,
  ...(row.via === null ? {} : { via: row.via }),
  ...(row.etag === null ? {} : { etag: row.etag }),
  ...(row.last_modified === null ? {} : { lastModified: row.last_modified }),
  ...(row.first_seen === null ? {} : { firstSeen: row.first_seen.toISOString() }),
  ...(row.last_seen === null ? {} : { lastSeen: row.last_seen.toISOString() }),
  lastAsked: row.last_asked.toISOString(),
  isRetried: row.outcome === 'retry',
  failures: row.failures,
  ...(row.code === null || row.message === null
    ? {}
    : { failure: { code: row.code, message: row.message, isPermanent: row.is_permanent === true } }),
});
