import type { Document } from '../src/domain/document.js';
import { HoldoutError } from '../src/domain/failure.js';
import type { IsoDate } from '../src/domain/ids.js';
import { openRegister } from '../src/register/index.js';
import { offlineReader } from '../src/work/offline-reader.js';
import type { Item } from '../src/work/read-in-order.js';
import { queueState } from '../src/work/queue/dead-letters.js';
import { openQueue } from '../src/work/queue/queue.js';
import { submitAll } from '../src/work/queue/submit.js';
import { hashOf } from '../tests/work/hash-of.js';
import { inventedCoverage, inventedQuestion as question } from '../tests/work/invented-coverage.js';
import { query } from '../tests/register/postgres-server.js';
import type { Place } from './place.js';
import { Workers } from './workers.js';

const TODAY = '2025-06-01' as IsoDate;

/** Something that is done to a running system; it ends when the system may recover. */
export interface Fault {
  readonly name: string;
  inject(place: Place, workers: Workers): Promise<void>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
let turn = 0;

export const FAULTS = {
  worker: { name: 'kill -9 of a worker', inject: async (_, workers) => workers.kill() },
  postgres: {
    name: 'kill -9 of PostgreSQL and all its processes',
    inject: async ({ postgres }) => {
      await postgres.kill();
      await pause(500);
      await postgres.start();
    },
  },
  restart: { name: 'restart of PostgreSQL', inject: ({ postgres }) => postgres.restart() },
  node: {
    name: 'kill -9 of one of three NATS servers',
    inject: async ({ nats }) => {
      const node = turn++ % 3;
      await nats.kill(node);
      await pause(1_500);
      await nats.start(node);
    },
  },
  cut: {
    name: 'all connections to queue and register cut, none taken for a second',
    inject: async ({ proxies }) => {
      for (const proxy of proxies) {
        proxy.refuse(true);
        proxy.cut();
      }
      await pause(1_000);
      for (const proxy of proxies) proxy.refuse(false);
    },
  },
  delay: {
    name: 'every piece delayed by 150 ms for three seconds, then cut',
    inject: async ({ proxies }) => {
      for (const proxy of proxies) proxy.delay(150);
      await pause(3_000);
      for (const proxy of proxies) {
        proxy.delay(0);
        proxy.cut();
      }
    },
  },
  register: { name: 'the network to the register swallows everything for 45 seconds, connections open', inject: ({ proxies }) => silence(proxies.slice(0, 1), 45_000) },
  queue: { name: 'the network to the queue swallows everything for 30 seconds, connections open', inject: ({ proxies }) => silence(proxies.slice(1), 30_000) },
} satisfies Record<string, Fault>;

/** As long as it takes until both sides give a silent connection up, and then some. */
async function silence(proxies: Place['proxies'], ms: number): Promise<void> {
  for (const proxy of proxies) proxy.swallow(true);
  await pause(ms);
  for (const proxy of proxies) proxy.swallow(false);
}

/** What a register holds, for comparison. */
export interface Holding {
  readonly documents: number;
  readonly signals: number;
  readonly hash: string;
}

/** What came of a storm. */
export interface Aftermath extends Holding {
  /** Readings beyond one for each document. */
  readonly doubled: number;
  readonly dead: number;
  readonly injected: readonly string[];
  /** Submissions that failed and were run again. */
  readonly submissions: number;
  /** What workers said that died by themselves. */
  readonly ownDeaths: readonly string[];
  /** How often a worker said that a disk was full. */
  readonly fullDisks: number;
  /** Exit statuses of the workers when they were told to stop. */
  readonly exits: readonly (number | null)[];
  readonly seconds: number;
}

/** Reads so many invented documents without a queue or a fault, for comparison. */
export async function calm(address: string, count: number): Promise<Holding> {
  const { readInOrder } = await import('../src/work/read-in-order.js');
  const register = await openRegister(address, { mode: 'create' });
  await register.putQuestion(question);
  for await (const { stored } of readInOrder(register, { question, reader: offlineReader, today: TODAY }, itemsOf(inventedCoverage(count)))) if (stored?.ok !== true) throw new Error('a document was not read');
  const held = await holdingOf(address);
  await register.close();
  return held;
}

/** Has so many invented documents read by workers through a queue while faults are injected, evenly over the documents. */
export async function storm(place: Place, count: number, faults: readonly Fault[], workerCount = 2, note: (line: string) => void = () => undefined): Promise<Aftermath> {
  const began = performance.now();
  const register = await openRegister(place.registerItself, { mode: 'create' });
  await register.putQuestion(question);
  await register.close();
  const workers = new Workers(workerCount, place.queue, place.register);
  const injected: string[] = [];
  let submissions = 0;
  let isSubmitted = false;
  const submitting = (async () => {
    while (!isSubmitted) {
      submissions += 1;
      isSubmitted = await submitOnce(place, count);
    }
  })();
  let done = 0;
  let nextFault = 0;
  for (let idle = 0; !(isSubmitted && done >= count) && idle < 1_200; idle += 1) {
    const before = done;
    done = await readingsOf(place.registerItself).catch(() => done);
    if (done > before) idle = 0;
    const fault = faults[nextFault];
    if (fault !== undefined && done >= (count * (nextFault + 0.5)) / faults.length) {
      nextFault += 1;
      note(`${String(done)} of ${String(count)} documents: ${fault.name}`);
      await fault.inject(place, workers);
      injected.push(fault.name);
    }
    await pause(50);
  }
  await submitting;
  const dead = await untilQuiet(place);
  const exits = await workers.stop();
  const held = await holdingOf(place.registerItself);
  const doubled = (await readingsOf(place.registerItself)) - held.documents;
  return { ...held, doubled, dead, injected, submissions, ownDeaths: workers.ownDeaths, fullDisks: workers.fullDisks, exits, seconds: (performance.now() - began) / 1_000 };
}

/** Hands everything in; false when the register or queue was away, after which a person would run the command again. */
async function submitOnce({ queue: address, register: place }: Place, count: number): Promise<boolean> {
  try {
    const [register, queue] = [await openRegister(place, { mode: 'existing' }), await openQueue(address)];
    try {
      for await (const { submitted } of submitAll(queue, register, { question, wish: 'newest', reader: offlineReader.id, today: TODAY }, itemsOf(inventedCoverage(count)))) if (submitted?.ok !== true) throw new Error('a document was refused');
      return true;
    } finally {
      await register.close();
      await queue.close();
    }
  } catch (error) {
    if (!(error instanceof HoldoutError) || !/unreachable/.test(error.code)) throw error;
    await pause(300);
    return false;
  }
}

/** Waits until the queue holds nothing; gives the number of jobs that were put aside. */
async function untilQuiet({ queue: address }: Place): Promise<number> {
  const queue = await openQueue(address);
  try {
    for (let tries = 0; tries < 600; tries += 1) {
      const state = await queueState(queue).catch(() => null);
      if (state !== null && state.waiting + state.inWork === 0) return state.dead;
      await pause(100);
    }
    throw new Error('the queue is not done after a minute');
  } finally {
    await queue.close();
  }
}

const readingsOf = async (address: string): Promise<number> => Number(((await query(address, 'SELECT count(*)::int AS n FROM reading')).rows[0] as { n: number }).n);

async function holdingOf(address: string): Promise<Holding> {
  const register = await openRegister(address, { mode: 'existing' });
  try {
    const [documents, signals] = [await register.documents({ question: question.id }), await register.signals({ question: question.id })];
    return { documents: documents.length, signals: signals.length, hash: await hashOf(register, question.id) };
  } finally {
    await register.close();
  }
}

async function* itemsOf(documents: Iterable<Document>): AsyncGenerator<Item<null>> {
  for (const document of documents) yield { job: { document }, of: null };
}
