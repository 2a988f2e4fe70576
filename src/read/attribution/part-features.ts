import { hashOf, keyOf } from '../syntax/feature-hash.js';
import type { Layout } from './layout.js';

const EDGE = hashOf('<edge>');
/** Parts that a token can be of one attribution, in class order. */
export const PARTS = ['O', 'source', 'cue', 'content'] as const;
/** Most feature keys that one token can have. */
export const PART_FEATURES = 56;

/** What stays the same for all tokens of one cue. */
export interface CueFrame {
  readonly cue: number;
  /** Token window [first, last). */
  readonly first: number;
  readonly last: number;
  /** Ancestors of the cue: distance by token. */
  readonly above: ReadonlyMap<number, number>;
  /** Quotation number that touches the cue's sentence, -1 when none. */
  readonly quotation: number;
  readonly shape: number;
}

/** Sentences before and after the cue's that its content may lie in. */
const BEFORE = 1;
const AFTER = 4;

/** The window and tree context of a cue. */
export function frameOf(l: Layout, cue: number): CueFrame {
  const si = l.sentence[cue] as number;
  const { sentences } = l.parsed;
  let a = si;
  let b = si;
  const p = sentences[si]?.paragraph;
  while (a > 0 && si - a < BEFORE && sentences[a - 1]?.paragraph === p) a--;
  while (b + 1 < sentences.length && b - si < AFTER && (sentences[b + 1]?.paragraph === p || (b === si && (sentences[b + 1]?.paragraph ?? 0) === (p ?? 0) + 1))) {
    const next = sentences[b + 1];
    // The next paragraph only when it opens with a quotation mark.
    if (next && next.paragraph !== p && l.quoted[next.first] !== 2) break;
    b++;
  }
  const above = new Map<number, number>();
  for (let k = l.head[cue] as number, d = 1; k >= 0 && d < 30; k = l.head[k] as number, d++) above.set(k, d);
  const first = sentences[a]?.first ?? 0;
  const last = sentences[b]?.last ?? 0;
  let quotation = -1;
  const s = sentences[si];
  if (s) for (let k = s.first; k < s.last && quotation < 0; k++) if ((l.quotation[k] as number) >= 0) quotation = l.quotation[k] as number;
  let shape = 0;
  for (const c of l.children[cue] ?? []) shape = (shape + Math.imul(l.relation[c] as number, c < cue ? 31 : 37)) | 0;
  return { cue, first, last, above, quotation, shape };
}

/** How a token hangs together with the cue: packed hashes of its path. */
function pathOf(l: Layout, f: CueFrame, i: number): { top: number; kind: number; depth: number; branch: number } {
  if (i === f.cue) return { top: 1, kind: 0, depth: 0, branch: i };
  if (l.sentence[i] !== l.sentence[f.cue]) return { top: EDGE, kind: 4, depth: 0, branch: -1 };
  let k = i;
  for (let d = 0; d < 30; d++) {
    const h = l.head[k] as number;
    if (h === f.cue) return { top: l.relation[k] as number, kind: 1, depth: Math.min(d, 4), branch: k };
    if (f.above.has(k)) return { top: keyOf(77, l.relation[f.cue] as number, Math.min(f.above.get(k) ?? 0, 4)), kind: 2, depth: Math.min(d, 4), branch: k };
    if (h >= 0 && f.above.has(h)) return { top: keyOf(78, l.relation[k] as number, Math.min(f.above.get(h) ?? 0, 4), l.relation[f.cue] as number), kind: 3, depth: Math.min(d, 4), branch: k };
    if (h < 0) break;
    k = h;
  }
  return { top: EDGE, kind: 5, depth: 0, branch: -1 };
}

/**
 * Feature keys for the part of token `i` in the attribution of the frame's cue; `p1`, `p2`: parts of the one and two tokens before;
 * `seen`: 1 when a source, 2 when a content was already read (bits). Returns how many keys were written.
 */
export function partFeatures(keys: Int32Array, l: Layout, f: CueFrame, i: number, p1: number, p2: number, seen: number): number {
  const at = (a: Int32Array, k: number): number => (k < f.first || k >= f.last ? EDGE : (a[k] as number));
  const lemma = l.lemma[i] as number;
  const tag = l.tag[i] as number;
  const rel = l.relation[i] as number;
  const cueLemma = l.lemma[f.cue] as number;
  const cueTag = l.tag[f.cue] as number;
  const side = i < f.cue ? 0 : i > f.cue ? 1 : 2;
  const away = (l.sentence[i] as number) - (l.sentence[f.cue] as number);
  const dist = away !== 0 ? 9 : Math.min(8, Math.abs(i - f.cue));
  const path = pathOf(l, f, i);
  const q = l.quoted[i] as number;
  const sameQuote = (l.quotation[i] as number) >= 0 && l.quotation[i] === f.quotation ? 1 : (l.quotation[i] as number) >= 0 ? 2 : 0;
  const cueQuoted = l.quoted[f.cue] as number;
  const before = i > f.first ? pathOf(l, f, i - 1) : null;
  const turn = before === null ? 2 : before.branch === path.branch && before.kind === path.kind ? 0 : 1;
  const opensBranch = path.branch >= 0 && l.left[path.branch] === i ? 1 : 0;
  const endsBranchBefore = before !== null && before.branch >= 0 && l.right[before.branch] === i - 1 ? 1 : 0;
  let n = 0;
  keys[n++] = keyOf(0, p1, p2);
  keys[n++] = keyOf(1, p1, path.top, path.kind, side);
  keys[n++] = keyOf(2, path.top, cueLemma, side);
  keys[n++] = keyOf(3, path.top, path.kind, path.depth, side);
  keys[n++] = keyOf(4, p1, turn, path.top, cueTag);
  keys[n++] = keyOf(5, p1, tag, path.kind);
  keys[n++] = keyOf(6, p1, lemma);
  keys[n++] = keyOf(7, p1, dist, side);
  keys[n++] = keyOf(8, p1, q, sameQuote, cueQuoted);
  keys[n++] = keyOf(9, p1, q, away);
  keys[n++] = keyOf(10, away, sameQuote, q, seen);
  keys[n++] = keyOf(11, lemma, side, dist);
  keys[n++] = keyOf(12, tag, rel, path.top);
  keys[n++] = keyOf(13, p1, at(l.lemma, i - 1), tag);
  keys[n++] = keyOf(14, p1, tag, at(l.tag, i + 1));
  keys[n++] = keyOf(15, p1, lemma, at(l.tag, i + 1));
  keys[n++] = keyOf(16, p1, opensBranch, endsBranchBefore, path.top);
  keys[n++] = keyOf(17, cueLemma, p1, side);
  keys[n++] = keyOf(18, cueLemma, path.top, p1);
  keys[n++] = keyOf(19, cueLemma, dist, lemma);
  keys[n++] = keyOf(20, f.shape, path.top, side);
  keys[n++] = keyOf(21, p1, l.entity[i] as number, path.top);
  keys[n++] = keyOf(22, seen, side, p1, path.kind);
  keys[n++] = keyOf(23, seen, path.top, p1);
  keys[n++] = keyOf(24, at(l.quoted as unknown as Int32Array, i - 1), q, at(l.quoted as unknown as Int32Array, i + 1), p1);
  keys[n++] = keyOf(25, at(l.lemma, i - 1), lemma, p1);
  keys[n++] = keyOf(26, lemma, at(l.lemma, i + 1), p1);
  keys[n++] = keyOf(27, path.top, path.depth, rel, p1);
  keys[n++] = keyOf(28, cueTag, l.relation[f.cue] as number, path.top, p1);
  keys[n++] = keyOf(29, p1, path.branch >= 0 ? (l.tag[path.branch] as number) : 0, path.top);
  keys[n++] = keyOf(30, p1, path.branch >= 0 ? (l.lemma[path.branch] as number) : 0, path.top);
  keys[n++] = keyOf(31, p1, at(l.lemma, i + 1), at(l.tag, i + 2));
  keys[n++] = keyOf(32, p1, tag, dist, side);
  keys[n++] = keyOf(33, cueQuoted, sameQuote, p1, path.kind);
  keys[n++] = keyOf(34, p1, p2, tag, path.top);
  return n;
}
