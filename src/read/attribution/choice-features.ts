import { keyOf } from '../syntax/feature-hash.js';
import type { Candidate, Candidates } from './candidates.js';
import { CUE_FEATURES, cueFeatures } from './cue-features.js';
import type { Layout } from './layout.js';
import { ANALYSIS_FEATURES, analysisFeatures } from './analysis-features.js';

/** How far an analysis's score may lie below the best one's, in nats: one feature for each step passed. */
const GAPS = [0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 7];
/** Most feature keys of one analysis with its rank. */
export const CHOICE_FEATURES = ANALYSIS_FEATURES + GAPS.length + 1;
/** Most feature keys of a cue with its chosen analysis. */
export const ACCEPT_FEATURES = ANALYSIS_FEATURES + CUE_FEATURES + 48;

/** Feature keys for the choice of analysis `k` of a candidate; `scale`: nats of one step of the analyses' scores. */
export function choiceFeatures(keys: Int32Array, l: Layout, c: Candidate, k: number, all: Candidates, scale: number): number {
  const analysis = c.analyses[k];
  if (!analysis) return 0;
  let n = analysisFeatures(keys, l, c.window, analysis.labels, all.claims, c.seats);
  const gap = ((c.analyses[0]?.score ?? 0) - analysis.score) * scale;
  GAPS.forEach((g, step) => {
    if (gap > g) keys[n++] = keyOf(200, step);
  });
  keys[n++] = keyOf(201, Math.min(k, 8));
  return n;
}

const LEVELS = 16;
const levelOf = (margin: number): number => Math.max(-LEVELS, Math.min(LEVELS, Math.floor(margin * 3)));

/** Feature keys for whether a candidate with its chosen analysis is an attribution; `share`: the analysis's probability among its rivals. */
export function acceptFeatures(keys: Int32Array, l: Layout, c: Candidate, labels: Uint8Array, share: number, all: Candidates): number {
  let n = analysisFeatures(keys, l, c.window, labels, all.claims, c.seats);
  const own = new Int32Array(CUE_FEATURES);
  const m = cueFeatures(own, l, c.cue);
  for (let f = 0; f < m; f++) keys[n++] = keyOf(300, own[f] as number);
  const level = levelOf(c.margin);
  for (let step = -LEVELS; step <= level; step++) keys[n++] = keyOf(202, step);
  keys[n++] = keyOf(203, level);
  keys[n++] = keyOf(204, Math.floor(share * 10));
  keys[n++] = keyOf(205, Math.floor(share * 5), level);
  keys[n++] = keyOf(206, labels.includes(3) ? 1 : 0, labels.includes(1) ? 1 : 0, level >> 1);
  // The strongest other candidate that takes this cue's head into its own cue, and into its content.
  let rival = -Infinity;
  let around = -Infinity;
  for (const o of all.list) {
    if (o === c || o.margin < -1 || c.cue < o.window.first || c.cue >= o.window.last) continue;
    const part = o.analyses[0]?.labels[c.cue - o.window.first];
    if (part === 2) rival = Math.max(rival, o.margin);
    if (part === 3) around = Math.max(around, o.margin);
  }
  keys[n++] = keyOf(207, rival === -Infinity ? -99 : levelOf(rival) >> 1, level >> 1);
  keys[n++] = keyOf(208, around === -Infinity ? -99 : levelOf(around) >> 2, level >> 2);
  keys[n++] = keyOf(209, all.claims.on(c.cue, c.cue), level >> 1);
  keys[n++] = keyOf(210, all.claims.on(l.head[c.cue] as number, c.cue), level >> 1);
  return n;
}
