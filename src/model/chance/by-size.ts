import type { NormalGame } from '../power/game.js';
import { thresholdBySize } from '../power/game.js';
import type { AdoptionChance } from './adoption-chance.js';

/**
 * Where only the number of yes votes counts: coefficients of Π(1 − p + p·x), for all members and without each. O(n²) for each distinct
 * chance.
 */
export function chancesBySize(game: NormalGame, chances: readonly number[]): AdoptionChance {
  const first = thresholdBySize(game).findIndex((x) => x === -Infinity);
  const quota = first < 0 ? game.n + 1 : first;
  const known = new Map<number, number>();
  const pivotOf = (i: number): number => {
    const p = chances[i] ?? 0;
    // Members with one chance are alike.
    const found = known.get(p) ?? (distribution(chances.filter((_, k) => k !== i))[quota - 1] ?? 0);
    known.set(p, found);
    return found;
  };
  return { adoption: distribution(chances).slice(quota).reduce((a, b) => a + b, 0), pivot: chances.map((_, i) => pivotOf(i)) };
}

/** Chance of each number of yes votes. */
function distribution(chances: readonly number[]): Float64Array {
  const f = new Float64Array(chances.length + 1);
  f[0] = 1;
  chances.forEach((p, k) => {
    for (let s = k + 1; s >= 1; s--) f[s] = (f[s] ?? 0) * (1 - p) + (f[s - 1] ?? 0) * p;
    f[0] = (f[0] ?? 0) * (1 - p);
  });
  return f;
}
