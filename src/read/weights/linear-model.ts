import { bytesOfBase64 } from './base64.js';

/** A multiclass linear model over hashed features, as stored in `models/*.json`. */
export interface StoredLinearModel {
  readonly name: string;
  readonly version: string;
  readonly classes: readonly string[];
  /** Weight of one int8 step. */
  readonly scale: number;
  /** Base64 of little-endian: rows (u32), entries (u32), keys (u32 × rows, ascending), counts (u8 × rows), classes (u8 × entries), weights (i8 × entries). */
  readonly data: string;
}

/** A decoded model; scoring adds the weights of each active feature. Deterministic, no floating-point order effects (integers). */
export interface LinearModel {
  readonly classes: readonly string[];
  /** Adds the weights of feature `key` to `scores` (one int32 a class). Unknown features add nothing. */
  readonly addTo: (scores: Int32Array, key: number) => void;
}

/** Decodes a stored model: O(size), a few milliseconds a megabyte. */
export function decodeLinearModel(stored: StoredLinearModel): LinearModel {
  const bytes = bytesOfBase64(stored.data);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows = view.getUint32(0, true);
  const entries = view.getUint32(4, true);
  const starts = new Uint32Array(rows + 1);
  const countsAt = 8 + rows * 4;
  for (let r = 0; r < rows; r++) starts[r + 1] = (starts[r] ?? 0) + (bytes[countsAt + r] ?? 0);
  const classesAt = countsAt + rows;
  const classes = bytes.slice(classesAt, classesAt + entries);
  const weights = new Int8Array(bytes.slice(classesAt + entries, classesAt + 2 * entries).buffer);
  let size = 1;
  while (size < rows * 2) size *= 2;
  const mask = size - 1;
  const slotKey = new Uint32Array(size);
  const slotRow = new Int32Array(size).fill(-1);
  for (let r = 0; r < rows; r++) {
    const key = view.getUint32(8 + r * 4, true);
    let at = Math.imul(key, 0x9e3779b1) >>> 7 & mask;
    while ((slotRow[at] ?? -1) >= 0) at = (at + 1) & mask;
    slotKey[at] = key;
    slotRow[at] = r;
  }
  return {
    classes: stored.classes,
    addTo: (scores, key) => {
      const k = key >>> 0;
      let at = Math.imul(k, 0x9e3779b1) >>> 7 & mask;
      for (;;) {
        const row = slotRow[at] as number;
        if (row < 0) return;
        if (slotKey[at] === k) {
          const end = starts[row + 1] as number;
          for (let e = starts[row] as number; e < end; e++) {
            const c = classes[e] as number;
            scores[c] = (scores[c] as number) + (weights[e] as number);
          }
          return;
        }
        at = (at + 1) & mask;
      }
    },
  };
}

/** Index of the greatest score; the first of equals. */
export function bestClass(scores: Int32Array): number {
  let best = 0;
  for (let c = 1; c < scores.length; c++) if ((scores[c] as number) > (scores[best] as number)) best = c;
  return best;
}

/** 32-bit FNV-1a of a string's code units. */
export function hashOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** Mixes a template number and up to four values into one feature key. */
export function keyOf(template: number, a: number, b = 0, c = 0, d = 0): number {
  let h = Math.imul(template + 1, 0x9e3779b1);
  h = Math.imul(h ^ a, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h ^ b, 0xc2b2ae35);
  h ^= h >>> 15;
  h = Math.imul(h ^ c, 0x27d4eb2f);
  h ^= h >>> 14;
  h = Math.imul(h ^ d, 0x165667b1);
  return (h ^ (h >>> 16)) | 0;
}
