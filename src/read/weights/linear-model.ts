import { bytesOf } from '../syntax/packed-model.js';

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
  /** What one step of a score is worth, in the units the model was trained in. */
  readonly scale: number;
  /** Adds the weights of feature `key` to `scores` (one int32 a class). Unknown features add nothing. */
  readonly addTo: (scores: Int32Array, key: number) => void;
}

/** Decodes a stored model: O(size), a few milliseconds a megabyte. */
export function decodeLinearModel(stored: StoredLinearModel): LinearModel {
  const bytes = bytesOf(stored.data);
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
    scale: stored.scale,
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
