import type { Rule } from './rule.js';
import { ACT_INDEX, totalOf, type CompiledRule, type Constraint } from './compile-rule.js';

/** One test of the rule in its own unit. */
export interface Requirement {
  /** `yes`, `objections`, `veto`, … */
  readonly kind: Constraint['test']['kind'];
  /** What is added up: `members`, `votes`, `population`. */
  readonly measure: string;
  /** Which alternative of the rule it belongs to, from 0: one whole alternative must be met. */
  readonly alternative: number;
  /** `at-least`: the sum must reach `limit`; `at-most`: it must not pass it. */
  readonly direction: 'at-least' | 'at-most';
  readonly limit: number;
  /** Sum when the undecided say no, and when they say yes. */
  readonly certain: number;
  readonly possible: number;
  /** Sum over all members, the scale of the test. */
  readonly total: number;
  readonly met: 'certain' | 'possible' | 'no';
}

/**
 * The rule's tests with what is needed, what is certain and what is still possible. For a share of yes and no votes the limit is that of
 * the worst case (all undecided vote no).
 */
export function requirementsOf(rule: Pick<Rule, 'measures'>, compiled: CompiledRule, best: ArrayLike<number>, worst: ArrayLike<number>): readonly Requirement[] {
  const n = compiled.members.length;
  const weight = (measure: string, i: number): number => (measure === 'members' ? 1 : (rule.measures.get(measure)?.get(compiled.members[i] ?? ('' as never)) ?? 0));
  const sumOf = (measure: string, acts: ArrayLike<number> | null, act: number): number => {
    let s = 0;
    for (let i = 0; i < n; i++) if (acts === null || acts[i] === act) s += weight(measure, i);
    return s;
  };
  return compiled.alternatives.flatMap((constraints, alternative) =>
    constraints.flatMap((c, k): Requirement[] => {
      // The second row of a present-and-voting share only says that somebody votes yes.
      if (k > 0 && constraints[k - 1]?.test === c.test) return [];
      const met = totalOf(c, worst) >= c.need ? 'certain' : totalOf(c, best) >= c.need ? 'possible' : 'no';
      const { test } = c;
      const common = { kind: test.kind, alternative, met } as const;
      switch (test.kind) {
        case 'yes':
        case 'present': {
          const total = sumOf(test.measure, null, 0);
          const limit =
            test.threshold.kind === 'number' ? test.threshold.value : test.threshold.strict ? Math.floor((test.threshold.num * total) / test.threshold.den) + 1 : Math.ceil((test.threshold.num * total) / test.threshold.den);
          const present = test.kind === 'present';
          return [{ ...common, measure: test.measure, direction: 'at-least', limit, total, certain: present ? total : sumOf(test.measure, worst, ACT_INDEX.yes), possible: present ? total : sumOf(test.measure, best, ACT_INDEX.yes) }];
        }
        case 'veto': {
          const no = (acts: ArrayLike<number>): number => compiled.members.filter((m, i) => test.members.includes(m) && acts[i] === ACT_INDEX.no).length;
          return [{ ...common, measure: 'vetoes', direction: 'at-most', limit: 0, total: compiled.members.filter((m) => test.members.includes(m)).length, certain: no(worst), possible: no(best) }];
        }
        case 'objections':
        case 'against':
          return [{ ...common, measure: 'members', direction: 'at-most', limit: test.kind === 'against' || test.atMost !== 'all-but-one' ? -c.need : n - 1, total: n, certain: sumOf('members', worst, ACT_INDEX.no), possible: sumOf('members', best, ACT_INDEX.no) }];
        case 'absent':
        case 'declared':
          return [];
      }
    }),
  );
}
