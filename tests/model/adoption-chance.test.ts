import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfYes, DEFAULT_CHANCES } from '../../src/count/chances.js';
import { decide } from '../../src/count/decide.js';
import type { Rule } from '../../src/count/rule.js';
import { euMembersOn } from '../../src/count/weights.js';
import type { StateCode } from '../../src/domain/ids.js';
import { adoptionChance, type AdoptionChance } from '../../src/model/chance/adoption-chance.js';
import { chancesByEnumeration } from '../../src/model/chance/by-enumeration.js';
import { chancesByHalves } from '../../src/model/chance/by-halves.js';
import { chancesByWeight } from '../../src/model/chance/by-weight.js';
import { commonLotChance, mixture } from '../../src/model/chance/common-lot.js';
import { gameOfRule } from '../../src/model/power/game-of-rule.js';
import { normalise, type NormalGame } from '../../src/model/power/game.js';
import { power } from '../../src/model/power/power.js';
import { anyCount } from '../count/arbitraries.js';
import { rosterOf, ruleOf } from '../count/helpers.js';

const gameOf = (rule: Rule, roster: readonly StateCode[]): NormalGame => normalise(gameOfRule(rule, roster));
const must = (found: AdoptionChance | null): AdoptionChance => {
  if (!found) throw new Error('too large');
  return found;
};

/** By definition: every voting with its chance, and whether member i decides it. */
function byDefinition(rule: Rule, roster: readonly StateCode[], chanceOf: (voting: readonly boolean[]) => number): AdoptionChance {
  const pivot = roster.map(() => 0);
  let adoption = 0;
  const passes = (voting: readonly boolean[]): boolean => decide(rule, roster, Object.fromEntries(roster.map((m, i) => [m, voting[i] ? 'yes' : 'no'])));
  for (let mask = 0; mask < 2 ** roster.length; mask++) {
    const voting = roster.map((_, i) => ((mask >> i) & 1) === 1);
    const chance = chanceOf(voting);
    if (chance === 0) continue;
    if (passes(voting)) adoption += chance;
    roster.forEach((_, i) => {
      if (passes(voting.map((v, k) => k === i || v)) !== passes(voting.map((v, k) => k !== i && v))) pivot[i]! += chance;
    });
  }
  return { adoption, pivot };
}
const close = (got: AdoptionChance, expected: AdoptionChance, digits: number): void => {
  expect(got.adoption).toBeCloseTo(expected.adoption, digits);
  got.pivot.forEach((p, i) => { expect(p).toBeCloseTo(expected.pivot[i]!, digits); });
};
const chance = fc.oneof(fc.constantFrom(0, 1, 0.5), fc.integer({ min: 1, max: 99 }).map((x) => x / 100));
const chances = fc.array(chance, { minLength: 12, maxLength: 12 });

describe('the chance of adoption', () => {
  it('equals enumeration of all votings, pivots too, for every rule, certain members among them', () => {
    fc.assert(
      fc.property(anyCount, chances, ({ rule, roster }, all) => {
        const p = roster.map((_, i) => all[i]!);
        close(must(adoptionChance(gameOf(rule, roster), p)), byDefinition(rule, roster, (v) => v.reduce((c, yes, i) => c * (yes ? p[i]! : 1 - p[i]!), 1)), 10);
      }),
      { numRuns: 150 },
    );
  });

  it('under a common lot equals the lot drawn between any two chances, and mixes with the first', () => {
    fc.assert(
      fc.property(anyCount, chances, fc.double({ min: 0, max: 1, noNaN: true }), ({ rule, roster }, all, share) => {
        const p = roster.map((_, i) => all[i]!);
        // Chances are whole hundredths, so the lot falls into one of a hundred equal intervals.
        const lot = (v: readonly boolean[]): number => Array.from({ length: 100 }, (_, k) => (v.every((yes, i) => yes === (k + 0.5) / 100 < p[i]!) ? 0.01 : 0)).reduce<number>((a, b) => a + b, 0);
        const expected = byDefinition(rule, roster, lot);
        const game = gameOf(rule, roster);
        close(commonLotChance(game, p), expected, 10);
        const apart = must(adoptionChance(game, p));
        expect(mixture(apart, expected, share).adoption).toBeCloseTo((1 - share) * apart.adoption + share * expected.adoption, 12);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same by halves, by weight and by enumeration', () => {
    const open = fc.integer({ min: 1, max: 99 }).map((x) => x / 100);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), open), { minLength: 2, maxLength: 14 }), fc.double({ min: 0.05, max: 1, noNaN: true }), (members, share) => {
        const weights = members.map(([w]) => w);
        const p = members.map(([, c]) => c);
        const game: NormalGame = { n: members.length, vectors: [weights], alternatives: [[{ vector: 0, quota: Math.max(1, Math.ceil(share * weights.reduce((a, b) => a + b, 0))) }]] };
        const halves = chancesByHalves(game, p);
        close(chancesByWeight(game, p), halves, 9);
        close(chancesByEnumeration(game, p), halves, 10);
      }),
      { numRuns: 80 },
    );
  });

  it("at even chances is Coleman's power to act, and pivots are Banzhaf's measure", () => {
    const eu = euMembersOn('2025-06-01');
    const rule = ruleOf('EU Council', 'qualified majority', '2025-06-01', eu);
    const found = must(adoptionChance(gameOf(rule, eu), eu.map(() => 0.5)));
    const indices = power(gameOfRule(rule, eu));
    if (!indices.ok) throw new Error(indices.error.message);
    expect(found.adoption).toBeCloseTo(Number(indices.value.colemanPowerToAct?.value), 12);
    indices.value.members.forEach((m, i) => { expect(found.pivot[i]).toBeCloseTo(Number(m.banzhafAbsolute?.value), 12); });
    const roster = rosterOf(5);
    const majority = must(adoptionChance(gameOf(ruleOf('Club', 'absolute majority', undefined, roster), roster), roster.map(() => 0.5)));
    expect(majority).toEqual({ adoption: 0.5, pivot: [0.375, 0.375, 0.375, 0.375, 0.375] });
  });

  it('of consensus is the product of all chances, and each pivot that of the others', () => {
    const roster = rosterOf(32);
    const p = roster.map((_, i) => 0.9 + i / 1000);
    const found = must(adoptionChance(gameOf(ruleOf('NATO', 'consensus', undefined, roster), roster), p));
    const product = p.reduce((a, b) => a * b, 1);
    expect(found.adoption).toBeCloseTo(product, 14);
    found.pivot.forEach((x, i) => { expect(x).toBeCloseTo(product / p[i]!, 14); });
    // Together, the least likely member decides.
    expect(commonLotChance(gameOf(ruleOf('NATO', 'consensus', undefined, roster), roster), p).adoption).toBeCloseTo(0.9, 14);
  });

  it('counts 193 states by size, and refuses what is too large', () => {
    const roster = rosterOf(193);
    const found = must(adoptionChance(gameOf(ruleOf('UN General Assembly', 'majority', '2025-01-01', roster), roster), roster.map((_, i) => (i % 5) / 4)));
    expect(found.adoption).toBeGreaterThan(0.3);
    expect(found.adoption).toBeLessThan(0.6);
    const two: NormalGame = { n: 40, vectors: [rosterOf(40).map((_, i) => i), rosterOf(40).map((_, i) => 40 - i)], alternatives: [[{ vector: 0, quota: 300 }, { vector: 1, quota: 300 }]] };
    expect(adoptionChance(two, rosterOf(40).map(() => 0.5))).toBeNull();
  });
});

describe('the chance that a member votes yes', () => {
  const none = { support: 0, oppose: 0, conditional: 0, 'abstract-support': 0, uncommitted: 0 };
  it('is the mean over its stances, drawn to that of silence where evidence is thin', () => {
    expect(chanceOfYes({ stance: 'unknown', confidence: 0, distribution: none }, DEFAULT_CHANCES)).toBe(0.5);
    expect(chanceOfYes({ stance: 'support', confidence: 1, distribution: { ...none, support: 1 } }, DEFAULT_CHANCES)).toBe(0.95);
    expect(chanceOfYes({ stance: 'support', confidence: 0.6, distribution: { ...none, support: 0.75, oppose: 0.25 } }, DEFAULT_CHANCES)).toBeCloseTo(0.8 * (0.75 * 0.95 + 0.25 * 0.05) + 0.2 * 0.5, 12);
  });
});
