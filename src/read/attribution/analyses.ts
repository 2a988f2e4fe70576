import type { LinearModel } from '../syntax/packed-model.js';
import type { Layout } from './layout.js';
import { LABELS, STEP_CLASSES, kBestLabels } from './part-chain.js';
import { PART_FEATURES, STEP_FEATURES, partFeatures, stepFeatures } from './part-features.js';
import { windowOf, type CueWindow } from './window.js';

/** A way to read the parts of a cue's attribution: a part number for each token of its window. */
export interface Analysis {
  readonly labels: Uint8Array;
  /** Score of the chain, in its model's steps. */
  readonly score: number;
}

export interface PartChain {
  readonly parts: LinearModel;
  readonly steps: LinearModel;
}

const CUE = 2;
const FORBIDDEN = -1 << 24;
/** Analyses further than this below the best are not looked at, in nats. */
const MARGIN = 8;
const keys = new Int32Array(Math.max(PART_FEATURES, STEP_FEATURES));

/** The best analyses of a cue, best first, at most `most`; of those that differ in punctuation alone the best. */
export function analysesOf(chain: PartChain, l: Layout, cue: number, most: number): { window: CueWindow; analyses: Analysis[] } {
  const w = windowOf(l, cue);
  const n = w.last - w.first;
  const emit = new Int32Array(n * LABELS);
  const step = new Int32Array(n * STEP_CLASSES);
  for (let k = 0; k < n; k++) {
    chain.parts.addAll(emit, keys, partFeatures(keys, l, w, w.first + k), k * LABELS);
    chain.steps.addAll(step, keys, stepFeatures(keys, l, w, w.first + k), k * STEP_CLASSES);
  }
  for (let y = 0; y < LABELS; y++) if (y !== CUE) emit[(cue - w.first) * LABELS + y] = FORBIDDEN;
  const seen = new Set<string>();
  const analyses = kBestLabels(emit, step, n, most, Math.round(MARGIN / chain.parts.scale)).filter(({ labels }) => {
    let key = '';
    for (let k = 0; k < n; k++) if (l.sign[w.first + k] === 0) key += String(labels[k]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return { window: w, analyses };
}
