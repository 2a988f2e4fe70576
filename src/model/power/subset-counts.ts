/**
 * For each size s, how many subsets of `weights` with s elements weigh at least `least[s]`. Exact for up to about 36 weights: meet in the
 * middle with sorted half lists by size, O(n · 2^(n/2)) time and memory.
 */
export function subsetsAtLeast(weights: readonly number[], least: readonly number[]): readonly number[] {
  const half = weights.length >> 1;
  const [a, b] = [sortedSums(weights.slice(0, half)), sortedSums(weights.slice(half))];
  return Array.from({ length: weights.length + 1 }, (_, size) => {
    const bound = least[size] ?? Infinity;
    if (bound === Infinity) return 0;
    let total = 0;
    for (let inA = Math.max(0, size - (b.length - 1)); inA < a.length && inA <= size; inA++) {
      const [x, y] = [a[inA], b[size - inA]];
      if (x && y) total += bound === -Infinity ? x.length * y.length : pairsAtLeast(x, y, bound);
    }
    return total;
  });
}

/** Sums of all subsets by size, each list ascending, built by merging. */
function sortedSums(weights: readonly number[]): readonly Float64Array[] {
  let lists: Float64Array[] = [Float64Array.of(0)];
  for (const w of weights) {
    const next: Float64Array[] = [];
    for (let size = 0; size <= lists.length; size++) {
      const [without, base] = [lists[size], lists[size - 1]];
      next.push(mergeShifted(without ?? new Float64Array(0), base ?? new Float64Array(0), w));
    }
    lists = next;
  }
  return lists;
}

function mergeShifted(a: Float64Array, b: Float64Array, shift: number): Float64Array {
  const out = new Float64Array(a.length + b.length);
  let i = 0;
  let j = 0;
  for (let k = 0; k < out.length; k++) {
    const x = i < a.length ? (a[i] ?? 0) : Infinity;
    const y = j < b.length ? (b[j] ?? 0) + shift : Infinity;
    if (x <= y) {
      out[k] = x;
      i++;
    } else {
      out[k] = y;
      j++;
    }
  }
  return out;
}

/** Pairs (x, y) with x + y ≥ bound, both lists ascending. */
function pairsAtLeast(xs: Float64Array, ys: Float64Array, bound: number): number {
  let total = 0;
  let j = ys.length;
  for (const x of xs) {
    while (j > 0 && x + (ys[j - 1] ?? 0) >= bound) j--;
    total += ys.length - j;
  }
  return total;
}
