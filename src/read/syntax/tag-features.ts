import { hashOf, keyOf } from '../weights/linear-model.js';
import type { WordHashes } from './words.js';

const START = hashOf('<s>');
const END = hashOf('</s>');
const at = (a: Int32Array, i: number, first: number, last: number): number => (i < first ? START : i >= last ? END : (a[i] as number));

/** Most feature keys that one token can have. */
export const TAG_FEATURES = 24;

/**
 * Feature keys for tagging token `i` of the sentence [first, last); `t1` and `t2` are the class numbers of the one and two
 * tokens before (-1 before the start). Returns how many keys were written.
 */
export function tagFeatures(keys: Int32Array, w: WordHashes, i: number, first: number, last: number, t1: number, t2: number): number {
  const word = w.norm[i] as number;
  const p1 = at(w.norm, i - 1, first, last);
  const n1 = at(w.norm, i + 1, first, last);
  const p2 = at(w.norm, i - 2, first, last);
  const n2 = at(w.norm, i + 2, first, last);
  const s3 = w.suffix3[i] as number;
  const s2 = w.suffix2[i] as number;
  const shape = w.shape[i] as number;
  const startsHere = i === first ? 1 : 0;
  let n = 0;
  keys[n++] = keyOf(0, word);
  keys[n++] = keyOf(1, s3);
  keys[n++] = keyOf(2, s2);
  keys[n++] = keyOf(3, shape, startsHere);
  keys[n++] = keyOf(4, w.prefix3[i] as number);
  keys[n++] = keyOf(5, t1);
  keys[n++] = keyOf(6, t1, t2);
  keys[n++] = keyOf(7, t1, word);
  keys[n++] = keyOf(8, p1);
  keys[n++] = keyOf(9, n1);
  keys[n++] = keyOf(10, p2);
  keys[n++] = keyOf(11, n2);
  keys[n++] = keyOf(12, p1, word);
  keys[n++] = keyOf(13, word, n1);
  keys[n++] = keyOf(14, at(w.suffix3, i + 1, first, last));
  keys[n++] = keyOf(15, at(w.suffix3, i - 1, first, last));
  keys[n++] = keyOf(16, at(w.shape, i - 1, first, last), shape);
  keys[n++] = keyOf(17, shape, at(w.shape, i + 1, first, last));
  keys[n++] = keyOf(18, t1, s3);
  keys[n++] = keyOf(19, s3, at(w.suffix3, i + 1, first, last));
  keys[n++] = keyOf(20, t1, at(w.suffix2, i + 1, first, last));
  keys[n++] = keyOf(21, t1, p1, n1);
  return n;
}
