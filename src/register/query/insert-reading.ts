import type { Insertable, Transaction } from 'kysely';
import type { Document } from '../../domain/document.js';
import { HoldoutError } from '../../domain/failure.js';
import type { Sha256 } from '../../domain/ids.js';
import type { Question } from '../../domain/question.js';
import type { Reading } from '../../domain/signal.js';
import { sha256 } from '../rows/content-hash.js';
import { digestOf } from '../rows/digest-row.js';
import { documentToRow } from '../rows/document-row.js';
import { SpanMismatch } from '../rows/quoted-span.js';
import { signalToRow } from '../rows/signal-row.js';
import { statementId, statementToRow } from '../rows/statement-row.js';
import { SKETCH_METHOD, sketchOf } from '../sketch/minhash.js';
import { erasedMessage } from '../../domain/erasure.js';
import { isNewerReader } from '../../domain/reader-version.js';
import { anyOf } from './any-of.js';
import { putAnalyses } from './analyses.js';
import { insertRows } from './insert-rows.js';
import { selectErasure } from './erasures.js';
import type { Tables } from '../schema/tables.js';

/** Rows of one INSERT with a parameter for each value, of which PostgreSQL takes 65,535. */
const ROWS_AT_ONCE = 500;

/** What a reading is stored with. */
export interface ReadingPlace {
  readonly question: Question;
  readonly version: number;
  readonly recordedAt: Date;
}

/** A document with what one reader found in it. */
export interface ReadDocument {
  readonly document: Document;
  readonly reading: Reading;
  /** What to keep of the text for its next question, as the reader packed it. */
  readonly analysis?: Uint8Array;
}

/**
 * Stores documents and all that a reader found in them for one question; gives for each whether it was added: false when that reading is
 * there already. All spans are checked first: a reader that points outside the text, at a missing statement or at an unknown option is our
 * own bug, and nothing of any of them is stored. Fails with `document-erased`. Must run in a transaction.
 */
export async function insertReadings(
  tx: Transaction<Tables>,
  entries: readonly ReadDocument[],
  at: ReadingPlace,
): Promise<boolean[]> {
  const { recordedAt, question } = at;
  if (entries.length === 0) return [];
  const prepared = entries.map(({ document, reading }) => {
    const ids = reading.statements.map((statement) => statementId(document.id, statement));
    const rows = checked(document, reading, () => {
      assertConsistent(document, reading, question);
      return reading.statements.map((statement, i) => statementToRow(document, ids[i] ?? statementId(document.id, statement), statement, recordedAt));
    });
    return { document, reading, ids, rows };
  });
  const fresh = await insertDocuments(
    tx,
    entries.map(({ document }) => document),
    recordedAt,
  );
  await putAnalyses(tx, new Map(entries.flatMap(({ document, analysis }) => (analysis ? [[document.id, analysis]] : []))), recordedAt);
  const numbers = await insertReadingRows(tx, await notOutdated(tx, entries, at), entries, at);
  const added = prepared.flatMap((entry, i) => {
    const readingId = numbers[i];
    if (readingId === undefined || readingId === null) return [];
    const { document, reading, ids } = entry;
    const signals = checked(document, reading, () =>
      signalsOf(reading).map(({ signal, standing }, ordinal) => {
        const statement = ids[signal.statement];
        if (statement === undefined) throw new RangeError(`signal ${ordinal} rests on statement ${signal.statement}, which is not there`);
        return signalToRow(document, signal, { readingId, ordinal, questionId: question.id, statementId: statement, standing }, recordedAt);
      }),
    );
    return [{ ...entry, readingId, signals }];
  });
  const found = added.flatMap(({ reading, ids, readingId }) => reading.statements.map(({ rule }, ordinal) => ({ reading_id: readingId, ordinal, statement_id: ids[ordinal] ?? '', rule })));
  const known = await statementsKnown(tx, added.flatMap(({ document, ids }) => (fresh.has(document.id) ? [] : ids)));
  await insertRows(tx, 'statement', added.flatMap(({ rows }) => rows), 'stays');
  await insertRows(tx, 'reading_statement', found, 'fails');
  await insertRows(tx, 'signal', added.flatMap(({ signals }) => signals), 'fails');
  const digests = added.map(({ readingId, rows, reading, signals }) => {
    const statements = rows.map((row, i) => ({ ...row, rule: reading.statements[i]?.rule ?? '', recorded_at: known.get(row.id) ?? recordedAt }));
    return { reading_id: readingId, digest: digestOf(statements, signals), recorded_at: recordedAt };
  });
  await insertRows(tx, 'reading_digest', digests, 'fails');
  return numbers.map((number) => number !== null);
}

/** When those of these statements were recorded that are there already. */
async function statementsKnown(tx: Transaction<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('statement').select(['id', 'recorded_at']).where((eb) => anyOf(eb.ref('id'), ids)).execute();
  return new Map(rows.map((row) => [row.id, row.recorded_at]));
}

/** Stores documents with their words, each once, without a reading; gives the ids of those that were not there. Fails with `document-erased`. Must run in a transaction. */
export async function insertDocuments(tx: Transaction<Tables>, given: readonly Document[], recordedAt: Date): Promise<ReadonlySet<Sha256>> {
  const byId = new Map(given.map((document) => [document.id, document]));
  await refuseErased(tx, [...byId.keys()]);
  // A sketch goes in last, so what has one is there whole, and a further question sends no text again.
  const stored = await tx.selectFrom('document_sketch').select('document_id').where('method', '=', SKETCH_METHOD).where((eb) => anyOf(eb.ref('document_id'), [...byId.keys()])).execute();
  const there = new Set<string>(stored.map(({ document_id }) => document_id));
  const documents = [...byId.values()].filter(({ id }) => !there.has(id));
  await insertNew(
    tx,
    'document',
    documents.map((document) => documentToRow(document, recordedAt)),
  );
  await insertNew(
    tx,
    'document_text',
    documents.map(({ id, text }) => ({ document_id: id, text, recorded_at: recordedAt })),
  );
  await insertNew(
    tx,
    'document_sketch',
    documents.map(({ id, text }) => ({
      document_id: id,
      method: SKETCH_METHOD,
      sketch: [...sketchOf(text)],
      recorded_at: recordedAt,
    })),
  );
  return new Set(documents.map(({ id }) => id));
}

async function refuseErased(tx: Transaction<Tables>, ids: readonly Sha256[]): Promise<void> {
  const row = await tx
    .selectFrom('erasure')
    .select('document_id')
    .where((eb) => anyOf(eb.ref('document_id'), ids))
    .limit(1)
    .executeTakeFirst();
  // SAFETY: the column refers to documents, whose ids are hashes.
  const erased = row === undefined ? null : await selectErasure(tx, row.document_id as Sha256);
  if (erased !== null) throw new HoldoutError('document-erased', erasedMessage(erased));
}

/** Inserts rows, leaving those whose key is there. */
async function insertNew<T extends 'document' | 'document_text' | 'document_sketch'>(
  tx: Transaction<Tables>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  for (const part of chunks(rows))
    await tx
      .insertInto(table)
      .values(part)
      .onConflict((c) => c.doNothing())
      .execute();
}

/** Entries but those that a newer version of their reader has read: a worker that is behind must not supersede it. */
async function notOutdated(tx: Transaction<Tables>, entries: readonly ReadDocument[], at: ReadingPlace): Promise<readonly ReadDocument[]> {
  const rows = await tx
    .selectFrom('reading')
    .select(['document_id', 'reader'])
    .where('question_id', '=', at.question.id)
    .where('question_version', '=', at.version)
    .where((eb) =>
      anyOf(
        eb.ref('document_id'),
        entries.map(({ document }) => document.id),
      ),
    )
    .execute();
  return entries.filter(({ document, reading }) => !rows.some((row) => row.document_id === document.id && isNewerReader(row.reader, reading.reader)));
}

/** The number of each entry's reading; null for one that is not fresh, or is there already, be it from earlier or from before in the list. */
async function insertReadingRows(
  tx: Transaction<Tables>,
  fresh: readonly ReadDocument[],
  entries: readonly ReadDocument[],
  at: ReadingPlace,
): Promise<(number | null)[]> {
  const keyOf = (document: string, reader: string): string => `${document} ${reader}`;
  const numbers = new Map<string, number>();
  for (const part of chunks(fresh)) {
    const rows = await tx
      .insertInto('reading')
      .values(
        part.map(({ document, reading }) => ({
          document_id: document.id,
          question_id: at.question.id,
          question_version: at.version,
          reader: reading.reader,
          recorded_at: at.recordedAt,
        })),
      )
      .onConflict((c) => c.doNothing())
      .returning(['id', 'document_id', 'reader'])
      .execute();
    for (const row of rows) numbers.set(keyOf(row.document_id, row.reader), row.id);
  }
  return entries.map(({ document, reading }) => {
    const key = keyOf(document.id, reading.reader);
    const id = numbers.get(key) ?? null;
    numbers.delete(key);
    return id;
  });
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
