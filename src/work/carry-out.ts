import type { Document } from '../domain/document.js';
import { erasedMessage } from '../domain/erasure.js';
import type { Failure } from '../domain/failure.js';
import type { IsoDate, Sha256 } from '../domain/ids.js';
import { err, ok, type Result } from '../domain/result.js';
import type { ModelPart, ReaderAnswer } from '../read/reader.js';
import type { ReadableQuestion } from '../read/read-document.js';
import type { Register } from '../register/index.js';
import type { Assignment, Job } from './job.js';
import { readableQuestion } from './readable-question.js';
import { recordSighting } from './sightings/record-sighting.js';

/** What became of a document. */
export interface StoredReading {
  /** False when this reader had read it for the question before. */
  readonly added: boolean;
  readonly statements: number;
  readonly signals: number;
  /** Signals that wait for a person. */
  readonly waiting: number;
  /** A language model's part; absent without one. */
  readonly model?: ModelPart;
  /** Whether other words had stood at its address before, and these had not. */
  readonly isNewVersion: boolean;
}

/** Where a text is read, from the analysis kept of it where there is one (else null): in this thread or another. */
export type ReadText = (document: Document, question: ReadableQuestion, kept: Uint8Array | null) => Promise<Result<ReaderAnswer, Failure>>;

/** A job after reading and before storing; `null` for a document that this reader has read for the question. */
export interface ReadJob {
  readonly job: Job;
  readonly answer: Result<ReaderAnswer, Failure> | null;
}

/** Reads jobs, except those that need no reading: what the reader has read, and what was erased (`document-erased`). Writes nothing. */
export async function readJobs(register: Register, { question, reader, today }: Assignment, jobs: readonly Job[], read: ReadText): Promise<ReadJob[]> {
  const ids = jobs.map(({ document }) => document.id);
  const [erased, known] = [await register.erased(ids), await register.readBy(question.id, reader.id, ids)];
  const kept = await register.analyses(ids.filter((id) => !erased.has(id) && !known.has(id)));
  const answers = new Map<Sha256, Promise<Result<ReaderAnswer, Failure>>>();
  const asked = new Map<IsoDate, ReadableQuestion>();
  const askedOn = (day: IsoDate): ReadableQuestion => {
    const known = asked.get(day) ?? readableQuestion(question, day);
    asked.set(day, known);
    return known;
  };
  const answerOf = (document: Document): Promise<Result<ReaderAnswer, Failure>> | null => {
    const tombstone = erased.get(document.id);
    if (tombstone !== undefined) return Promise.resolve(err({ code: 'document-erased', category: 'caller', message: erasedMessage(tombstone) }));
    if (known.has(document.id)) return null;
    const answer = answers.get(document.id) ?? read(document, askedOn(document.published ?? today), kept.get(document.id) ?? null);
    answers.set(document.id, answer);
    return answer;
  };
  return Promise.all(jobs.map(async (job) => ({ job, answer: await answerOf(job.document) })));
}

/**
 * Stores what was read, all in one transaction, then when each document was seen at its web address; gives what became of each job. Storing
 * the same again adds nothing. Fails, with nothing stored, with `question-changed` where the question is no longer as it was read for.
 */
export async function storeJobs(register: Register, { question }: Assignment, done: readonly ReadJob[]): Promise<Result<StoredReading, Failure>[]> {
  const entries = done.flatMap(({ job, answer }) => (answer?.ok ? [{ ...answer.value, document: job.document }] : []));
  const added = entries.length === 0 ? [] : await register.putReadings(question, entries);
  const results: Result<StoredReading, Failure>[] = [];
  let entry = 0;
  for (const { job, answer } of done) {
    if (answer !== null && !answer.ok) {
      results.push(answer);
      continue;
    }
    const found = answer !== null && added[entry++] === true ? foundIn(answer.value) : NOTHING_NEW;
    results.push(ok({ ...found, isNewVersion: await keepSighting(register, job) }));
  }
  return results;
}

const NOTHING_NEW = { added: false, statements: 0, signals: 0, waiting: 0 };

const foundIn = ({ reading, model }: ReaderAnswer) => ({
  added: true,
  statements: reading.statements.length,
  signals: reading.signals.length,
  waiting: reading.waiting?.length ?? 0,
  ...(model ? { model } : {}),
});

async function keepSighting(register: Register, { document, seenAt }: Job): Promise<boolean> {
  if (seenAt === undefined || document.address === undefined) return false;
  const sighting = { address: document.address, documentId: document.id, seenAt };
  return (await recordSighting(register, sighting, document.textSha256)).isNewVersion;
}
