/** A multiclass linear model over hashed features, as stored in `models/syntax-*.json`. */
export interface PackedModel {
  readonly format: string;
  readonly classes: readonly string[];
  /** Top bits of a 32-bit feature key that tell features apart. */
  readonly keyBits: number;
  /** Weight of one int8 step in the units the model was trained in; absent where only the order of scores matters. */
  readonly scale?: number;
  readonly rows: number;
  readonly entries: number;
  /**
   * Base64 of: row keys (ascending, LEB128 differences); then with more than four classes entry counts (u8 × rows), entry
   * classes (u8 × entries) and entry weights (i8 × entries); with four or fewer a bit set of classes (u8 × rows) and the weights
   * of the classes in it (i8 × entries).
   */
  readonly data: string;
}

/** A decoded model. Scores are sums of int8 weights, so they don't depend on the order of addition. */
export class LinearModel {
  private readonly mask: number;
  private readonly shift: number;
  /** Few classes, whose weights fit into one slot. */
  private readonly narrow: boolean;
  /** Slot pairs: key + 1 (0 when empty), then four int8 weights (narrow) or `first entry << 7 | number of entries`. */
  private readonly slots: Int32Array;
  /** `class << 8 | weight + 128` of each entry; empty when narrow. */
  private readonly entries: Uint16Array;

  constructor(readonly classes: readonly string[], keyBits: number, rows: number, bytes: Uint8Array, readonly scale = 1) {
    this.shift = 32 - keyBits;
    this.narrow = classes.length <= 4;
    let size = 2;
    while (size < rows * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * 2);
    const keys = new Int32Array(rows);
    let at = 0;
    let key = 0;
    for (let r = 0; r < rows; r++) {
      let delta = 0;
      let byte = 0x80;
      for (let by = 0; byte & 0x80; by += 7) {
        byte = bytes[at++] as number;
        delta |= (byte & 0x7f) << by;
      }
      key += delta;
      keys[r] = key;
    }
    this.entries = this.narrow ? this.fillNarrow(keys, bytes, at) : this.fillWide(keys, bytes, at);
  }

  private put(key: number, value: number): void {
    const wrap = (this.mask << 1) | 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 5 & this.mask) << 1;
    while (this.slots[slot] !== 0) slot = (slot + 2) & wrap;
    this.slots[slot] = key + 1;
    this.slots[slot + 1] = value;
  }

  private fillNarrow(keys: Int32Array, bytes: Uint8Array, setsAt: number): Uint16Array {
    let at = setsAt + keys.length;
    keys.forEach((key, r) => {
      const set = bytes[setsAt + r] as number;
      let packed = 0;
      for (let c = 0; c < 4; c++) if (set & (1 << c)) packed |= (bytes[at++] as number) << (c * 8);
      this.put(key, packed);
    });
    return new Uint16Array(0);
  }

  private fillWide(keys: Int32Array, bytes: Uint8Array, countsAt: number): Uint16Array {
    const classesAt = countsAt + keys.length;
    const count = (bytes.length - classesAt) >> 1;
    const entries = new Uint16Array(count);
    for (let e = 0; e < count; e++) {
      const weight = ((bytes[classesAt + count + e] as number) << 24) >> 24;
      entries[e] = ((bytes[classesAt + e] as number) << 8) | (weight + 128);
    }
    let first = 0;
    keys.forEach((key, r) => {
      const n = bytes[countsAt + r] as number;
      this.put(key, (first << 7) | n);
      first += n;
    });
    return entries;
  }

  /** Adds the weights of the first `n` feature keys to `scores` (one int32 a class, from index `to`). Unknown features add nothing. */
  addAll(scores: Int32Array, keys: Int32Array, n: number, to = 0): void {
    if (this.narrow) this.addNarrow(scores, keys, n, to);
    else this.addWide(scores, keys, n, to);
  }

  private addNarrow(scores: Int32Array, keys: Int32Array, n: number, to: number): void {
    const { slots, mask, shift } = this;
    const wrap = (mask << 1) | 1;
    let c0 = 0;
    let c1 = 0;
    let c2 = 0;
    let c3 = 0;
    for (let f = 0; f < n; f++) {
      const key = (keys[f] as number) >>> shift;
      let slot = (Math.imul(key, 0x9e3779b1) >>> 5 & mask) << 1;
      for (let found = slots[slot] as number; found !== 0; found = slots[slot] as number) {
        if (found === key + 1) {
          const packed = slots[slot + 1] as number;
          c0 += (packed << 24) >> 24;
          c1 += (packed << 16) >> 24;
          c2 += (packed << 8) >> 24;
          c3 += packed >> 24;
          break;
        }
        slot = (slot + 2) & wrap;
      }
    }
    scores[to] = (scores[to] as number) + c0;
    scores[to + 1] = (scores[to + 1] as number) + c1;
    scores[to + 2] = (scores[to + 2] as number) + c2;
    scores[to + 3] = (scores[to + 3] as number) + c3;
  }

  private addWide(scores: Int32Array, keys: Int32Array, n: number, to: number): void {
    const { slots, entries, mask, shift } = this;
    const wrap = (mask << 1) | 1;
    for (let f = 0; f < n; f++) {
      const key = (keys[f] as number) >>> shift;
      let slot = (Math.imul(key, 0x9e3779b1) >>> 5 & mask) << 1;
      for (let found = slots[slot] as number; found !== 0; found = slots[slot] as number) {
        if (found === key + 1) {
          const at = slots[slot + 1] as number;
          const first = at >>> 7;
          const end = first + (at & 127);
          for (let e = first; e < end; e++) {
            const entry = entries[e] as number;
            const c = to + (entry >>> 8);
            scores[c] = (scores[c] as number) + (entry & 255) - 128;
          }
          break;
        }
        slot = (slot + 2) & wrap;
      }
    }
  }
}

/** Bytes of a base64 text; `atob` is in browsers and in Node alike. */
export function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const out = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) out[i] = binary.charCodeAt(i);
  return out;
}

/** Decodes a stored model: O(size), some milliseconds a megabyte. */
export const decodeModel = (m: PackedModel): LinearModel => new LinearModel(m.classes, m.keyBits, m.rows, bytesOf(m.data), m.scale);

/** Index of the greatest score; the first of equals. */
export function bestClass(scores: Int32Array): number {
  let best = 0;
  for (let c = 1; c < scores.length; c++) if ((scores[c] as number) > (scores[best] as number)) best = c;
  return best;
}
