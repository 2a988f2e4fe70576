import type { Kysely, Selectable } from 'kysely';
import type { StoredWhatIf, Suppositions, WhatIf } from '../../domain/what-if.js';
import type { Tables, WhatIfTable } from '../schema/tables.js';

const fromRow = (row: Selectable<WhatIfTable>): StoredWhatIf => ({
  question: row.question_id,
  name: row.name,
  author: row.author,
  note: row.note,
  // SAFETY: only insertWhatIf writes the column.
  supposes: row.supposes as Suppositions,
  recordedAt: row.recorded_at.toISOString(),
});

/** Stores a what-if as a new row. */
export async function insertWhatIf(db: Kysely<Tables>, whatIf: WhatIf, recordedAt: Date): Promise<void> {
  const { question, name, author, note, supposes } = whatIf;
  await db.insertInto('what_if').values({ question_id: question, name, author, note, supposes: JSON.stringify(supposes), recorded_at: recordedAt }).execute();
}

/** The what-ifs in force at an instant, by name. */
export async function selectWhatIfs(db: Kysely<Tables>, question: string, knownAt?: Date): Promise<StoredWhatIf[]> {
  let query = db.selectFrom('what_if').distinctOn('name').selectAll().where('question_id', '=', question).orderBy('name').orderBy('id', 'desc');
  if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
  return (await query.execute()).map(fromRow);
}
