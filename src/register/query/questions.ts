import type { Kysely } from 'kysely';
import type { Question } from '../../domain/question.js';
import { contentHash } from '../rows/content-hash.js';
import type { Tables } from '../schema/tables.js';

/** The version in force of one question with its number, or null. */
export async function selectQuestion(
  db: Kysely<Tables>,
  id: string,
  knownAt?: Date,
): Promise<{ question: Question; version: number } | null> {
  let query = db.selectFrom('question').selectAll().where('id', '=', id).orderBy('version', 'desc').limit(1);
  if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
  const row = await query.executeTakeFirst();
  // SAFETY: only insertQuestion writes here, and it takes a Question.
  return row === undefined ? null : { question: row.content as Question, version: row.version };
}

/** The version in force of every question, by id. */
export async function selectQuestions(db: Kysely<Tables>): Promise<Question[]> {
  const rows = await db
    .selectFrom('question')
    .distinctOn('id')
    .selectAll()
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => row.content as Question);
}

/** Whether the version in force says the same as a question, and which version it has or would get. */
export async function compareQuestion(
  db: Kysely<Tables>,
  question: Question,
): Promise<{ version: number; added: boolean }> {
  const latest = await db
    .selectFrom('question')
    .select(['version', 'content_sha256'])
    .where('id', '=', question.id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest?.content_sha256 === contentHash(question)
    ? { version: latest.version, added: false }
    : { version: (latest?.version ?? 0) + 1, added: true };
}

/** Stores a question as a new version unless the version in force says the same. */
export async function insertQuestion(
  db: Kysely<Tables>,
  question: Question,
  recordedAt: Date,
): Promise<{ version: number; added: boolean }> {
  const { version, added } = await compareQuestion(db, question);
  if (!added) return { version, added };
  await db
    .insertInto('question')
    .values({
      id: question.id,
      version,
      content: JSON.stringify(question),
      content_sha256: contentHash(question),
      recorded_at: recordedAt,
    })
    .execute();
  return { version, added };
}
