import { sql, type Kysely, type Selectable } from 'kysely';
import type { Alert, AlertStep, StoredAlert } from '../../domain/alert.js';
import type { StateCode } from '../../domain/ids.js';
import type { AlertStepTable, AlertTable, Tables } from '../schema/tables.js';

/** Stores an alert and gives its number. */
export async function insertAlert(db: Kysely<Tables>, alert: Alert, recordedAt: Date): Promise<number> {
  const { question, option, members, ...rest } = alert;
  const row = await db
    .insertInto('alert')
    .values({ ...rest, question_id: question, option_id: option, members: [...members], recorded_at: recordedAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Ends an alert; gives whether it was in force. */
export async function insertAlertEnd(db: Kysely<Tables>, id: number, author: string, recordedAt: Date): Promise<boolean> {
  const found = await sql`INSERT INTO alert_end (alert_id, author, recorded_at) SELECT id, ${author}, ${recordedAt}::timestamptz FROM alert WHERE id = ${id}::bigint
    ON CONFLICT DO NOTHING RETURNING alert_id`.execute(db);
  return found.rows.length > 0;
}

/**
 * Keeps a step of a delivery and gives its number; null when another came since the caller looked.
 * @param after number of the last step that the caller knows; null for none. Absent: whatever came since.
 */
export async function insertAlertStep(db: Kysely<Tables>, alert: number, step: AlertStep, after: number | null | undefined, recordedAt: Date): Promise<number | null> {
  if (after !== undefined) {
    const last = await db.selectFrom('alert_step').select((eb) => eb.fn.max('id').as('id')).where('alert_id', '=', alert).executeTakeFirst();
    if ((last?.id ?? null) !== after) return null;
  }
  const row = await db
    .insertInto('alert_step')
    .values({ ...step, alert_id: alert, until: new Date(step.until), recorded_at: recordedAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The alerts in force, of one question or of all, in the order of recording. */
export async function selectAlerts(db: Kysely<Tables>, question?: string): Promise<StoredAlert[]> {
  let query = db
    .selectFrom('alert')
    .selectAll()
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('alert_end').select('alert_id').whereRef('alert_end.alert_id', '=', 'alert.id'))))
    .orderBy('id');
  if (question !== undefined) query = query.where('question_id', '=', question);
  const rows = await query.execute();
  const last = (only: 'told' | null) => {
    const steps = db.selectFrom('alert_step').distinctOn('alert_id').selectAll().orderBy('alert_id').orderBy('id', 'desc');
    return (only === null ? steps : steps.where('step', '=', only)).execute();
  };
  const told = new Map((await last('told')).map((row) => [row.alert_id, row]));
  const newest = new Map((await last(null)).map((row) => [row.alert_id, row]));
  return rows.map((row) => fromRow(row, told.get(row.id), newest.get(row.id)));
}

function fromRow(row: Selectable<AlertTable>, told: Selectable<AlertStepTable> | undefined, newest: Selectable<AlertStepTable> | undefined): StoredAlert {
  return {
    id: row.id,
    question: row.question_id,
    option: row.option_id,
    // SAFETY (casts): CHECK constraints and the type at the only place of writing admit nothing else.
    channel: row.channel as StoredAlert['channel'],
    target: row.target,
    about: row.about as StoredAlert['about'],
    members: row.members as StateCode[],
    author: row.author,
    recordedAt: row.recorded_at.toISOString(),
    told: told === undefined ? null : stepFromRow(told),
    open: newest === undefined || newest.step === 'told' ? null : stepFromRow(newest),
  };
}

const stepFromRow = (row: Selectable<AlertStepTable>) => ({
  id: row.id,
  // SAFETY: a CHECK constraint admits nothing else.
  step: row.step as AlertStep['step'],
  until: row.until.toISOString(),
  changes: row.changes,
  message: row.message,
  recordedAt: row.recorded_at.toISOString(),
});
