import type { PositionStance } from '../domain/stance.js';

/** How well members like an option by their stance; of the uncommitted and the silent nothing is known. */
const LIKING: Readonly<Record<PositionStance, number | null>> = { support: 2, conditional: 1, 'abstract-support': 1, oppose: 0, uncommitted: null, unknown: null };

/**
 * Whether every member likes `better` at least as well as `worse` and one likes it more. A member that says nothing certain of either counts
 * for neither; one that does of only one of them leaves the two without an order.
 */
export function dominates(better: readonly PositionStance[], worse: readonly PositionStance[]): boolean {
  let gains = false;
  for (const [i, stance] of better.entries()) {
    const [a, b] = [LIKING[stance], LIKING[worse[i] ?? 'unknown']];
    if (a === null && b === null) continue;
    if (a === null || b === null || a < b) return false;
    if (a > b) gains = true;
  }
  return gains;
}

/** Indices of the options that no other dominates; each option is the stances of the same members in the same order. */
export const paretoSet = (options: readonly (readonly PositionStance[])[]): readonly number[] =>
  options.flatMap((stances, k) => (options.some((other, j) => j !== k && dominates(other, stances)) ? [] : [k]));
