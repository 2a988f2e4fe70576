import { hashOf, keyOf } from '../syntax/feature-hash.js';
import type { Layout } from './layout.js';

const EDGE = hashOf('<edge>');
/** Most feature keys that one token can have. */
export const CUE_FEATURES = 72;

/** Feature keys for whether token `i` is the head of an attribution's cue. Returns how many were written. */
export function cueFeatures(keys: Int32Array, l: Layout, i: number): number {
  const s = l.parsed.sentences[l.sentence[i] as number];
  const first = s?.first ?? 0;
  const last = s?.last ?? 0;
  const at = (a: Int32Array, k: number): number => (k < first || k >= last ? EDGE : (a[k] as number));
  const lemma = l.lemma[i] as number;
  const tag = l.tag[i] as number;
  const rel = l.relation[i] as number;
  const h = l.head[i] as number;
  const hl = h < 0 ? EDGE : (l.lemma[h] as number);
  const ht = h < 0 ? EDGE : (l.tag[h] as number);
  const quote = l.quoted[i] as number;
  let hasQuote = 0;
  for (let k = first; k < last && !hasQuote; k++) if (l.quoted[k] === 2) hasQuote = 1;
  const qBefore = i - 1 >= first && l.quoted[i - 1] === 2 ? 1 : i - 2 >= first && l.quoted[i - 2] === 2 ? 2 : i - 3 >= first && l.quoted[i - 3] === 2 ? 3 : 0;
  const qAfter = i + 1 < last && l.quoted[i + 1] === 2 ? 1 : i + 2 < last && l.quoted[i + 2] === 2 ? 2 : i + 3 < last && l.quoted[i + 3] === 2 ? 3 : 0;
  let n = 0;
  keys[n++] = keyOf(0, 1);
  keys[n++] = keyOf(1, lemma);
  keys[n++] = keyOf(2, lemma, tag);
  keys[n++] = keyOf(3, tag, rel);
  keys[n++] = keyOf(4, lemma, rel);
  keys[n++] = keyOf(5, l.words.norm[i] as number, at(l.words.norm, i + 1));
  keys[n++] = keyOf(6, at(l.words.norm, i - 1), l.words.norm[i] as number);
  keys[n++] = keyOf(7, at(l.tag, i - 1), tag, at(l.tag, i + 1));
  keys[n++] = keyOf(8, hl, rel);
  keys[n++] = keyOf(9, ht, rel, tag);
  keys[n++] = keyOf(10, lemma, hasQuote, quote);
  keys[n++] = keyOf(11, tag, qBefore, qAfter, quote);
  keys[n++] = keyOf(12, lemma, qBefore, qAfter);
  keys[n++] = keyOf(13, l.words.suffix3[i] as number, tag);
  keys[n++] = keyOf(14, lemma, at(l.tag, i + 1));
  keys[n++] = keyOf(15, lemma, at(l.lemma, i + 1));
  keys[n++] = keyOf(16, lemma, at(l.tag, i - 1));
  keys[n++] = keyOf(17, at(l.lemma, i - 2), at(l.lemma, i - 1), lemma);
  keys[n++] = keyOf(18, lemma, hl);
  keys[n++] = keyOf(19, lemma, l.entity[i] as number, quote);
  let shape = 0;
  const kids = l.children[i] ?? [];
  for (const c of kids) {
    if (n > CUE_FEATURES - 6) break;
    const r = l.relation[c] as number;
    const side = c < i ? 0 : 1;
    keys[n++] = keyOf(20, r, side, tag);
    keys[n++] = keyOf(21, r, side, lemma);
    keys[n++] = keyOf(22, r, l.lemma[c] as number, side);
    keys[n++] = keyOf(23, r, l.entity[c] as number, tag);
    shape = (shape + Math.imul(r, 31)) | 0;
  }
  keys[n++] = keyOf(24, shape, tag);
  keys[n++] = keyOf(25, shape, lemma);
  keys[n++] = keyOf(26, Math.min(4, kids.length), tag, rel);
  return n;
}
