import { challengeForecast, challengeModel, type ChallengeRun } from './challenge.js';
import type { ChallengeParameters } from './challenge-parameters.js';
import { seeded } from '../random.js';
import { ktabModel, type KtabRun } from './ktab.js';
import type { KtabParameters, SpatialActor } from './ktab-parameters.js';
import { nashSolution, type NashParameters } from './nash.js';
import { weightedMean, weightedMedian, type Actor, type Median } from './one-shot.js';

export const BARGAINING_MODELS = ['challenge', 'median', 'mean', 'nash', 'ktab'] as const;
export type BargainingModel = (typeof BARGAINING_MODELS)[number];

/** A model with the choices it leaves to its user. */
export type Chosen =
  | { readonly model: 'challenge'; readonly parameters: ChallengeParameters }
  | { readonly model: 'median' | 'mean'; readonly parameters: Readonly<Record<string, never>> }
  | { readonly model: 'nash'; readonly parameters: NashParameters }
  | { readonly model: 'ktab'; readonly parameters: KtabParameters };

/** What a model makes of the actors; a forecast has one value a dimension and is null when the model has no answer. */
export type Bargained =
  | { readonly model: 'challenge'; readonly forecast: readonly number[] | null; readonly run: ChallengeRun | null }
  | { readonly model: 'median'; readonly forecast: readonly number[] | null; readonly medians: readonly (Median | null)[] }
  | { readonly model: 'mean' | 'nash'; readonly forecast: readonly number[] | null }
  | { readonly model: 'ktab'; readonly forecast: readonly number[]; readonly run: KtabRun };

/** The actors on one dimension of the issue. */
export const onDimension = (actors: readonly SpatialActor[], z: number): Actor[] =>
  actors.map((a) => ({ name: a.name, position: a.positions[z] ?? 0, capability: a.capability, salience: a.saliences[z] ?? 0 }));

const all = (values: readonly (number | null)[]): readonly number[] | null => (values.every((v) => v !== null) ? values : null);
const dimensionsOf = (actors: readonly SpatialActor[]): readonly number[] => (actors[0]?.positions ?? []).map((_, z) => z);

/** Solves with all rounds kept. The challenge model takes one dimension; median, mean and Nash take each dimension by itself. */
export function bargain(chosen: Chosen, actors: readonly SpatialActor[], seed: number): Bargained {
  switch (chosen.model) {
    case 'challenge': {
      const run = challengeModel(onDimension(actors, 0), chosen.parameters);
      return { model: 'challenge', forecast: run && [run.forecast], run };
    }
    case 'median': {
      const medians = dimensionsOf(actors).map((z) => weightedMedian(onDimension(actors, z)));
      return { model: 'median', forecast: all(medians.map((m) => m && m.position)), medians };
    }
    case 'mean':
    case 'nash':
      return { model: chosen.model, forecast: forecastOf(chosen, actors, seed) };
    case 'ktab': {
      const run = ktabModel(actors, seeded(seed), chosen.parameters);
      return { model: 'ktab', forecast: run.forecast, run };
    }
  }
}

/** The forecast alone, for many runs. */
export function forecastOf(chosen: Chosen, actors: readonly SpatialActor[], seed: number): readonly number[] | null {
  switch (chosen.model) {
    case 'challenge': {
      const forecast = challengeForecast(onDimension(actors, 0), chosen.parameters);
      return forecast === null ? null : [forecast];
    }
    case 'median':
      return all(dimensionsOf(actors).map((z) => weightedMedian(onDimension(actors, z))?.position ?? null));
    case 'mean':
      return all(dimensionsOf(actors).map((z) => weightedMean(onDimension(actors, z))));
    case 'nash':
      return all(dimensionsOf(actors).map((z) => nashSolution(onDimension(actors, z), chosen.parameters)));
    case 'ktab':
      return ktabModel(actors, seeded(seed), chosen.parameters).forecast;
  }
}
