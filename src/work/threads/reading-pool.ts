import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SourceText } from '../../domain/document.js';
import type { Failure } from '../../domain/failure.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { ReadableQuestion } from '../../read/read-document.js';
import type { ReaderAnswer } from '../../read/reader.js';
import type { ThreadAnswer, ThreadTask } from './task.js';

/** What one text may take before its thread is ended: forty times what reading takes on a slow machine. */
const LEAST_MS = 60_000;
const MS_A_CHARACTER = 0.5;
/** Heap of one thread: the longest text that is read takes about half of it. */
const HEAP_MB = 2_000;

/** Threads that read, each one text at a time. A text that ends its thread costs one sentence, and another thread takes its place. */
export class ReadingPool {
  readonly #size: number;
  readonly #script: string | URL;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  /** What each thread was asked last: a question is copied into a thread once, not with every text. */
  readonly #asked = new WeakMap<Worker, ReadableQuestion>();
  readonly #waiting: ((worker: Worker) => void)[] = [];
  #isClosed = false;

  /** @param script the thread's program, for tests of what a text may do to it */
  constructor(size: number, script: string | URL = readThread()) {
    this.#size = size;
    this.#script = script;
  }

  get size(): number {
    return this.#size;
  }

  /** Reads a text in the next thread that is free. Fails with `reader-failed`. */
  async read(source: SourceText, question: ReadableQuestion, kept: Uint8Array | null = null): Promise<Result<ReaderAnswer, Failure>> {
    const worker = await this.#take();
    return new Promise((resolve) => {
      const settle = (answer: Result<ReaderAnswer, Failure>, isUsable: boolean): void => {
        clearTimeout(watch);
        worker.off('message', onMessage);
        worker.off('error', onError);
        worker.off('exit', onExit);
        this.#giveBack(worker, isUsable);
        resolve(answer);
      };
      const limitMs = LEAST_MS + MS_A_CHARACTER * source.text.length;
      const watch = setTimeout(() => settle(failed(`it took longer than ${String(Math.round(limitMs / 1_000))} seconds`), false), limitMs);
      const onMessage = (answer: ThreadAnswer): void => settle('reading' in answer ? ok(answer) : failed(answer.error), true);
      const onError = (error: Error): void => settle(failed(error.message), false);
      const onExit = (): void => settle(failed('its thread ended'), false);
      worker.on('message', onMessage);
      worker.on('error', onError);
      worker.on('exit', onExit);
      const { text, title, publisher, published, address } = source;
      const given = { text, ...(title === undefined ? {} : { title }), ...(publisher === undefined ? {} : { publisher }), ...(published === undefined ? {} : { published }), ...(address === undefined ? {} : { address }) };
      worker.ref();
      worker.postMessage({ source: given, kept, ...(this.#asked.get(worker) === question ? {} : { question }) } satisfies ThreadTask);
      this.#asked.set(worker, question);
    });
  }

  /** Ends all threads; what they are at fails, and what waits for one is never answered. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
    this.#all.clear();
  }

  #take(): Promise<Worker> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return Promise.resolve(idle);
    if (this.#all.size < this.#size) return Promise.resolve(this.#start());
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    // One listener for each event stays for good: an error without any would end the process.
    worker.on('error', () => undefined);
    this.#all.add(worker);
    return worker;
  }

  #giveBack(worker: Worker, isUsable: boolean): void {
    if (!isUsable) {
      this.#all.delete(worker);
      void worker.terminate();
    }
    if (this.#isClosed) return;
    const next = this.#waiting.shift();
    if (next !== undefined) next(isUsable ? worker : this.#start());
    else if (isUsable) {
      // An idle thread keeps no process alive.
      worker.unref();
      this.#idle.push(worker);
    }
  }
}

const failed = (why: string): Result<never, Failure> =>
  err({ code: 'reader-failed', category: 'ours', message: `The reader failed on this text (${why.split('\n')[0] ?? ''}); the rest goes on, please report this bug of Holdout.` });

function readThread(): string {
  for (const place of ['./read-thread.js', '../../../dist/read-thread.js']) {
    const file = fileURLToPath(new URL(place, import.meta.url));
    if (existsSync(file)) return file;
  }
  throw new Error('dist/read-thread.js is missing; run npm run build');
}
