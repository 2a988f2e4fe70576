import { encodeWeights, type EncodedModel } from './encode-model.js';
import { FeatureCounter } from './feature-counter.js';

/** Top bits of a feature key that tell features apart. */
const KEY_BITS = 28;

/** Numbers the features that occur often enough, after a counting pass. Open addressing, since maps are slow at millions of keys. */
export class FeatureTable {
  private readonly counter = new FeatureCounter(KEY_BITS);
  private keys: Int32Array = new Int32Array(0);
  /** Slot pairs: key + 1 (0 when empty), row. */
  private slots = new Int32Array(2);

  count(keys: Int32Array, n = keys.length): void {
    this.counter.add(keys, n);
  }
  /** Ends the counting: features seen `least` times or more get a row, in the order of their keys. */
  close(least: number): void {
    this.keys = this.counter.frequent(least);
    let size = 2;
    while (size < this.keys.length * 2) size *= 2;
    this.slots = new Int32Array(size * 2);
    this.keys.forEach((key, row) => {
      const at = this.find(key);
      this.slots[at] = key + 1;
      this.slots[at + 1] = row;
    });
  }
  get size(): number { return this.keys.length; }
  /** Row of a key, -1 outside the table. */
  row(key: number): number {
    const at = this.find(key >>> (32 - KEY_BITS));
    return this.slots[at] === 0 ? -1 : this.slots[at + 1]!;
  }
  /** Rows of the first `n` keys that have one. */
  known(keys: Int32Array, n = keys.length): Int32Array {
    return keys.subarray(0, n).map((key) => this.row(key)).filter((r) => r >= 0);
  }
  /** Rows of `n` keys, written from `at` and filled up with -1 to `width`. */
  rowsOf(keys: Int32Array, n: number, into: Int32Array, at: number, width: number): void {
    for (let f = 0; f < width; f++) into[at + f] = f < n ? this.row(keys[f]!) : -1;
  }
  /** The weights as `models/*.json` holds them, without the smallest, so many that the text of the rest is no longer than `budget`. */
  encode(classes: readonly string[], weights: Float32Array, step: number, budget: number): EncodedModel {
    for (let floor = 1; ; floor += 0.5) {
      const { bytes, rows, entries } = encodeWeights(classes.length, this.keys, weights, step, floor * step);
      const data = bytes.toString('base64');
      if (data.length <= budget) return { classes, keyBits: KEY_BITS, scale: step, rows, entries, data };
    }
  }

  private find(key: number): number {
    const wrap = this.slots.length - 1;
    let at = ((Math.imul(key, 0x9e3779b1) >>> 5) << 1) & wrap;
    while (this.slots[at] !== 0 && this.slots[at] !== key + 1) at = (at + 2) & wrap;
    return at;
  }
}
