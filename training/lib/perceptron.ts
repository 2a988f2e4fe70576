import type { StoredLinearModel } from '../../src/read/weights/linear-model.js';

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
  store(meta: { name: string; version: string; trainedOn: string; licence: string; date: string }, threshold = 1, percentile = 0.9995): StoredLinearModel & Record<string, unknown> {
    const avg = new Float32Array(this.w.length);
    const mags: number[] = [];
    for (let i = 0; i < avg.length; i++) {
      const t = this.total[i]! + (this.now - this.stamp[i]!) * this.w[i]!;
      avg[i] = t / Math.max(1, this.now);
      if (avg[i] !== 0) mags.push(Math.abs(avg[i]!));
    }
    mags.sort((a, b) => a - b);
    const top = mags[Math.floor((mags.length - 1) * percentile)] ?? 1;
    const scale = top / 127;
    const keys = [...this.rowOf.keys()].map((k) => k >>> 0).sort((a, b) => a - b);
    const outKeys: number[] = [], counts: number[] = [], cls: number[] = [], ws: number[] = [];
    for (const key of keys) {
      const base = this.rowOf.get(key | 0)! * this.k;
      const c0 = cls.length;
      for (let c = 0; c < this.k; c++) {
        const q = Math.max(-127, Math.min(127, Math.round(avg[base + c]! / scale)));
        if (Math.abs(q) >= threshold) { cls.push(c); ws.push(q); }
      }
      if (cls.length > c0) { outKeys.push(key); counts.push(cls.length - c0); }
    }
    const bytes = Buffer.alloc(8 + outKeys.length * 5 + cls.length * 2);
    bytes.writeUInt32LE(outKeys.length, 0); bytes.writeUInt32LE(cls.length, 4);
    outKeys.forEach((k, i) => bytes.writeUInt32LE(k, 8 + i * 4));
    let at = 8 + outKeys.length * 4;
    for (const c of counts) bytes.writeUInt8(c, at++);
    for (const c of cls) bytes.writeUInt8(c, at++);
    for (const q of ws) bytes.writeInt8(q, at++);
    return { ...meta, classes: this.classes, scale, rows: outKeys.length, entries: cls.length, data: bytes.toString('base64') };
  }
}
