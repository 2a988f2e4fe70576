import { STANCES, type PositionStance } from '../domain/stance.js';
import type { Position } from './positions.js';

/** How often a member that holds a stance votes yes when the decision comes, 0–1 for each stance and for silence. */
export type ChanceOfYes = Readonly<Record<PositionStance, number>>;

/**
 * Assumed, not measured: words bind a government nearly always, a condition or support in the abstract yields one time in five or so,
 * and of silence nothing is known. Users set their own; every report names the ones it used.
 */
export const DEFAULT_CHANCES: ChanceOfYes = { support: 0.95, oppose: 0.05, conditional: 0.15, 'abstract-support': 0.2, uncommitted: 0.5, unknown: 0.5 };

/**
 * Chance, 0–1, that a member votes yes: the mean over its stances by their weight share, drawn towards the chance of silence where there
 * is little evidence: e · Σ share · chance + (1 − e) · chance of silence, e = confidence / share of the leading stance.
 */
export function chanceOfYes(position: Pick<Position, 'stance' | 'confidence' | 'distribution'>, chances: ChanceOfYes): number {
  if (position.stance === 'unknown') return chances.unknown;
  const leading = position.distribution[position.stance];
  const evidence = leading > 0 ? Math.min(1, position.confidence / leading) : 0;
  const mean = STANCES.reduce((sum, stance) => sum + position.distribution[stance] * chances[stance], 0);
  return evidence * mean + (1 - evidence) * chances.unknown;
}
