import type { NormalGame } from './game.js';
import { thresholdBySize } from './game.js';
import { binomials, type CountsBySize } from './weighted-counts.js';

/** Largest game of heads alone that is counted. */
export const MOST_HEADS = 500;

/** Where only the number of members counts: winning and minimal winning coalitions by size are binomials. */
export function headCounts(game: NormalGame): { readonly winning: CountsBySize; readonly minimal: CountsBySize } {
  const { n } = game;
  const least = thresholdBySize(game);
  const pascal = binomials(n);
  const first = least.findIndex((x) => x === -Infinity);
  const bySize = (counts: (size: number) => boolean): CountsBySize => {
    const all = least.map((_, s) => (counts(s) ? (pascal[n]?.[s] ?? 0n) : 0n));
    const each = least.map((_, s) => (s > 0 && counts(s) ? (pascal[n - 1]?.[s - 1] ?? 0n) : 0n));
    return { all, of: Array.from({ length: n }, () => each) };
  };
  return { winning: bySize((s) => first >= 0 && s >= first), minimal: bySize((s) => s === first && s > 0) };
}
