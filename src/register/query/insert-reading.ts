import type { Transaction } from 'kysely';
import type { Document } from '../../domain/document.js';
import { HoldoutError } from '../../domain/failure.js';
import type { Question } from '../../domain/question.js';
import type { Reading } from '../../domain/signal.js';
import { sha256 } from '../rows/content-hash.js';
import { documentToRow } from '../rows/document-row.js';
import { SpanMismatch } from '../rows/quoted-span.js';
import { signalToRow } from '../rows/signal-row.js';
import { statementId, statementToRow } from '../rows/statement-row.js';
import { SKETCH_METHOD, sketchOf } from '../sketch/minhash.js';
import { erasedMessage } from '../../domain/erasure.js';
import { selectErasure } from './erasures.js';
import type { Tables } from '../schema/tables.js';

/** Rows of one INSERT; 17 columns each stay far below PostgreSQL's 65,535 parameters. */
const ROWS_AT_ONCE = 500;

/** What a reading is stored with. */
export interface ReadingPlace {
  readonly question: Question;
  readonly version: number;
  readonly recordedAt: Date;
}

/**
 * Stores a document and all that one reader found in it for one question; `added` is false when that reading is there already. All spans
 * are checked first: a reader that points outside the text, at a missing statement or at an unknown option is our own bug, and nothing of
 * it is stored. Must run in a transaction.
 */
export async function insertReading(
  tx: Transaction<Tables>,
  document: Document,
  reading: Reading,
  at: ReadingPlace,
): Promise<{ added: boolean }> {
  const { recordedAt, question } = at;
  const erased = await selectErasure(tx, document.id);
  if (erased !== null) throw new HoldoutError('document-erased', erasedMessage(erased));
  const statements = checked(document, reading, () =>
    reading.statements.map((s) => statementToRow(document, s, recordedAt)),
  );
  checked(document, reading, () => assertConsistent(document, reading, question));
  await tx
    .insertInto('document')
    .values(documentToRow(document, recordedAt))
    .onConflict((c) => c.doNothing())
    .execute();
  await tx
    .insertInto('document_text')
    .values({ document_id: document.id, text: document.text, recorded_at: recordedAt })
    .onConflict((c) => c.doNothing())
    .execute();
  await tx
    .insertInto('document_sketch')
    .values({
      document_id: document.id,
      method: SKETCH_METHOD,
      sketch: [...sketchOf(document.text)],
      recorded_at: recordedAt,
    })
    .onConflict((c) => c.doNothing())
    .execute();
  const row = await tx
    .insertInto('reading')
    .values({
      document_id: document.id,
      question_id: question.id,
      question_version: at.version,
      reader: reading.reader,
      recorded_at: recordedAt,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return { added: false };
  const readingId = row.id;
  const signals = checked(document, reading, () =>
    signalsOf(reading).map(({ signal, standing }, ordinal) => {
      const statement = reading.statements[signal.statement];
      if (statement === undefined)
        throw new RangeError(`signal ${ordinal} rests on statement ${signal.statement}, which is not there`);
      const place = {
        readingId,
        ordinal,
        questionId: question.id,
        statementId: statementId(document.id, statement),
        standing,
      };
      return signalToRow(document, signal, place, recordedAt);
    }),
  );
  const found = reading.statements.map((statement, ordinal) => ({
    reading_id: readingId,
    ordinal,
    statement_id: statementId(document.id, statement),
    rule: statement.rule,
  }));
  for (const rows of chunks(statements))
    await tx
      .insertInto('statement')
      .values(rows)
      .onConflict((c) => c.doNothing())
      .execute();
  for (const rows of chunks(found)) await tx.insertInto('reading_statement').values(rows).execute();
  for (const rows of chunks(signals)) await tx.insertInto('signal').values(rows).execute();
  return { added: true };
}

/** All signals of a reading, first those that count. */
const signalsOf = (reading: Reading) => [
  ...reading.signals.map((signal) => ({ signal, standing: 'counted' as const })),
  ...(reading.waiting ?? []).map((signal) => ({ signal, standing: 'waiting' as const })),
];

function assertConsistent(document: Document, reading: Reading, question: Question): void {
  if (sha256(document.text) !== document.textSha256) throw new RangeError('its text does not match its hash');
  const options = new Set(question.options.map((option) => option.id));
  signalsOf(reading).forEach(({ signal }, i) => {
    if (!options.has(signal.option))
      throw new RangeError(`signal ${i} is on option "${signal.option}", which the question lacks`);
    if (reading.statements[signal.statement] === undefined) {
      throw new RangeError(`signal ${i} rests on statement ${signal.statement}, which is not there`);
    }
  });
}

function checked<T>(document: Document, reading: Reading, check: () => T): T {
  try {
    return check();
  } catch (cause) {
    if (!(cause instanceof SpanMismatch) && !(cause instanceof RangeError)) throw cause;
    throw new HoldoutError(
      'register-corrupt',
      `The reading of document ${document.id} by ${reading.reader} was refused because ${cause.message}; nothing of it was stored, please report this bug of Holdout.`,
      { cause, category: 'ours' },
    );
  }
}

function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) yield rows.slice(i, i + ROWS_AT_ONCE);
}
