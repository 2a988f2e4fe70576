import { drawIndex, type Random } from '../random.js';
import { KTAB_DEFAULTS, type KtabParameters, type SpatialActor } from './ktab-parameters.js';
import { chanceOf, coalitions, LEAST_STRENGTH, optionChances, victories, vote } from './ktab-votes.js';

/** All that a turn computes before anything is drawn; [i][j] is by row i. */
export interface KtabMatrices {
  /** δ_ij: distance of actor i from j's position, weighted by i's saliences, 0–1. */
  readonly distances: readonly (readonly number[])[];
  /** Coalition strengths and chances of victory of i's position over j's, everybody risk-neutral. */
  readonly strengths: readonly (readonly number[])[];
  readonly victories: readonly (readonly number[])[];
  /** Chance of each actor's position, summing to 1. */
  readonly options: readonly number[];
  /** Risk attitude of each actor, −1–1; above 0 is averse. */
  readonly risk: readonly number[];
  /** Utility to actor i of j's position, as i sees itself. */
  readonly utilities: readonly (readonly number[])[];
  /** Expected gain of i from challenging j, as i sees it; 0 on the diagonal. */
  readonly gains: readonly (readonly number[])[];
}

/** A bargain that an actor proposes to its best target. */
export interface KtabBargain {
  readonly by: number;
  readonly to: number;
  readonly gain: number;
  /** Where both would stand, in the dimensions' own units. */
  readonly point: readonly number[];
}

export interface KtabTurn {
  /** [actor][dimension], in the dimensions' own units. */
  readonly positions: readonly (readonly number[])[];
  readonly options: readonly number[];
  readonly bargains: readonly KtabBargain[];
}

export interface KtabRun {
  readonly first: KtabMatrices;
  /** The start and each turn. */
  readonly turns: readonly KtabTurn[];
  /** Position with the highest chance in the last turn, one value a dimension, and the mean of positions by their chances. */
  readonly forecast: readonly number[];
  readonly mean: readonly number[];
  readonly settled: boolean;
}

type Space = readonly (readonly number[])[];

/**
 * KTAB's spatial model: the matrices of a turn are deterministic; which of the bargains that involve an actor wins is drawn by its chance.
 * Formulas and our readings in docs/models/bargaining.md. `random` is used for those draws alone. O(n³) a turn, n⁴ for the bargains.
 */
export function ktabModel(actors: readonly SpatialActor[], random: Random, parameters: KtabParameters = KTAB_DEFAULTS): KtabRun {
  const dimensions = actors[0]?.positions.length ?? 0;
  const ranges = Array.from({ length: dimensions }, (_, z) => {
    const at = actors.map((a) => a.positions[z] ?? 0);
    return { low: Math.min(...at), size: Math.max(...at) - Math.min(...at) };
  });
  const inUnits = (point: readonly number[]): number[] => point.map((p, z) => (ranges[z]?.low ?? 0) + p * (ranges[z]?.size ?? 0));
  let space: Space = actors.map((a) => a.positions.map((p, z) => (ranges[z]?.size ? (p - ranges[z].low) / ranges[z].size : 0)));
  const first = ktabMatrices(actors, space, parameters);
  let matrices = first;
  const turns: KtabTurn[] = [];
  let settled = false;
  while (!settled && turns.length < parameters.turns) {
    const proposed = bargainsOf(actors, space, matrices, parameters);
    turns.push({ positions: space.map(inUnits), options: matrices.options, bargains: proposed.map((b) => ({ ...b, point: inUnits(b.point) })) });
    const next = space.map((own, k) => settle(actors, space, own, proposed.filter((b) => b.by === k || b.to === k).map((b) => b.point), matrices, parameters, random));
    settled = next.every((point, k) => point.every((p, z) => p === space[k]?.[z]));
    space = next;
    matrices = ktabMatrices(actors, space, parameters);
  }
  turns.push({ positions: space.map(inUnits), options: matrices.options, bargains: [] });
  const top = matrices.options.indexOf(Math.max(...matrices.options));
  const mean = Array.from({ length: dimensions }, (_, z) => space.reduce((s, point, i) => s + (matrices.options[i] ?? 0) * (point[z] ?? 0), 0));
  return { first, turns, forecast: inUnits(space[top] ?? []), mean: inUnits(mean), settled };
}

const totalSalience = (a: SpatialActor): number => a.saliences.reduce((s, x) => s + x, 0);

/** δ of an actor from a point: sqrt(Σ (s·Δ)² / Σ s²); 0 for an actor that cares about nothing. */
function distance(actor: SpatialActor, own: readonly number[], point: readonly number[]): number {
  let [sum, weights] = [0, 0];
  actor.saliences.forEach((s, z) => {
    sum += (s * ((own[z] ?? 0) - (point[z] ?? 0))) ** 2;
    weights += s * s;
  });
  return weights > 0 ? Math.sqrt(sum / weights) : 0;
}

const utilityOf = (delta: number, risk: number): number => (1 - delta) * (1 + delta * risk);

/** The deterministic part of a turn; `space` holds positions scaled to 0–1. */
export function ktabMatrices(actors: readonly SpatialActor[], space: Space, parameters: KtabParameters = KTAB_DEFAULTS): KtabMatrices {
  const distances = actors.map((a, i) => space.map((point) => distance(a, space[i] ?? [], point)));
  const neutral = distances.map((row) => row.map((d) => 1 - d));
  // KTAB takes capability alone as the weight of votes in the step that finds risk attitudes.
  const strengths = coalitions(parameters.voting, actors.map((a) => a.capability), neutral);
  const victory = victories(strengths, parameters.victoryExponent);
  const options = optionChances(parameters.options, victory, strengths);
  const risk = riskAttitudes(options, parameters.riskRange);
  const seen = (by: number, of: number): number => (by === of ? (risk[of] ?? 0) : parameters.risksSeen * (risk[of] ?? 0) + (1 - parameters.risksSeen) * (risk[by] ?? 0));
  const gains = actors.map((_, i) => actors.map((_x, j) => (i === j ? 0 : gainOf(actors, distances, (k) => seen(i, k), i, j, parameters))));
  const utilities = distances.map((row, i) => row.map((d) => utilityOf(d, risk[i] ?? 0)));
  return { distances, strengths, victories: victory, options, risk, utilities, gains };
}

function riskAttitudes(options: readonly number[], range: KtabParameters['riskRange']): number[] {
  const [max, min] = [Math.max(...options), Math.min(...options)];
  if (max === min) return options.map(() => 0);
  return options.map((p) => {
    switch (range) {
      case 'min':
        return (p - min) / (max - min);
      case 'mid':
        return (3 * p - (max + 2 * min)) / (2 * (max - min));
      case 'max':
        return (2 * p - (max + min)) / (max - min);
    }
  });
}

/** How much larger a third party's vote is when its own position is at stake too. */
const STAKE = { none: 0, semi: 0.5, full: 1 } as const;

/**
 * What i expects to gain by challenging j: j gives in when it does not care, else the fight is won with P. Winning puts both at i's
 * position, losing both at j's. Third parties take the side they prefer; i and j vote with all they have.
 */
function gainOf(actors: readonly SpatialActor[], distances: Space, riskOf: (k: number) => number, i: number, j: number, parameters: KtabParameters): number {
  const at = (k: number, option: number): number => utilityOf(distances[k]?.[option] ?? 0, riskOf(k));
  let [ours, theirs] = [LEAST_STRENGTH, LEAST_STRENGTH];
  actors.forEach((a, k) => {
    const stake = k === i || k === j ? 1 : STAKE[parameters.thirdParties];
    const cast = vote(parameters.voting, a.capability * totalSalience(a), (1 + stake) * (at(k, i) - at(k, j)));
    if (cast > 0) ours += cast;
    else theirs -= cast;
  });
  const p = chanceOf(ours, theirs, parameters.victoryExponent);
  const challenged = actors[j];
  const cares = challenged ? totalSalience(challenged) / Math.max(1, challenged.saliences.length) : 0;
  const [win, lose, stay] = [2 * at(i, i), 2 * at(i, j), at(i, i) + at(i, j)];
  return (1 - cares) * win + cares * (p * win + (1 - p) * lose) - stay;
}

/** Each actor's best challenge, when it expects to gain by it, as a bargain half-way by salience and chance. */
function bargainsOf(actors: readonly SpatialActor[], space: Space, m: KtabMatrices, parameters: KtabParameters): KtabBargain[] {
  const power = parameters.interpolation === 's1p1' ? 1 : 2;
  return actors.flatMap((a, i) => {
    const row = m.gains[i] ?? [];
    const to = row.reduce((best, gain, j) => (gain > (row[best] ?? 0) ? j : best), i);
    const gain = row[to] ?? 0;
    if (to === i || !(gain > 0)) return [];
    const chance = m.victories[i]?.[to] ?? 0.5;
    const point = (space[i] ?? []).map((own, z) => {
      const mine = ((a.saliences[z] ?? 0) * chance) ** power;
      const theirs = ((actors[to]?.saliences[z] ?? 0) * (1 - chance)) ** power;
      return mine + theirs > 0 ? (mine * own + theirs * (space[to]?.[z] ?? own)) / (mine + theirs) : own;
    });
    return [{ by: i, to, gain, point }];
  });
}

/** Where an actor stands after the bargains that involve it have competed with staying, by everybody's votes. */
function settle(actors: readonly SpatialActor[], space: Space, own: readonly number[], offers: readonly (readonly number[])[], m: KtabMatrices, parameters: KtabParameters, random: Random): readonly number[] {
  if (offers.length === 0) return own;
  const points = [own, ...offers];
  const weights = actors.map((a) => a.capability * totalSalience(a));
  const utilities = actors.map((a, k) => points.map((p) => utilityOf(distance(a, space[k] ?? [], p), m.risk[k] ?? 0)));
  const strengths = coalitions(parameters.voting, weights, utilities);
  return points[drawIndex(optionChances(parameters.options, victories(strengths, parameters.victoryExponent), strengths), random)] ?? own;
}
