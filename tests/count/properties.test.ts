import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PositionStance } from '../../src/domain/stance.js';
import { isHoldoutStance } from '../../src/domain/stance.js';
import type { StateCode } from '../../src/domain/ids.js';
import { count, type Count } from '../../src/count/count.js';
import { decide } from '../../src/count/decide.js';
import type { Act } from '../../src/count/rule.js';
import { anyCount, subsets } from './arbitraries.js';

/** Every way in which `free` members can vote yes or no. */
function* votings(roster: readonly StateCode[], free: readonly StateCode[], fixed: (m: StateCode) => Act): Generator<Record<string, Act>> {
  for (let mask = 0; mask < 2 ** free.length; mask++) yield Object.fromEntries(roster.map((m) => [m, free.includes(m) ? ((mask >> free.indexOf(m)) & 1 ? 'yes' : 'no') : fixed(m)]));
}
const withSupport = (positions: Readonly<Record<string, PositionStance>>, who: readonly string[]): Record<string, PositionStance> => ({ ...positions, ...Object.fromEntries(who.map((m) => [m, 'support' as const])) });

describe('count, for every rule', () => {
  it('is adopted, blocked or open exactly as enumeration of the undecided says', () => {
    fc.assert(
      fc.property(anyCount, ({ rule: r, roster, positions }) => {
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
      fc.property(anyCount, ({ rule: r, roster, positions }) => {
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
      fc.property(anyCount, ({ rule: r, roster, positions }) => {
        const c = count({ roster, positions, rule: r });
        const sure = subsets(roster.filter((m) => positions[m] !== 'support')).filter((s) => count({ roster, positions: withSupport(positions, s), rule: r }).outcome === 'adopted');
        expect(c.fewestToBeCertain?.count ?? null).toBe(sure.length === 0 ? null : Math.min(...sure.map((s) => s.length)));
      }),
      { numRuns: 150 },
    );
  });

  it('lists minimal blocking groups of holdouts: all of them when the list is complete', () => {
    fc.assert(
      fc.property(anyCount, ({ rule: r, roster, positions }) => {
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
      fc.property(anyCount, fc.nat(), ({ rule: r, roster, positions }, pick) => {
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
      fc.property(anyCount.chain((g) => fc.record({ g: fc.constant(g), order: fc.shuffledSubarray(g.roster, { minLength: g.roster.length }) })), ({ g, order }) => {
        const shuffled = Object.fromEntries(order.map((m) => [m, g.positions[m] ?? 'unknown']));
        expect(essence(count({ roster: order, positions: shuffled, rule: g.rule }))).toEqual(essence(count(g)));
      }),
    );
  });
});
