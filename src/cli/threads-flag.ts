import { Option } from 'commander';
import { HoldoutError } from '../domain/failure.js';

/** How many threads read, as a flag. */
export interface ThreadsFlag {
  readonly threads?: string;
}

export const threadsOption = (): Option => new Option('--threads <number>', 'threads that read; as many as processors when absent (at most eight), 0 for none');

/** The number of threads that a flag asks for; undefined where it is absent. Fails with `usage`. */
export function threadsOf({ threads }: ThreadsFlag): number | undefined {
  if (threads === undefined) return undefined;
  const number = Number(threads);
  if (/^\d{1,3}$/.test(threads) && number <= 256) return number;
  throw new HoldoutError('usage', `--threads is "${threads}"; give a whole number from 0 to 256.`);
}
