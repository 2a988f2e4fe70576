import { hashOf, keyOf } from '../weights/linear-model.js';

const ROOT = hashOf('<root>');
/** Most feature keys that one arc can have. */
export const LABEL_FEATURES = 32;

/** Children counts and neighbours that tell apart the labels of one head's arcs. */
export interface ArcContext {
  /** Word hashes, tag hashes. */
  readonly w: Int32Array;
  readonly t: Int32Array;
  readonly suffix3: Int32Array;
  readonly heads: Int32Array;
  /** Leftmost child of each token, or the token itself. */
  readonly leftmost: Int32Array;
  readonly first: number;
  readonly last: number;
}

/** Feature keys for labelling the arc of token `i`; `previous` is the class number of the last labelled sister before it (-1: none). */
export function labelFeatures(keys: Int32Array, c: ArcContext, i: number, previous: number): number {
  const h = c.heads[i] as number;
  const W = (k: number): number => (k < c.first || k >= c.last ? ROOT : (c.w[k] as number));
  const T = (k: number): number => (k < c.first || k >= c.last ? ROOT : (c.t[k] as number));
  const hw = W(h), ht = T(h), dw = W(i), dt = T(i);
  const side = h < 0 ? 2 : i < h ? 0 : 1;
  const gap = h < 0 ? 0 : Math.min(Math.abs(h - i), 6);
  const gh = h < 0 ? -1 : (c.heads[h] as number);
  const lm = c.leftmost[i] as number;
  const lmw = lm === i ? ROOT : W(lm);
  const lmt = lm === i ? ROOT : T(lm);
  const before = W(i - 1);
  let n = 0;
  keys[n++] = keyOf(0, hw, side);
  keys[n++] = keyOf(1, ht, side);
  keys[n++] = keyOf(2, dw, side);
  keys[n++] = keyOf(3, dt, side);
  keys[n++] = keyOf(4, hw, dw, side);
  keys[n++] = keyOf(5, ht, dt, side);
  keys[n++] = keyOf(6, hw, dt, side);
  keys[n++] = keyOf(7, ht, dw, side);
  keys[n++] = keyOf(8, ht, dt, side, gap);
  keys[n++] = keyOf(9, lmw, dt, side);
  keys[n++] = keyOf(10, lmt, dt, ht);
  keys[n++] = keyOf(11, lmw, hw, side);
  keys[n++] = keyOf(12, before, dt, side);
  keys[n++] = keyOf(13, T(i - 1), dt, T(i + 1));
  keys[n++] = keyOf(14, T(h - 1), ht, dt, side);
  keys[n++] = keyOf(15, ht, T(h + 1), dt, side);
  keys[n++] = keyOf(16, T(gh), ht, dt);
  keys[n++] = keyOf(17, previous, dt, side);
  keys[n++] = keyOf(18, previous, ht, dt, side);
  keys[n++] = keyOf(19, hw, previous, side);
  keys[n++] = keyOf(20, c.suffix3[i] as number, ht, side);
  keys[n++] = keyOf(21, lmw, before, dt);
  keys[n++] = keyOf(22, hw, dt, lmw, side);
  keys[n++] = keyOf(23, W(i + 1), dt, side);
  return n;
}
