import { describe, expect, it } from 'vitest';
import { euMembersOn } from '../../src/count/weights.js';
import { gameOfRule } from '../../src/model/power/game-of-rule.js';
import { power, type PowerReport } from '../../src/model/power/power.js';
import { ruleOf, states } from '../count/helpers.js';

const powerOf = (...args: Parameters<typeof gameOfRule>): PowerReport => {
  const r = power(gameOfRule(...args));
  if (!r.ok) throw new Error(r.error.message);
  return r.value;
};
const council = states('CHN', 'FRA', 'GBR', 'RUS', 'USA', 'DZA', 'GUY', 'KOR', 'SLE', 'SVN', 'DNK', 'GRC', 'PAK', 'PAN', 'SOM');

describe('gameOfRule', () => {
  it('gives the Security Council its Shapley values', () => {
    const r = powerOf(ruleOf('UNSC', undefined, '2025-01-01', council), council);
    expect(r.members[0]?.shapleyShubik?.fraction).toEqual(['421', '2145']);
    expect(r.members[14]?.shapleyShubik?.fraction).toEqual(['4', '2145']);
  });
  it('gives consensus one winning coalition, equal power and each a full veto', () => {
    const r = powerOf(ruleOf('NATO', undefined, undefined, council), council);
    expect(r.winningCoalitions).toBe('1');
    for (const m of r.members) expect(m).toMatchObject({ shapleyShubik: { fraction: ['1', '15'] }, colemanPrevent: { value: '1' } });
  });
  it('gives an even simple majority to nobody on a tie', () => {
    const four = council.slice(0, 4);
    expect(powerOf(ruleOf('Club', 'majority', undefined, four), four).winningCoalitions).toBe('5');
  });
  it('asks who decides given what others want: with the five and three more for it, one of the last seven is enough', () => {
    const fixed = new Map(council.slice(0, 8).map((m) => [m, 'yes' as const]));
    const r = powerOf(ruleOf('UNSC', undefined, '2025-01-01', council), council, fixed);
    expect(r.members).toHaveLength(7);
    expect(r.winningCoalitions).toBe('127');
    const vetoed = powerOf(ruleOf('UNSC', undefined, '2025-01-01', council), council, new Map([[council[0]!, 'no' as const]]));
    expect(vetoed.winningCoalitions).toBe('0');
    expect(vetoed.members[1]?.colemanPrevent).toBeNull();
  });
  it("gives the Union's double majority with its blocking clause, and Nice with three tests, exactly", () => {
    const now = euMembersOn('2025-01-01');
    const lisbon = powerOf(ruleOf('EU Council', 'qualified majority', '2025-01-01', now), now);
    expect(lisbon.members.find((m) => m.member === 'DEU')?.shapleyShubik?.fraction).not.toBeNull();
    const nice = powerOf(ruleOf('EU Council', 'qualified majority', '2010-01-01', euMembersOn('2010-01-01')), euMembersOn('2010-01-01'));
    expect(Number(lisbon.winningCoalitions) / Number(nice.winningCoalitions)).toBeGreaterThan(5);
  });
});
