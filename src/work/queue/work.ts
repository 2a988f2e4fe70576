import type { JsMsg } from '@nats-io/jetstream';
import type { Document } from '../../domain/document.js';
import { HoldoutError } from '../../domain/failure.js';
import type { IsoDate } from '../../domain/ids.js';
import type { Question } from '../../domain/question.js';
import type { Reader } from '../../read/reader.js';
import type { Register } from '../../register/index.js';
import { readJobs, storeJobs, type ReadJob, type ReadText } from '../carry-out.js';
import { chunksOf } from '../chunks.js';
import type { Assignment, Job } from '../job.js';
import { bury } from './dead-letters.js';
import { HeldJobs } from './held-jobs.js';
import { readMessage, type JobMessage } from './message.js';
import { JOBS, consumerName, NEWEST } from './names.js';
import type { Queue } from './queue.js';
import { isOutdated, sayAlive } from './readers-alive.js';
import { SpanKind } from '@opentelemetry/api';
import { traced, type Carrier } from '../../observe/trace.js';

/** Jobs of one transaction, and the UTF-16 code units of their messages. */
const BATCH = 32;
const BATCH_BYTES = 4_000_000;
/** Failures of one job after which it is put aside. */
export const MOST_FAILURES = 5;
/** Times that a job is given out, whatever became of it, after which it is put aside: it may be what ends its workers. */
export const MOST_DELIVERIES = 25;
const RETRY_AFTER_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;
/** How long the register may be away before a worker gives its jobs back: others may reach it. */
const GIVE_BACK_AFTER_MS = 15_000;
/** How long a request for messages stays with the server; ending the work waits for it. */
const FETCH_MS = 1_000;
const LOOK_FOR_NEWER_MS = 2_000;

/** What happened, as it happens. */
export type WorkEvent =
  | { readonly kind: 'stored'; readonly read: number; readonly known: number; readonly signals: number }
  | { readonly kind: 'dead'; readonly title: string; readonly reason: string }
  /** Queue or register is away; it is waited for. */
  | { readonly kind: 'waiting'; readonly message: string };

/** What a worker works with. */
export interface Worker {
  readonly queue: Queue;
  readonly register: Register;
  /** Which reader this is. */
  readonly reader: Reader;
  /** Where it reads: threads, or the reader itself. */
  readonly read: ReadText;
  /** Ends the work: what was begun is finished, the rest given back. */
  readonly signal: AbortSignal;
  readonly say?: (event: WorkEvent) => void;
  /** Ends the work when nothing waits and nobody is at anything. */
  readonly untilEmpty?: boolean;
  /** How long the register may be away before the jobs in hand go back to the queue; 15,000 ms when absent. */
  readonly giveBackAfterMs?: number;
}

/** A message that can be done, with what it says. */
interface Taken {
  readonly from: JsMsg;
  readonly message: JobMessage;
  readonly document: Document;
}

/**
 * Does the jobs of a queue until it is told to stop: takes what wants this version of the reader, and what wants the newest unless a newer
 * one runs; reads; stores in transactions of up to 32 documents; and acknowledges only then. Whatever is killed in between, each job's
 * effect is in the register once. A job that cannot be done is put aside with the reason. Waits for a queue or register that is away.
 * Throws only what is a bug of ours.
 */
export async function work(worker: Worker): Promise<void> {
  const { queue, reader, signal } = worker;
  const held = new HeldJobs(2 * BATCH, queue.ackWaitMs);
  const stopAlive = sayAlive(queue, reader.id);
  const stop = new AbortController();
  const end = (): void => {
    stop.abort();
    held.end();
  };
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  const fetching = Promise.all([fetchLoop(worker, held, reader.id, stop.signal), fetchLoop(worker, held, NEWEST, stop.signal)]);
  const emptied = worker.untilEmpty === true ? endWhenEmpty(worker, held, stop.signal, end) : Promise.resolve();
  try {
    const limits = { most: BATCH, mostSize: BATCH_BYTES, sizeOf: (message: JsMsg) => message.data.length, patienceMs: 50 };
    let before: Promise<readonly Group[]> | null = null;
    for await (const given of chunksOf(held, limits)) {
      // What was given back meanwhile is another's.
      const messages = given.filter((message) => held.has(message));
      const begun = begin(worker, held, messages);
      begun.catch(() => undefined);
      try {
        if (before !== null) await finish(worker, held, await before);
        before = begun;
        if (messages.length < BATCH || held.size <= messages.length) {
          await finish(worker, held, await begun);
          before = null;
        }
      } catch (error) {
        if (!(error instanceof RegisterAway)) throw error;
        await begun.catch(() => undefined);
        before = null;
        held.pause();
        await untilRegisterAnswers(worker);
        held.resume();
      }
    }
    if (before !== null) await finish(worker, held, await before);
  } catch (error) {
    if (!(error instanceof GivenBack) && !(error instanceof RegisterAway)) throw error;
  } finally {
    signal.removeEventListener('abort', end);
    end();
    await Promise.all([fetching, emptied]);
    held.close();
    stopAlive();
  }
}

/** Jobs of one question and day, read. */
interface Group {
  readonly assignment: Assignment;
  readonly taken: readonly Taken[];
  readonly done: readonly ReadJob[];
}

/** Takes messages of one wish from the queue as long as there is room, whatever happens to the servers. */
async function fetchLoop({ queue, reader, say }: Worker, held: HeldJobs, wish: string, signal: AbortSignal): Promise<void> {
  const isStopped = (): boolean => signal.aborted;
  let pauseMs = 0;
  let askedAt = Number.NEGATIVE_INFINITY;
  /** Asked at most every two seconds. */
  const mustLeaveIt = async (): Promise<boolean> => {
    if (wish !== NEWEST || performance.now() - askedAt < LOOK_FOR_NEWER_MS) return false;
    const isBehind = await isOutdated(queue, reader.id);
    askedAt = isBehind ? Number.NEGATIVE_INFINITY : performance.now();
    return isBehind;
  };
  while (!isStopped()) {
    await pause(pauseMs, signal);
    try {
      if (await mustLeaveIt()) {
        pauseMs = LOOK_FOR_NEWER_MS;
        continue;
      }
      const consumer = await queue.consumer(wish);
      pauseMs = 0;
      while (!isStopped() && pauseMs === 0) {
        const room = Math.min(BATCH, held.room);
        if (room <= 0) {
          await pause(20, signal);
          continue;
        }
        const messages = await consumer.fetch({ max_messages: room, expires: FETCH_MS });
        for await (const message of messages) held.take(message);
        if (await mustLeaveIt()) pauseMs = LOOK_FOR_NEWER_MS;
      }
    } catch (error) {
      if (isStopped()) return;
      say?.({ kind: 'waiting', message: `The queue ${queue.shown} does not answer (${error instanceof Error ? error.message : String(error)}); waiting for it.` });
      pauseMs = 500;
    }
  }
}

/** Ends the work when, twice in a row, nothing waits and nobody is at anything. */
async function endWhenEmpty({ queue, reader }: Worker, held: HeldJobs, signal: AbortSignal, end: () => void): Promise<void> {
  let quiet = 0;
  while (!signal.aborted) {
    await pause(300, signal);
    try {
      const infos = await Promise.all([reader.id, NEWEST].map((wish) => queue.manager.consumers.info(JOBS, consumerName(wish))));
      quiet = held.size === 0 && infos.every(({ num_pending, num_ack_pending }) => num_pending === 0 && num_ack_pending === 0) ? quiet + 1 : 0;
    } catch {
      quiet = 0;
    }
    if (quiet >= 2) end();
  }
}

/** Reads the jobs of a batch, grouped by question; answers at once what cannot be done. */
async function begin(worker: Worker, held: HeldJobs, messages: readonly JsMsg[]): Promise<readonly Group[]> {
  const groups = new Map<string, Taken[]>();
  for (const from of messages) {
    if (from.info.deliveryCount > MOST_DELIVERIES) {
      await buryOne(worker, held, from, `it was given out ${String(MOST_DELIVERIES)} times and never done`);
      continue;
    }
    const received = readMessage(from.data);
    if ('error' in received) {
      await buryOne(worker, held, from, received.error);
      continue;
    }
    const { message } = received;
    const document = received.document ?? (await patiently(worker, () => worker.register.document(message.document.id)));
    if (document === null) {
      await failOne(worker, held, from, message, 'its text is not in the register');
      continue;
    }
    const key = JSON.stringify([message.question, message.today]);
    groups.set(key, [...(groups.get(key) ?? []), { from, message, document }]);
  }
  const read: Group[] = [];
  for (const taken of groups.values()) {
    const [first] = taken;
    if (first === undefined) continue;
    const question = await patiently(worker, () => worker.register.question(first.message.question));
    if (question === null) for (const { from, message } of taken) await failOne(worker, held, from, message, `the register has no question "${message.question}"`);
    else read.push(await readGroup(worker, question, first.message.today, taken));
  }
  return read;
}

async function readGroup(worker: Worker, question: Question, today: IsoDate, taken: readonly Taken[]): Promise<Group> {
  const assignment = { question, reader: worker.reader, today };
  const jobs = taken.map(({ document, message }): Job => ({ document, seenAt: message.seenAt }));
  const done = await traced('read jobs', { 'messaging.batch.message_count': jobs.length }, () => patiently(worker, () => readJobs(worker.register, assignment, jobs, worker.read)), carriersOf(taken), SpanKind.CONSUMER);
  return { assignment, taken, done };
}

/** The traces that handed the jobs in. */
const carriersOf = (taken: readonly Taken[]): Carrier[] =>
  taken.flatMap(({ from }) => {
    const traceparent = from.headers?.get('traceparent');
    return traceparent ? [{ traceparent }] : [];
  });

/** Stores what was read and acknowledges it. */
async function finish(worker: Worker, held: HeldJobs, groups: readonly Group[]): Promise<void> {
  for (const group of groups) {
    try {
      await storeGroup(worker, held, group);
    } catch (error) {
      if (!(error instanceof HoldoutError) || isOfTheRegister(error)) throw error;
      if (error.code === 'question-changed') for (const { from } of group.taken) giveBack(held, from);
      else if (group.taken.length > 1) {
        // One of them is to blame: alone, each fails or succeeds by itself.
        for (const [i, taken] of group.taken.entries()) await finish(worker, held, [{ ...group, taken: [taken], done: group.done.slice(i, i + 1) }]);
      } else for (const { from, message } of group.taken) await failOne(worker, held, from, message, error.message);
    }
  }
}

async function storeGroup(worker: Worker, held: HeldJobs, { assignment, taken, done }: Group): Promise<void> {
  const stored = await traced('store jobs', { 'messaging.batch.message_count': taken.length }, () => patiently(worker, () => storeJobs(worker.register, assignment, done)), carriersOf(taken), SpanKind.CONSUMER);
  const totals = { read: 0, known: 0, signals: 0 };
  for (const [i, { from, message }] of taken.entries()) {
    const result = stored[i];
    if (result?.ok === false && result.error.code !== 'document-erased') {
      await failOne(worker, held, from, message, result.error.message);
      continue;
    }
    from.ack();
    held.drop(from);
    if (result?.ok === true && result.value.added) {
      totals.read += 1;
      totals.signals += result.value.signals;
    } else totals.known += 1;
  }
  worker.say?.({ kind: 'stored', ...totals });
}

/** Gives a job back for another try, or puts it aside after too many. */
async function failOne(worker: Worker, held: HeldJobs, from: JsMsg, message: JobMessage, reason: string): Promise<void> {
  if (from.info.deliveryCount >= MOST_FAILURES) await buryOne(worker, held, from, reason, message.document.title);
  else giveBack(held, from, RETRY_AFTER_MS);
}

function giveBack(held: HeldJobs, from: JsMsg, afterMs = 0): void {
  from.nak(afterMs);
  held.drop(from);
}

async function buryOne({ queue, say }: Worker, held: HeldJobs, from: JsMsg, reason: string, title = 'a job'): Promise<void> {
  // Where the queue is away, the job comes back by itself and is put aside then.
  await bury(queue, from, reason).then(
    () => say?.({ kind: 'dead', title, reason }),
    () => undefined,
  );
  held.drop(from);
}

/** Whether a failure is of the register itself, rather than of what was to be stored. */
const isOfTheRegister = ({ code, category }: HoldoutError): boolean => code.startsWith('register-') && category !== 'ours';

/** Failures that pass when somebody brings the register back or makes room. */
const PASSING = new Set(['register-unreachable', 'disk-full']);

/** Does something with the register again while it is away, with growing pauses; gives up when the work ends, or when it stays away (`RegisterAway`). */
async function patiently<T>({ signal, say, giveBackAfterMs = GIVE_BACK_AFTER_MS }: Worker, action: () => Promise<T>): Promise<T> {
  const began = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof HoldoutError) || !PASSING.has(error.code)) throw error;
      if (signal.aborted) throw new GivenBack();
      // A full disk is full for every worker.
      const isGivenUp = error.code === 'register-unreachable' && performance.now() - began > giveBackAfterMs;
      say?.({ kind: 'waiting', message: isGivenUp ? `${error.message} Its jobs go back to the queue meanwhile.` : error.message });
      if (isGivenUp) throw new RegisterAway();
      await pause(Math.min(LONGEST_PAUSE_MS, 100 * 2 ** attempt), signal);
    }
  }
}

async function untilRegisterAnswers({ register, signal, giveBackAfterMs = GIVE_BACK_AFTER_MS }: Worker): Promise<void> {
  while (!signal.aborted) {
    await pause(Math.min(LONGEST_PAUSE_MS, giveBackAfterMs), signal);
    try {
      await register.erased([]);
      return;
    } catch (error) {
      if (!(error instanceof HoldoutError) || !PASSING.has(error.code)) throw error;
    }
  }
}

/** The register stays away: others may reach it. */
class RegisterAway extends Error {}

/** The register is away and the work is to end: what is held goes back to the queue. */
class GivenBack extends Error {}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  ms === 0 || signal.aborted
    ? Promise.resolve()
    : new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        signal.addEventListener('abort', done, { once: true });
      });
