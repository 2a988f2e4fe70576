import { hashOf, keyOf } from './feature-hash.js';
import { LEFT, type ParserState } from './parser-state.js';
import { between, type SyntaxContext } from './sentence-context.js';

const NONE = hashOf('<none>');
/** Most feature keys that one arc can have. */
export const LABEL_FEATURES = 48;

/**
 * Feature keys for labelling the arc that a left or right move is about to make: both ends and their neighbours, the child's
 * own children (all known by now) and the labels its new head has handed out on that side. Returns how many keys were written.
 */
export function labelFeatures(keys: Int32Array, s: ParserState, x: SyntaxContext, move: number): number {
  const w = x.words;
  const t = x.tags;
  const f = s.first;
  const c = s.child;
  const h = s.headFor(move);
  const side = move === LEFT ? 0 : 1;
  const cw = w[c] as number;
  const ct = t[c] as number;
  const hw = w[h] as number;
  const ht = t[h] as number;
  const cl = s.leftmost[c - f] as number;
  const cr = s.rightmost[c - f] as number;
  const clw = cl < 0 ? NONE : (w[cl] as number);
  const clt = cl < 0 ? NONE : (t[cl] as number);
  const crw = cr < 0 ? NONE : (w[cr] as number);
  const cL = s.leftLabels[c - f] as number;
  const cR = s.rightLabels[c - f] as number;
  const hL = s.leftLabels[h - f] as number;
  const hR = s.rightLabels[h - f] as number;
  const given = move === LEFT ? hL : hR;
  const sister = move === LEFT ? (s.leftmost[h - f] as number) : (s.rightmost[h - f] as number);
  const sisterLabel = sister < 0 ? -1 : (s.labels[sister - f] as number);
  const p = c > f ? (w[c - 1] as number) : NONE;
  const pt = c > f ? (t[c - 1] as number) : NONE;
  const nw = c + 1 < s.last ? (w[c + 1] as number) : NONE;
  const nt = c + 1 < s.last ? (t[c + 1] as number) : NONE;
  const hp = h > f ? (t[h - 1] as number) : NONE;
  const hn = h + 1 < s.last ? (t[h + 1] as number) : NONE;
  const hnw = h + 1 < s.last ? (w[h + 1] as number) : NONE;
  const b0 = s.next < s.last ? (t[s.next] as number) : NONE;
  const lo = c < h ? c : h;
  const hi = c < h ? h : c;
  const gap = (hi - lo > 6 ? 6 : hi - lo) * 2 + side;
  const commas = between(x.commas, lo, hi, 2);
  const verbs = between(x.verbs, lo, hi, 2);
  const ands = between(x.conjunctions, lo, hi, 1);
  const lead = h - f < 2 ? NONE : (w[h - 2] as number);
  const cs = x.suffixes[c] as number;
  let n = 0;
  keys[n++] = keyOf(0, hw, side);
  keys[n++] = keyOf(1, ht, side, hn);
  keys[n++] = keyOf(2, cw, side);
  keys[n++] = keyOf(3, ct, side);
  keys[n++] = keyOf(4, hw, cw, side);
  keys[n++] = keyOf(5, ht, ct, side);
  keys[n++] = keyOf(6, hw, ct, side);
  keys[n++] = keyOf(7, ht, cw, side);
  keys[n++] = keyOf(8, ht, ct, gap);
  keys[n++] = keyOf(9, clw, ct, side);
  keys[n++] = keyOf(10, clt, ct, ht);
  keys[n++] = keyOf(11, clw, hw, ct);
  keys[n++] = keyOf(12, p, ct, side);
  keys[n++] = keyOf(13, pt, ct, nt);
  keys[n++] = keyOf(14, hp, ht, ct, side);
  keys[n++] = keyOf(15, ht, hn, ct, side);
  keys[n++] = keyOf(16, ct, cL, side);
  keys[n++] = keyOf(17, ct, cR, side);
  keys[n++] = keyOf(18, ct, cL, ht, gap);
  keys[n++] = keyOf(19, ct, cL, cR, ht);
  keys[n++] = keyOf(20, ct, ht, given, side);
  keys[n++] = keyOf(21, ct, hw, given, side);
  keys[n++] = keyOf(22, sisterLabel, ct, ht, side);
  keys[n++] = keyOf(23, ht, hL, hR, ct);
  keys[n++] = keyOf(24, cs, ht, side);
  keys[n++] = keyOf(25, clw, p, ct);
  keys[n++] = keyOf(26, crw, ct, side);
  keys[n++] = keyOf(27, nw, ct, side);
  keys[n++] = keyOf(28, ct, ht, commas * 8 + verbs * 2 + ands, side);
  keys[n++] = keyOf(29, ct, ht, b0, side);
  keys[n++] = keyOf(30, cw, cL, side);
  keys[n++] = keyOf(31, hw, ct, cL, side);
  keys[n++] = keyOf(32, ht, hnw, ct, side);
  keys[n++] = keyOf(33, lead, ct, ht, side);
  keys[n++] = keyOf(34, clw, cL, ct, ht);
  keys[n++] = keyOf(35, hw, cw, ands, side);
  return n;
}
