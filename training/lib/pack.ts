import type { StoredLinearModel } from '../../src/read/weights/linear-model.js';

/** What a stored model says of itself. */
export interface ModelFacts { name: string; version: string; trainedOn: string; licence: string; date: string }
export type StoredModel = StoredLinearModel & Record<string, unknown>;

/**
 * Quantises weights to int8 and writes them as `models/*.json` holds them.
 * @param rowOf row of each feature key; row r's weights stand at r × classes
 * @param threshold weights of fewer steps than this are dropped
 * @param percentile magnitude that becomes 127 steps; greater ones are cut to it
 */
export function pack(meta: ModelFacts, classes: readonly string[], rowOf: ReadonlyMap<number, number>, weights: Float32Array, threshold: number, percentile: number): StoredModel {
  const k = classes.length;
  const magnitudes = weights.filter((w) => w !== 0).map(Math.abs).sort();
  const scale = (magnitudes[Math.floor((magnitudes.length - 1) * percentile)] ?? 1) / 127;
  const keys: number[] = [], counts: number[] = [], cls: number[] = [], steps: number[] = [];
  for (const key of [...rowOf.keys()].map((x) => x >>> 0).sort((a, b) => a - b)) {
    const base = rowOf.get(key | 0)! * k;
    const before = cls.length;
    for (let c = 0; c < k; c++) {
      const q = Math.max(-127, Math.min(127, Math.round(weights[base + c]! / scale)));
      if (Math.abs(q) >= threshold) { cls.push(c); steps.push(q); }
    }
    if (cls.length > before) { keys.push(key); counts.push(cls.length - before); }
  }
  const bytes = Buffer.alloc(8 + keys.length * 5 + cls.length * 2);
  bytes.writeUInt32LE(keys.length, 0);
  bytes.writeUInt32LE(cls.length, 4);
  keys.forEach((key, i) => bytes.writeUInt32LE(key, 8 + i * 4));
  let at = 8 + keys.length * 4;
  for (const n of counts) bytes.writeUInt8(n, at++);
  for (const c of cls) bytes.writeUInt8(c, at++);
  for (const q of steps) bytes.writeInt8(q, at++);
  return { ...meta, classes, scale, rows: keys.length, entries: cls.length, data: bytes.toString('base64') };
}
