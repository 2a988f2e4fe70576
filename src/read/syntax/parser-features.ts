import { hashOf, keyOf } from '../weights/linear-model.js';
import type { ParserState } from './parser-state.js';

const NONE = hashOf('<none>');
/** Most feature keys that one configuration can have. */
export const PARSER_FEATURES = 64;

/**
 * Feature keys of a configuration, after Zhang and Nivre (2011): words (`w`) and tags (`t`) of the three topmost stack tokens, the
 * three first buffer tokens and their outermost children, distance and valency. Returns how many keys were written.
 */
export function parserFeatures(keys: Int32Array, s: ParserState, w: Int32Array, t: Int32Array): number {
  const depth = s.stack.length;
  const s0 = depth > 0 ? (s.stack[depth - 1] as number) : -1;
  const s1 = depth > 1 ? (s.stack[depth - 2] as number) : -1;
  const s2 = depth > 2 ? (s.stack[depth - 3] as number) : -1;
  const n0 = s.next < s.last ? s.next : -1;
  const n1 = s.next + 1 < s.last ? s.next + 1 : -1;
  const n2 = s.next + 2 < s.last ? s.next + 2 : -1;
  const f = s.first;
  const W = (i: number): number => (i < 0 ? NONE : (w[i] as number));
  const T = (i: number): number => (i < 0 ? NONE : (t[i] as number));
  const L = (i: number): number => (i < 0 ? -1 : (s.leftmost[i - f] as number));
  const R = (i: number): number => (i < 0 ? -1 : (s.rightmost[i - f] as number));
  const s0w = W(s0), s0t = T(s0), s1w = W(s1), s1t = T(s1), s2t = T(s2);
  const n0w = W(n0), n0t = T(n0), n1w = W(n1), n1t = T(n1), n2t = T(n2);
  const s0l = L(s0), s0r = R(s0), s1l = L(s1), s1r = R(s1), n0l = L(n0);
  const gap = s0 < 0 || n0 < 0 ? 0 : Math.min(n0 - s0, 8);
  const span = s1 < 0 || s0 < 0 ? 0 : Math.min(s0 - s1, 8);
  const s0lv = s0 < 0 ? 0 : Math.min(s.leftCount[s0 - f] as number, 4);
  const s0rv = s0 < 0 ? 0 : Math.min(s.rightCount[s0 - f] as number, 4);
  const s1rv = s1 < 0 ? 0 : Math.min(s.rightCount[s1 - f] as number, 4);
  const n0lv = n0 < 0 ? 0 : Math.min(s.leftCount[n0 - f] as number, 4);
  let n = 0;
  keys[n++] = keyOf(0, s0w);
  keys[n++] = keyOf(1, s0t);
  keys[n++] = keyOf(2, s0w, s0t);
  keys[n++] = keyOf(3, s1w, s1t);
  keys[n++] = keyOf(4, s1t);
  keys[n++] = keyOf(5, n0w);
  keys[n++] = keyOf(6, n0t);
  keys[n++] = keyOf(7, n0w, n0t);
  keys[n++] = keyOf(8, n1w, n1t);
  keys[n++] = keyOf(9, n1t, n2t);
  keys[n++] = keyOf(10, s0w, n0w);
  keys[n++] = keyOf(11, s0t, n0t);
  keys[n++] = keyOf(12, s0w, n0t);
  keys[n++] = keyOf(13, s0t, n0w);
  keys[n++] = keyOf(14, s0w, s0t, n0t);
  keys[n++] = keyOf(15, s0t, n0w, n0t);
  keys[n++] = keyOf(16, s1w, s0w);
  keys[n++] = keyOf(17, s1t, s0t);
  keys[n++] = keyOf(18, s1w, s0t);
  keys[n++] = keyOf(19, s1t, s0w);
  keys[n++] = keyOf(20, s1t, s0t, n0t);
  keys[n++] = keyOf(21, s2t, s1t, s0t);
  keys[n++] = keyOf(22, s0t, n0t, n1t);
  keys[n++] = keyOf(23, n0t, n1t, n2t);
  keys[n++] = keyOf(24, s0t, T(s0l), n0t);
  keys[n++] = keyOf(25, s0t, T(s0r), n0t);
  keys[n++] = keyOf(26, s0t, n0t, T(n0l));
  keys[n++] = keyOf(27, s1t, T(s1l), s0t);
  keys[n++] = keyOf(28, s1t, T(s1r), s0t);
  keys[n++] = keyOf(29, s1t, s0t, T(s0r));
  keys[n++] = keyOf(30, s1t, s0t, T(s0l));
  keys[n++] = keyOf(31, s0w, gap);
  keys[n++] = keyOf(32, s0t, gap);
  keys[n++] = keyOf(33, n0w, gap);
  keys[n++] = keyOf(34, n0t, gap);
  keys[n++] = keyOf(35, s0t, n0t, gap);
  keys[n++] = keyOf(36, s1t, s0t, span);
  keys[n++] = keyOf(37, s0t, s0lv, s0rv);
  keys[n++] = keyOf(38, s0w, s0rv);
  keys[n++] = keyOf(39, s1t, s1rv, s0t);
  keys[n++] = keyOf(40, s1w, s1rv);
  keys[n++] = keyOf(41, n0t, n0lv);
  keys[n++] = keyOf(42, n0w, n0lv);
  keys[n++] = keyOf(43, s0w, W(s0r), n0t);
  keys[n++] = keyOf(44, s0t, W(s0l), n0t);
  keys[n++] = keyOf(45, s1w, s0w, n0t);
  keys[n++] = keyOf(46, s1t, s0w, n0w);
  keys[n++] = keyOf(47, s1t, s0t, n0t, n1t);
  keys[n++] = keyOf(48, s1w, n0w);
  keys[n++] = keyOf(49, s1t, n0t);
  keys[n++] = keyOf(50, s1w, s0t, n0t);
  keys[n++] = keyOf(51, s0w, n0t, n1t);
  keys[n++] = keyOf(52, s0t, T(s0r), W(s0r));
  keys[n++] = keyOf(53, s1t, W(s1r), s0t);
  keys[n++] = keyOf(54, s2t, s1t, s0t, n0t);
  return n;
}
