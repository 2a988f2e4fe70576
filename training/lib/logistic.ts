import { pack, type ModelFacts, type StoredModel } from './pack.js';

/** Multinomial logistic regression over hashed features, trained by AdaGrad with L2 (Duchi and others 2011). */
export class Logistic {
  private readonly rowOf = new Map<number, number>();
  private readonly w: Float32Array;
  private readonly squares: Float32Array;
  private readonly k: number;

  /** @param counts how often each feature key occurs; rarer ones than `minCount` are left out */
  constructor(readonly classes: readonly string[], counts: ReadonlyMap<number, number>, minCount: number) {
    this.k = classes.length;
    for (const [key, n] of counts) if (n >= minCount) this.rowOf.set(key, this.rowOf.size);
    this.w = new Float32Array(this.rowOf.size * this.k);
    this.squares = new Float32Array(this.rowOf.size * this.k).fill(1e-6);
  }

  /** Odds of each class; rows of unknown features are ignored. */
  odds(keys: Int32Array): Float64Array {
    const s = new Float64Array(this.k);
    for (const key of keys) {
      const r = this.rowOf.get(key);
      if (r === undefined) continue;
      for (let c = 0; c < this.k; c++) s[c]! += this.w[r * this.k + c]!;
    }
    const top = Math.max(...s);
    let sum = 0;
    for (let c = 0; c < this.k; c++) sum += s[c] = Math.exp(s[c]! - top);
    for (let c = 0; c < this.k; c++) s[c]! /= sum;
    return s;
  }

  /** One gradient step on one example; `keep` drops features by the given generator (dropout), which spreads weight over many. */
  step(keys: Int32Array, y: number, rate: number, l2: number, weight = 1, keep?: () => boolean): void {
    const used = keep ? keys.filter(() => keep()) : keys;
    const p = this.odds(used);
    for (const key of used) {
      const r = this.rowOf.get(key);
      if (r === undefined) continue;
      for (let c = 0; c < this.k; c++) {
        const i = r * this.k + c;
        const g = weight * (p[c]! - (c === y ? 1 : 0)) + l2 * this.w[i]!;
        this.squares[i]! += g * g;
        this.w[i]! -= (rate * g) / Math.sqrt(this.squares[i]!);
      }
    }
  }

  store(meta: ModelFacts, threshold = 1, percentile = 0.9999): StoredModel {
    return pack(meta, this.classes, this.rowOf, this.w, threshold, percentile);
  }
}
