import type { PackedModel } from '../../src/read/syntax/packed-model.js';
import { encodeWeights } from '../lib/encode-model.js';

/** Averaged multiclass perceptron over hashed features (Collins 2002), with its feature table fixed beforehand. */
export class Perceptron {
  private readonly mask: number;
  private readonly slots: Int32Array;
  readonly weights: Float32Array;
  private readonly totals: Float64Array;
  private readonly stamps: Int32Array;
  private readonly rows: Int32Array = new Int32Array(128);
  private count = 0;
  private now = 0;
  readonly k: number;

  constructor(readonly classes: readonly string[], readonly keyBits: number, private readonly keys: Int32Array) {
    this.k = classes.length;
    let size = 2;
    while (size < keys.length * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * 2);
    keys.forEach((key, r) => {
      let at = (Math.imul(key, 0x9e3779b1) >>> 5) & this.mask;
      while (this.slots[at * 2] !== 0) at = (at + 1) & this.mask;
      this.slots[at * 2] = key + 1;
      this.slots[at * 2 + 1] = r;
    });
    this.weights = new Float32Array(keys.length * this.k);
    this.totals = new Float64Array(keys.length * this.k);
    this.stamps = new Int32Array(keys.length * this.k);
  }
  get size(): number { return this.keys.length; }

  /** Looks the features up and scores every class; `update` afterwards acts on these features. */
  score(features: Int32Array, n: number, scores: Float32Array): void {
    const { slots, mask, rows, weights, k } = this;
    const shift = 32 - this.keyBits;
    this.count = 0;
    scores.fill(0);
    for (let f = 0; f < n; f++) {
      const key = features[f]! >>> shift;
      let at = (Math.imul(key, 0x9e3779b1) >>> 5) & mask;
      for (;;) {
        const found = slots[at * 2]!;
        if (found === 0) break;
        if (found === key + 1) {
          const row = slots[at * 2 + 1]!;
          rows[this.count++] = row;
          const base = row * k;
          for (let c = 0; c < k; c++) scores[c]! += weights[base + c]!;
          break;
        }
        at = (at + 1) & mask;
      }
    }
  }
  /** Counts one decision; call it once for each, right or wrong. */
  tick(): void { this.now += 1; }
  /** Moves the weights of the features scored last towards `good` and away from `bad`. */
  update(good: number, bad: number): void {
    this.add(good, 1);
    this.add(bad, -1);
  }
  private add(c: number, by: number): void {
    for (let f = 0; f < this.count; f++) {
      const at = this.rows[f]! * this.k + c;
      this.totals[at]! += (this.now - this.stamps[at]!) * this.weights[at]!;
      this.stamps[at] = this.now;
      this.weights[at]! += by;
    }
  }

  /** Averages the weights, quantises them to int8 and drops the smallest until the packed bytes fit in `budget`. */
  pack(budget: number): Pick<PackedModel, 'classes' | 'keyBits' | 'rows' | 'entries' | 'data'> {
    const average = new Float32Array(this.weights.length);
    for (let i = 0; i < average.length; i++) {
      average[i] = (this.totals[i]! + (this.now - this.stamps[i]!) * this.weights[i]!) / Math.max(1, this.now);
    }
    if (this.narrow) this.centre(average);
    const sorted = average.map(Math.abs).filter((a) => a > 0).sort();
    const step = (sorted[Math.floor((sorted.length - 1) * 0.9998)] ?? 1) / 127;
    for (let keep = sorted.length; ; keep = Math.floor(keep * 0.93)) {
      const floor = Math.max(step / 2, sorted[sorted.length - keep] ?? 0);
      const packed = encodeWeights(this.k, this.keys, average, step, floor);
      if (packed.bytes.length <= budget) return { classes: this.classes, keyBits: this.keyBits, rows: packed.rows, entries: packed.entries, data: packed.bytes.toString('base64') };
    }
  }
  private get narrow(): boolean { return this.k <= 4; }
  /** Adding the same to every class of a row changes no decision, so the median is taken away: one weight fewer to store. */
  private centre(average: Float32Array): void {
    for (let at = 0; at < average.length; at += this.k) {
      const row = average.slice(at, at + this.k).sort();
      const median = row[this.k >> 1]!;
      for (let c = 0; c < this.k; c++) average[at + c]! -= median;
    }
  }
}
