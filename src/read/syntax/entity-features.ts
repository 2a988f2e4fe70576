import { hashOf, keyOf } from './feature-hash.js';
import type { WordHashes } from './words.js';

const EDGE = hashOf('<edge>');
/** Most feature keys that one token can have. */
export const ENTITY_FEATURES = 40;

/**
 * Feature keys for the entity class of token `i`. `t`: tag hashes; `e1`, `e2`: class numbers of the one and two tokens before;
 * `seen`: class this form had last in the document (0: none yet); `nextSeen`: the same for the next token; `loud`: 1 in an
 * all-capitals sentence. Returns how many keys were written.
 */
export function entityFeatures(
  keys: Int32Array, w: WordHashes, t: Int32Array, i: number, first: number, last: number,
  e1: number, e2: number, seen: number, nextSeen: number, loud: number,
): number {
  const word = w.norm[i] as number;
  const shape = w.shape[i] as number;
  const tag = t[i] as number;
  const start = i === first ? 1 : 0;
  const p1 = i - 1 < first ? EDGE : (w.norm[i - 1] as number);
  const p2 = i - 2 < first ? EDGE : (w.norm[i - 2] as number);
  const n1 = i + 1 >= last ? EDGE : (w.norm[i + 1] as number);
  const n2 = i + 2 >= last ? EDGE : (w.norm[i + 2] as number);
  const p1t = i - 1 < first ? EDGE : (t[i - 1] as number);
  const n1t = i + 1 >= last ? EDGE : (t[i + 1] as number);
  const p1shape = i - 1 < first ? EDGE : (w.shape[i - 1] as number);
  const n1shape = i + 1 >= last ? EDGE : (w.shape[i + 1] as number);
  const n2shape = i + 2 >= last ? EDGE : (w.shape[i + 2] as number);
  const n1s3 = i + 1 >= last ? EDGE : (w.suffix3[i + 1] as number);
  let n = 0;
  keys[n++] = keyOf(0, word);
  keys[n++] = keyOf(1, shape, start, loud);
  keys[n++] = keyOf(2, tag, shape, loud);
  keys[n++] = keyOf(3, w.suffix3[i] as number, shape);
  keys[n++] = keyOf(4, w.prefix3[i] as number, shape);
  keys[n++] = keyOf(5, e1, word);
  keys[n++] = keyOf(6, e1, tag);
  keys[n++] = keyOf(7, e1, e2, tag);
  keys[n++] = keyOf(8, e1, shape, loud);
  keys[n++] = keyOf(9, p1, shape);
  keys[n++] = keyOf(10, n1, shape);
  keys[n++] = keyOf(11, p1, word);
  keys[n++] = keyOf(12, word, n1);
  keys[n++] = keyOf(13, p2, shape);
  keys[n++] = keyOf(14, n2, shape);
  keys[n++] = keyOf(15, p1t, tag, n1t);
  keys[n++] = keyOf(16, p1shape, shape, n1shape);
  keys[n++] = keyOf(17, e1, n1);
  keys[n++] = keyOf(18, e1, n1shape, shape);
  keys[n++] = keyOf(19, p1, n1, shape);
  keys[n++] = keyOf(20, e1, word, p1);
  keys[n++] = keyOf(21, e1, p1, shape);
  keys[n++] = keyOf(22, w.suffix4[i] as number);
  keys[n++] = keyOf(23, shape, n1shape, n2shape);
  keys[n++] = keyOf(24, seen, shape);
  keys[n++] = keyOf(25, seen, e1);
  keys[n++] = keyOf(26, nextSeen, shape, e1);
  keys[n++] = keyOf(27, seen, e1, n1shape);
  keys[n++] = keyOf(28, n1s3, shape, e1);
  keys[n++] = keyOf(29, p2, p1, shape);
  keys[n++] = keyOf(30, n1, n2, shape);
  keys[n++] = keyOf(31, w.suffix2[i] as number, shape, n1t);
  return n;
}
