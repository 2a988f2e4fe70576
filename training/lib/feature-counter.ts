/** Counts feature keys (already cut to `keyBits`) and gives those seen often enough a row. */
export class FeatureCounter {
  private keys = new Int32Array(1 << 20);
  private counts = new Uint8Array(1 << 20);
  private used = 0;
  constructor(readonly keyBits: number) {}
  add(keys: Int32Array, n: number): void {
    for (let f = 0; f < n; f++) this.bump((keys[f]! >>> (32 - this.keyBits)) + 1, 1);
  }
  private bump(key: number, by: number): void {
    const mask = this.keys.length - 1;
    let at = (Math.imul(key, 0x9e3779b1) >>> 3) & mask;
    while (this.keys[at] !== 0 && this.keys[at] !== key) at = (at + 1) & mask;
    if (this.keys[at] === 0) { this.keys[at] = key; this.used += 1; }
    this.counts[at] = Math.min(255, this.counts[at]! + by);
    if (this.used * 2 > this.keys.length) this.grow();
  }
  private grow(): void {
    const { keys, counts } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.counts = new Uint8Array(keys.length * 2);
    this.used = 0;
    keys.forEach((k, i) => { if (k !== 0) this.bump(k, counts[i]!); });
  }
  /** Keys seen at least `minimum` times, ascending. */
  frequent(minimum: number): Int32Array {
    const out: number[] = [];
    this.keys.forEach((k, i) => { if (k !== 0 && this.counts[i]! >= minimum) out.push(k - 1); });
    return Int32Array.from(out).sort();
  }
}
