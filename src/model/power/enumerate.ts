import type { NormalGame } from './game.js';
import type { CountsBySize } from './weighted-counts.js';

/** Minimal winning coalitions by size, in all and of each member. */
export type MinimalBySize = CountsBySize;

/** Largest game that is enumerated: the Union of 28 takes four seconds, 29 members twice that. */
export const MOST_ENUMERATED = 29;

/**
 * Every coalition of a game with any number of weight vectors, to 29 members: which win, and which win minimally. Two halves of the
 * members give the sums; wins are kept as bits, so that a coalition's minimality is a look-up of the coalitions one smaller.
 */
export function enumerateGame(game: NormalGame): { readonly winning: CountsBySize; readonly minimal: MinimalBySize } {
  const { n } = game;
  const lowBits = n >> 1;
  const lowCount = 2 ** lowBits;
  const highCount = 2 ** (n - lowBits);
  const sums = (from: number, bits: number): readonly Float64Array[] =>
    game.vectors.map((v) => {
      const out = new Float64Array(2 ** bits);
      for (let mask = 1; mask < out.length; mask++) {
        const bit = 31 - Math.clz32(mask & -mask);
        out[mask] = (out[mask & (mask - 1)] ?? 0) + (v[from + bit] ?? 0);
      }
      return out;
    });
  const [low, high] = [sums(0, lowBits), sums(lowBits, n - lowBits)];
  const sizeOf = new Uint8Array(Math.max(lowCount, highCount));
  for (let mask = 1; mask < sizeOf.length; mask++) sizeOf[mask] = (sizeOf[mask >> 1] ?? 0) + (mask & 1);
  // Quotas of each alternative that the size allows, one a vector; −Infinity where a vector is not asked.
  const bySize = Array.from({ length: n + 1 }, (_, size) =>
    game.alternatives
      .filter((all) => all.every((t) => t.vector !== null || size >= t.quota))
      .map((all) => game.vectors.map((_v, k) => Math.max(-Infinity, ...all.filter((t) => t.vector === k).map((t) => t.quota)))),
  );
  const bits = new Uint32Array(Math.max(1, 2 ** n / 32));
  const all = new Array<number>(n + 1).fill(0);
  const inHigh = Array.from({ length: n - lowBits }, () => new Array<number>(n + 1).fill(0));
  const inLow = Array.from({ length: lowBits }, () => new Array<number>(n + 1).fill(0));
  const lowBySize = new Float64Array(lowCount * (n + 1));
  for (let h = 0; h < highCount; h++) {
    const hs = sizeOf[h] ?? 0;
    const wins = new Array<number>(n + 1).fill(0);
    for (let l = 0; l < lowCount; l++) {
      const size = hs + (sizeOf[l] ?? 0);
      const alternatives = bySize[size] ?? [];
      let won = false;
      for (let a = 0; a < alternatives.length && !won; a++) {
        const quotas = alternatives[a] ?? [];
        won = true;
        for (let k = 0; k < quotas.length; k++) {
          if ((high[k]?.[h] ?? 0) + (low[k]?.[l] ?? 0) < (quotas[k] ?? 0)) {
            won = false;
            break;
          }
        }
      }
      if (!won) continue;
      const index = h * lowCount + l;
      bits[index >>> 5] = (bits[index >>> 5] ?? 0) | (1 << (index & 31));
      wins[size] = (wins[size] ?? 0) + 1;
      lowBySize[l * (n + 1) + size] = (lowBySize[l * (n + 1) + size] ?? 0) + 1;
    }
    for (let s = 0; s <= n; s++) {
      all[s] = (all[s] ?? 0) + (wins[s] ?? 0);
      inHigh.forEach((row, b) => {
        if ((h >> b) & 1) row[s] = (row[s] ?? 0) + (wins[s] ?? 0);
      });
    }
  }
  for (let l = 0; l < lowCount; l++) inLow.forEach((row, b) => {
    if ((l >> b) & 1) for (let s = 0; s <= n; s++) row[s] = (row[s] ?? 0) + (lowBySize[l * (n + 1) + s] ?? 0);
  });
  const big = (row: readonly number[]): readonly bigint[] => row.map(BigInt);
  return { winning: { all: big(all), of: [...inLow, ...inHigh].map(big) }, minimal: minimalOf(n, bits) };
}

function minimalOf(n: number, bits: Uint32Array): MinimalBySize {
  const all = new Array<number>(n + 1).fill(0);
  const of = Array.from({ length: n }, () => new Array<number>(n + 1).fill(0));
  const won = (index: number): boolean => (((bits[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
  for (let index = 0; index < 2 ** n; index++) {
    if ((bits[index >>> 5] ?? 0) === 0) {
      index |= 31;
      continue;
    }
    if (!won(index)) continue;
    let size = 0;
    let minimal = true;
    for (let rest = index; rest !== 0 && minimal; rest &= rest - 1) {
      size++;
      minimal = !won(index ^ (rest & -rest));
    }
    if (!minimal) continue;
    all[size] = (all[size] ?? 0) + 1;
    for (let rest = index; rest !== 0; rest &= rest - 1) {
      const row = of[31 - Math.clz32(rest & -rest)];
      if (row) row[size] = (row[size] ?? 0) + 1;
    }
  }
  return { all: all.map(BigInt), of: of.map((row) => row.map(BigInt)) };
}
