import { weightOf, type Actor } from './one-shot.js';

/** What the Nash bargaining solution needs beyond the actors; every choice is stated in the answer. */
export interface NashParameters {
  /** Loss of an actor at x: `linear` −|x − x_i|, `quadratic` −(x − x_i)². */
  readonly loss: 'linear' | 'quadratic';
  /**
   * What everybody gets without an agreement: a position that then holds, a payoff below every point of the scale, or `far-end`, the loss
   * over the whole range of positions.
   */
  readonly disagreement: 'far-end' | { readonly position: number } | { readonly payoff: number };
}

export const NASH_DEFAULTS: NashParameters = { loss: 'linear', disagreement: 'far-end' };

const STEPS = 200;

/**
 * Asymmetric Nash bargaining: the x that maximises Σ w_i·ln(u_i(x) − u_i(d)) with w_i = capability · salience. Null when nobody has
 * weight, or when no point gives every actor with weight more than disagreement. The sum is concave, so its one top is found by halving
 * the interval on the sign of the slope, to the last digit. Weakness: it hangs on the disagreement point, which nobody observes.
 */
export function nashSolution(actors: readonly Actor[], parameters: NashParameters = NASH_DEFAULTS): number | null {
  const at = actors.filter((a) => weightOf(a) > 0);
  if (at.length === 0) return null;
  const [low, high] = [Math.min(...at.map((a) => a.position)), Math.max(...at.map((a) => a.position))];
  if (low === high) return low;
  const loss = (distance: number): number => (parameters.loss === 'linear' ? Math.abs(distance) : distance * distance);
  const { disagreement } = parameters;
  const worst = (a: Actor): number => (disagreement === 'far-end' ? loss(high - low) : 'payoff' in disagreement ? -disagreement.payoff : loss(disagreement.position - a.position));
  // Each actor agrees to points nearer than its disagreement loss; only where all agree is the sum defined.
  const reach = (a: Actor): number => (parameters.loss === 'linear' ? worst(a) : Math.sqrt(Math.max(0, worst(a))));
  let from = Math.max(low, ...at.map((a) => a.position - reach(a)));
  let to = Math.min(high, ...at.map((a) => a.position + reach(a)));
  if (!(from < to)) return null;
  const slope = (x: number): number =>
    at.reduce((s, a) => {
      const d = x - a.position;
      const fall = parameters.loss === 'linear' ? (d < 0 ? -1 : 1) : 2 * d;
      return s - (weightOf(a) * fall) / (worst(a) - loss(d));
    }, 0);
  for (let step = 0; step < STEPS; step++) {
    const middle = (from + to) / 2;
    if (middle <= from || middle >= to) break;
    if (slope(middle) > 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
