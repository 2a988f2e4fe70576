import { sql, type Kysely, type Transaction } from 'kysely';
import type { Alert, AlertStep, StoredAlert } from '../domain/alert.js';
import type { Document } from '../domain/document.js';
import type { Forecast, Resolution, StoredForecast, StoredResolution } from '../domain/forecast.js';
import { HoldoutError } from '../domain/failure.js';
import type { Erasure } from '../domain/erasure.js';
import type { Sha256 } from '../domain/ids.js';
import type { Question } from '../domain/question.js';
import type { Review, StoredReview } from '../domain/review.js';
import type { Reading } from '../domain/signal.js';
import type { AddressState, Change, FetchRecord, Sighting, Source, StoredSighting } from '../domain/source.js';
import type {
  DocumentSummary,
  SignalFilter,
  StatementFilter,
  StoredDocument,
  StoredSignal,
  StoredStatement,
} from '../domain/stored.js';
import { selectAnalyses } from './query/analyses.js';
import { selectDocument, selectDocuments } from './query/documents.js';
import { insertDocuments, insertReadings, type ReadDocument } from './query/insert-reading.js';
import { insertAlert, insertAlertEnd, insertAlertStep, selectAlerts } from './query/alerts.js';
import { insertForecast, insertResolution, selectForecasts, selectResolutions } from './query/forecasts.js';
import { compareQuestion, insertQuestion, selectQuestion, selectQuestions } from './query/questions.js';
import { dumpTables } from './backup/dump.js';
import { examine, type Examination } from './backup/examine.js';
import { loadTables } from './backup/load.js';
import { insertReview, selectReviews } from './query/reviews.js';
import { selectSketches } from './query/sketches.js';
import { insertChanges, insertSighting, selectChanges, selectSightings, type SightingFilter } from './query/sightings.js';
import { selectReadBy } from './query/read-by.js';
import { selectSignalsAndStatements } from './query/digests.js';
import { selectSignals } from './query/signals.js';
import { insertFetch, insertSource, selectAddressStates, selectSources } from './query/sources.js';
import { selectStatements } from './query/statements.js';
import { People } from './people.js';
import { selectUnerased, insertErasure, selectErased, selectErasure, selectErasures } from './query/erasures.js';
import { selectLastInstant, selectRunEnds, selectStamp } from './query/instants.js';
import { VerifiedTexts } from './query/verified-texts.js';
import { insertWhatIf, selectWhatIfs } from './query/what-ifs.js';
import type { StoredWhatIf, WhatIf } from '../domain/what-if.js';
import { contentHash } from './rows/content-hash.js';
import type { Tables } from './schema/tables.js';

/** A statement or signal with its spans and quotes, generously. */
const ROW_BYTES = 2_000;

/** After so many rows the planner's picture of the tables is renewed; on closing, after fewer. */
const ROWS_BETWEEN_ANALYSES = 40_000;
const FEWEST_TO_ANALYSE = 2_000;

/** Number of the lock that writers of one database take in turn; any fixed number but that of migrations would do. */
const WRITE_LOCK = 4_865_628;

/** What a register needs from whoever opened it. */
export interface RegisterParts {
  readonly db: Kysely<Tables>;
  /** The register as messages call it. */
  readonly place: string;
  readonly clock: () => Date;
  /** Makes sure there is room for about `bytes` of text; called before each write, outside its transaction. */
  readonly prepareWrite: (bytes: number) => Promise<void>;
  /** Turns a failure of the database into one a user understands; called for every error that is no HoldoutError. */
  readonly explain: (error: unknown) => Promise<unknown>;
  /** Renews what the planner knows of the tables, where no server does so by itself. */
  readonly analyse?: () => Promise<void>;
  /** Closes the database and gives back the lock. */
  readonly shut: () => Promise<void>;
}

/** The append-only, bitemporal record of documents, readings, statements and signals. Every write is one transaction. */
export class Register {
  readonly #parts: RegisterParts;
  readonly #texts: VerifiedTexts;
  /** Rows stored since the planner was told of the tables' sizes. */
  #unanalysed = 0;
  /** Accounts, sessions, tokens and the audit trail of a shared register. */
  readonly people: People;

  constructor(parts: RegisterParts) {
    this.#parts = parts;
    this.#texts = new VerifiedTexts(parts.db, parts.place);
    this.people = new People({
      read: (action) => this.#guarded(action),
      write: (action) =>
        this.#guarded(async (db) => {
          await parts.prepareWrite(ROW_BYTES);
          return this.#write(db, action);
        }),
    });
  }

  /** Stores a question as a new version unless the version in force says the same. */
  putQuestion(question: Question): Promise<{ readonly version: number; readonly added: boolean }> {
    return this.#guarded(async (db) => {
      await this.#parts.prepareWrite(JSON.stringify(question).length);
      return this.#write(db, (tx, recordedAt) => insertQuestion(tx, question, recordedAt));
    });
  }

  /** What `putQuestion` would give, without storing anything. */
  comparedQuestion(question: Question): Promise<{ readonly version: number; readonly added: boolean }> {
    return this.#guarded((db) => compareQuestion(db, question));
  }

  /** The version of a question that was in force at an instant (now when absent), or null. */
  question(id: string, knownAt?: Date): Promise<Question | null> {
    return this.#guarded(async (db) => (await selectQuestion(db, id, knownAt))?.question ?? null);
  }

  /** The version in force of every question, by id. */
  questions(): Promise<Question[]> {
    return this.#guarded(selectQuestions);
  }

  /** Whether this reader has read the document whole for the question as it is now. */
  hasReading(documentId: Sha256, questionId: string, reader: string): Promise<boolean> {
    return this.readBy(questionId, reader, [documentId]).then((read) => read.has(documentId));
  }

  /** Which of these documents this reader has read whole for the question as it is now. */
  readBy(questionId: string, reader: string, ids: readonly Sha256[]): Promise<ReadonlySet<Sha256>> {
    return this.#guarded((db) => selectReadBy(db, questionId, reader, ids));
  }

  /**
   * Stores a document with all that a reader found in it for a stored question, whole or not at all; `added` is false when it was there.
   * Fails with `question-unknown`, `disk-full`, or `register-corrupt` (category `ours`) for spans that do not lie in the text.
   */
  async putReading(document: Document, questionId: string, reading: Reading): Promise<{ readonly added: boolean }> {
    const [added] = await this.putReadings(questionId, [{ document, reading }]);
    return { added: added === true };
  }

  /**
   * Stores several documents as `putReading` does one, all in one transaction, several times faster; says of each whether it was added.
   * What an older version of a reader found is not added where a newer one has read the document.
   * @param question its id, or the question as it was read for: then fails with `question-changed` when it says something else by now
   */
  putReadings(question: string | Question, entries: readonly ReadDocument[]): Promise<boolean[]> {
    const questionId = typeof question === 'string' ? question : question.id;
    return this.#guarded(async (db) => {
      await this.#parts.prepareWrite(
        entries.reduce((n, { document, reading, analysis }) => n + document.text.length + (analysis?.length ?? 0) + ROW_BYTES * (reading.statements.length + reading.signals.length + (reading.waiting?.length ?? 0)), 0),
      );
      const added = await this.#write(db, async (tx, recordedAt) => {
        const inForce = await selectQuestion(tx, questionId);
        if (inForce === null) {
          throw new HoldoutError(
            'question-unknown',
            `The register ${this.#parts.place} has no question "${questionId}"; give its YAML file with --question.`,
          );
        }
        if (typeof question !== 'string' && contentHash(question) !== contentHash(inForce.question)) {
          throw new HoldoutError(
            'question-changed',
            `The question ${questionId} was changed while documents were read for it; run the same command again: nothing is doubled.`,
          );
        }
        return insertReadings(tx, entries, { ...inForce, recordedAt });
      });
      this.#unanalysed += entries.reduce((n, { reading }) => n + reading.statements.length + reading.signals.length, 0);
      return added;
    }).then(async (added) => {
      if (this.#unanalysed >= ROWS_BETWEEN_ANALYSES) await this.analyse();
      return added;
    });
  }

  /** Stores documents without a reading, for whoever reads them later; those that are there already stay. Fails as `putReading`. */
  putDocuments(documents: readonly Document[]): Promise<void> {
    return this.#guarded(async (db) => {
      await this.#parts.prepareWrite(documents.reduce((n, { text }) => n + text.length, 0));
      await this.#write(db, (tx, recordedAt) => insertDocuments(tx, documents, recordedAt));
    });
  }

  /** All documents, or those read for one question, in the order of recording, without their texts. */
  documents(filter: { readonly question?: string; readonly knownAt?: Date } = {}): Promise<DocumentSummary[]> {
    return this.#guarded((db) => selectDocuments(db, filter.question, filter.knownAt));
  }

  /** One document with its text, or null. */
  document(id: Sha256): Promise<StoredDocument | null> {
    return this.#guarded((db) => selectDocument(db, this.#texts, id));
  }

  /** What is kept of documents for their next question, by document, as the readers packed it; erased and unread ones have none. */
  analyses(ids: readonly Sha256[]): Promise<ReadonlyMap<Sha256, Uint8Array>> {
    return this.#guarded((db) => selectAnalyses(db, ids));
  }

  /** Statements of the latest reading of each document, in the order of recording. */
  statements(filter: StatementFilter = {}): Promise<StoredStatement[]> {
    return this.#guarded((db) => selectStatements(db, this.#texts, filter));
  }

  /** Signals on a question of the latest reading of each document that count (or, on demand, those that wait), in the order of recording. */
  signals(filter: SignalFilter): Promise<StoredSignal[]> {
    return this.#guarded((db) => selectSignals(db, this.#texts, filter));
  }

  /** What `statements` and `signals` give of a question, the signals of several options in their order; loaded once for both. */
  signalsAndStatements(
    filter: Pick<StatementFilter, 'knownAt'> & { readonly question: string; readonly options: readonly string[] },
  ): Promise<{ readonly signals: StoredSignal[]; readonly statements: StoredStatement[] }> {
    return this.#guarded((db) => selectSignalsAndStatements(db, this.#texts, filter));
  }

  /** Stores a person's decision as a new row and gives its number. */
  putReview(review: Review): Promise<number> {
    return this.#guarded(async (db) => {
      await this.#parts.prepareWrite(ROW_BYTES);
      return this.#write(db, (tx, recordedAt) => insertReview(tx, this.#texts, review, recordedAt));
    });
  }

  /** The decisions on a question that were known at an instant (now when absent), in the order of recording. */
  reviews(filter: { readonly question: string; readonly knownAt?: Date | undefined }): Promise<StoredReview[]> {
    return this.#guarded((db) => selectReviews(db, this.#texts, filter));
  }

  /**
   * Removes a document's words and all that quotes them, for legal reasons, and leaves a tombstone; null when there is no such document.
   * Erasing it again gives the first erasure. The database's own log may hold the words until it is recycled.
   */
  erase(documentId: Sha256, author: string, reason: string): Promise<Erasure | null> {
    return this.#guarded(async (db) => {
      await this.#parts.prepareWrite(ROW_BYTES);
      const erased = await this.#write(db, async (tx, recordedAt) => {
        const known = await selectErasure(tx, documentId);
        if (known !== null) return known;
        const stored = await tx.selectFrom('document').select('id').where('id', '=', documentId).executeTakeFirst();
        return stored === undefined ? null : insertErasure(tx, { documentId, author, reason }, recordedAt);
      });
      this.#texts.forget(documentId);
      if (erased !== null) await sql`VACUUM document_text, document_sketch, document_analysis, statement, reading_statement, signal, reading_digest, review, sighting, request, source, document`.execute(db);
      return erased;
    });
  }

  /** The erasure of a document, or null. */
  erasure(documentId: Sha256): Promise<Erasure | null> {
    return this.#guarded((db) => selectErasure(db, documentId));
  }

  /** The erasures among these documents. */
  erased(ids: readonly Sha256[]): Promise<ReadonlyMap<Sha256, Erasure>> {
    return this.#guarded((db) => selectErased(db, ids));
  }

  /** Those of these addresses at which something may be fetched: not only erased documents stood there. */
  unerased(addresses: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#guarded((db) => selectUnerased(db, addresses));
  }

  /** All erasures in the order of recording. */
  erasures(): Promise<Erasure[]> {
    return this.#guarded(selectErasures);
  }

  /** Stores a what-if under its name; the same name again supposes anew, and the former stays in the record. */
  putWhatIf(whatIf: WhatIf): Promise<void> {
    return this.#guarded(async (db) => {
      await this.#parts.prepareWrite(ROW_BYTES);
      await this.#write(db, (tx, recordedAt) => insertWhatIf(tx, whatIf, recordedAt));
    });
  }

  /** The what-ifs of a question in force at an instant (now when absent), by name. */
  whatIfs(question: string, knownAt?: Date): Promise<StoredWhatIf[]> {
    return this.#guarded((db) => selectWhatIfs(db, question, knownAt));
  }

  /** Stores a forecast as a new row and gives its number; it is never changed. */
  putForecast(forecast: Forecast): Promise<number> {
    return this.#guarded(async (db) => {
      await this.#parts.prepareWrite(ROW_BYTES);
      return this.#write(db, (tx, recordedAt) => insertForecast(tx, forecast, recordedAt));
    });
  }

  /** Stores how a question ended for an option as a new row, which outranks earlier ones, and gives its number. */
  putResolution(resolution: Resolution): Promise<number> {
    return this.#guarded(async (db) => {
      await this.#parts.prepareWrite(ROW_BYTES);
      return this.#write(db, (tx, recordedAt) => insertResolution(tx, resolution, recordedAt));
    });
  }

  /** Stores who wants to be told what, and gives its number. */
  putAlert(alert: Alert): Promise<number> {
    return this.#guarded(async (db) => {
      await this.#parts.prepareWrite(ROW_BYTES);
      return this.#write(db, (tx, recordedAt) => insertAlert(tx, alert, recordedAt));
    });
  }

  /** Ends an alert; gives whether it was in force. */
  endAlert(id: number, author: string): Promise<boolean> {
    return this.#guarded(async (db) => {
      await this.#parts.prepareWrite(ROW_BYTES);
      return this.#write(db, (tx, recordedAt) => insertAlertEnd(tx, id, author, recordedAt));
    });
  }

  /**
   * Keeps a step of an alert's delivery and gives its number; null when another came since the caller looked.
   * @param after number of the last step that the caller knows, null for none; whatever came since when absent
   */
  putAlertStep(alert: number, step: AlertStep, after?: number | null): Promise<number | null> {
    return this.#guarded(async (db) => {
      await this.#parts.prepareWrite(ROW_BYTES);
      return this.#write(db, (tx, recordedAt) => insertAlertStep(tx, alert, step, after, recordedAt));
    });
  }

  /** The alerts in force, of one question or of all, in the order of recording, with how far each has come. */
  alerts(question?: string): Promise<StoredAlert[]> {
    return this.#guarded((db) => selectAlerts(db, question));
  }

  /** All forecasts, or those on one question, in the order of recording. */
  forecasts(question?: string): Promise<StoredForecast[]> {
    return this.#guarded((db) => selectForecasts(db, question));
  }

  /** How questions, or one, ended, in the order of recording. */
  resolutions(question?: string): Promise<StoredResolution[]> {
    return this.#guarded((db) => selectResolutions(db, question));
  }

  /** Which reader read which document for a question, and when, in the order of recording. */
  readings(
    question: string,
  ): Promise<{ readonly documentId: Sha256; readonly reader: string; readonly recordedAt: Date }[]> {
    return this.#guarded(async (db) => {
      const rows = await db
        .selectFrom('reading')
        .select(['document_id', 'reader', 'recorded_at'])
        .where('question_id', '=', question)
        .orderBy('id')
        .execute();
      // SAFETY: the column refers to documents, whose ids are hashes.
      return rows.map((row) => ({
        documentId: row.document_id as Sha256,
        reader: row.reader,
        recordedAt: row.recorded_at,
      }));
    });
  }

  /** A text that changes whenever the register learns anything of a question, or erases anything: what was loaded under it still stands. */
  stamp(question: string): Promise<string> {
    return this.#guarded((db) => selectStamp(db, question));
  }

  /** The texts of documents that signals rest on, by id; fails with `register-corrupt` for one that is not there. */
  texts(ids: Iterable<Sha256>): Promise<ReadonlyMap<Sha256, string>> {
    // SAFETY: the keys are the ids that were given.
    return this.#guarded(() => this.#texts.of(ids) as Promise<ReadonlyMap<Sha256, string>>);
  }

  /** When the register last learned anything of a question; null for one it does not know. */
  lastInstant(question: string): Promise<Date | null> {
    return this.#guarded((db) => selectLastInstant(db, question));
  }

  /** The instants at which runs of recording on a question ended, none within `apartMs` of the next; the newest first, at most `limit`. */
  runEnds(question: string, apartMs: number, limit: number, before?: Date): Promise<Date[]> {
    return this.#guarded((db) => selectRunEnds(db, question, apartMs, limit, before));
  }

  /** Writes all rows as lines of JSON, as they stand at one instant; ends by itself. Memory stays flat. */
  dump(write: (line: string) => Promise<void>): Promise<void> {
    return this.#guarded((db) => dumpTables(db, write));
  }

  /** Fills this register, which must be empty, with the lines of a dump: all of them or none. Gives the number of rows. */
  load(lines: AsyncIterable<string>): Promise<number> {
    return this.#guarded((db) => loadTables(db, this.#parts.place, lines, (bytes) => this.#parts.prepareWrite(bytes)));
  }

  /** Checks every stored text against its hash and every stored span against its text; says what is wrong instead of failing. */
  examine(): Promise<Examination> {
    return this.#guarded(examine);
  }

  /** MinHash sketches of documents, by which near-duplicates are found; empty for short texts. */
  sketches(ids: readonly Sha256[]): Promise<ReadonlyMap<Sha256, readonly number[]>> {
    return this.#guarded((db) => selectSketches(db, this.#texts, ids));
  }

  /** The addresses followed, for one question or for all, in the order in which they were taken up. */
  sources(question?: string): Promise<Source[]> {
    return this.#guarded((db) => selectSources(db, question));
  }

  /** Takes an address up for a question, or leaves it; gives whether that changed anything. */
  putSource(question: string, address: string, action: 'follow' | 'leave'): Promise<boolean> {
    return this.#guarded(async (db) => {
      await this.#parts.prepareWrite(ROW_BYTES);
      return this.#write(db, (tx, recordedAt) => insertSource(tx, question, address, action, recordedAt));
    });
  }

  /** Where each address stands after all requests for it, for one question or for all. */
  addressStates(question?: string): Promise<AddressState[]> {
    return this.#guarded((db) => selectAddressStates(db, question));
  }

  /** Keeps what became of a request. */
  putFetch(record: FetchRecord): Promise<void> {
    return this.#guarded(async (db) => {
      await this.#parts.prepareWrite(ROW_BYTES);
      return this.#write(db, (tx, recordedAt) => insertFetch(tx, record, recordedAt));
    });
  }

  /** Keeps that a stored document stood at an address, and what changed between it and its neighbours there. */
  putSighting(
    sighting: Sighting,
    changes: readonly { readonly older: Sha256; readonly newer: Sha256; readonly method: string; readonly changes: readonly Change[] }[],
  ): Promise<void> {
    return this.#guarded(async (db) => {
      await this.#parts.prepareWrite(ROW_BYTES + JSON.stringify(changes).length);
      return this.#write(db, async (tx, recordedAt) => {
        await insertSighting(tx, sighting, recordedAt);
        for (const change of changes) await insertChanges(tx, change, recordedAt);
      });
    });
  }

  /** Which documents stood where and when, by address and then in the order of time. */
  sightings(filter: SightingFilter): Promise<StoredSighting[]> {
    return this.#guarded((db) => selectSightings(db, filter));
  }

  /** What changed from one document to another by a method, or null when it was not kept. */
  changes(older: Sha256, newer: Sha256, method: string): Promise<readonly Change[] | null> {
    return this.#guarded((db) => selectChanges(db, older, newer, method));
  }

  /** Lets the planner know how large the tables are, once many rows came in and where no server does so by itself. */
  async analyse(): Promise<void> {
    this.#unanalysed = 0;
    await this.#guarded(async () => this.#parts.analyse?.());
  }

  /** Closes the database and gives back the folder; calling it again does nothing. */
  async close(): Promise<void> {
    if (this.#unanalysed >= FEWEST_TO_ANALYSE) await this.analyse().catch(() => undefined);
    return this.#parts.shut();
  }

  /**
   * One transaction that waits for its turn among all writers, with a system time that never runs backwards, whatever the clocks of the
   * machines do: knownAt depends on it.
   */
  #write<T>(db: Kysely<Tables>, action: (tx: Transaction<Tables>, recordedAt: Date) => Promise<T>): Promise<T> {
    return db.transaction().execute(async (tx) => {
      await sql`SELECT pg_advisory_xact_lock(${WRITE_LOCK})`.execute(tx);
      const last = await lastRecorded(tx);
      const now = this.#parts.clock();
      return action(tx, last !== null && last > now ? last : now);
    });
  }

  async #guarded<T>(action: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    try {
      return await action(this.#parts.db);
    } catch (error) {
      throw error instanceof HoldoutError ? error : await this.#parts.explain(error);
    }
  }
}

async function lastRecorded(db: Kysely<Tables>): Promise<Date | null> {
  // Readings are numbered in the order of recording, so the last number has the last time: no scan of the table.
  const found = await sql<{
    at: Date | null;
  }>`SELECT greatest((SELECT recorded_at FROM reading ORDER BY id DESC LIMIT 1),
    (SELECT recorded_at FROM review ORDER BY id DESC LIMIT 1), (SELECT recorded_at FROM what_if ORDER BY id DESC LIMIT 1),
    (SELECT recorded_at FROM sighting ORDER BY id DESC LIMIT 1), (SELECT recorded_at FROM alert ORDER BY id DESC LIMIT 1),
    (SELECT max(recorded_at) FROM question)) AS at`.execute(
    db,
  );
  return found.rows[0]?.at ?? null;
}
