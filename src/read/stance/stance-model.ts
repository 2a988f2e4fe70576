import stored from '../../../models/stance.json' with { type: 'json' };
import type { Stance } from '../../domain/stance.js';
import { hashOf } from '../syntax/feature-hash.js';
import { decodeLinearModel, type LinearModel } from '../weights/linear-model.js';

/** What a candidate may hold: a stance, or none on this proposal. */
export type StanceClass = Exclude<Stance, 'unknown'> | 'none';
export const STANCE_CLASSES: readonly StanceClass[] = ['none', 'support', 'oppose', 'conditional', 'abstract-support', 'uncommitted'];

/** Probability of each class; they sum to 1. */
export type StanceOdds = Readonly<Record<StanceClass, number>>;

let decoded: LinearModel | undefined;

/** Odds of each stance for a candidate's features, by the multinomial logistic model that ships with the project. */
export function stanceOdds(features: readonly string[]): StanceOdds {
  decoded ??= decodeLinearModel(stored);
  return oddsBy(decoded, features);
}

/** As {@link stanceOdds}, by a given model. */
export function oddsBy(model: LinearModel, features: readonly string[]): StanceOdds {
  const scores = new Int32Array(STANCE_CLASSES.length);
  for (const f of new Set(features)) model.addTo(scores, hashOf(f));
  const top = Math.max(...scores);
  const weights = Array.from(scores, (s) => Math.exp((s - top) * model.scale));
  const sum = weights.reduce((n, w) => n + w, 0);
  return Object.fromEntries(STANCE_CLASSES.map((c, k) => [c, (weights[k] ?? 0) / sum])) as Record<StanceClass, number>;
}
