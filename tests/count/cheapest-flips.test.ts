import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '../../src/app/solver.js';
import { cheapestFlips, type PricedFlips } from '../../src/count/cheapest-flips.js';
import { count } from '../../src/count/count.js';
import type { Solve } from '../../src/count/integer-program.js';
import { euMembersOn } from '../../src/count/weights.js';
import { isHoldoutStance, type PositionStance } from '../../src/domain/stance.js';
import { anyCount, roster12, subsets } from './arbitraries.js';
import { rosterOf, ruleOf, states } from './helpers.js';

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});

const moved = (positions: Readonly<Record<string, PositionStance>>, who: readonly string[], to: PositionStance): Record<string, PositionStance> => ({ ...positions, ...Object.fromEntries(who.map((m) => [m, to])) });
const prices = fc.array(fc.integer({ min: 0, max: 20 }).map((c) => c / 2), { minLength: 12, maxLength: 12 });

describe('cheapestFlips', () => {
  it('costs as little as the best of all subsets, for every rule and either way, and its own set works', () => {
    fc.assert(
      fc.property(anyCount, prices, ({ rule, roster, positions }, costs) => {
        const price = new Map(roster12.map((m, i) => [m, costs[i] ?? 1]));
        const sumOf = (who: readonly string[]): number => who.reduce((s, m) => s + (price.get(m as never) ?? 1), 0);
        const found = cheapestFlips({ roster, positions, rule }, price, solve);
        const outcome = (who: readonly string[], to: PositionStance): string => count({ roster, positions: moved(positions, who, to), rule }).outcome;
        const holdsOut = (m: string): boolean => isHoldoutStance(positions[m] ?? 'unknown');
        const check = (got: PricedFlips | null, pool: readonly (typeof roster)[number][], to: PositionStance, reached: (o: string) => boolean): void => {
          const ways = subsets(pool).filter((who) => reached(outcome(who, to)));
          expect(got?.cost ?? null).toBe(ways.length === 0 ? null : Math.min(...ways.map(sumOf)));
          if (!got) return;
          expect(sumOf(got.members)).toBe(got.cost);
          expect(reached(outcome(got.members, to))).toBe(true);
          for (const spared of got.members) expect(reached(outcome(got.members.filter((m) => m !== spared), to))).toBe(false);
        };
        check(found.toPossible, roster.filter(holdsOut), 'support', (o) => o !== 'blocked');
        check(found.toCertain, roster.filter((m) => positions[m] !== 'support'), 'support', (o) => o === 'adopted');
        check(found.toBlock, roster.filter((m) => !holdsOut(m)), 'oppose', (o) => o === 'blocked');
      }),
      { numRuns: 250 },
    );
  });

  it('is exact where a set falls short by one part in a thousand million', () => {
    const [A, B, C] = states('AAA', 'BBB', 'CCC');
    const rule = { ...ruleOf('IMF', '85%', '2023-01-01', states('USA')), measures: new Map([['votes', new Map([[A!, 8_499_999_999], [B!, 1_500_000_000], [C!, 1]])]]) };
    const positions = { AAA: 'oppose', BBB: 'oppose', CCC: 'oppose' } as const;
    const price = new Map([[A!, 1], [B!, 5], [C!, 3]]);
    expect(cheapestFlips({ roster: [A!, B!, C!], positions, rule }, price, solve).toPossible).toEqual({ cost: 4, members: [A, C] });
  });

  it('buys the cheap members of a blocking minority, not the fewest', () => {
    const eu = euMembersOn('2025-06-01');
    const rule = ruleOf('EU Council', 'qualified majority', '2025-06-01', eu);
    const against = ['DEU', 'FRA', 'ITA', 'HUN', 'SVK', 'AUT'];
    const positions = Object.fromEntries(eu.map((m) => [m, against.includes(m) ? 'oppose' : 'support'] as const));
    expect(count({ roster: eu, positions, rule }).fewestFlips?.count).toBe(1);
    const large = new Map(eu.map((m) => [m, ['DEU', 'FRA', 'ITA'].includes(m) ? 100 : 1]));
    // Three left against are too few to block, however large they are.
    expect(cheapestFlips({ roster: eu, positions, rule }, large, solve)).toMatchObject({ toPossible: { cost: 3, members: ['AUT', 'HUN', 'SVK'] }, toCertain: { cost: 3 }, toBlock: { cost: 0, members: [] } });
  });

  it('prices the 193 members of the General Assembly', () => {
    const roster = rosterOf(193);
    const rule = ruleOf('UN General Assembly', 'important question', '2025-01-01', roster);
    const positions = Object.fromEntries(roster.map((m, i) => [m, i < 100 ? 'support' : 'oppose'] as const));
    const costs = new Map(roster.map((m, i) => [m, 1 + (i % 7)]));
    const found = cheapestFlips({ roster, positions, rule }, costs, solve);
    // 129 of 193 are two thirds: 29 more, the cheapest of 93 (14 cost 1, 13 or 14 each more).
    expect(found.toPossible?.members).toHaveLength(29);
    const cheapest = roster.slice(100).map((_, i) => 1 + ((100 + i) % 7)).sort((a, b) => a - b).slice(0, 29);
    expect(found.toPossible?.cost).toBe(cheapest.reduce((a, b) => a + b, 0));
  });
});
