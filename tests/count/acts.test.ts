import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StateCode } from '../../src/domain/ids.js';
import { count } from '../../src/count/count.js';
import { decide } from '../../src/count/decide.js';
import { ACTS, type Act, type Rule, type RuleTest } from '../../src/count/rule.js';
import { anyCount, anyRule, roster12, subsets } from './arbitraries.js';

const share = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 }), fc.boolean()).map(([num, more, strict]) => ({ kind: 'share' as const, num, den: num + more, strict: strict && more > 0 }));
const threshold = fc.oneof(share, fc.integer({ min: 0, max: 12 }).map((value) => ({ kind: 'number' as const, value })));
const measure = fc.constantFrom('members', 'votes', 'population');
const leaf: fc.Arbitrary<RuleTest> = fc.oneof(
  fc.record({ kind: fc.constantFrom('yes' as const, 'present' as const), measure, threshold, base: fc.constantFrom('all' as const, 'present-voting' as const) }),
  fc.record({ kind: fc.constant('objections' as const), atMost: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant('all-but-one' as const)) }),
  fc.record({ kind: fc.constant('absent' as const), atMost: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ kind: fc.constant('against' as const), fewerThan: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.record({ measure, moreThan: share.map(({ num, den }) => ({ num, den })) })) }),
  fc.record({ kind: fc.constant('veto' as const), members: fc.subarray(roster12) }),
  fc.record({ kind: fc.constant('declared' as const), measure, below: share.map((s) => ({ ...s, strict: false })) }),
);
const anyTest: fc.Arbitrary<RuleTest> = fc.oneof(leaf, fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: fc.array(leaf, { minLength: 1, maxLength: 3 }) }));
const anyMeeting = fc.record({ rule: anyRule, passes: anyTest, n: fc.integer({ min: 1, max: 6 }), acts: fc.array(fc.constantFrom(...ACTS), { minLength: 6, maxLength: 6 }) });

/** A rule read word for word, a sum at a time. */
function passes(test: RuleTest, rule: Rule, roster: readonly StateCode[], acts: Readonly<Record<string, Act>>): boolean {
  const eligible = roster.filter((m) => acts[m] !== 'excluded');
  const weight = (of: string, m: StateCode): number => (of === 'members' ? 1 : (rule.measures.get(of)?.get(m) ?? 0));
  const sum = (of: string, ...which: Act[]): number => eligible.filter((m) => which.includes(acts[m] ?? 'absent')).reduce((total, m) => total + weight(of, m), 0);
  const all = (of: string): number => eligible.reduce((total, m) => total + weight(of, m), 0);
  const reaches = (part: number, whole: number, t: Extract<RuleTest, { kind: 'yes' | 'present' }>['threshold']): boolean =>
    t.kind === 'number' ? part >= t.value : t.strict ? part * t.den > t.num * whole : part * t.den >= t.num * whole;
  switch (test.kind) {
    case 'all':
      return test.of.every((t) => passes(t, rule, roster, acts));
    case 'any':
      return test.of.some((t) => passes(t, rule, roster, acts));
    case 'yes': {
      const yes = sum(test.measure, 'yes');
      if (test.threshold.kind === 'number' || test.base === 'all') return reaches(yes, all(test.measure), test.threshold);
      return yes >= 1 && reaches(yes, sum(test.measure, 'yes', 'no'), test.threshold);
    }
    case 'present':
      return reaches(sum(test.measure, 'yes', 'no', 'abstain', 'declared'), all(test.measure), test.threshold);
    case 'objections':
      return test.atMost === 'all-but-one' ? sum('members', 'yes', 'abstain', 'declared') >= 1 : sum('members', 'no') <= test.atMost;
    case 'absent':
      return sum('members', 'absent') <= test.atMost;
    case 'against': {
      const missing = sum('members', 'no', 'abstain', 'declared', 'absent');
      if (typeof test.fewerThan === 'number') return missing < test.fewerThan;
      const { measure: of, moreThan } = test.fewerThan;
      const holding = subsets(eligible).filter((s) => s.reduce((total, m) => total + weight(of, m), 0) * moreThan.den > moreThan.num * all(of));
      const fewest = holding.length === 0 ? eligible.length : Math.min(...holding.map((s) => s.length));
      return missing < fewest + 1;
    }
    case 'veto':
      return !eligible.some((m) => test.members.includes(m) && acts[m] === 'no');
    case 'declared':
      return sum(test.measure, 'declared') * test.below.den < test.below.num * all(test.measure);
  }
}

describe('a meeting', () => {
  it('decides by any rule as the rule reads word for word, whatever its members do: stay away, abstain, declare, or may not vote', () => {
    fc.assert(
      fc.property(anyMeeting, ({ rule, passes: test, n, acts }) => {
        const roster = roster12.slice(0, n);
        const done = Object.fromEntries(roster.map((m, i) => [m, acts[i] ?? 'absent']));
        expect(decide({ ...rule, passes: test }, roster, done)).toBe(passes(test, rule, roster, done));
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes a member without an act as absent, and ignores acts of others', () => {
    fc.assert(
      fc.property(anyMeeting, ({ rule, passes: test, n, acts }) => {
        const roster = roster12.slice(0, n);
        const all = Object.fromEntries(roster12.slice(0, 6).map((m, i) => [m, acts[i] ?? 'absent']));
        const own = Object.fromEntries(roster.flatMap((m) => (all[m] === 'absent' ? [] : [[m, all[m]]])));
        expect(decide({ ...rule, passes: test }, roster, own as Record<string, Act>)).toBe(decide({ ...rule, passes: test }, roster, all));
      }),
      { numRuns: 300 },
    );
  });
});

describe('pivotal members', () => {
  it('are those of the pivots, each once; a body of nobody has none', () => {
    fc.assert(
      fc.property(anyCount, ({ rule, roster, positions }) => {
        const c = count({ roster, positions, rule });
        expect([...c.pivotal].sort()).toEqual([...new Set(c.pivots.map((p) => p.member))].sort());
        expect(c.pivotal.every((m) => roster.includes(m))).toBe(true);
        expect(count({ roster: [], positions, rule })).toMatchObject({ members: 0, pivots: [], pivotal: [] });
      }),
      { numRuns: 100 },
    );
  });
});
