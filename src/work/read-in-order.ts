import { availableParallelism } from 'node:os';
import type { Failure } from '../domain/failure.js';
import type { Result } from '../domain/result.js';
import type { Register } from '../register/index.js';
import { readJobs, storeJobs, type ReadJob, type ReadText, type StoredReading } from './carry-out.js';
import { chunksOf } from './chunks.js';
import type { Assignment, Job } from './job.js';
import { offlineReader } from './offline-reader.js';
import { ReadingPool } from './threads/reading-pool.js';

/** Documents of one transaction, and the UTF-16 code units they may have together. */
const CHUNK = 32;
const CHUNK_CHARACTERS = 2_000_000;
/** A chunk with fewer documents or characters is read in this thread: starting one takes half a second. */
const FEWEST_FOR_THREADS = 6;
const FEWEST_CHARACTERS_FOR_THREADS = 30_000;
const PATIENCE_MS = 50;

/** An item of a source of work: a job, or something else that keeps its place between them. */
export interface Item<T> {
  readonly job: Job | null;
  readonly of: T;
}

/** What became of an item; `stored` is null for one without a job. */
export interface Done<T> {
  readonly of: T;
  readonly stored: Result<StoredReading, Failure> | null;
}

/** The thread that stores keeps about five that read busy, and each takes 80 MB. */
const MOST_THREADS = 8;

/** Threads that read by default: as many as processors, at most eight. */
export const defaultThreads = (): number => Math.min(MOST_THREADS, availableParallelism());

/**
 * Does the jobs of a source on this machine and gives what became of each, in the order of the source: reads in threads where there is
 * enough to read, in this one otherwise, and stores in transactions of up to 32 documents while the next are read. A stop at any moment
 * leaves whole documents. What is stored does not depend on the number of threads.
 * @param threads at most so many; 0 reads all in this thread. A reader with a language model is asked one text at a time
 */
export async function* readInOrder<T>(register: Register, assignment: Assignment, source: AsyncIterable<Item<T>>, threads = defaultThreads()): AsyncGenerator<Done<T>> {
  const isOffline = assignment.reader === offlineReader;
  const limits = { most: isOffline ? CHUNK : 1, mostSize: CHUNK_CHARACTERS, sizeOf: ({ job }: Item<T>) => job?.document.text.length ?? 0, patienceMs: PATIENCE_MS };
  let pool: ReadingPool | null = null;
  const readerFor = (jobs: readonly Job[]): ReadText => {
    const characters = jobs.reduce((n, { document }) => n + document.text.length, 0);
    if (pool === null && isOffline && threads > 0 && jobs.length >= FEWEST_FOR_THREADS && characters >= FEWEST_CHARACTERS_FOR_THREADS) pool = new ReadingPool(threads);
    const opened = pool;
    return opened === null ? assignment.reader.read : (document, question, kept) => opened.read(document, question, kept);
  };
  let before: Begun<T> | null = null;
  try {
    for await (const items of chunksOf(source, limits)) {
      const jobs = items.flatMap(({ job }) => (job === null ? [] : [job]));
      const begun: Begun<T> = { items, read: readJobs(register, assignment, jobs, readerFor(jobs)) };
      // A failure is thrown where it is waited for.
      begun.read.catch(() => undefined);
      if (before !== null) yield* finished(register, assignment, before);
      // Only while more is at hand may a chunk wait to be stored; a model's answer is stored before the next is paid for.
      before = isOffline && items.length === limits.most ? begun : null;
      if (before === null) yield* finished(register, assignment, begun);
    }
    if (before !== null) yield* finished(register, assignment, before);
  } finally {
    await (pool as ReadingPool | null)?.close();
  }
}

/** A chunk that is being read. */
interface Begun<T> {
  readonly items: readonly Item<T>[];
  readonly read: Promise<readonly ReadJob[]>;
}

async function* finished<T>(register: Register, assignment: Assignment, { items, read }: Begun<T>): AsyncGenerator<Done<T>> {
  const stored = await storeJobs(register, assignment, await read);
  let next = 0;
  for (const { job, of } of items) yield { of, stored: job === null ? null : (stored[next++] ?? null) };
}
