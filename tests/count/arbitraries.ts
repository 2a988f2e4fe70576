import fc from 'fast-check';
import type { StateCode } from '../../src/domain/ids.js';
import type { PositionStance } from '../../src/domain/stance.js';
import type { Rule, RuleTest } from '../../src/count/rule.js';
import { rosterOf } from './helpers.js';

export const roster12 = rosterOf(12);
const share = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 4 }), fc.boolean()).map(([num, more, strict]) => ({ kind: 'share' as const, num, den: num + more, strict: strict && more > 0 }));
const measure = fc.constantFrom('members', 'votes', 'population');
const leaf: fc.Arbitrary<RuleTest> = fc.oneof(
  fc.record({ kind: fc.constant('yes' as const), measure, threshold: fc.oneof(share, fc.integer({ min: 0, max: 40 }).map((value) => ({ kind: 'number' as const, value }))), base: fc.constantFrom('all' as const, 'present-voting' as const) }),
  fc.record({ kind: fc.constant('objections' as const), atMost: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant('all-but-one' as const)) }),
  fc.record({ kind: fc.constant('against' as const), fewerThan: fc.oneof(fc.integer({ min: 0, max: 5 }), share.map((s) => ({ measure: 'population', moreThan: { num: s.num, den: s.den } }))) }),
  fc.record({ kind: fc.constant('veto' as const), members: fc.subarray(roster12) }),
);
const ruleTest: fc.Arbitrary<RuleTest> = fc.oneof(
  leaf,
  fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('any' as const), of: fc.tuple(fc.record({ kind: fc.constant('all' as const), of: fc.array(leaf, { minLength: 2, maxLength: 3 }) }), leaf).map((t) => [...t] as RuleTest[]) }),
);
const weights = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });
export const anyRule: fc.Arbitrary<Rule> = fc.record({ passes: ruleTest, votes: weights, population: weights }).map(({ passes, votes, population }) => ({
  id: 'any', title: 'Any', names: [], bodies: ['*'], defaultFor: [], source: 'generated', needs: 'the rule', then: [], memberNoun: 'members', notes: [], passes,
  measures: new Map([['votes', new Map(roster12.map((m, i) => [m, votes[i] ?? 0]))], ['population', new Map(roster12.map((m, i) => [m, population[i] ?? 0]))]]),
}));
const stance: fc.Arbitrary<PositionStance> = fc.constantFrom('support', 'support', 'oppose', 'conditional', 'abstract-support', 'uncommitted', 'unknown');
/** A rule of any shape over heads and two weights, and the stances of one to nine members. */
export const anyCount = fc.record({ rule: anyRule, n: fc.integer({ min: 1, max: 9 }), stances: fc.array(stance, { minLength: 12, maxLength: 12 }) }).map(({ rule: r, n, stances }) => {
  const roster = roster12.slice(0, n);
  return { rule: r, roster, positions: Object.fromEntries(roster.map((m, i) => [m, stances[i] ?? 'unknown'])) };
});

/** Every subset of a few members. */
export const subsets = (items: readonly StateCode[]): StateCode[][] => Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_x, i) => (mask >> i) & 1));
