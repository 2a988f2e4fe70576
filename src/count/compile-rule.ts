import type { StateCode } from '../domain/ids.js';
import { ACTS, type Act, type Measure, type Rule, type RuleTest } from './rule.js';

/** Position of each act in a constraint's rows. */
export const ACT_INDEX: Readonly<Record<Act, number>> = { yes: 0, no: 1, abstain: 2, declared: 3, absent: 4, excluded: 5 };

/**
 * One linear test over acts: met when the sum over members of `value[member * 6 + act]` is at least `need`. Whole numbers only, so
 * sums are exact below 2^53.
 */
export interface Constraint {
  readonly test: Exclude<RuleTest, { kind: 'all' | 'any' }>;
  readonly values: Float64Array;
  readonly need: number;
}

/** A rule for one roster: adopted when every constraint of at least one alternative is met (disjunctive normal form). */
export interface CompiledRule {
  readonly members: readonly StateCode[];
  readonly alternatives: readonly (readonly Constraint[])[];
}

/**
 * Compiles a rule for a roster. `excluded` members may not vote and count in no base. Every test of the rule language is a linear
 * inequality in the members' acts, so one loop evaluates them all: O(members · tests).
 */
export function compileRule(rule: Pick<Rule, 'passes' | 'measures'>, members: readonly StateCode[], excluded: ReadonlySet<StateCode> = new Set()): CompiledRule {
  const eligible = members.map((m) => !excluded.has(m));
  const weightsOf = (measure: Measure): number[] =>
    members.map((m, i) => {
      if (!eligible[i]) return 0;
      return measure === 'members' ? 1 : (rule.measures.get(measure)?.get(m) ?? 0);
    });
  const row = (test: Constraint['test'], need: number, per: (i: number) => Partial<Record<Act, number>>): Constraint => {
    const values = new Float64Array(members.length * ACTS.length);
    members.forEach((_, i) => {
      if (!eligible[i]) return;
      const contribution = per(i);
      for (const act of ACTS) values[i * ACTS.length + ACT_INDEX[act]] = contribution[act] ?? 0;
    });
    return { test, values, need };
  };
  const leaf = (test: Constraint['test']): readonly Constraint[] => {
    switch (test.kind) {
      case 'yes': {
        const w = weightsOf(test.measure);
        if (test.threshold.kind === 'number') return [row(test, test.threshold.value, (i) => ({ yes: w[i] ?? 0 }))];
        const { num, den, strict } = test.threshold;
        if (test.base === 'all') return [row(test, num * sum(w) + (strict ? 1 : 0), (i) => ({ yes: den * (w[i] ?? 0) }))];
        // den·yes ≥ num·(yes + no), and somebody votes yes: two thirds of nothing is no decision.
        return [
          row(test, strict ? 1 : 0, (i) => ({ yes: (den - num) * (w[i] ?? 0), no: -num * (w[i] ?? 0) })),
          row(test, 1, (i) => ({ yes: w[i] ?? 0 })),
        ];
      }
      case 'present': {
        const w = weightsOf(test.measure);
        const there = (x: number): Partial<Record<Act, number>> => ({ yes: x, no: x, abstain: x, declared: x });
        if (test.threshold.kind === 'number') return [row(test, test.threshold.value, (i) => there(w[i] ?? 0))];
        const { num, den, strict } = test.threshold;
        return [row(test, num * sum(w) + (strict ? 1 : 0), (i) => there(den * (w[i] ?? 0)))];
      }
      case 'objections':
        return test.atMost === 'all-but-one'
          ? [row(test, 1, () => ({ yes: 1, abstain: 1, declared: 1 }))]
          : [row(test, -test.atMost, () => ({ no: -1 }))];
      case 'absent':
        return [row(test, -test.atMost, () => ({ absent: -1 }))];
      case 'against': {
        const limit = typeof test.fewerThan === 'number' ? test.fewerThan : fewestHolding(weightsOf(test.fewerThan.measure), test.fewerThan.moreThan) + 1;
        return [row(test, 1 - limit, () => ({ no: -1, abstain: -1, declared: -1, absent: -1 }))];
      }
      case 'veto': {
        const holders = new Set<string>(test.members);
        return [row(test, 0, (i) => ({ no: holders.has(members[i] ?? '') ? -1 : 0 }))];
      }
      case 'declared': {
        const w = weightsOf(test.measure);
        // declared / total < num / den  ⇔  −den·declared ≥ 1 − num·total, in whole numbers.
        return [row(test, 1 - test.below.num * sum(w), (i) => ({ declared: -test.below.den * (w[i] ?? 0) }))];
      }
    }
  };
  const expand = (test: RuleTest): readonly (readonly Constraint[])[] => {
    switch (test.kind) {
      case 'any':
        return test.of.flatMap(expand);
      case 'all':
        return test.of.reduce<readonly (readonly Constraint[])[]>((acc, part) => acc.flatMap((a) => expand(part).map((b) => [...a, ...b])), [[]]);
      default:
        return [leaf(test)];
    }
  };
  return { members, alternatives: expand(rule.passes) };
}

/** Whether the acts, one index per member, adopt. */
export const adopts = (compiled: CompiledRule, acts: ArrayLike<number>): boolean =>
  compiled.alternatives.some((constraints) => constraints.every((c) => totalOf(c, acts) >= c.need));

/** Left-hand side of a constraint. */
export function totalOf(constraint: Constraint, acts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0, at = 0; at < constraint.values.length; i++, at += ACTS.length) total += constraint.values[at + (acts[i] ?? 0)] ?? 0;
  return total;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The fewest members that together hold more than a share of the total. */
function fewestHolding(weights: readonly number[], share: { readonly num: number; readonly den: number }): number {
  const total = sum(weights);
  let held = 0;
  let count = 0;
  for (const w of [...weights].sort((a, b) => b - a)) {
    if (held * share.den > share.num * total) break;
    held += w;
    count++;
  }
  return count;
}
