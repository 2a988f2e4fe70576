import { pack, type ModelFacts, type StoredModel } from './pack.js';

/** Averaged multiclass perceptron over hashed features (Collins 2002), with a feature table fixed by a counting pass. */
export class Perceptron {
  private readonly rowOf = new Map<number, number>();
  private readonly w: Float32Array;
  private readonly total: Float64Array;
  private readonly stamp: Int32Array;
  private now = 0;
  readonly k: number;

  constructor(readonly classes: readonly string[], counts: ReadonlyMap<number, number>, minCount: number) {
    this.k = classes.length;
    for (const [key, n] of counts) if (n >= minCount) this.rowOf.set(key, this.rowOf.size);
    const size = this.rowOf.size * this.k;
    this.w = new Float32Array(size);
    this.total = new Float64Array(size);
    this.stamp = new Int32Array(size);
  }
  get rows(): number { return this.rowOf.size; }
  row(key: number): number { return this.rowOf.get(key) ?? -1; }
  score(rows: ArrayLike<number>, n: number, scores: Float32Array): void {
    scores.fill(0);
    for (let f = 0; f < n; f++) {
      const r = rows[f]!;
      if (r < 0) continue;
      const base = r * this.k;
      for (let c = 0; c < this.k; c++) scores[c]! += this.w[base + c]!;
    }
  }
  tick(): void { this.now += 1; }
  add(rows: ArrayLike<number>, n: number, c: number, by: number): void {
    for (let f = 0; f < n; f++) {
      const r = rows[f]!;
      if (r < 0) continue;
      const at = r * this.k + c;
      this.total[at]! += (this.now - this.stamp[at]!) * this.w[at]!;
      this.stamp[at] = this.now;
      this.w[at]! += by;
    }
  }
  /** Averages, quantises to int8 and drops weights below `threshold` steps. */
  store(meta: ModelFacts, threshold = 1, percentile = 0.9995): StoredModel {
    const average = (i: number): number => (this.total[i]! + (this.now - this.stamp[i]!) * this.w[i]!) / Math.max(1, this.now);
    return pack(meta, this.classes, this.rowOf, Float32Array.from(this.w, (_, i) => average(i)), threshold, percentile);
  }
}
