import type { NormalGame } from '../power/game.js';
import { thresholdBySize } from '../power/game.js';
import type { AdoptionChance } from './adoption-chance.js';

/** The weight that decides whatever the size; null where sizes matter too. */
function singleQuota(game: NormalGame): number | null {
  const [first, ...others] = new Set(thresholdBySize(game));
  return first !== undefined && others.length === 0 && Number.isFinite(first) ? first : null;
}

/** Multiplications that `chancesByWeight` takes; null where it does not apply. */
export function weightWork(game: NormalGame): number | null {
  const quota = singleQuota(game);
  return quota === null ? null : game.n * (game.vectors[0] ?? []).reduce((a, b) => a + b, 0);
}

/**
 * Where one weight decides (the Fund's votes): the distribution of the yes votes' weight, and for each member the same without it, by
 * dividing its factor 1 − p + p·x^w out of the sums – upwards or downwards, whichever does not let rounding grow. O(n · total).
 */
export function chancesByWeight(game: NormalGame, chances: readonly number[]): AdoptionChance {
  const weights = game.vectors[0] ?? [];
  const quota = singleQuota(game) ?? 0;
  const total = weights.reduce((a, b) => a + b, 0);
  if (quota <= 0 || quota > total) return { adoption: quota <= 0 ? 1 : 0, pivot: weights.map(() => 0) };
  const sums = prefixSums(distribution(weights, chances, total));
  /** Chance that the yes votes weigh x at most. */
  const upTo = (x: number): number => (x < 0 ? 0 : x >= total ? 1 : (sums[x] ?? 0));
  /** The same without member i. */
  const upToWithout = (i: number, x: number): number => {
    const [w, p] = [weights[i] ?? 0, chances[i] ?? 0];
    let [value, factor] = [0, p <= 0.5 ? 1 / (1 - p) : 1 / p];
    if (p <= 0.5) for (let y = x; y >= 0 && Math.abs(factor) > NEGLIGIBLE; y -= w, factor *= -p / (1 - p)) value += factor * upTo(y);
    else {
      let y = x + w;
      for (; y < total && Math.abs(factor) > NEGLIGIBLE; y += w, factor *= -(1 - p) / p) value += factor * upTo(y);
      // Beyond the total every sum is 1: the rest of the alternating series.
      if (y >= total) value += factor * p;
    }
    return value;
  };
  return {
    adoption: 1 - upTo(quota - 1),
    pivot: weights.map((w, i) => (w === 0 ? 0 : Math.max(0, upToWithout(i, quota - 1) - upToWithout(i, quota - 1 - w)))),
  };
}

/** A factor at which the rest of a falling series no longer shows. */
const NEGLIGIBLE = 1e-18;

/** Coefficients of Π(1 − p + p·x^w), light members first, so that early passes are short. */
function distribution(weights: readonly number[], chances: readonly number[], total: number): Float64Array {
  const f = new Float64Array(total + 1);
  f[0] = 1;
  let reach = 0;
  for (const i of weights.map((_, k) => k).sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0))) {
    const [w, p] = [weights[i] ?? 0, chances[i] ?? 0];
    if (w === 0) continue;
    reach += w;
    for (let a = reach; a >= w; a--) f[a] = (1 - p) * (f[a] ?? 0) + p * (f[a - w] ?? 0);
    for (let a = w - 1; a >= 0; a--) f[a] = (1 - p) * (f[a] ?? 0);
  }
  return f;
}

/** Running sums with the rounding carried along (Kahan). */
function prefixSums(f: Float64Array): Float64Array {
  let [sum, lost] = [0, 0];
  for (let a = 0; a < f.length; a++) {
    const add = (f[a] ?? 0) - lost;
    const next = sum + add;
    lost = next - sum - add;
    f[a] = sum = next;
  }
  return f;
}
