import type { Candidate, Candidates } from '../../src/read/attribution/candidates.js';
import { ACCEPT_FEATURES, CHOICE_FEATURES, acceptFeatures, choiceFeatures } from '../../src/read/attribution/choice-features.js';
import type { Layout } from '../../src/read/attribution/layout.js';
import { chooseAnalysis } from '../../src/read/attribution/judge.js';
import { decodeModel, type LinearModel } from '../../src/read/syntax/packed-model.js';
import { stepOf, type EncodedModel } from '../lib/encode-model.js';
import { FeatureTable } from '../lib/feature-table.js';
import { trainRank, type Choice } from '../lib/rank.js';
import type { GoldCue, Sample } from './gold.js';

/** Characters of the stored weights. */
const BUDGET = { choice: 900_000, accept: 700_000 };

/** A document with its candidates, read by models that have not seen it. */
export interface Jackknifed {
  readonly sample: Sample;
  readonly all: Candidates;
  /** Nats of one step of the analyses' scores. */
  readonly scale: number;
}

/** Shared words of two sets over the words of both; 1 for two empty ones. */
function jaccard(l: Layout, first: number, labels: Uint8Array, part: number, gold: ReadonlySet<number>): number {
  let all = 0, shared = 0;
  for (const i of gold) if (l.sign[i] === 0) all += 1;
  labels.forEach((y, k) => {
    if (y !== part || l.sign[first + k] === 1) return;
    if (gold.has(first + k)) shared += 1;
    else all += 1;
  });
  return all === 0 ? 1 : shared / all;
}

/** Worth of an analysis: overlap of content, source and cue with gold, and more where they are exact. */
function worthOf(l: Layout, c: Candidate, labels: Uint8Array, g: GoldCue): number {
  const content = jaccard(l, c.window.first, labels, 3, g.content), source = jaccard(l, c.window.first, labels, 1, g.source);
  return content + (content === 1 ? 0.5 : 0) + 0.4 * source + (source === 1 ? 0.2 : 0) + 0.1 * jaccard(l, c.window.first, labels, 2, g.cueTokens);
}
/** How sharply worth becomes a share. */
const TEMPERATURE = 0.1;

const goldOf = (s: Sample): Map<number, GoldCue> => new Map(s.gold.map((g) => [g.cue, g]));

/** Trains the choice among a cue's analyses, on the cues marked by hand. */
export function trainChoice(data: readonly Jackknifed[]): EncodedModel {
  const keys = new Int32Array(CHOICE_FEATURES), table = new FeatureTable();
  const each = (visit: (d: Jackknifed, c: Candidate, g: GoldCue) => void): void => {
    for (const d of data) {
      const gold = goldOf(d.sample);
      for (const c of d.all.list) {
        const g = gold.get(c.cue);
        if (g) visit(d, c, g);
      }
    }
  };
  each((d, c) => c.analyses.forEach((_, k) => { table.count(keys, choiceFeatures(keys, d.sample.l, c, k, d.all, d.scale)); }));
  table.close(3);
  const choices: Choice[] = [];
  each((d, c, g) => {
    const worth = c.analyses.map((r) => worthOf(d.sample.l, c, r.labels, g));
    const top = Math.max(...worth);
    const share = worth.map((x) => Math.exp((x - top) / TEMPERATURE));
    const sum = share.reduce((a, b) => a + b, 0);
    choices.push({ rows: c.analyses.map((_, k) => table.known(keys, choiceFeatures(keys, d.sample.l, c, k, d.all, d.scale))), target: Float64Array.from(share, (x) => x / sum), weight: 1 });
  });
  const weights = trainRank(choices, table.size, { epochs: 6, rate: 0.05, dropout: 0.3, l2: 1e-4, seed: 17 });
  return table.encode(['analysis'], weights, stepOf(weights), BUDGET.choice);
}

/** Trains whether a cue with its chosen analysis is an attribution. Analyses are chosen by a model trained on the other half. */
export function trainAccept(data: readonly Jackknifed[]): EncodedModel {
  const halves = [0, 1].map((k) => data.filter((_, i) => i % 2 === k));
  const choosers = halves.map((half): LinearModel => decodeModel({ format: '', ...trainChoice(half) }));
  const keys = new Int32Array(ACCEPT_FEATURES), table = new FeatureTable();
  const examples: { keys: Int32Array; right: number }[] = [];
  halves.forEach((half, k) => {
    for (const d of half) {
      const { l } = d.sample, gold = goldOf(d.sample);
      for (const c of d.all.list) {
        const choice = chooseAnalysis(choosers[1 - k]!, l, c, d.all, d.scale);
        if (!choice) continue;
        const { labels } = choice.analysis;
        const n = acceptFeatures(keys, l, c, labels, choice.share, d.all);
        table.count(keys, n);
        const g = gold.get(c.cue);
        // A cue whose content is read wrong is half right.
        examples.push({ keys: keys.slice(0, n), right: !g ? 0 : jaccard(l, c.window.first, labels, 3, g.content) >= 0.5 ? 1 : 0.5 });
      }
    }
  });
  table.close(3);
  const nothing = new Int32Array(0);
  const choices = examples.map(({ keys: k, right }): Choice => ({ rows: [table.known(k), nothing], target: Float64Array.from([right, 1 - right]), weight: 1 }));
  const weights = trainRank(choices, table.size, { epochs: 6, rate: 0.05, dropout: 0.4, l2: 1e-4, seed: 19 });
  return table.encode(['attribution'], weights, stepOf(weights), BUDGET.accept);
}
