import { hashOf, keyOf } from '../weights/linear-model.js';
import type { WordHashes } from './words.js';

const EDGE = hashOf('<edge>');
/** Most feature keys that one token can have. */
export const ENTITY_FEATURES = 32;

/** Feature keys for the entity class of token `i`; `e1`, `e2`: class numbers of the one and two tokens before. */
export function entityFeatures(keys: Int32Array, w: WordHashes, t: Int32Array, i: number, first: number, last: number, e1: number, e2: number): number {
  const A = (a: Int32Array, k: number): number => (k < first || k >= last ? EDGE : (a[k] as number));
  const word = w.norm[i] as number;
  const shape = w.shape[i] as number;
  const tag = t[i] as number;
  const start = i === first ? 1 : 0;
  let n = 0;
  keys[n++] = keyOf(0, word);
  keys[n++] = keyOf(1, shape, start);
  keys[n++] = keyOf(2, tag, shape);
  keys[n++] = keyOf(3, w.suffix3[i] as number, shape);
  keys[n++] = keyOf(4, w.prefix3[i] as number, shape);
  keys[n++] = keyOf(5, e1, word);
  keys[n++] = keyOf(6, e1, tag);
  keys[n++] = keyOf(7, e1, e2, tag);
  keys[n++] = keyOf(8, e1, shape);
  keys[n++] = keyOf(9, A(w.norm, i - 1), shape);
  keys[n++] = keyOf(10, A(w.norm, i + 1), shape);
  keys[n++] = keyOf(11, A(w.norm, i - 1), word);
  keys[n++] = keyOf(12, word, A(w.norm, i + 1));
  keys[n++] = keyOf(13, A(w.norm, i - 2), shape);
  keys[n++] = keyOf(14, A(w.norm, i + 2), shape);
  keys[n++] = keyOf(15, A(t, i - 1), tag, A(t, i + 1));
  keys[n++] = keyOf(16, A(w.shape, i - 1), shape, A(w.shape, i + 1));
  keys[n++] = keyOf(17, e1, A(w.norm, i + 1));
  keys[n++] = keyOf(18, e1, A(w.shape, i + 1), shape);
  keys[n++] = keyOf(19, A(w.norm, i - 1), A(w.norm, i + 1), shape);
  keys[n++] = keyOf(20, e1);
  keys[n++] = keyOf(21, e1, A(w.norm, i - 1), shape);
  return n;
}
