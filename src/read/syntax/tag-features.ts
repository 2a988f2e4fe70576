import { hashOf, keyOf } from './feature-hash.js';
import type { WordHashes } from './words.js';

const START = hashOf('<s>');
const END = hashOf('</s>');

/** Most feature keys that one token can have. */
export const TAG_FEATURES = 40;

/**
 * Feature keys for tagging token `i` of the sentence [first, last). `kinds`: the dictionary class of each word (0: unknown);
 * `t1` and `t2`: class numbers of the one and two tokens before (-1 before the start); `loud`: 1 in an all-capitals sentence.
 * Returns how many keys were written.
 */
export function tagFeatures(keys: Int32Array, w: WordHashes, kinds: Int32Array, i: number, first: number, last: number, t1: number, t2: number, loud: number): number {
  const word = w.norm[i] as number;
  const p1 = i - 1 < first ? START : (w.norm[i - 1] as number);
  const p2 = i - 2 < first ? START : (w.norm[i - 2] as number);
  const n1 = i + 1 >= last ? END : (w.norm[i + 1] as number);
  const n2 = i + 2 >= last ? END : (w.norm[i + 2] as number);
  const k0 = kinds[i] as number;
  const k1 = i + 1 >= last ? END : (kinds[i + 1] as number);
  const k2 = i + 2 >= last ? END : (kinds[i + 2] as number);
  const n1s3 = i + 1 >= last ? END : (w.suffix3[i + 1] as number);
  const n1shape = i + 1 >= last ? END : (w.shape[i + 1] as number);
  const p1shape = i - 1 < first ? START : (w.shape[i - 1] as number);
  const s3 = w.suffix3[i] as number;
  const shape = w.shape[i] as number;
  const place = i === first ? 1 : 0;
  let n = 0;
  keys[n++] = keyOf(0, word);
  keys[n++] = keyOf(1, s3);
  keys[n++] = keyOf(2, w.suffix2[i] as number);
  keys[n++] = keyOf(3, w.suffix4[i] as number);
  keys[n++] = keyOf(4, shape, place, loud);
  keys[n++] = keyOf(5, w.prefix3[i] as number);
  keys[n++] = keyOf(6, w.prefix2[i] as number);
  keys[n++] = keyOf(7, t1);
  keys[n++] = keyOf(8, t1, t2);
  keys[n++] = keyOf(9, t1, word);
  keys[n++] = keyOf(10, p1);
  keys[n++] = keyOf(11, n1);
  keys[n++] = keyOf(12, p2);
  keys[n++] = keyOf(13, n2);
  keys[n++] = keyOf(14, p1, word);
  keys[n++] = keyOf(15, word, n1);
  keys[n++] = keyOf(16, k0, k1);
  keys[n++] = keyOf(17, t1, k0);
  keys[n++] = keyOf(18, t1, k1);
  keys[n++] = keyOf(19, k1, k2);
  keys[n++] = keyOf(20, t1, k0, k1);
  keys[n++] = keyOf(21, t1, t2, k0);
  keys[n++] = keyOf(22, p1shape, shape, loud);
  keys[n++] = keyOf(23, shape, n1shape, loud);
  keys[n++] = keyOf(24, t1, s3);
  keys[n++] = keyOf(25, n1s3);
  keys[n++] = keyOf(26, k0, shape, place, loud);
  keys[n++] = keyOf(27, s3, shape, place, loud);
  keys[n++] = keyOf(28, word, k1);
  keys[n++] = keyOf(29, p1, k0);
  keys[n++] = keyOf(30, k0, k1, k2);
  keys[n++] = keyOf(31, word, t2, t1);
  keys[n++] = keyOf(32, s3, n1s3);
  return n;
}
