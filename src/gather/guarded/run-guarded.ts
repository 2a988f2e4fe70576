import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { failed, megabytes } from '../failures.js';
import { MAX_EXTRACT_BYTES, MAX_EXTRACT_MS } from '../limits.js';
import type { GuardedAnswer, GuardedTask } from './task.js';

const WATCH_EVERY_MS = 100;

/** What one file may take. */
export interface Allowance {
  readonly ms: number;
  readonly bytes: number;
}

let idle: Worker | null = null;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Extracts one file in a worker that is ended when it takes more than its allowance of time or memory, so that a hostile file costs one
 * sentence. Files wait for their turn. Memory is the growth of the whole process: array buffers count to no thread.
 */
export function runGuarded(
  task: GuardedTask,
  allowance: Allowance = { ms: MAX_EXTRACT_MS, bytes: MAX_EXTRACT_BYTES },
): Promise<GuardedAnswer> {
  const answer = turn.then(() => extract(task, allowance));
  turn = answer.catch(() => undefined);
  return answer;
}

function extract(task: GuardedTask, allowance: Allowance): Promise<GuardedAnswer> {
  const worker = idle ?? startWorker();
  idle = null;
  return new Promise((resolve) => {
    const began = performance.now();
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      if (performance.now() - began > allowance.ms)
        end(
          failed(
            'input-too-large',
            `${task.name} takes longer than ${Math.round(allowance.ms / 1000)} seconds to read, so it was left; split it and read the parts.`,
          ),
        );
      else if (process.memoryUsage.rss() - before > allowance.bytes)
        end(
          failed(
            'input-too-large',
            `${task.name} unpacks to more than ${megabytes(allowance.bytes)} of memory, so it was left; it may be made to do harm.`,
          ),
        );
    }, WATCH_EVERY_MS);
    const settle = (answer: GuardedAnswer): void => {
      clearInterval(watch);
      worker.off('message', answered);
      worker.off('error', died);
      resolve(answer);
    };
    const end = (answer: GuardedAnswer): void => {
      settle(answer);
      worker.once('error', () => undefined);
      void worker.terminate();
    };
    const answered = (answer: GuardedAnswer): void => {
      settle(answer);
      worker.unref();
      idle = worker;
    };
    const died = (): void =>
      end(
        failed(
          'input-unreadable',
          `${task.name} is damaged and cannot be read; open it, save it again and read the result.`,
        ),
      );
    worker.on('message', answered);
    worker.on('error', died);
    worker.ref();
    // A copy of its own: a Buffer may lie in memory that it shares.
    const bytes = new Uint8Array(task.bytes);
    worker.postMessage({ ...task, bytes }, [bytes.buffer]);
  });
}

function startWorker(): Worker {
  for (const place of ['./extract-worker.js', '../../../dist/extract-worker.js']) {
    const file = fileURLToPath(new URL(place, import.meta.url));
    if (existsSync(file))
      return new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MAX_EXTRACT_BYTES / 1e6 } });
  }
  throw new Error('dist/extract-worker.js is missing; run npm run build');
}
