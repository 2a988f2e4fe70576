import type { Kysely } from 'kysely';
import type { Forecast, Resolution, StoredForecast, StoredResolution } from '../../domain/forecast.js';
import type { IsoDate } from '../../domain/ids.js';
import type { Tables } from '../schema/tables.js';

/** Stores a forecast as a new row and gives its number. */
export async function insertForecast(db: Kysely<Tables>, f: Forecast, recordedAt: Date): Promise<number> {
  const row = await db
    .insertInto('forecast')
    .values({ question_id: f.question, option_id: f.option, probability: f.probability, author: f.author, method: f.method, as_of: f.asOf, register_hash: f.registerHash ?? null, note: f.note, recorded_at: recordedAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Stores how an option ended as a new row and gives its number. */
export async function insertResolution(db: Kysely<Tables>, r: Resolution, recordedAt: Date): Promise<number> {
  const row = await db
    .insertInto('resolution')
    .values({ question_id: r.question, option_id: r.option, adopted: r.adopted, resolved_on: r.on, author: r.author, note: r.note, recorded_at: recordedAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** All forecasts, or those on one question, in the order of recording. */
export async function selectForecasts(db: Kysely<Tables>, question?: string): Promise<StoredForecast[]> {
  let query = db.selectFrom('forecast').selectAll().orderBy('id');
  if (question !== undefined) query = query.where('question_id', '=', question);
  // SAFETY (casts): CHECK constraints and insertForecast, the only place of writing, admit nothing else.
  return (await query.execute()).map((row) => ({
    id: row.id,
    question: row.question_id,
    option: row.option_id,
    probability: row.probability,
    author: row.author,
    method: row.method as Forecast['method'],
    asOf: row.as_of as IsoDate,
    ...(row.register_hash === null ? {} : { registerHash: row.register_hash }),
    note: row.note,
    recordedAt: row.recorded_at.toISOString(),
  }));
}

/** All resolutions, or those of one question, in the order of recording. */
export async function selectResolutions(db: Kysely<Tables>, question?: string): Promise<StoredResolution[]> {
  let query = db.selectFrom('resolution').selectAll().orderBy('id');
  if (question !== undefined) query = query.where('question_id', '=', question);
  return (await query.execute()).map((row) => ({
    id: row.id,
    question: row.question_id,
    option: row.option_id,
    adopted: row.adopted,
    // SAFETY: a date column.
    on: row.resolved_on as IsoDate,
    author: row.author,
    note: row.note,
    recordedAt: row.recorded_at.toISOString(),
  }));
}
