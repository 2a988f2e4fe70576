import { err, ok, type Result } from '../../domain/result.js';
import { reachOf, solve, whyNotStochastic, type Matrix } from './matrix.js';

/** Where influence among partly stubborn actors leads. */
export interface InfluenceLimit {
  readonly limits: readonly number[];
  /** total[i][j]: how far actor i moves in the end when actor j's first view moves by 1. Rows sum to 1. */
  readonly total: Matrix;
}

/**
 * Friedkin and Johnsen (1999): x(t+1) = Λ·W·x(t) + (I − Λ)·x(0), Λ the susceptibilities. The limit (I − ΛW)⁻¹(I − Λ)·x(0) exists when every
 * fully open actor (λ = 1) hears, directly or through others, somebody with λ < 1. It lies between the smallest and the largest first
 * view. Fails with a sentence otherwise. Weakness: susceptibilities and attention are assumed, not measured. O(n³).
 */
export function friedkinJohnsen(w: Matrix, susceptibility: readonly number[], start: readonly number[]): Result<InfluenceLimit, string> {
  const n = w.length;
  const wrong =
    whyNotStochastic(w) ??
    (start.length === n && susceptibility.length === n ? null : `views and susceptibilities must be ${String(n)} each`) ??
    (susceptibility.every((l) => l >= 0 && l <= 1) ? null : 'a susceptibility lies outside 0–1');
  if (wrong !== null) return err(`The influence model cannot be used: ${wrong}.`);
  const adrift = susceptibility.findIndex((l, i) => l === 1 && ![...reachOf(w, i)].some((j) => (susceptibility[j] ?? 1) < 1));
  if (adrift >= 0) return err(`The influence model has no limit: actor ${String(adrift + 1)} is fully open and hears only such actors.`);
  const system = w.map((row, i) => row.map((x, j) => (i === j ? 1 : 0) - (susceptibility[i] ?? 0) * x));
  const solved = solve(system, w.map((_, i) => w.map((_x, j) => (i === j ? 1 - (susceptibility[i] ?? 0) : 0))));
  if (!solved.ok) return err('The influence model has no limit: the system is singular to rounding.');
  return ok({ total: solved.value, limits: solved.value.map((row) => row.reduce((s, v, j) => s + v * (start[j] ?? 0), 0)) });
}
