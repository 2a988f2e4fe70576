import type { KtabParameters, OptionModel, VotingRule } from './ktab-parameters.js';

/** Keeps a coalition of nobody from having no chance at all. */
export const LEAST_STRENGTH = 1e-9;

/** A voter's vote for one option over another, from its weight and the difference in utility. */
export function vote(rule: VotingRule, weight: number, gain: number): number {
  switch (rule) {
    case 'binary':
      return weight * Math.sign(gain);
    case 'proportional':
      return weight * gain;
    case 'cubic':
      return weight * gain ** 3;
    case 'prop-bin':
      return weight * (0.8 * gain + 0.2 * Math.sign(gain));
    case 'prop-cubic':
      return weight * (0.5 * gain + 0.5 * gain ** 3);
    case 'asymmetric':
      return gain < 0 ? weight * gain : ((weight * 2) / 3) * gain;
  }
}

/** C[i][j]: strength of those who prefer option i to option j. `utilities[k][i]` is voter k's utility of option i. */
export function coalitions(rule: VotingRule, weights: readonly number[], utilities: readonly (readonly number[])[]): number[][] {
  const options = utilities[0]?.length ?? 0;
  return Array.from({ length: options }, (_, i) =>
    Array.from({ length: options }, (_x, j) => utilities.reduce((sum, of, k) => sum + Math.max(0, vote(rule, weights[k] ?? 0, (of[i] ?? 0) - (of[j] ?? 0))), LEAST_STRENGTH)),
  );
}

/** P[i][j] = C_ij^m / (C_ij^m + C_ji^m). */
export const victories = (strength: readonly (readonly number[])[], exponent: KtabParameters['victoryExponent']): number[][] =>
  strength.map((row, i) => row.map((own, j) => chanceOf(own, strength[j]?.[i] ?? 0, exponent)));

/** Chance of the first of two strengths, of which one is above 0. */
export const chanceOf = (own: number, other: number, exponent: number): number => 1 / (1 + (other / own) ** exponent);

const MOST_STEPS = 10_000;
const SETTLED = 1e-12;

/** Chance of each option, summing to 1, from pairwise victories (and strengths, for `markov-incentive`). */
export function optionChances(model: OptionModel, victory: readonly (readonly number[])[], strength: readonly (readonly number[])[]): number[] {
  const n = victory.length;
  if (model === 'conditional') {
    // Through logarithms: a product of many small chances would vanish.
    const logs = victory.map((row, i) => row.reduce((sum, p, j) => (i === j ? sum : sum + Math.log(p)), 0));
    const top = Math.max(...logs);
    return normalised(logs.map((l) => Math.exp(l - top)));
  }
  // share[i][j]: how often i is the one that challenges the incumbent j.
  const share = victory.map((row, i) => row.map((p, j) => (model === 'markov-uniform' ? 1 / n : (strength[i]?.[j] ?? 0) * p)));
  if (model === 'markov-incentive')
    for (let j = 0; j < n; j++) {
      const total = share.reduce((sum, row, i) => (i === j ? sum : sum + (row[j] ?? 0)), 0);
      share.forEach((row, i) => (row[j] = i === j || total === 0 ? 0 : (row[j] ?? 0) / total));
    }
  // One step: the incumbent j is challenged by i and gives way with P_ij; each step is averaged with the last, so that it settles.
  let p = new Array<number>(n).fill(1 / n);
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = p.map((own, i) => {
      let total = 0;
      let kept = 1;
      for (let j = 0; j < n; j++) {
        if (j === i) continue;
        total += (share[i]?.[j] ?? 0) * (victory[i]?.[j] ?? 0) * (p[j] ?? 0);
        kept -= (share[j]?.[i] ?? 0) * (victory[j]?.[i] ?? 0);
      }
      return total + kept * own;
    });
    const mixed = normalised(next.map((x, i) => (x + (p[i] ?? 0)) / 2));
    const change = Math.max(...mixed.map((x, i) => Math.abs(x - (p[i] ?? 0))));
    p = mixed;
    if (change < SETTLED) break;
  }
  return p;
}

function normalised(values: readonly number[]): number[] {
  const total = values.reduce((a, b) => a + b, 0);
  return values.map((v) => v / total);
}
