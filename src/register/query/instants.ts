import { sql, type Kysely } from 'kysely';
import type { Tables } from '../schema/tables.js';

const INSTANTS = (question: string) => sql<{ at: Date }>`
  SELECT recorded_at AS at FROM reading WHERE question_id = ${question}
  UNION SELECT recorded_at FROM review WHERE question_id = ${question}
  UNION SELECT recorded_at FROM question WHERE id = ${question}`;

// OFFSET 0 keeps the planner from walking the primary key backwards through other questions' rows in search of the largest number.
/** Changes whenever the register learns anything of a question, or erases anything. */
export async function selectStamp(db: Kysely<Tables>, question: string): Promise<string> {
  const found = await sql<{ stamp: string }>`SELECT concat_ws('.',
    (SELECT max(version) FROM question WHERE id = ${question}), (SELECT max(id) FROM (SELECT id FROM reading WHERE question_id = ${question} OFFSET 0) AS own),
    'r', (SELECT max(id) FROM (SELECT id FROM review WHERE question_id = ${question} OFFSET 0) AS own), 'e', (SELECT max(id) FROM erasure), 's', (SELECT max(id) FROM sighting)) AS stamp`.execute(db);
  return found.rows[0]?.stamp ?? '';
}

/** When the register last learned anything of a question; null for one it does not know. */
export async function selectLastInstant(db: Kysely<Tables>, question: string): Promise<Date | null> {
  const found = await sql<{ at: Date | null }>`SELECT max(at) AS at FROM (${INSTANTS(question)}) AS known`.execute(db);
  return found.rows[0]?.at ?? null;
}

/**
 * The instants at which a run of recording on a question ended: no other follows within `apartMs`. The newest first, at most `limit`.
 * @param before only runs that ended before this instant
 */
export async function selectRunEnds(
  db: Kysely<Tables>,
  question: string,
  apartMs: number,
  limit: number,
  before?: Date,
): Promise<Date[]> {
  const found = await sql<{ at: Date }>`
    SELECT at FROM (SELECT at, lead(at) OVER (ORDER BY at) AS next FROM (${INSTANTS(question)}) AS known) AS pairs
    WHERE (next IS NULL OR next - at > ${apartMs} * interval '1 millisecond')
      AND at < ${before ?? new Date('9999-01-01T00:00:00Z')}
    ORDER BY at DESC LIMIT ${limit}`.execute(db);
  return found.rows.map(({ at }) => at);
}
