import type { LinearModel } from '../syntax/packed-model.js';
import type { Analysis, PartChain } from './analyses.js';
import type { Candidate, Candidates } from './candidates.js';
import { ACCEPT_FEATURES, CHOICE_FEATURES, acceptFeatures, choiceFeatures } from './choice-features.js';
import { draftOf, type AttributionRule, type Draft } from './draft.js';
import type { Layout } from './layout.js';

export interface AttributionModels {
  /** Whether a token heads a cue. */
  readonly cue: LinearModel;
  /** The chain that reads a cue's parts. */
  readonly chain: PartChain;
  /** Which of a cue's analyses is right, as wholes. */
  readonly choice: LinearModel;
  /** Whether a cue with its chosen analysis is an attribution. */
  readonly accept: LinearModel;
}

const CONTENT = 3;

/** The analysis of a candidate that the choice model prefers, and its share among all by a softmax; null where none has content and fits. */
export function chooseAnalysis(
  model: Pick<LinearModel, 'addAll' | 'scale'>,
  l: Layout,
  c: Candidate,
  all: Candidates,
  scale: number,
  fits: (analysis: Analysis) => boolean = () => true,
): { analysis: Analysis; share: number } | null {
  const keys = new Int32Array(CHOICE_FEATURES);
  const score = new Int32Array(4);
  const values = c.analyses.map((r, k) => {
    if (!r.labels.includes(CONTENT) || !fits(r)) return -Infinity;
    score.fill(0);
    model.addAll(score, keys, choiceFeatures(keys, l, c, k, all, scale));
    return (score[0] as number) * model.scale;
  });
  const top = Math.max(...values);
  const analysis = c.analyses[values.indexOf(top)];
  if (top === -Infinity || !analysis) return null;
  return { analysis, share: 1 / values.reduce((sum, v) => sum + Math.exp(v - top), 0) };
}

/** A candidate with its best fitting analysis as an attribution, and its log-odds; null where no analysis fits. */
export function judge(l: Layout, models: AttributionModels, c: Candidate, all: Candidates, rule: AttributionRule, fits?: (analysis: Analysis) => boolean): Draft | null {
  const choice = chooseAnalysis(models.choice, l, c, all, models.chain.parts.scale, fits);
  if (!choice) return null;
  const { labels } = choice.analysis;
  const keys = new Int32Array(ACCEPT_FEATURES);
  const score = new Int32Array(4);
  models.accept.addAll(score, keys, acceptFeatures(keys, l, c, labels, choice.share, all));
  return draftOf(c, labels, (score[0] as number) * models.accept.scale, rule);
}
