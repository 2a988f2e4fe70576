import type { PackedModel } from '../../src/read/syntax/packed-model.js';

export type EncodedModel = Pick<PackedModel, 'classes' | 'keyBits' | 'rows' | 'entries' | 'data' | 'scale'>;

/** Weight of one int8 step such that the weight at this share of all, by size, becomes 127 steps; greater ones are cut to it. */
export const stepOf = (weights: Float32Array, share = 0.9998): number => {
  const sizes = weights.map(Math.abs).filter((x) => x > 0).sort();
  return (sizes[Math.floor((sizes.length - 1) * share)] ?? 1) / 127;
};

/**
 * Quantises weights to int8 and lays them out as `packed-model.ts` reads them; weights smaller than `floor` are left out.
 * @param k classes
 * @param keys feature keys, ascending; row r's weights stand at r × classes
 */
export function encodeWeights(k: number, keys: Int32Array, weights: Float32Array, step: number, floor: number): { bytes: Buffer; rows: number; entries: number } {
  const narrow = k <= 4;
  const keyBytes: number[] = [], heads: number[] = [], classes: number[] = [], steps: number[] = [];
  let previous = 0;
  keys.forEach((key, row) => {
    let count = 0, set = 0;
    for (let c = 0; c < k; c++) {
      const a = weights[row * k + c]!;
      const q = Math.max(-127, Math.min(127, Math.round(a / step)));
      if (Math.abs(a) < floor || q === 0) continue;
      classes.push(c);
      steps.push(q);
      count += 1;
      set |= 1 << c;
    }
    if (count === 0) return;
    heads.push(narrow ? set : count);
    let delta = key - previous;
    previous = key;
    while (delta > 127) { keyBytes.push((delta & 127) | 128); delta >>>= 7; }
    keyBytes.push(delta);
  });
  const parts = [keyBytes, heads, narrow ? [] : classes].map((bytes) => Buffer.from(bytes));
  return { bytes: Buffer.concat([...parts, Buffer.from(Int8Array.from(steps).buffer)]), rows: heads.length, entries: steps.length };
}
