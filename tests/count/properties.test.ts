import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PositionStance } from '../../src/domain/stance.js';
import { isHoldoutStance } from '../../src/domain/stance.js';
import type { StateCode } from '../../src/domain/ids.js';
import { count, type Count } from '../../src/count/count.js';
import { decide } from '../../src/count/decide.js';
import type { Act, Rule, RuleTest } from '../../src/count/rule.js';
import { rosterOf } from './helpers.js';

const roster12 = rosterOf(12);
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
const rule: fc.Arbitrary<Rule> = fc.record({ passes: ruleTest, votes: weights, population: weights }).map(({ passes, votes, population }) => ({
  id: 'any', title: 'Any', names: [], bodies: ['*'], defaultFor: [], source: 'generated', needs: 'the rule', then: [], memberNoun: 'members', notes: [], passes,
  measures: new Map([['votes', new Map(roster12.map((m, i) => [m, votes[i] ?? 0]))], ['population', new Map(roster12.map((m, i) => [m, population[i] ?? 0]))]]),
}));
const stance: fc.Arbitrary<PositionStance> = fc.constantFrom('support', 'support', 'oppose', 'conditional', 'abstract-support', 'uncommitted', 'unknown');
const game = fc.record({ rule, n: fc.integer({ min: 1, max: 9 }), stances: fc.array(stance, { minLength: 12, maxLength: 12 }) }).map(({ rule: r, n, stances }) => {
  const roster = roster12.slice(0, n);
  return { rule: r, roster, positions: Object.fromEntries(roster.map((m, i) => [m, stances[i] ?? 'unknown'])) };
});

/** Every way in which `free` members can vote yes or no. */
function* votings(roster: readonly StateCode[], free: readonly StateCode[], fixed: (m: StateCode) => Act): Generator<Record<string, Act>> {
  for (let mask = 0; mask < 2 ** free.length; mask++) yield Object.fromEntries(roster.map((m) => [m, free.includes(m) ? ((mask >> free.indexOf(m)) & 1 ? 'yes' : 'no') : fixed(m)]));
}
const subsets = (items: readonly StateCode[]): StateCode[][] => Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_x, i) => (mask >> i) & 1));
const withSupport = (positions: Readonly<Record<string, PositionStance>>, who: readonly string[]): Record<string, PositionStance> => ({ ...positions, ...Object.fromEntries(who.map((m) => [m, 'support' as const])) });

describe('count, for every rule', () => {
  it('is adopted, blocked or open exactly as enumeration of the undecided says', () => {
    fc.assert(
      fc.property(game, ({ rule: r, roster, positions }) => {
        const free = roster.filter((m) => positions[m] === 'unknown' || positions[m] === 'uncommitted');
        const results = new Set([...votings(roster, free, (m) => (positions[m] === 'support' ? 'yes' : 'no'))].map((acts) => decide(r, roster, acts)));
        const expected = results.size === 2 ? 'open' : results.has(true) ? 'adopted' : 'blocked';
        expect(count({ roster, positions, rule: r }).outcome).toBe(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('finds as few flips as enumeration of all sets, and its own set works', () => {
    fc.assert(
      fc.property(game, ({ rule: r, roster, positions }) => {
        const c = count({ roster, positions, rule: r });
        const holdouts = roster.filter((m) => isHoldoutStance(positions[m] ?? 'unknown'));
        const possible = subsets(holdouts).filter((s) => count({ roster, positions: withSupport(positions, s), rule: r }).outcome !== 'blocked');
        expect(c.fewestFlips?.count ?? null).toBe(possible.length === 0 ? null : Math.min(...possible.map((s) => s.length)));
        if (c.fewestFlips) {
          expect(c.fewestFlips.members.every((m) => holdouts.includes(m))).toBe(true);
          expect(count({ roster, positions: withSupport(positions, c.fewestFlips.members), rule: r }).outcome).not.toBe('blocked');
        }
      }),
      { numRuns: 250 },
    );
  });

  it('finds as few members to be certain as enumeration', () => {
    fc.assert(
      fc.property(game, ({ rule: r, roster, positions }) => {
        const c = count({ roster, positions, rule: r });
        const sure = subsets(roster.filter((m) => positions[m] !== 'support')).filter((s) => count({ roster, positions: withSupport(positions, s), rule: r }).outcome === 'adopted');
        expect(c.fewestToBeCertain?.count ?? null).toBe(sure.length === 0 ? null : Math.min(...sure.map((s) => s.length)));
      }),
      { numRuns: 150 },
    );
  });

  it('lists minimal blocking groups of holdouts: all of them when the list is complete', () => {
    fc.assert(
      fc.property(game, ({ rule: r, roster, positions }) => {
        const c = count({ roster, positions, rule: r });
        const holdouts = roster.filter((m) => isHoldoutStance(positions[m] ?? 'unknown'));
        const blocks = (group: readonly string[]): boolean => !decide(r, roster, Object.fromEntries(roster.map((m) => [m, group.includes(m) ? 'no' : 'yes'])));
        // A rule that fails with all yes is blocked by nobody in particular.
        if (blocks([])) return;
        const minimal = subsets(holdouts).filter((g) => g.length > 0 && blocks(g) && g.every((m) => !blocks(g.filter((x) => x !== m))));
        const key = (groups: readonly (readonly string[])[]): string[] => groups.map((g) => [...g].sort().join()).sort();
        const found = [...c.blocking.alone.map((m) => [m]), ...c.blocking.groups];
        if (c.blocking.groupsComplete) expect(key(found)).toEqual(key(minimal));
        else for (const g of key(found)) expect(key(minimal)).toContain(g);
        expect(c.outcome === 'blocked').toBe(minimal.length > 0);
      }),
      { numRuns: 300 },
    );
  });

  it('never un-adopts when a no turns into a yes', () => {
    const rank = { blocked: 0, open: 1, adopted: 2 };
    fc.assert(
      fc.property(game, fc.nat(), ({ rule: r, roster, positions }, pick) => {
        const member = roster[pick % roster.length] ?? '';
        const before = count({ roster, positions, rule: r });
        const after = count({ roster, positions: withSupport(positions, [member]), rule: r });
        expect(rank[after.outcome]).toBeGreaterThanOrEqual(rank[before.outcome]);
        expect(before.pivots.some((p) => p.member === member && p.to === 'support')).toBe(after.outcome !== before.outcome);
      }),
    );
  });

  it('does not depend on the order of the roster or of the positions', () => {
    const essence = (c: Count): unknown => ({
      ...c, supporters: [...c.supporters].sort(), unknown: [...c.unknown].sort(), uncommitted: [...c.uncommitted].sort(), holdouts: [...c.holdouts].sort((a, b) => (a.member < b.member ? -1 : 1)),
      vetoes: [...c.vetoes].sort(), pivotal: [...c.pivotal].sort(), pivots: c.pivots.map((p) => `${p.member} ${p.to} ${p.outcome}`).sort(), blockers: c.blocking.groupsComplete ? [...c.blockers].sort() : null,
      blocking: c.blocking.groupsComplete ? { alone: [...c.blocking.alone].sort(), groups: c.blocking.groups.map((g) => [...g].sort().join()).sort() } : null,
      fewestFlips: c.fewestFlips && [...c.fewestFlips.members].sort(), fewestToBeCertain: c.fewestToBeCertain && [...c.fewestToBeCertain.members].sort(),
    });
    fc.assert(
      fc.property(game.chain((g) => fc.record({ g: fc.constant(g), order: fc.shuffledSubarray(g.roster, { minLength: g.roster.length }) })), ({ g, order }) => {
        const shuffled = Object.fromEntries(order.map((m) => [m, g.positions[m] ?? 'unknown']));
        expect(essence(count({ roster: order, positions: shuffled, rule: g.rule }))).toEqual(essence(count(g)));
      }),
    );
  });
});
