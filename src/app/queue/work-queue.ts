import type { Register } from '../../register/index.js';
import { offlineReader } from '../../work/offline-reader.js';
import { defaultThreads } from '../../work/read-in-order.js';
import { ReadingPool } from '../../work/threads/reading-pool.js';
import { work, type WorkEvent } from '../../work/queue/work.js';
import type { Queue } from '../../work/queue/queue.js';

export { openQueue, type Queue, type QueueOptions } from '../../work/queue/queue.js';
export { deadLetters, queueState, resubmit, type DeadLetter } from '../../work/queue/dead-letters.js';
export { readersAlive } from '../../work/queue/readers-alive.js';
export type { WorkEvent } from '../../work/queue/work.js';

/** Does a queue's jobs with the offline reader in threads, as `work` says. */
export async function workQueue(
  queue: Queue,
  register: Register,
  how: { readonly threads?: number; readonly signal: AbortSignal; readonly untilEmpty?: boolean; readonly say?: (event: WorkEvent) => void },
): Promise<void> {
  const threads = how.threads ?? defaultThreads();
  const pool = threads === 0 ? null : new ReadingPool(threads);
  try {
    await work({
      queue,
      register,
      reader: offlineReader,
      read: pool === null ? offlineReader.read : (document, question, kept) => pool.read(document, question, kept),
      signal: how.signal,
      untilEmpty: how.untilEmpty ?? false,
      ...(how.say === undefined ? {} : { say: how.say }),
    });
  } finally {
    await pool?.close();
  }
}
