import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casesOf } from '../../src/count/cases.js';
import { decide } from '../../src/count/decide.js';
import { isHoldoutStance } from '../../src/domain/stance.js';
import { countBlockingSets } from '../../src/model/power/blocking-sets.js';
import { anyCount, subsets } from '../count/arbitraries.js';
import { rosterOf, ruleOf } from '../count/helpers.js';

describe('countBlockingSets', () => {
  it('counts as many minimal sets of holdouts as enumeration finds, for every rule', () => {
    fc.assert(
      fc.property(anyCount, ({ rule, roster, positions }) => {
        const holdouts = roster.filter((m) => isHoldoutStance(positions[m] ?? 'unknown'));
        const blocks = (group: readonly string[]): boolean => !decide(rule, roster, Object.fromEntries(roster.map((m) => [m, group.includes(m) ? 'no' : 'yes'])));
        const minimal = subsets(holdouts).filter((g) => g.length > 0 && blocks(g) && g.every((m) => !blocks(g.filter((x) => x !== m))));
        const { compiled } = casesOf({ roster, positions, rule });
        expect(countBlockingSets(compiled, roster.flatMap((m, i) => (holdouts.includes(m) ? [i] : [])))).toBe(BigInt(minimal.length));
      }),
      { numRuns: 400 },
    );
  });

  it('counts the ways in which 100 of 193 states can stop a simple majority, and gives up on what is too large', () => {
    const roster = rosterOf(193);
    const pool = roster.slice(0, 100).map((_, i) => i);
    const compiled = (name: string) => casesOf({ roster, positions: {}, rule: ruleOf('UN General Assembly', name, '2025-01-01', roster) }).compiled;
    // 97 of 193 no votes leave 96 yes: one of C(100, 97) groups.
    expect(countBlockingSets(compiled('majority'), pool)).toBe(161_700n);
    const weighed = { ...ruleOf('IMF', '85%', '2022-10-02', []), measures: new Map([['votes', new Map(roster.map((m, i) => [m, 1 + i]))]]) };
    expect(countBlockingSets(casesOf({ roster, positions: {}, rule: weighed }).compiled, pool)).toBeNull();
  });
});
