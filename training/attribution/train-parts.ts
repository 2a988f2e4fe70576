import { PARTS, PART_FEATURES, partFeatures, stepFeatures } from '../../src/read/attribution/part-features.js';
import { windowOf, type CueWindow } from '../../src/read/attribution/window.js';
import { trainChains, type Chain } from '../lib/crf.js';
import { stepOf, type EncodedModel } from '../lib/encode-model.js';
import { FeatureTable } from '../lib/feature-table.js';
import type { GoldCue, Sample } from './gold.js';
import { STEP_CLASSES } from '../../src/read/attribution/part-chain.js';

/** Part numbers of a window's tokens; content before cue before source where they overlap, the head always cue. */
export const labelsOf = (g: GoldCue, w: CueWindow): Uint8Array =>
  Uint8Array.from({ length: w.last - w.first }, (_, k) => {
    const i = w.first + k;
    return i === g.cue ? 2 : g.content.has(i) ? 3 : g.cueTokens.has(i) ? 2 : g.source.has(i) ? 1 : 0;
  });

/** Characters of the stored weights. */
const BUDGET = { parts: 2_700_000, steps: 1_400_000 };

export interface PartModels { readonly parts: EncodedModel; readonly steps: EncodedModel }

/** Trains the chain that reads the parts of a cue's attribution. */
export function trainParts(samples: readonly Sample[], o = { epochs: 5, rate: 0.03, dropout: 0.5, l2: 0.0001, seed: 13, averaged: 2, least: 3 }, log?: (...a: unknown[]) => void): PartModels {
  const keys = new Int32Array(PART_FEATURES), tokens = new FeatureTable(), steps = new FeatureTable();
  const windows = samples.flatMap(({ l, gold }) => gold.map((g) => ({ l, g, w: windowOf(l, g.cue) })));
  let width = 0, stepWidth = 0;
  for (const { l, w } of windows) {
    for (let i = w.first; i < w.last; i++) {
      const n = partFeatures(keys, l, w, i);
      tokens.count(keys, n);
      const m = stepFeatures(keys, l, w, i);
      steps.count(keys, m);
      width = Math.max(width, n);
      stepWidth = Math.max(stepWidth, m);
    }
  }
  tokens.close(o.least);
  steps.close(o.least);
  const chains = windows.map(({ l, g, w }): Chain => {
    const length = w.last - w.first;
    const rows = new Int32Array(length * width), stepRows = new Int32Array(length * stepWidth);
    for (let k = 0; k < length; k++) {
      tokens.rowsOf(keys, partFeatures(keys, l, w, w.first + k), rows, k * width, width);
      steps.rowsOf(keys, stepFeatures(keys, l, w, w.first + k), stepRows, k * stepWidth, stepWidth);
    }
    return { length, rows, stepRows, labels: labelsOf(g, w), fixed: g.cue - w.first };
  });
  const { weights, stepWeights } = trainChains(chains, tokens.size, steps.size, { ...o, ...(log ? { log } : {}) });
  const step = stepOf(weights);
  return {
    parts: tokens.encode(PARTS, weights, step, BUDGET.parts),
    steps: steps.encode(Array.from({ length: STEP_CLASSES }, (_, k) => String(k)), stepWeights, step, BUDGET.steps),
  };
}
