import { hashOf, keyOf } from '../syntax/feature-hash.js';
import type { Layout } from './layout.js';

const EDGE = hashOf('<edge>');
/** Most feature keys that one token can have. */
export const CUE_FEATURES = 96;
/** Tags of the words that head nearly all cues. */
const TAGS = new Set(['VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'NN', 'NNS', 'JJ']);
const UPPER = /^[\p{Lu}.’']+$/u;
const SIGN = /^[:–—―-]$/;
const CLAUSES = ['ccomp', 'xcomp', 'parataxis', 'dep', 'advcl'].map((r) => hashOf(r));
const SUBJECTS = ['nsubj', 'nsubjpass', 'nmod:poss'].map((r) => hashOf(r));

/** Whether a token can head a cue: a verb, common noun or adjective, or a colon or dash. */
export function mayBeCue(l: Layout, i: number): boolean {
  const t = l.parsed.tokens[i];
  return t !== undefined && (l.sign[i] === 1 ? SIGN.test(t.form) : TAGS.has(t.tag));
}

/** Feature keys for whether token `i` is the head of an attribution's cue. Returns how many were written. */
export function cueFeatures(keys: Int32Array, l: Layout, i: number): number {
  const s = l.parsed.sentences[l.sentence[i] as number];
  const first = s?.first ?? 0;
  const last = s?.last ?? 0;
  const at = (a: Int32Array, k: number): number => (k < first || k >= last ? EDGE : (a[k] as number));
  const norm = l.words.norm[i] as number;
  const lemma = l.lemma[i] as number;
  const tag = l.tag[i] as number;
  const rel = l.relation[i] as number;
  const h = l.head[i] as number;
  const hl = h < 0 ? EDGE : (l.lemma[h] as number);
  const ht = h < 0 ? EDGE : (l.tag[h] as number);
  const quote = l.quoted[i] as number;
  const hasQuote = l.marked[i] as number;
  const marked = (k: number): boolean => k >= first && k < last && l.quoted[k] === 2;
  const qBefore = marked(i - 1) ? 1 : marked(i - 2) ? 2 : marked(i - 3) ? 3 : 0;
  const qAfter = marked(i + 1) ? 1 : marked(i + 2) ? 2 : marked(i + 3) ? 3 : 0;
  const place = i === first ? 0 : i === last - 1 ? 2 : 1;
  let n = 0;
  keys[n++] = keyOf(0, 1);
  keys[n++] = keyOf(1, lemma);
  keys[n++] = keyOf(2, lemma, tag);
  keys[n++] = keyOf(3, tag, rel);
  keys[n++] = keyOf(4, lemma, rel);
  keys[n++] = keyOf(5, norm, at(l.words.norm, i + 1));
  keys[n++] = keyOf(6, at(l.words.norm, i - 1), norm);
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
  keys[n++] = keyOf(27, lemma, at(l.lemma, i + 1), at(l.lemma, i + 2));
  keys[n++] = keyOf(28, tag, at(l.tag, i + 1), at(l.tag, i + 2));
  keys[n++] = keyOf(29, at(l.lemma, i + 1), at(l.lemma, i + 2), tag);
  keys[n++] = keyOf(30, tag, place, hasQuote, s?.paragraph === 0 ? 1 : 0);
  keys[n++] = keyOf(31, lemma, place, hasQuote);
  keys[n++] = keyOf(32, l.words.prefix3[i] as number, l.words.suffix3[i] as number, tag);
  if (l.sign[i] === 1) {
    // A speaker's label ("MR. ROE:"), or a name below what it said ("— Ann Roe").
    let loud = 1;
    for (let k = first; k < i; k++) if (l.sign[k] === 0 && !UPPER.test(l.parsed.tokens[k]?.form ?? '')) loud = 0;
    const opensLine = first === 0 || l.paragraph[first - 1] !== l.paragraph[first] ? 1 : 0;
    const afterQuotation = first > 0 && (l.quoted[first - 1] as number) > 0 ? 1 : 0;
    const ahead = Math.min(4, i - first);
    keys[n++] = keyOf(50, norm, ahead, loud * 2 + opensLine, afterQuotation);
    keys[n++] = keyOf(51, norm, loud * 2 + opensLine, place, Math.min(4, (last - i) >> 1));
    keys[n++] = keyOf(52, norm, loud * 2 + opensLine, at(l.entity, i - 1), at(l.entity, i + 1));
  }
  const sense = l.sense[i] as number;
  const group = sense === 0 ? 0 : sense >> 8;
  const bits = sense & 255;
  keys[n++] = keyOf(40, group, tag);
  keys[n++] = keyOf(41, sense, rel);
  keys[n++] = keyOf(42, bits, tag, at(l.tag, i + 1));
  keys[n++] = keyOf(43, sense, at(l.lemma, i + 1));
  keys[n++] = keyOf(44, bits, hasQuote, quote, tag);
  keys[n++] = keyOf(45, h < 0 ? 0 : (l.sense[h] as number), rel, bits);
  let shape = 0;
  let clause = 0;
  let subject = 0;
  const kids = l.children[i] ?? [];
  for (const c of kids) {
    if (n > CUE_FEATURES - 25) break;
    const r = l.relation[c] as number;
    const side = c < i ? 0 : 1;
    keys[n++] = keyOf(20, r, side, tag);
    keys[n++] = keyOf(21, r, side, lemma);
    keys[n++] = keyOf(22, r, l.lemma[c] as number, side);
    keys[n++] = keyOf(23, r, l.entity[c] as number, tag);
    if (CLAUSES.includes(r)) clause = c;
    if (SUBJECTS.includes(r)) subject = c;
    shape = (shape + Math.imul(r, 31)) | 0;
  }
  keys[n++] = keyOf(24, shape, tag);
  keys[n++] = keyOf(25, shape, lemma);
  keys[n++] = keyOf(46, shape, sense);
  keys[n++] = keyOf(47, bits, clause > 0 ? (l.relation[clause] as number) : 0, subject > 0 ? (l.entity[subject] as number) : 0, tag);
  keys[n++] = keyOf(26, Math.min(4, kids.length), tag, rel);
  if (clause > 0) {
    let inner = 0;
    for (const c of l.children[clause] ?? []) if (SUBJECTS.includes(l.relation[c] as number)) inner = 1;
    keys[n++] = keyOf(33, l.relation[clause] as number, l.tag[clause] as number, inner, clause < i ? 0 : 1);
    keys[n++] = keyOf(34, lemma, l.tag[clause] as number, inner);
    keys[n++] = keyOf(35, l.lemma[clause] as number, inner, tag);
  }
  if (subject > 0) {
    keys[n++] = keyOf(36, l.lemma[subject] as number, tag, clause > 0 ? 1 : 0);
    keys[n++] = keyOf(37, l.lemma[subject] as number, lemma);
    keys[n++] = keyOf(38, l.entity[subject] as number, l.tag[subject] as number, lemma);
    keys[n++] = keyOf(48, l.lemma[subject] as number, bits, tag);
    keys[n++] = keyOf(39, l.entity[subject] as number, l.tag[subject] as number, shape);
  }
  return n;
}
