import { addMod, combine, isTimeToReduce, moduliFor, reduce, residueOf, subMod } from './residues.js';

/**
 * Winning coalitions and swings of one weighted test by generating function Π(1 + x^w), any number of members to 191: O(n · quota) for
 * the product, then O(quota / w) a member, because dividing one factor out and summing a window of length w telescopes into prefix sums.
 * The dual game (quota total − quota + 1) has the same swings, so the smaller of both quotas is used.
 */
export function weightedSwings(weights: readonly number[], quota: number): { readonly winning: bigint; readonly swings: readonly bigint[] } {
  const n = weights.length;
  const total = weights.reduce((a, b) => a + b, 0);
  const all = 1n << BigInt(n);
  if (quota <= 0) return { winning: all, swings: weights.map(() => 0n) };
  if (quota > total) return { winning: 0n, swings: weights.map(() => 0n) };
  const dual = total - quota + 1;
  const size = Math.min(quota, dual);
  const moduli = moduliFor(n + 1);
  const losing: number[] = [];
  const swings = weights.map((): number[] => []);
  for (const m of moduli) {
    const below = prefixSums(productBelow(weights, size, m), m);
    const upTo = (x: number): number => (x < 0 ? 0 : (below[x] ?? 0));
    losing.push(upTo(size - 1));
    const known = new Map<number, number>();
    weights.forEach((w, i) => {
      let s = known.get(w);
      if (s === undefined) {
        s = 0;
        let plus = true;
        if (w > 0)
          for (let x = size - 1; x >= 0; x -= w, plus = !plus) {
            const window = subMod(upTo(x), upTo(x - w), m);
            s = plus ? addMod(s, window, m) : subMod(s, window, m);
          }
        known.set(w, s);
      }
      swings[i]?.push(s);
    });
  }
  const lost = combine(losing);
  return { winning: size === quota ? all - lost : lost, swings: swings.map((r) => combine(r)) };
}

/** Coefficients below x^size of Π(1 + x^w), modulo m; light members first, so that early passes are short. */
function productBelow(weights: readonly number[], size: number, m: number): Float64Array {
  const f = new Float64Array(size);
  f[0] = 1;
  let reach = 0;
  [...weights].sort((a, b) => a - b).forEach((w, k) => {
    reach = Math.min(size - 1, reach + w);
    for (let a = reach; a >= w; a--) f[a] = (f[a] ?? 0) + (f[a - w] ?? 0);
    if (isTimeToReduce(k + 1)) reduce(f, reach + 1, m);
  });
  return f;
}

function prefixSums(f: Float64Array, m: number): Float64Array {
  let running = 0;
  for (let a = 0; a < f.length; a++) {
    running = addMod(running, residueOf(f[a] ?? 0, m), m);
    f[a] = running;
  }
  return f;
}

/** Winning coalitions by size, in all and of each member. */
export interface CountsBySize {
  readonly all: readonly bigint[];
  /** of[i][s]: winning coalitions of s members that hold member i. */
  readonly of: readonly (readonly bigint[])[];
}

/**
 * The same by size, for rules whose win depends on size and weight: `least[s]` is the least winning weight of s members. O(n² · L) time
 * and O(n · L) memory, L the largest finite `least`.
 */
export function weightedCountsBySize(weights: readonly number[], least: readonly number[]): CountsBySize {
  const n = weights.length;
  const total = weights.reduce((a, b) => a + b, 0);
  const length = lengthFor(weights, least);
  const moduli = moduliFor(n + 1);
  const sorted = [...weights].sort((a, b) => a - b);
  /** lightest[k]: what the k lightest weigh together. */
  const lightest = sorted.reduce<number[]>((sums, w) => [...sums, (sums.at(-1) ?? 0) + w], [0]);
  // Equal weights have equal counts, so a row stands for all members of one weight.
  const residues = { all: least.map((): number[] => []), of: new Map([...new Set(weights)].map((w) => [w, least.map((): number[] => [])])) };
  for (const m of moduli) {
    const f = Array.from({ length: n + 1 }, () => new Float64Array(length));
    if (f[0]) f[0][0] = 1;
    let reach = 0;
    sorted.forEach((w, k) => {
      reach = Math.min(length - 1, reach + w);
      for (let s = k + 1; s >= 1; s--) {
        const [to, from] = [f[s], f[s - 1]];
        if (!to || !from) continue;
        // Of the first k members, s − 1 weigh no less than the lightest of them and no more than the heaviest.
        const least = (lightest[s - 1] ?? 0) + w;
        for (let a = Math.min(length - 1, (lightest[k] ?? 0) - (lightest[k - s + 1] ?? 0) + w); a >= least; a--) to[a] = (to[a] ?? 0) + (from[a - w] ?? 0);
      }
      if (isTimeToReduce(k + 1)) for (const row of f) reduce(row, reach + 1, m);
    });
    for (const row of f) prefixSums(row, m);
    /** Coalitions of s of all members that weigh less than x. */
    const below = (s: number, x: number): number => (x <= 0 ? 0 : (f[s]?.[Math.min(x, length) - 1] ?? 0));
    least.forEach((bound, s) => residues.all[s]?.push(Number.isFinite(bound) ? below(s, Math.min(bound, total + 1)) : 0));
    residues.of.forEach((row, w) => {
      for (let s = 1; s <= n; s++) {
        const bound = least[s] ?? Infinity;
        let lighter = 0;
        if (Number.isFinite(bound)) {
          // Of the others, s − 1 members that weigh less than bound − w: the factor 1 + y·x^w divided out.
          const x = Math.min(bound, total + 1) - w;
          for (let k = 0; k <= s - 1 && x - k * w > 0; k++) lighter = k % 2 === 0 ? addMod(lighter, below(s - 1 - k, x - k * w), m) : subMod(lighter, below(s - 1 - k, x - k * w), m);
        }
        row[s]?.push(lighter);
      }
    });
  }
  const pascal = binomials(n);
  const winning = (size: number, of: number, bound: number, lighter: readonly number[]): bigint =>
    bound === Infinity ? 0n : bound === -Infinity ? (pascal[of]?.[size] ?? 0n) : (pascal[of]?.[size] ?? 0n) - combine(lighter);
  const rows = new Map([...residues.of].map(([w, row]) => [w, least.map((bound, s) => (s === 0 ? 0n : winning(s - 1, n - 1, bound, row[s] ?? [])))]));
  return {
    all: least.map((bound, s) => winning(s, n, bound, residues.all[s] ?? [])),
    of: weights.map((w) => rows.get(w) ?? []),
  };
}

/** Length of the arrays of `weightedCountsBySize`. */
export function lengthFor(weights: readonly number[], least: readonly number[]): number {
  const total = weights.reduce((a, b) => a + b, 0);
  return Math.max(1, ...least.filter((x) => Number.isFinite(x)).map((x) => Math.min(x, total + 1)));
}

/** Pascal's triangle to row n. */
export function binomials(n: number): readonly (readonly bigint[])[] {
  const rows: bigint[][] = [[1n]];
  for (let r = 1; r <= n; r++) {
    const above = rows[r - 1] ?? [];
    rows.push(Array.from({ length: r + 1 }, (_, k) => (above[k - 1] ?? 0n) + (above[k] ?? 0n)));
  }
  return rows;
}
