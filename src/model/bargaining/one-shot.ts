/** One actor on one issue. */
export interface Actor {
  readonly name: string;
  /** Place on the line, in the issue's own unit. */
  readonly position: number;
  /** Clout, 0 or more. */
  readonly capability: number;
  /** How much it cares, 0–1. */
  readonly salience: number;
}

/** Effective weight of an actor: capability times salience. */
export const weightOf = (actor: Actor): number => actor.capability * actor.salience;

/** The weighted median: a point, or every point from `position` to `upTo` when the weights balance exactly there. */
export interface Median {
  readonly position: number;
  readonly upTo: number;
}

/** Relative slack in the comparison with half the weight: products such as 0.16 · 0.6 are not exact. */
const ROUNDING = 1e-12;

/**
 * Black's (1948) median voter with weights: the first position at which the cumulative weight reaches half of the total; it beats or ties
 * every other position in a pairwise vote weighted by distance. Null when nobody has weight.
 */
export function weightedMedian(actors: readonly Actor[]): Median | null {
  const sorted = actors.filter((a) => weightOf(a) > 0).sort((a, b) => a.position - b.position);
  const half = sorted.reduce((s, a) => s + weightOf(a), 0) / 2;
  let sum = 0;
  for (const [k, actor] of sorted.entries()) {
    sum += weightOf(actor);
    if (sum < half * (1 - ROUNDING)) continue;
    const balanced = sum <= half * (1 + ROUNDING);
    return { position: actor.position, upTo: balanced ? (sorted[k + 1]?.position ?? actor.position) : actor.position };
  }
  return null;
}

/**
 * The mean weighted by capability and salience, Σ c·s·x / Σ c·s: the compromise model (Van den Bos 1991; Achen 2006), near the Nash
 * solution when everybody finds disagreement much worse than any point of the scale. Null when nobody has weight.
 */
export function weightedMean(actors: readonly Actor[]): number | null {
  const total = actors.reduce((s, a) => s + weightOf(a), 0);
  return total > 0 ? actors.reduce((s, a) => s + weightOf(a) * a.position, 0) / total : null;
}
