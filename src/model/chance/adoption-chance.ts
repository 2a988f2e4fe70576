import type { NormalGame } from '../power/game.js';
import { chancesByEnumeration, MOST_ENUMERATED } from './by-enumeration.js';
import { chancesBySize } from './by-size.js';
import { chancesByHalves, MOST_IN_HALVES } from './by-halves.js';
import { chancesByWeight, weightWork } from './by-weight.js';
import { reduceGame, wins } from './reduce-game.js';

/** Chances, 0–1, when members vote yes independently. */
export interface AdoptionChance {
  readonly adoption: number;
  /** Of each member: the chance that the others leave the decision to it, so that its yes adopts and its no does not. */
  readonly pivot: readonly number[];
}

/** What an engine gives for a game in which nobody's vote is certain; `chances` lie strictly between 0 and 1. */
export type Engine = (game: NormalGame, chances: readonly number[]) => AdoptionChance;

/** Work of a pass over weights, in multiplications: about three seconds. */
const MOST_MULTIPLICATIONS = 2e9;

/**
 * The chance that a coalition forms that wins, each member joining independently with its own chance (0–1), and each member's chance to
 * be pivotal. Exact up to rounding, by generating function; null where the game is too large (more than 28 uncertain members under two
 * measures, or 34 under heads and large weights together).
 */
export function adoptionChance(game: NormalGame, chances: readonly number[]): AdoptionChance | null {
  const certain = new Map(chances.flatMap((p, i) => (p <= 0 || p >= 1 ? [[i, p >= 1] as const] : [])));
  const free = chances.flatMap((_, i) => (certain.has(i) ? [] : [i]));
  const reduced = reduceGame(game, certain);
  const result = engineFor(reduced)?.(reduced, free.map((i) => chances[i] ?? 0));
  if (!result) return null;
  const pivot = new Array<number>(game.n).fill(0);
  free.forEach((i, k) => (pivot[i] = result.pivot[k] ?? 0));
  // A certain member's own chance to decide is that of the game in which only its vote is open again.
  for (const [i] of certain) {
    const others = new Map([...certain].filter(([k]) => k !== i));
    const open = reduceGame(game, others);
    const openFree = chances.flatMap((_, k) => (others.has(k) ? [] : [k]));
    const reopened = engineFor(open)?.(open, openFree.map((k) => (k === i ? 0.5 : (chances[k] ?? 0))));
    if (!reopened) return null;
    pivot[i] = reopened.pivot[openFree.indexOf(i)] ?? 0;
  }
  return { adoption: result.adoption, pivot };
}

function engineFor(game: NormalGame): Engine | null {
  if (game.n === 0) return () => ({ adoption: wins(game, () => false) ? 1 : 0, pivot: [] });
  if (game.vectors.length === 0) return chancesBySize;
  if (game.vectors.length === 1) {
    if (game.n <= MOST_IN_HALVES) return chancesByHalves;
    const work = weightWork(game);
    return work !== null && work <= MOST_MULTIPLICATIONS ? chancesByWeight : null;
  }
  return game.n <= MOST_ENUMERATED ? chancesByEnumeration : null;
}
