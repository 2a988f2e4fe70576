import { CHALLENGE_DEFAULTS, type ChallengeParameters } from './challenge-parameters.js';
import { bargain, type Move } from './challenge-round.js';
import { weightedMean, weightedMedian, weightOf, type Actor } from './one-shot.js';

export type { Move } from './challenge-round.js';

/** Where everybody stands after a round; round 0 is the start. */
export interface Round {
  readonly positions: readonly number[];
  readonly median: number;
  readonly mean: number;
  /** Exponent of each actor's utilities in the round, 1/2–2: below 1 takes risks, above 1 avoids them; 1 for the start. */
  readonly risk: readonly number[];
  readonly moves: readonly Move[];
}

export interface ChallengeRun {
  /** The start and each round. */
  readonly rounds: readonly Round[];
  /** Weighted median of the last round. */
  readonly forecast: number;
  /** Whether nobody moved beyond the tolerance in the last round; otherwise the rounds ran out. */
  readonly settled: boolean;
}

/**
 * The expected-utility, or challenge, model: in each round every actor weighs challenging every other, and gives way to the offer it
 * likes best; all at once. Equations as collected by Scholz, Calbert and Smith (2011); see docs/models/bargaining.md. Positions may be
 * in any unit. Null when nobody has weight. O(rounds · n³) – n⁵ for one round with `dangerOver: positions`.
 */
export function challengeModel(actors: readonly Actor[], parameters: ChallengeParameters = CHALLENGE_DEFAULTS): ChallengeRun | null {
  if (!actors.some((a) => weightOf(a) > 0)) return null;
  const at = (positions: readonly number[], risk: readonly number[], moves: readonly Move[]): Round => ({ positions, median: medianAt(actors, positions), mean: weightedMean(placed(actors, positions)) ?? 0, risk, moves });
  const start = actors.map((a) => a.position);
  const rounds = [at(start, start.map(() => 1), [])];
  const settled = bargainThrough(actors, parameters, (positions, risk, moves) => rounds.push(at(positions, risk, moves)));
  return { rounds, forecast: rounds.at(-1)?.median ?? 0, settled };
}

/** The forecast alone, for many runs; null when nobody has weight. */
export function challengeForecast(actors: readonly Actor[], parameters: ChallengeParameters): number | null {
  if (!actors.some((a) => weightOf(a) > 0)) return null;
  let last: readonly number[] = actors.map((a) => a.position);
  bargainThrough(actors, parameters, (positions) => (last = positions));
  return medianAt(actors, last);
}

const placed = (actors: readonly Actor[], positions: readonly number[]): Actor[] => actors.map((a, i) => ({ ...a, position: positions[i] ?? a.position }));
const medianAt = (actors: readonly Actor[], positions: readonly number[]): number => weightedMedian(placed(actors, positions))?.position ?? 0;

/** Bargains until nobody moves beyond the tolerance (true) or the rounds have run out (false), telling of each round. */
function bargainThrough(actors: readonly Actor[], parameters: ChallengeParameters, tell: (positions: readonly number[], risk: readonly number[], moves: readonly Move[]) => void): boolean {
  let positions: readonly number[] = actors.map((a) => a.position);
  const range = Math.max(...positions) - Math.min(...positions);
  if (range === 0) return true;
  const table = { n: actors.length, weights: Float64Array.from(actors, weightOf), salience: Float64Array.from(actors, (a) => a.salience), range, parameters };
  for (let round = 0; round < parameters.rounds; round++) {
    // The median matters only where the other might move unchallenged.
    const { moves, risk } = bargain(table, Float64Array.from(positions), parameters.q < 1 ? medianAt(actors, positions) : 0);
    const next = [...positions];
    for (const m of moves) next[m.actor] = m.to;
    positions = next;
    tell(positions, risk, moves);
    if (moves.every((m) => Math.abs(m.to - m.from) <= parameters.tolerance * range)) return true;
  }
  return false;
}
