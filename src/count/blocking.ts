import { ACTS } from './rule.js';
import { ACT_INDEX, type CompiledRule } from './compile-rule.js';

/** Who can stop adoption, whatever all the others do. Groups are lists of member indices. */
export interface BlockingGroups {
  readonly alone: readonly number[];
  /** Minimal groups of two or more, smallest first. */
  readonly groups: readonly (readonly number[])[];
  /** Whether `groups` holds them all; false when the list was cut. */
  readonly complete: boolean;
}

/** A list longer than this helps nobody; the work limit keeps a count of 193 members within a millisecond or so. */
const MOST_GROUPS = 12;
const MOST_STEPS = 4000;

/**
 * Minimal sets of `pool` whose no stops adoption when everybody else votes yes. Singles are exact in O(pool · constraints). Groups are
 * searched by size; a branch is cut when even all of the pool's rest would not block.
 */
export function blockingGroups(compiled: CompiledRule, pool: readonly number[], options: { readonly singlesOnly?: boolean } = {}): BlockingGroups {
  const constraints = compiled.alternatives.map((a) =>
    a.map((c) => {
      let slack = -c.need;
      for (let i = 0; i < compiled.members.length; i++) slack += c.values[i * ACTS.length + ACT_INDEX.yes] ?? 0;
      const loss = compiled.members.map((_, i) => (c.values[i * ACTS.length + ACT_INDEX.yes] ?? 0) - (c.values[i * ACTS.length + ACT_INDEX.no] ?? 0));
      return { slack, loss };
    }),
  );
  const flat = constraints.flat();
  const blocks = (lost: readonly number[]): boolean => {
    let at = 0;
    return constraints.every((a) => {
      const violated = a.some((c, k) => (lost[at + k] ?? 0) > c.slack);
      at += a.length;
      return violated;
    });
  };
  const lostBy = (group: readonly number[]): number[] => flat.map((c) => group.reduce((s, i) => s + (c.loss[i] ?? 0), 0));
  const alone = pool.filter((i) => blocks(lostBy([i])));
  if (options.singlesOnly === true) return { alone, groups: [], complete: false };
  const rest = pool.filter((i) => !alone.includes(i) && flat.some((c) => (c.loss[i] ?? 0) > 0));
  if (rest.length < 2 || !blocks(lostBy(rest))) return { alone, groups: [], complete: true };

  // Strongest first, so that small groups come early; suffix sums bound what the rest of the pool can add.
  const order = [...rest].sort((a, b) => strength(b) - strength(a) || a - b);
  function strength(i: number): number {
    return flat.reduce((s, c) => s + (c.loss[i] ?? 0) / Math.max(1, c.slack + 1), 0);
  }
  const suffix: number[][] = order.map(() => []);
  let running = flat.map(() => 0);
  for (let j = order.length - 1; j >= 0; j--) {
    running = running.map((s, k) => s + (flat[k]?.loss[order[j] ?? 0] ?? 0));
    suffix[j] = running;
  }
  const groups: (readonly number[])[] = [];
  let steps = 0;
  const chosen: number[] = [];
  const dive = (j: number, left: number, lost: readonly number[]): void => {
    if (groups.length >= MOST_GROUPS || ++steps > MOST_STEPS) return;
    if (left === 0) {
      if (blocks(lost) && chosen.every((x) => !blocks(lost.map((s, k) => s - (flat[k]?.loss[x] ?? 0))))) groups.push([...chosen].sort((a, b) => a - b));
      return;
    }
    if (order.length - j < left || !blocks(lost.map((s, k) => s + (suffix[j]?.[k] ?? 0)))) return;
    const i = order[j] ?? 0;
    chosen.push(i);
    dive(j + 1, left - 1, lost.map((s, k) => s + (flat[k]?.loss[i] ?? 0)));
    chosen.pop();
    dive(j + 1, left, lost);
  };
  let size = smallestPossible(flat.map((c) => ({ slack: c.slack, losses: rest.map((i) => c.loss[i] ?? 0) })));
  for (; size <= order.length; size++) {
    dive(0, size, flat.map(() => 0));
    if (groups.length >= MOST_GROUPS || steps > MOST_STEPS) return { alone, groups, complete: false };
  }
  return { alone, groups, complete: true };
}

/** No group smaller than this breaks any constraint. */
function smallestPossible(constraints: readonly { readonly slack: number; readonly losses: readonly number[] }[]): number {
  let fewest = Infinity;
  for (const { slack, losses } of constraints) {
    let left = slack;
    let count = 0;
    for (const loss of [...losses].sort((a, b) => b - a)) {
      if (left < 0) break;
      left -= loss;
      count++;
    }
    if (left < 0) fewest = Math.min(fewest, count);
  }
  return Number.isFinite(fewest) ? Math.max(2, fewest) : 2;
}
