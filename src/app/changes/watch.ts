import type { IsoDate } from '../../domain/ids.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Register } from '../../register/index.js';
import { changesFrom, type Change } from './changes.js';

/** What a watcher sees: the changes since the last it saw, at an instant from which watching can go on. */
export interface Seen {
  readonly at: Date;
  readonly changes: readonly Change[];
}

export interface WatchOptions {
  /** Where an earlier watch ended; now when absent. */
  readonly since?: Date | undefined;
  readonly option?: string | undefined;
  /** Between two looks at the register, in milliseconds. */
  readonly pollMs?: number;
  readonly signal: AbortSignal;
}

/**
 * The changes of a question as they are recorded, by this process or another: first those since `since`, then each time something is
 * learned. What was missed while nobody watched is told when watching goes on. Ends when the signal aborts.
 */
export async function* watchChanges(register: Register, question: string, today: () => IsoDate, options: WatchOptions): AsyncGenerator<Seen> {
  const { signal, pollMs = 2_000 } = options;
  let last = options.since ?? (await register.lastInstant(question)) ?? new Date(0);
  yield { at: last, changes: [] };
  while (!signal.aborted) {
    const newest = await register.lastInstant(question);
    if (newest !== null && newest > last) {
      const changes = unwrap(await changesFrom(register, question, options.option, last, newest, today()));
      last = newest;
      yield { at: newest, changes };
      continue;
    }
    await pause(pollMs, signal);
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
