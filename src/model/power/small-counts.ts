import { subsetsAtLeast } from './subset-counts.js';
import type { CountsBySize } from './weighted-counts.js';
import type { MinimalBySize } from './enumerate.js';

/** Largest game that is counted by meeting in the middle: seconds at 34, milliseconds at 27. */
export const MOST_MET_IN_THE_MIDDLE = 34;

/** Winning coalitions by size where winning depends on size and one weight: `least[s]` is the least winning weight of s members. */
export function smallCountsBySize(weights: readonly number[], least: readonly number[]): CountsBySize {
  return { all: big(subsetsAtLeast(weights, least)), of: perWeight(weights, (i) => withMember(weights, i, least)) };
}

/** Those that hold member i: subsets of the others, one smaller, that reach what i leaves to reach. */
function withMember(weights: readonly number[], i: number, least: readonly number[]): readonly bigint[] {
  const w = weights[i] ?? 0;
  return [0n, ...big(subsetsAtLeast(weights.filter((_, k) => k !== i), least.slice(1).map((x) => x - w)))];
}

/**
 * Minimal winning coalitions. Winning depends on size and weight, so a coalition is minimal when it loses without its lightest member:
 * for each member j as the lightest, the heavier ones that win with j and lose without.
 */
export function smallMinimalBySize(weights: readonly number[], least: readonly number[]): MinimalBySize {
  const n = weights.length;
  const order = weights.map((_, i) => i).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  const all = new Array<bigint>(n + 1).fill(0n);
  const of = weights.map(() => new Array<bigint>(n + 1).fill(0n));
  const add = (row: bigint[] | undefined, size: number, x: bigint): void => {
    if (row) row[size] = (row[size] ?? 0n) + x;
  };
  order.forEach((j, place) => {
    const heavier = order.slice(0, place);
    const w = weights[j] ?? 0;
    // T of size s − 1 among the heavier: at least least[s] − w, and less than least[s − 1].
    const between = (pool: readonly number[], taken: number, base: number): readonly bigint[] => {
      const shifted = (offset: number, minus: number): number[] => Array.from({ length: pool.length + 1 }, (_, k) => (least[k + offset] ?? Infinity) - minus);
      const reach = shifted(taken + 1, w + base);
      const lose = shifted(taken, base).map((x, k) => Math.max(x, reach[k] ?? Infinity));
      const [a, b] = [subsetsAtLeast(pool.map((i) => weights[i] ?? 0), reach), subsetsAtLeast(pool.map((i) => weights[i] ?? 0), lose)];
      return a.map((x, k) => BigInt(x - (b[k] ?? 0)));
    };
    between(heavier, 0, 0).forEach((x, k) => {
      add(all, k + 1, x);
      add(of[j], k + 1, x);
    });
    const known = new Map<number, readonly bigint[]>();
    for (const i of heavier) {
      const wi = weights[i] ?? 0;
      const counts = known.get(wi) ?? between(heavier.filter((x) => x !== i), 1, wi);
      known.set(wi, counts);
      counts.forEach((x, k) => {
        add(of[i], k + 2, x);
      });
    }
  });
  return { all, of };
}

const big = (row: readonly number[]): readonly bigint[] => row.map(BigInt);

/** Equal weights have equal counts. */
function perWeight<T>(weights: readonly number[], of: (i: number) => T): readonly T[] {
  const known = new Map<number, T>();
  return weights.map((w, i) => {
    const found = known.get(w) ?? of(i);
    known.set(w, found);
    return found;
  });
}
