import { ACTS } from './rule.js';
import { ACT_INDEX, totalOf, type CompiledRule } from './compile-rule.js';

/** A demand: chosen candidates' gains must reach the deficit. */
export interface Demand {
  /** Gain of each candidate, 0 or more. */
  readonly gains: readonly number[];
  readonly deficit: number;
}

/**
 * The fewest members of `candidates` (indices) whose move to yes adopts, others acting as in `acts`; null when even all of them are not
 * enough. Exact: for each alternative of the rule a smallest cover of its unmet constraints. Among equals, earlier candidates are taken.
 */
export function fewestFlips(compiled: CompiledRule, acts: ArrayLike<number>, candidates: readonly number[]): readonly number[] | null {
  let best: readonly number[] | null = null;
  for (const constraints of compiled.alternatives) {
    const demands = constraints.flatMap((c): Demand[] => {
      const deficit = c.need - totalOf(c, acts);
      if (deficit <= 0) return [];
      return [{ deficit, gains: candidates.map((i) => (c.values[i * ACTS.length + ACT_INDEX.yes] ?? 0) - (c.values[i * ACTS.length + (acts[i] ?? 0)] ?? 0)) }];
    });
    const cover = smallestCover(demands, candidates.length);
    if (cover && (best === null || cover.length < best.length)) best = cover.map((k) => candidates[k] ?? 0);
  }
  return best;
}

/**
 * A smallest set of candidates 0..n−1 that meets every demand, or null. One demand: greedy by gain, O(n log n), which is exact. Several:
 * members that no cover can spare are forced, then depth-first search by set size over classes of equal candidates, cut where the best
 * remaining gains cannot reach a deficit. Worst case exponential in the number of classes; two demands of which one counts heads take the
 * greedy path in practice (28 states: microseconds).
 */
export function smallestCover(demands: readonly Demand[], n: number): readonly number[] | null {
  if (demands.length === 0) return [];
  for (const d of demands) if (sum(d.gains) < d.deficit) return null;
  if (demands.length === 1 && demands[0]) return greedy(demands[0]);
  const forced = new Set<number>();
  for (const d of demands) {
    const total = sum(d.gains);
    d.gains.forEach((g, i) => {
      if (total - g < d.deficit) forced.add(i);
    });
  }
  const rest = Array.from({ length: n }, (_, i) => i).filter((i) => !forced.has(i) && demands.some((d) => (d.gains[i] ?? 0) > 0));
  const open = demands
    .map((d) => ({ gains: d.gains, deficit: d.deficit - sum([...forced].map((i) => d.gains[i] ?? 0)) }))
    .filter((d) => d.deficit > 0);
  if (open.length === 0) return [...forced].sort((a, b) => a - b);
  const classes = classesOf(rest, open);
  for (let size = lowerBound(rest, open); size <= rest.length; size++) {
    const found = search(classes, open, size);
    if (found) return [...forced, ...found].sort((a, b) => a - b);
  }
  return null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function greedy(demand: Demand): readonly number[] {
  const order = demand.gains.map((g, i) => [g, i] as const).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  const chosen: number[] = [];
  let left = demand.deficit;
  for (const [gain, i] of order) {
    if (left <= 0) break;
    chosen.push(i);
    left -= gain;
  }
  return chosen.sort((a, b) => a - b);
}

function lowerBound(rest: readonly number[], demands: readonly Demand[]): number {
  return Math.max(...demands.map((d) => greedy({ gains: rest.map((i) => d.gains[i] ?? 0), deficit: d.deficit }).length));
}

interface Class {
  readonly members: readonly number[];
  readonly gains: readonly number[];
}

/** Candidates with equal gains in every demand are one class; strongest classes first, so that the first dive is near the best. */
function classesOf(rest: readonly number[], demands: readonly Demand[]): readonly Class[] {
  const byKey = new Map<string, { members: number[]; gains: number[] }>();
  for (const i of rest) {
    const gains = demands.map((d) => d.gains[i] ?? 0);
    const known = byKey.get(gains.join());
    if (known) known.members.push(i);
    else byKey.set(gains.join(), { members: [i], gains });
  }
  const strength = (c: Class): number => sum(c.gains.map((g, k) => g / (demands[k]?.deficit ?? 1)));
  return [...byKey.values()].sort((a, b) => strength(b) - strength(a));
}

/** A cover of exactly `size` members at most, or null. */
function search(classes: readonly Class[], demands: readonly Demand[], size: number): readonly number[] | null {
  // reach[k][j]: prefix sums of the gains in demand k of the members of classes j.., largest first.
  const reach = demands.map((_, k) =>
    classes.map((_, j) => {
      const gains = classes.slice(j).flatMap((c) => c.members.map(() => c.gains[k] ?? 0)).sort((a, b) => b - a);
      const prefix = [0];
      for (const g of gains) prefix.push((prefix.at(-1) ?? 0) + g);
      return prefix;
    }),
  );
  const take: number[] = [];
  const dive = (j: number, left: number, deficits: readonly number[]): boolean => {
    if (deficits.every((d) => d <= 0)) return true;
    const cls = classes[j];
    if (!cls || left === 0) return false;
    for (let k = 0; k < deficits.length; k++) {
      const prefix = reach[k]?.[j] ?? [0];
      if ((prefix[Math.min(left, prefix.length - 1)] ?? 0) < (deficits[k] ?? 0)) return false;
    }
    for (let c = Math.min(left, cls.members.length); c >= 0; c--) {
      take[j] = c;
      if (dive(j + 1, left - c, deficits.map((d, k) => d - c * (cls.gains[k] ?? 0)))) return true;
    }
    take[j] = 0;
    return false;
  };
  return dive(0, size, demands.map((d) => d.deficit)) ? classes.flatMap((c, j) => c.members.slice(0, take[j] ?? 0)) : null;
}
