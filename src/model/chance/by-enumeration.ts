import type { NormalGame, Threshold } from '../power/game.js';
import type { AdoptionChance } from './adoption-chance.js';

/** Largest game that is enumerated: the Union of 28 under Nice takes under a second. */
export const MOST_ENUMERATED = 28;

/**
 * Where two weights or more decide (the rule of Nice): pairs of halves whose sums and chances are known. Of each alternative only the
 * pairs that reach the most demanding of its quotas are visited, and only those that no earlier alternative adopts. O(2^n) at worst.
 */
export function chancesByEnumeration(game: NormalGame, chances: readonly number[]): AdoptionChance {
  const { n } = game;
  const cut = n >> 1;
  const [low, high] = [half(game, chances, 0, cut), half(game, chances, cut, n - cut)];
  const alternatives = game.alternatives.map((all) => quotasOf(game, all));
  const ascending = game.vectors.map((_, k) => orderBySize(low, k, cut));
  const lowMass = new Float64Array(low.chances.length);
  const highMass = new Float64Array(high.chances.length);
  const meets = (a: Quotas, h: number, l: number): boolean => {
    if ((high.sizes[h] ?? 0) + (low.sizes[l] ?? 0) < a.heads) return false;
    for (let k = 0; k < a.weights.length; k++) if ((high.sums[k]?.[h] ?? 0) + (low.sums[k]?.[l] ?? 0) < (a.weights[k] ?? 0)) return false;
    return true;
  };
  for (let h = 0; h < highMass.length; h++) {
    const p = high.chances[h] ?? 0;
    alternatives.forEach((a, at) => {
      const sums = low.sums[a.first];
      const need = (a.weights[a.first] ?? 0) - (high.sums[a.first]?.[h] ?? 0);
      for (let size = Math.max(0, a.heads - (high.sizes[h] ?? 0)); size <= cut; size++) {
        const order = ascending[a.first]?.[size];
        if (!order || !sums) continue;
        for (let j = order.length - 1; j >= 0; j--) {
          const l = order[j] ?? 0;
          if ((sums[l] ?? 0) < need) break;
          if (!meets(a, h, l)) continue;
          let counted = false;
          for (let b = 0; b < at && !counted; b++) counted = meets(alternatives[b] ?? a, h, l);
          if (counted) continue;
          const mass = p * (low.chances[l] ?? 0);
          highMass[h] = (highMass[h] ?? 0) + mass;
          lowMass[l] = (lowMass[l] ?? 0) + mass;
        }
      }
    });
  }
  const adoption = highMass.reduce((a, b) => a + b, 0);
  return {
    adoption: Math.min(1, adoption),
    pivot: [...massOfEach(lowMass, cut), ...massOfEach(highMass, n - cut)].map((mass, i) => {
      const p = chances[i] ?? 0;
      return Math.max(0, mass / p - (adoption - mass) / (1 - p));
    }),
  };
}

/** What an alternative asks of heads and of each vector; `first` is the vector of which it asks the largest share. */
interface Quotas {
  readonly heads: number;
  readonly weights: readonly number[];
  readonly first: number;
}

function quotasOf(game: NormalGame, all: readonly Threshold[]): Quotas {
  const most = (vector: number | null): number => Math.max(-Infinity, ...all.filter((t) => t.vector === vector).map((t) => t.quota));
  const weights = game.vectors.map((_, k) => most(k));
  const shares = weights.map((quota, k) => quota / Math.max(1, (game.vectors[k] ?? []).reduce((a, b) => a + b, 0)));
  return { heads: Math.max(0, most(null)), weights, first: shares.indexOf(Math.max(...shares)) };
}

interface Half {
  readonly sums: readonly Float64Array[];
  readonly chances: Float64Array;
  readonly sizes: Uint8Array;
}

function half(game: NormalGame, chances: readonly number[], from: number, bits: number): Half {
  const count = 2 ** bits;
  const out = { sums: game.vectors.map(() => new Float64Array(count)), chances: new Float64Array(count), sizes: new Uint8Array(count) };
  out.chances[0] = chances.slice(from, from + bits).reduce((product, p) => product * (1 - p), 1);
  for (let mask = 1; mask < count; mask++) {
    const bit = 31 - Math.clz32(mask & -mask);
    const rest = mask & (mask - 1);
    const p = chances[from + bit] ?? 0;
    out.chances[mask] = ((out.chances[rest] ?? 0) * p) / (1 - p);
    out.sizes[mask] = (out.sizes[rest] ?? 0) + 1;
    out.sums.forEach((sums, k) => (sums[mask] = (sums[rest] ?? 0) + (game.vectors[k]?.[from + bit] ?? 0)));
  }
  return out;
}

/** Coalitions of a half by size, ascending by one of the weights. */
function orderBySize(part: Half, vector: number, bits: number): readonly Int32Array[] {
  const bySize = Array.from({ length: bits + 1 }, (): number[] => []);
  part.sizes.forEach((s, mask) => bySize[s]?.push(mask));
  return bySize.map((masks) => Int32Array.from(masks).sort((a, b) => (part.sums[vector]?.[a] ?? 0) - (part.sums[vector]?.[b] ?? 0)));
}

/** Of each member of a half: the chance of the coalitions that hold it. */
function massOfEach(masses: Float64Array, bits: number): readonly number[] {
  const of = new Array<number>(bits).fill(0);
  masses.forEach((mass, mask) => {
    for (let b = 0; b < bits; b++) if ((mask >> b) & 1) of[b] = (of[b] ?? 0) + mass;
  });
  return of;
}
