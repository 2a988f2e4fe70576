import fc from 'fast-check';
import type { FuzzTarget, Input } from './target.js';

/** An input that broke a promise. */
export interface Finding {
  readonly target: string;
  readonly seed: number;
  readonly input: Input;
  readonly what: string;
}

/** Beyond this an input counts as one that hangs; the slowest good one takes a hundredth. */
export const HANG_MS = 20_000;

/**
 * Tries a target with so many inputs, all told by the seed, and gives those that broke a promise, one for each way of breaking.
 * @param before is told before each input, so that somebody else can see which one does not come back
 */
export async function find(target: FuzzTarget, count: number, seed: number, before: (nth: number) => void = () => undefined): Promise<Finding[]> {
  const found = new Map<string, Finding>();
  let nth = 0;
  for (let done = 0; done < count; done += BATCH) {
    const batch = fc.sample(target.input, { seed: seed + done, numRuns: Math.min(BATCH, count - done) });
    for (const input of batch) {
      before((nth += 1));
      try {
        await target.check(input);
      } catch (error) {
        const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        const key = what.replace(/\d+|"[^"]*"/g, '…').slice(0, 60);
        const known = found.get(key);
        if (!known || input.length < known.input.length) found.set(key, { target: target.name, seed: seed + done, input, what });
      }
    }
  }
  return [...found.values()];
}
const BATCH = 500;
