import type { NormalGame } from '../power/game.js';
import { thresholdBySize } from '../power/game.js';
import type { AdoptionChance } from './adoption-chance.js';

/** Largest game that meets in the middle. */
export const MOST_IN_HALVES = 34;

/** Coalitions of one half with one size: their members as bits, weights ascending, and chances. */
interface Part {
  readonly masks: Int32Array;
  readonly weights: Float64Array;
  readonly chances: Float64Array;
}

/**
 * Where size and one weight decide (the Union's double majority): coalitions of each half sorted by weight within each size, and for
 * each the chance of those of the other half that win with it. O(n · 2^(n/2)).
 */
export function chancesByHalves(game: NormalGame, chances: readonly number[]): AdoptionChance {
  const least = thresholdBySize(game);
  const cut = game.n >> 1;
  const weights = game.vectors[0] ?? [];
  const low = partsOf(weights.slice(0, cut), chances.slice(0, cut));
  const high = partsOf(weights.slice(cut), chances.slice(cut));
  const inLow = winningMass(low, high, least, cut);
  const inHigh = winningMass(high, low, least, game.n - cut);
  const adoption = Math.min(1, inLow.all);
  return {
    adoption,
    pivot: [...inLow.of, ...inHigh.of].map((mass, i) => {
      const p = chances[i] ?? 0;
      return Math.max(0, mass / p - (inLow.all - mass) / (1 - p));
    }),
  };
}

function partsOf(weights: readonly number[], chances: readonly number[]): readonly Part[] {
  const count = 2 ** weights.length;
  const [sums, mass, size] = [new Float64Array(count), new Float64Array(count), new Uint8Array(count)];
  mass[0] = chances.reduce((product, p) => product * (1 - p), 1);
  for (let mask = 1; mask < count; mask++) {
    const bit = 31 - Math.clz32(mask & -mask);
    const rest = mask & (mask - 1);
    const p = chances[bit] ?? 0;
    sums[mask] = (sums[rest] ?? 0) + (weights[bit] ?? 0);
    mass[mask] = ((mass[rest] ?? 0) * p) / (1 - p);
    size[mask] = (size[rest] ?? 0) + 1;
  }
  const bySize = Array.from({ length: weights.length + 1 }, (): number[] => []);
  size.forEach((s, mask) => bySize[s]?.push(mask));
  return bySize.map((masks) => {
    const order = Int32Array.from(masks).sort((a, b) => (sums[a] ?? 0) - (sums[b] ?? 0));
    return { masks: order, weights: Float64Array.from(order, (m) => sums[m] ?? 0), chances: Float64Array.from(order, (m) => mass[m] ?? 0) };
  });
}

/** Chance of all winning coalitions, and of those that hold each member of the first half (`bits` members). */
function winningMass(mine: readonly Part[], others: readonly Part[], least: readonly number[], bits: number): { readonly all: number; readonly of: readonly number[] } {
  const of = new Array<number>(bits).fill(0);
  let all = 0;
  // tails[s][k]: chance of the other half's coalitions of s members from the k-th lightest on.
  const tails = others.map((part) => {
    const tail = new Float64Array(part.chances.length + 1);
    for (let k = part.chances.length - 1; k >= 0; k--) tail[k] = (tail[k + 1] ?? 0) + (part.chances[k] ?? 0);
    return tail;
  });
  mine.forEach((part, size) => {
    const wonWith = new Float64Array(part.masks.length);
    others.forEach((other, otherSize) => {
      const bound = least[size + otherSize] ?? Infinity;
      const tail = tails[otherSize];
      if (bound === Infinity || !tail) return;
      let k = bound === -Infinity ? 0 : other.weights.length;
      for (let j = 0; j < part.masks.length; j++) {
        if (bound !== -Infinity) while (k > 0 && (part.weights[j] ?? 0) + (other.weights[k - 1] ?? 0) >= bound) k--;
        wonWith[j] = (wonWith[j] ?? 0) + (tail[k] ?? 0);
      }
    });
    part.masks.forEach((mask, j) => {
      const mass = (part.chances[j] ?? 0) * (wonWith[j] ?? 0);
      all += mass;
      for (let rest = mask; rest !== 0; rest &= rest - 1) {
        const bit = 31 - Math.clz32(rest & -rest);
        of[bit] = (of[bit] ?? 0) + mass;
      }
    });
  });
  return { all, of };
}
