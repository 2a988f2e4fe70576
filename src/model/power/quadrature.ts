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

/**
 * Shapley–Shubik values of one weighted test with many members: the integral over t of the chance that a member is critical when the
 * others join with chance t (Owen's multilinear extension). The chance is a polynomial of degree n − 1 in t, so ⌈n/2⌉ nodes are exact
 * up to rounding. The dual game has the same values, so the smaller of both quotas is used. O(n · quota) a node.
 */
export function shapleyByQuadrature(weights: readonly number[], quota: number): readonly number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  if (quota <= 0 || quota > total) return weights.map(() => 0);
  const size = Math.min(quota, total - quota + 1);
  const order = weights.map((_, i) => i).sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0));
  const sorted = order.map((i) => weights[i] ?? 0);
  const values = new Float64Array(weights.length);
  for (const { at: t, weight } of gaussLegendre(Math.ceil(weights.length / 2))) {
    const critical = criticalByDivision(sorted, size, t) ?? criticalByPrefixes(sorted, size, t);
    critical.forEach((c, k) => (values[order[k] ?? 0] = (values[order[k] ?? 0] ?? 0) + weight * c));
  }
  return [...values];
}

/** A chance below this adds nothing to a value that is printed with 15 digits. */
const NEGLIGIBLE = 1e-22;

/**
 * Chance that each member is critical, from one pass: the factor of a member, 1 − t + t·x^w, is divided out of the product, and the sum
 * over the window below the quota telescopes into prefix sums, Σ_k (−t/(1−t))^k / (1−t) · (F(q−1−kw) − F(q−1−(k+1)w)). The powers grow
 * when t > 1/2, so then null, unless the quota is out of reach for nearly every coalition.
 */
function criticalByDivision(weights: readonly number[], size: number, t: number): readonly number[] | null {
  const below = new Float64Array(size);
  below[0] = 1;
  let reach = 0;
  for (const w of weights) {
    reach = Math.min(size - 1, reach + w);
    for (let a = reach; a >= w; a--) below[a] = (1 - t) * (below[a] ?? 0) + t * (below[a - w] ?? 0);
    for (let a = Math.min(w - 1, reach); a >= 0; a--) below[a] = (1 - t) * (below[a] ?? 0);
  }
  for (let a = 1; a < size; a++) below[a] = (below[a] ?? 0) + (below[a - 1] ?? 0);
  if ((below[size - 1] ?? 0) / (1 - t) < NEGLIGIBLE) return weights.map(() => 0);
  if (t > 0.5) return null;
  const ratio = -t / (1 - t);
  return weights.map((w) => {
    let sum = 0;
    let power = 1 / (1 - t);
    if (w > 0)
      for (let x = size - 1; x >= 0; x -= w, power *= ratio) sum += power * ((below[x] ?? 0) - (x >= w ? (below[x - w] ?? 0) : 0));
    return sum;
  });
}

/** The same from a forward pass over prefixes and a backward pass of win chances, all terms positive: stable for every t. */
function criticalByPrefixes(weights: readonly number[], size: number, t: number): readonly number[] {
  const critical = new Float64Array(weights.length);
  const chance = new Float64Array(size);
  forEachPrefixBackward(weights, size, 1 - t, t, (k, prefix, reach) => {
    const w = weights[k] ?? 0;
    const certain = Math.max(0, size - w);
    let sum = 0;
    for (let a = 0; a < reach; a++) {
      const gain = (a >= certain ? 1 : (chance[a + w] ?? 0)) - (chance[a] ?? 0);
      sum += (prefix[a] ?? 0) * gain;
      chance[a] = (chance[a] ?? 0) + t * gain;
    }
    critical[k] = sum;
  });
  return [...critical];
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
