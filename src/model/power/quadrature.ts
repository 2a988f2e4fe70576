/**
 * Nodes and weights of Gauss–Legendre quadrature on [0, 1] with m points, exact for polynomials to degree 2m − 1. Newton's method on the
 * Legendre recurrence (Abramowitz and Stegun 25.4.29).
 */
export function gaussLegendre(m: number): readonly { readonly at: number; readonly weight: number }[] {
  return Array.from({ length: m }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (m + 0.5));
    let slope = 1;
    for (let step = 0; step < 100; step++) {
      let [p0, p1] = [1, x];
      for (let k = 2; k <= m; k++) [p0, p1] = [p1, ((2 * k - 1) * x * p1 - (k - 1) * p0) / k];
      slope = (m * (x * p1 - p0)) / (x * x - 1);
      const move = p1 / slope;
      x -= move;
      if (Math.abs(move) < 1e-16) break;
    }
    return { at: (1 - x) / 2, weight: 1 / ((1 - x * x) * slope * slope) };
  });
}

/** Numbers of Gauss nodes tried in turn. */
const NODES = [16, 20, 24, 28, 34, 40, 48, 58, 70, 84, 96] as const;
/** Relative error, judged on a coarse copy of the game, at which a rule is fine enough: values are printed with 15 digits. */
const FINE_ENOUGH = 1e-13;
/** Quota of that copy: the chances vary with t as in the game itself, at a fraction of the cost. */
const COARSE_QUOTA = 4000;

/**
 * Shapley–Shubik values of one weighted test with many members: the integral over t of the chance that a member is critical when the
 * others join with chance t (Owen's multilinear extension). The chance is a polynomial of degree n − 1 in t, so ⌈n/2⌉ Gauss nodes are exact
 * up to rounding; far fewer do when weights are uneven, and a coarse copy of the game says how many. A member is critical at t in the game
 * exactly when it is at 1 − t in the dual game (quota total − quota + 1), so no chance above 1/2 is needed. O(n · quota) a node at most.
 */
export function shapleyByQuadrature(weights: readonly number[], quota: number): readonly number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  if (quota <= 0 || quota > total) return weights.map(() => 0);
  const most = Math.ceil(weights.length / 2);
  return integrate(weights, quota, quota > 2 * COARSE_QUOTA ? Math.min(most, nodesFor(weights, quota, most)) : most);
}

/** The fewest of NODES that give a coarse copy of the game its values; `most` where none does. */
function nodesFor(weights: readonly number[], quota: number, most: number): number {
  const coarse = weights.map((w) => Math.max(Math.sign(w), Math.round((w * COARSE_QUOTA) / quota)));
  const coarseQuota = Math.min(COARSE_QUOTA, coarse.reduce((a, b) => a + b, 0));
  const exact = integrate(coarse, coarseQuota, most);
  return NODES.find((m) => integrate(coarse, coarseQuota, m).every((v, i) => Math.abs(v - (exact[i] ?? 0)) <= FINE_ENOUGH * Math.abs(v))) ?? most;
}

function integrate(weights: readonly number[], quota: number, nodes: number): readonly number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  const order = weights.map((_, i) => i).sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0));
  const sorted = order.map((i) => weights[i] ?? 0);
  const values = new Array<number>(weights.length).fill(0);
  for (const { at: t, weight } of gaussLegendre(nodes)) {
    const critical = t <= 0.5 ? criticalChances(sorted, quota, t) : criticalChances(sorted, total - quota + 1, 1 - t);
    critical.forEach((c, k) => (values[order[k] ?? 0] = (values[order[k] ?? 0] ?? 0) + weight * c));
  }
  return values;
}

/** A factor at which the rest of an alternating sum of falling windows no longer shows. */
const VANISHING = 1e-40;

/**
 * Chance that each member is critical at t ≤ 1/2, from one pass: the factor of a member, 1 − t + t·x^w, is divided out of the product, and
 * the sum over the window below the quota telescopes into windows of the whole product: Σ_k (−t/(1−t))^k / (1−t) · F(q−1−(k+1)w, q−1−kw].
 * Windows are differences of prefix sums kept to twice the precision, because those of light members are small beside the sums.
 */
function criticalChances(weights: readonly number[], quota: number, t: number): readonly number[] {
  const ratio = t / (1 - t);
  const sums = productBelow(weights, quota, ratio);
  const rest = new Float64Array(quota);
  let [high, low] = [0, 0];
  for (let a = 0; a < quota; a++) {
    const x = sums[a] ?? 0;
    const next = high + x;
    low += high >= x ? high - next + x : x - next + high;
    sums[a] = high = next;
    rest[a] = low;
  }
  // Every member but one joins or not: (1 − t)^(n−1) was left out of the product.
  const scale = (1 - t) ** (weights.length - 1);
  const known = new Map<number, number>();
  return weights.map((w) => {
    let chance = known.get(w);
    if (chance !== undefined) return chance;
    chance = 0;
    let power = scale;
    if (w > 0)
      for (let x = quota - 1; x >= 0 && Math.abs(power) > scale * VANISHING; x -= w, power *= -ratio)
        chance += power * (x >= w ? (sums[x] ?? 0) - (sums[x - w] ?? 0) + ((rest[x] ?? 0) - (rest[x - w] ?? 0)) : (sums[x] ?? 0) + (rest[x] ?? 0));
    known.set(w, chance);
    return chance;
  });
}

/**
 * Coefficients below x^size of Π(1 + ratio·x^w), ratio ≤ 1, light members first, so that early passes are short. Two members a pass: the
 * array is larger than any cache, and reading it is what takes the time.
 */
function productBelow(weights: readonly number[], size: number, ratio: number): Float64Array {
  const f = new Float64Array(size);
  f[0] = 1;
  let reach = 0;
  const both = ratio * ratio;
  for (let k = 0; k < weights.length; k += 2) {
    const u = weights[k] ?? 0;
    const v = weights[k + 1];
    if (v === undefined) {
      reach = Math.min(size - 1, reach + u);
      for (let a = reach; a >= u; a--) f[a] = (f[a] ?? 0) + ratio * (f[a - u] ?? 0);
      continue;
    }
    // u ≤ v.
    const pair = u + v;
    reach = Math.min(size - 1, reach + pair);
    let a = reach;
    for (; a >= pair; a--) f[a] = (f[a] ?? 0) + ratio * ((f[a - u] ?? 0) + (f[a - v] ?? 0)) + both * (f[a - pair] ?? 0);
    for (; a >= v; a--) f[a] = (f[a] ?? 0) + ratio * ((f[a - u] ?? 0) + (f[a - v] ?? 0));
    for (; a >= u; a--) f[a] = (f[a] ?? 0) + ratio * (f[a - u] ?? 0);
  }
  return f;
}

/**
 * Deegan–Packel values of one weighted test: each minimal winning coalition counts once, shared equally. A coalition is minimal when it
 * loses without its lightest member, so members are taken heaviest first; 1/|S| is the integral of u^(|S|−1). Returns the values and the
 * number of minimal winning coalitions as a float.
 */
export function deeganPackelByQuadrature(weights: readonly number[], quota: number): { readonly values: readonly number[]; readonly minimal: number } {
  const order = weights.map((_, i) => i).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  const sorted = order.map((i) => weights[i] ?? 0);
  const shares = new Float64Array(weights.length);
  /** Sum over minimal winning coalitions of u^(|S|−1): of each member, and of all. */
  const pass = (u: number, each: (member: number, sum: number) => void): number => {
    const rest = new Float64Array(quota);
    forEachPrefixBackward(sorted, quota, 1, u, (k, prefix, reach) => {
      const w = sorted[k] ?? 0;
      let held = 0;
      for (let a = 0; a < reach; a++) {
        const next = a + w >= quota ? 1 : u * (rest[a + w] ?? 0);
        held += (prefix[a] ?? 0) * next;
        rest[a] = (rest[a] ?? 0) + next;
      }
      each(order[k] ?? 0, held);
    });
    return rest[0] ?? 0;
  };
  const minimal = pass(1, () => undefined);
  for (const { at, weight } of gaussLegendre(Math.ceil(weights.length / 2))) pass(at, (i, sum) => (shares[i] = (shares[i] ?? 0) + weight * sum));
  return { values: [...shares].map((s) => s / minimal), minimal };
}

/**
 * Visits members from last to first with the distribution of the weight of those before each: prefix[a] = Σ over their subsets of weight
 * a of add^|T| · keep^(others), for a below `size`. Prefixes are kept every √n members and recomputed between: memory O(√n · size).
 */
function forEachPrefixBackward(weights: readonly number[], size: number, keep: number, add: number, visit: (k: number, prefix: Float64Array, reach: number) => void): void {
  const n = weights.length;
  const reaches = [1];
  for (const w of weights) reaches.push(Math.min(size, (reaches.at(-1) ?? 1) + w));
  const step = (from: Float64Array, k: number): Float64Array => {
    const to = new Float64Array(reaches[k + 1] ?? 1);
    const w = weights[k] ?? 0;
    const before = from.length;
    for (let a = 0; a < before; a++) to[a] = keep * (from[a] ?? 0);
    const end = Math.min(to.length, before + w);
    for (let a = w; a < end; a++) to[a] = (to[a] ?? 0) + add * (from[a - w] ?? 0);
    return to;
  };
  const stride = Math.max(1, Math.ceil(Math.sqrt(n)));
  const marks: Float64Array[] = [];
  let current: Float64Array = Float64Array.of(1);
  for (let k = 0; k < n; k++) {
    if (k % stride === 0) marks.push(current);
    if (k < n - 1) current = step(current, k);
  }
  for (let block = marks.length - 1; block >= 0; block--) {
    const first = block * stride;
    const last = Math.min(n, first + stride);
    const inside: Float64Array[] = [];
    let prefix: Float64Array = marks[block] ?? Float64Array.of(1);
    for (let k = first; k < last; k++) {
      inside.push(prefix);
      if (k < last - 1) prefix = step(prefix, k);
    }
    for (let k = last - 1; k >= first; k--) visit(k, inside[k - first] ?? prefix, reaches[k] ?? 1);
  }
}
