import { CUE_FEATURES, cueFeatures, mayBeCue } from '../../src/read/attribution/cue-features.js';
import { Weights, dropped } from '../lib/adagrad.js';
import { stepOf, type EncodedModel } from '../lib/encode-model.js';
import { FeatureTable } from '../lib/feature-table.js';
import { seeded, shuffled } from '../lib/random.js';
import type { Sample } from './gold.js';

/** Characters of the stored weights. */
const BUDGET = 1_100_000;

/** Logistic regression of "this token heads a cue", with feature dropout. */
export function trainCues(samples: readonly Sample[], o = { epochs: 6, rate: 0.05, dropout: 0.4, l2: 0.0001, seed: 11, least: 3 }): EncodedModel {
  const keys = new Int32Array(CUE_FEATURES), table = new FeatureTable();
  const items: { keys: Int32Array; y: number }[] = [];
  for (const { l, gold } of samples) {
    const cues = new Set(gold.map((g) => g.cue));
    for (let i = 0; i < l.parsed.tokens.length; i++) {
      if (!mayBeCue(l, i)) continue;
      const n = cueFeatures(keys, l, i);
      table.count(keys, n);
      items.push({ keys: keys.slice(0, n), y: cues.has(i) ? 1 : 0 });
    }
  }
  table.close(o.least);
  let data = items.map(({ keys: k, y }) => ({ rows: table.known(k), y }));
  const model = new Weights(table.size, 1), random = seeded(o.seed);
  const score = new Float64Array(1), error = new Float64Array(1);
  for (let e = 0; e < o.epochs; e++) {
    data = shuffled(data, random);
    for (const { rows, y } of data) {
      const used = dropped(rows, o.dropout, random);
      model.scores(used, 1, used.length, score, 1 / (1 - o.dropout));
      error[0] = 1 / (1 + Math.exp(-score[0]!)) - y;
      model.learn(used, 0, used.length, error, o.rate * (1 - 0.8 * e / o.epochs), o.l2);
    }
    if (e >= o.epochs >> 1) model.takeAverage(o.epochs - (o.epochs >> 1));
  }
  return table.encode(['cue'], model.average, stepOf(model.average), BUDGET);
}
