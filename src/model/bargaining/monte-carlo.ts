import { seeded } from '../random.js';
import type { SpatialActor } from './ktab-parameters.js';
import { centreOf, drawFrom, type Uncertain } from './uncertain.js';

/** An actor whose inputs may be uncertain; positions and saliences have one entry for each dimension of the issue. */
export interface UncertainActor {
  readonly name: string;
  readonly positions: readonly Uncertain[];
  /** 0 or more. */
  readonly capability: Uncertain;
  /** 0–1. */
  readonly saliences: readonly Uncertain[];
}

const ANY = { min: -Infinity, max: Infinity };
const NOT_NEGATIVE = { min: 0, max: Infinity };
const UNIT = { min: 0, max: 1 };

/** The actors with each input at its centre. */
export const centralActors = (actors: readonly UncertainActor[]): SpatialActor[] =>
  actors.map((a) => ({ name: a.name, positions: a.positions.map(centreOf), capability: centreOf(a.capability), saliences: a.saliences.map(centreOf) }));

/** How the forecast of one dimension came out over many runs, in the unit of positions. */
export interface Spread {
  readonly mean: number;
  readonly sd: number;
  /** At the levels of `QUANTILES`. */
  readonly quantiles: readonly { readonly level: number; readonly value: number }[];
}

export interface Simulation {
  readonly runs: number;
  readonly seed: number;
  /** Runs in which the model had no answer; they are left out of the figures. */
  readonly unanswered: number;
  readonly dimensions: readonly Spread[];
}

export const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * Draws all inputs independently of one another, `runs` times, and solves each: the spread of the forecast that comes from not knowing
 * the inputs – not from the model being wrong, which no number of runs shows. One seed gives one result. Null when no run has an answer.
 * @param solve gives one forecast a dimension
 */
export function simulate(actors: readonly UncertainActor[], runs: number, seed: number, solve: (actors: readonly SpatialActor[], run: number) => readonly number[] | null): Simulation | null {
  const random = seeded(seed);
  const found: (readonly number[])[] = [];
  for (let run = 0; run < runs; run++) {
    const drawn = actors.map((a) => ({
      name: a.name,
      positions: a.positions.map((p) => drawFrom(p, ANY, random)),
      capability: drawFrom(a.capability, NOT_NEGATIVE, random),
      saliences: a.saliences.map((s) => drawFrom(s, UNIT, random)),
    }));
    const answer = solve(drawn, run);
    if (answer !== null) found.push(answer);
  }
  const [first] = found;
  return first ? { runs, seed, unanswered: runs - found.length, dimensions: first.map((_, z) => spreadOf(found.map((f) => f[z] ?? 0))) } : null;
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const mean = sorted.reduce((s, x) => s + x, 0) / sorted.length;
  const sd = Math.sqrt(sorted.reduce((s, x) => s + (x - mean) ** 2, 0) / Math.max(1, sorted.length - 1));
  return { mean, sd, quantiles: QUANTILES.map((level) => ({ level, value: quantile(sorted, level) })) };
}

/** Quantile of sorted values, with linear steps between them (Hyndman and Fan 1996, type 7). */
function quantile(sorted: readonly number[], level: number): number {
  const at = (sorted.length - 1) * level;
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (above - below) * (at - Math.floor(at));
}
