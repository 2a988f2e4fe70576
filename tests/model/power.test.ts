import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import euPopulation from '../../knowledge/rules/weights-eu-population.json' with { type: 'json' };
import euVotes from '../../knowledge/rules/weights-eu-votes.json' with { type: 'json' };
import imfVotes from '../../knowledge/rules/weights-imf-votes.json' with { type: 'json' };
import { parseGame, type GameRule, type PowerGame } from '../../src/model/power/game.js';
import { power, type PowerReport } from '../../src/model/power/power.js';
import { gaussLegendre, deeganPackelByQuadrature, shapleyByQuadrature } from '../../src/model/power/quadrature.js';
import { weightedCountsBySize, weightedSwings } from '../../src/model/power/weighted-counts.js';
import { thresholdBySize, normalise } from '../../src/model/power/game.js';
import { enumerateGame } from '../../src/model/power/enumerate.js';

const must = (game: PowerGame): PowerReport => {
  const r = power(game);
  if (!r.ok) throw new Error(r.error.message);
  return r.value;
};
const named = (rule: GameRule, n: number): PowerGame => ({ id: 'g', title: '', members: Array.from({ length: n }, (_, i) => `m${String(i)}`), rule });
const value = (q: { readonly value: string } | null): number => Number(q?.value ?? NaN);

const casesUrl = new URL('../../../shared/reference/power-cases.json', import.meta.url);
describe.skipIf(!existsSync(casesUrl))('reference cases (skipped: no ../shared when absent)', () => {
  interface Case { readonly id: string; readonly winningCoalitions: string; readonly totalSwings: string; readonly colemanPowerToAct: unknown; readonly expected: readonly { readonly member: string }[] }
  const cases = existsSync(casesUrl) ? (JSON.parse(readFileSync(casesUrl, 'utf8')) as { cases: Case[] }).cases : [];
  it.each(cases.map((c) => [c.id, c] as const))('%s, to the last digit', (id, c) => {
    const game = parseGame(c, id);
    if (!game.ok) throw new Error(game.error.message);
    const r = must(game.value);
    expect(r).toMatchObject({ winningCoalitions: c.winningCoalitions, totalSwings: c.totalSwings, colemanPowerToAct: c.colemanPowerToAct });
    expect(r.members).toMatchObject(c.expected);
  });
});

describe('published values', () => {
  it('the Security Council: 0.1963 for a permanent member, 0.00187 for an elected one', () => {
    const r = must({ ...named({ type: 'veto-count', quota: 9, vetoMembers: ['m0', 'm1', 'm2', 'm3', 'm4'] }, 15) });
    expect(r.members[0]?.shapleyShubik).toEqual({ fraction: ['421', '2145'], value: '0.1962703962703963' });
    expect(r.members[14]?.shapleyShubik).toEqual({ fraction: ['4', '2145'], value: '0.001864801864801865' });
    expect(r.winningCoalitions).toBe('848');
  });

  it('Luxembourg was a dummy of the EEC in 1958, by every index', () => {
    const lux = must(named({ type: 'weighted', quota: 12, weights: [4, 4, 4, 2, 2, 1] }, 6)).members[5];
    for (const q of [lux?.banzhafAbsolute, lux?.banzhafNormalised, lux?.shapleyShubik, lux?.deeganPackel, lux?.colemanPrevent, lux?.colemanInitiate]) expect(q?.value).toBe('0');
  });

  it('a vetoer has full power to prevent, a dictator all power', () => {
    const r = must(named({ type: 'weighted', quota: 10, weights: [10, 3, 2, 1] }, 4));
    expect(r.members[0]).toMatchObject({ shapleyShubik: { value: '1' }, deeganPackel: { value: '1' }, colemanPrevent: { value: '1' }, colemanInitiate: { value: '1' } });
    expect(r.minimalWinningCoalitions).toBe('1');
  });
});

/** Indices from the definitions, over all coalitions and all sizes. */
function byDefinition(game: PowerGame): { readonly swings: readonly number[]; readonly shapley: readonly number[]; readonly deegan: readonly number[]; readonly winning: number } {
  const n = game.members.length;
  const wins = (rule: GameRule, mask: number): boolean => {
    switch (rule.type) {
      case 'weighted':
        return rule.weights.reduce((s, w, i) => s + ((mask >> i) & 1 ? w : 0), 0) >= rule.quota;
      case 'count':
        return game.members.filter((_, i) => (mask >> i) & 1).length >= rule.quota;
      case 'veto-count':
        return game.members.filter((_, i) => (mask >> i) & 1).length >= rule.quota && rule.vetoMembers.every((v) => (mask >> game.members.indexOf(v)) & 1);
      case 'and':
        return rule.of.every((r) => wins(r, mask));
      case 'or':
        return rule.of.some((r) => wins(r, mask));
    }
  };
  const table = Array.from({ length: 2 ** n }, (_, mask) => wins(game.rule, mask));
  const size = (mask: number): number => game.members.filter((_, i) => (mask >> i) & 1).length;
  const fact = (k: number): number => (k <= 1 ? 1 : k * fact(k - 1));
  const swings = new Array<number>(n).fill(0);
  const shapley = new Array<number>(n).fill(0);
  const deegan = new Array<number>(n).fill(0);
  let minimal = 0;
  table.forEach((won, mask) => {
    if (!won) return;
    const critical = game.members.map((_, i) => ((mask >> i) & 1) === 1 && !table[mask ^ (1 << i)]);
    critical.forEach((c, i) => {
      if (!c) return;
      swings[i]!++;
      shapley[i]! += (fact(size(mask) - 1) * fact(n - size(mask))) / fact(n);
    });
    if (critical.filter(Boolean).length === size(mask)) {
      minimal++;
      critical.forEach((c, i) => {
        if (c) deegan[i]! += 1 / size(mask);
      });
    }
  });
  return { swings, shapley, deegan: deegan.map((d) => d / minimal), winning: table.filter(Boolean).length };
}

const leafOf = (n: number): fc.Arbitrary<GameRule> =>
  fc.oneof(
    fc.record({ type: fc.constant('weighted' as const), quota: fc.integer({ min: 1, max: 30 }), weights: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: n, maxLength: n }) }),
    fc.record({ type: fc.constant('count' as const), quota: fc.integer({ min: 1, max: n }) }),
    fc.record({ type: fc.constant('veto-count' as const), quota: fc.integer({ min: 1, max: n }), vetoMembers: fc.subarray(named({ type: 'count', quota: 1 }, n).members as string[], { minLength: 1 }) }),
  );
const anyGame = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc
    .oneof(
      leafOf(n),
      fc.record({ type: fc.constantFrom('and' as const, 'or' as const), of: fc.array(leafOf(n), { minLength: 1, maxLength: 3 }) }),
      fc.record({ type: fc.constant('or' as const), of: fc.tuple(fc.record({ type: fc.constant('and' as const), of: fc.array(leafOf(n), { minLength: 2, maxLength: 2 }) }), leafOf(n)).map((t): GameRule[] => [...t]) }),
    )
    .map((rule) => named(rule, n)),
);

describe('laws, for random games', () => {
  it('equals the definitions by plain enumeration', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        const r = must(game);
        const d = byDefinition(game);
        expect(r.winningCoalitions).toBe(String(d.winning));
        expect(r.members.map((m) => Number(m.swings))).toEqual(d.swings);
        r.members.forEach((m, i) => {
          if (d.winning > 0) expect(value(m.shapleyShubik)).toBeCloseTo(d.shapley[i]!, 12);
          // With the empty coalition winning, it is the one minimal coalition and nobody shares in it.
          if (d.winning > 0 && d.winning < 2 ** game.members.length) expect(value(m.deeganPackel)).toBeCloseTo(d.deegan[i]!, 12);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('the fast paths equal enumeration to 16 members', () => {
    const weighted = fc.integer({ min: 10, max: 16 }).chain((n) => fc.record({ n: fc.constant(n), weights: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: n, maxLength: n }), heads: fc.integer({ min: 0, max: n }), share: fc.double({ min: 0.05, max: 0.95, noNaN: true }) }));
    fc.assert(
      fc.property(weighted, ({ n, weights, heads, share }) => {
        const sum = weights.reduce((a, b) => a + b, 0);
        const quota = Math.max(1, Math.ceil(share * sum));
        const game = named({ type: 'and', of: [{ type: 'weighted', quota, weights }, { type: 'count', quota: heads }] }, n);
        const normal = normalise(game);
        const enumerated = enumerateGame(normal);
        const vector = normal.vectors[0] ?? new Array<number>(n).fill(1);
        expect(weightedCountsBySize(vector, thresholdBySize(normal))).toEqual(enumerated.winning);
        const middle = must(game);
        expect(middle.winningCoalitions).toBe(String(enumerated.winning.all.reduce((a, b) => a + b, 0n)));
        expect(middle.minimalWinningCoalitions).toBe(String(enumerated.minimal.all.reduce((a, b) => a + b, 0n)));
        if (sum === 0) return;
        const only = must(named({ type: 'weighted', quota, weights }, n));
        const swings = weightedSwings(weights, quota);
        expect([String(swings.winning), ...swings.swings.map(String)]).toEqual([only.winningCoalitions, ...only.members.map((m) => m.swings)]);
        shapleyByQuadrature(weights, quota).forEach((s, i) => { expect(s).toBeCloseTo(value(only.members[i]!.shapleyShubik), 12); });
        deeganPackelByQuadrature(weights, quota).values.forEach((s, i) => { expect(s).toBeCloseTo(value(only.members[i]!.deeganPackel), 12); });
      }),
      { numRuns: 40 },
    );
  });

  it('sums to one, treats equals equally, favours weight, gives a dummy zero, ignores scale and names', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 18 }).filter((w) => w.some((x) => x > 0));
    fc.assert(
      fc.property(weights, fc.double({ min: 0.3, max: 1, noNaN: true }), fc.integer({ min: 2, max: 9 }), (w, share, scale) => {
        const quota = Math.max(1, Math.ceil(share * w.reduce((a, b) => a + b, 0)));
        const r = must(named({ type: 'weighted', quota, weights: w }, w.length));
        for (const pick of [(m: PowerReport['members'][number]) => m.shapleyShubik, (m: PowerReport['members'][number]) => m.banzhafNormalised, (m: PowerReport['members'][number]) => m.deeganPackel])
          expect(r.members.reduce((s, m) => s + value(pick(m)), 0)).toBeCloseTo(1, 12);
        w.forEach((a, i) => w.forEach((b, j) => {
          const [x, y] = [r.members[i]!, r.members[j]!];
          if (a === b) expect({ ...x, member: '' }).toEqual({ ...y, member: '' });
          if (a > b) expect(value(x.shapleyShubik)).toBeGreaterThanOrEqual(value(y.shapleyShubik));
          if (a === 0) expect([x.swings, x.shapleyShubik?.value, x.deeganPackel?.value]).toEqual(['0', '0', '0']);
        }));
        const scaled = must(named({ type: 'weighted', quota: quota * scale, weights: w.map((x) => x * scale) }, w.length));
        expect(scaled).toEqual(r);
        const reversed = must(named({ type: 'weighted', quota, weights: [...w].reverse() }, w.length));
        expect(reversed.members.map((m) => m.swings).reverse()).toEqual(r.members.map((m) => m.swings));
      }),
      { numRuns: 60 },
    );
  });

  it('reads decimal weights as whole numbers', () => {
    expect(must(named({ type: 'weighted', quota: 5.1, weights: [5, 4.9, 0.1] }, 3)).members.map((m) => m.swings)).toEqual(['3', '1', '1']);
  });

  it('reads weights written with exponents, and refuses sums beyond whole numbers', () => {
    expect(must(named({ type: 'weighted', quota: 2.5e-7, weights: [2e-7, 1e-7, 5e-8] }, 3)).members.map((m) => m.swings)).toEqual(['3', '1', '1']);
    expect(power(named({ type: 'weighted', quota: 6e16, weights: [6e16 + 8, 4e16] }, 2))).toMatchObject({ ok: false, error: { message: expect.stringContaining('2^53') } });
  });

  it.each([[193, 97], [193, 129], [193, 193], [193, 1], [300, 151], [40, 20]])('%i members of whom %i are needed: all equal, exactly', (n, quota) => {
    for (const rule of [{ type: 'count', quota }, { type: 'weighted', quota: quota * 7, weights: Array.from({ length: n }, () => 7) }] as const) {
      const r = must(named(rule, n));
      for (const m of r.members) expect([m.shapleyShubik?.fraction, m.banzhafNormalised?.fraction, m.deeganPackel?.fraction]).toEqual([['1', String(n)], ['1', String(n)], ['1', String(n)]]);
      const choose = (a: number, b: number): bigint => Array.from({ length: b }, (_, k) => k + 1).reduce((c, k) => (c * BigInt(a - b + k)) / BigInt(k), 1n);
      expect([r.minimalWinningCoalitions, r.members[0]?.swings]).toEqual([String(choose(n, quota)), String(choose(n - 1, quota - 1))]);
    }
  });

  it.each([
    ['a quota of all votes makes a veto of each', { type: 'weighted', quota: 10, weights: [4, 3, 2, 1] }, ['1', '1', '1', '1'], '1'],
    ['a quota above all votes lets nobody win', { type: 'weighted', quota: 11, weights: [4, 3, 2, 1] }, ['0', '0', '0', '0'], '0'],
    ['a quota of half lets two halves win', { type: 'weighted', quota: 5, weights: [4, 3, 2, 1] }, ['5', '3', '3', '1'], '9'],
    ['a quota of one vote lets each win', { type: 'weighted', quota: 1, weights: [4, 3, 2, 1] }, ['1', '1', '1', '1'], '15'],
    ['no quota lets the empty coalition win', { type: 'weighted', quota: 0, weights: [4, 3, 2, 1] }, ['0', '0', '0', '0'], '16'],
    ['weights of nothing never win', { type: 'weighted', quota: 1, weights: [0, 0, 0, 0] }, ['0', '0', '0', '0'], '0'],
    ['members without weight are dummies', { type: 'weighted', quota: 5, weights: [4, 0, 3, 0] }, ['4', '0', '4', '0'], '4'],
    ['half a head is a whole one', { type: 'count', quota: 2.5 }, ['3', '3', '3', '3'], '5'],
    ['vetoes beyond the quota count', { type: 'veto-count', quota: 1, vetoMembers: ['m0', 'm1', 'm2'] }, ['2', '2', '2', '0'], '2'],
  ] as const)('%s', (_, rule, swings, winning) => {
    const r = must(named(rule as GameRule, 4));
    expect([r.members.map((m) => m.swings), r.winningCoalitions]).toEqual([swings, winning]);
  });

  it('integrates polynomials exactly', () => {
    for (const m of [1, 2, 5, 24, 95]) for (const degree of [0, 1, m, 2 * m - 1]) expect(gaussLegendre(m).reduce((s, x) => s + x.weight * x.at ** degree, 0)).toBeCloseTo(1 / (degree + 1), 13);
  });
});

describe('size and speed', () => {
  const eu2025 = (euPopulation.tables.find((t) => t.year === 2025)?.values ?? {}) as Record<string, number>;

  it("the Union's 27 members with all three conditions, exact", () => {
    const weights = Object.values(eu2025);
    const rule: GameRule = { type: 'or', of: [{ type: 'and', of: [{ type: 'count', quota: 15 }, { type: 'weighted', quota: 293168773, weights }] }, { type: 'count', quota: 24 }] };
    const report = must({ ...named(rule, 27), members: Object.keys(eu2025) });
    expect(report.members.every((m) => m.shapleyShubik?.fraction && m.deeganPackel?.fraction)).toBe(true);
    expect(report.members.reduce((s, m) => s + value(m.shapleyShubik), 0)).toBeCloseTo(1, 12);
  });

  it('the Nice rule of 2007 with two weights and heads, exact', () => {
    const votes = (euVotes.tables.find((t) => t.from === '2007-01-01')?.values ?? {}) as Record<string, number>;
    const people = euPopulation.tables.find((t) => t.year === 2010)?.values as Record<string, number>;
    const weights = Object.keys(votes).map((m) => people[m] ?? 0);
    const two: GameRule[] = [{ type: 'weighted', quota: 255, weights: Object.values(votes) }, { type: 'count', quota: 14 }];
    const rule: GameRule = { type: 'and', of: [...two, { type: 'weighted', quota: Math.ceil(0.62 * weights.reduce((a, b) => a + b, 0)), weights }] };
    const report = must({ ...named(rule, 27), members: Object.keys(votes) });
    // The population check turns down a few coalitions that have the votes and the heads, and lets none in.
    const unchecked = must(named({ type: 'and', of: two }, 27));
    const lost = Number(unchecked.winningCoalitions) - Number(report.winningCoalitions);
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBeLessThan(1000);
  });

  it('191 members with weights to 50, exact but for Deegan–Packel', () => {
    let seed = 7;
    const weights = Array.from({ length: 191 }, () => 1 + Math.floor(((seed = (seed * 48271) % 2147483647) / 2147483647) * 50));
    const report = must(named({ type: 'weighted', quota: Math.floor(weights.reduce((a, b) => a + b, 0) / 2) + 1, weights }, 191));
    for (const index of ['shapleyShubik', 'banzhafNormalised', 'deeganPackel'] as const) expect(report.members.reduce((s, m) => s + value(m[index]), 0)).toBeCloseTo(1, 11);
    const shapley = shapleyByQuadrature(weights, Math.floor(weights.reduce((a, b) => a + b, 0) / 2) + 1);
    report.members.forEach((m, i) => { expect(shapley[i]! / value(m.shapleyShubik)).toBeCloseTo(1, 10); });
  });

  it('swings of the IMF, 190 members with five million votes, exact', () => {
    const weights = Object.values(imfVotes.tables[0]!.values);
    const r = weightedSwings(weights, 4283941);
    const us = Object.keys(imfVotes.tables[0]!.values).indexOf('USA');
    // Whoever can block alone swings every winning coalition.
    expect(r.swings[us]).toBe(r.winning);
    expect(r.swings.filter((s) => s === r.winning)).toHaveLength(1);
  });

  it.each([0.5, 0.85])('Shapley–Shubik by as many nodes as a coarse copy asks for equals the exact values of 190 uneven members at %f of the votes', (share) => {
    const weights = Object.values(imfVotes.tables[0]!.values).map((w) => Math.round(w / 300));
    const quota = Math.ceil(share * weights.reduce((a, b) => a + b, 0));
    const exact = must(named({ type: 'weighted', quota, weights }, 190));
    expect(exact.members[0]?.shapleyShubik?.fraction).not.toBeNull();
    shapleyByQuadrature(weights, quota).forEach((s, i) => { expect(s / value(exact.members[i]!.shapleyShubik)).toBeCloseTo(1, 12); });
  });

  it('refuses with a sentence what it cannot count', () => {
    const big = named({ type: 'and', of: [{ type: 'weighted', quota: 50, weights: Array.from({ length: 40 }, (_, i) => i) }, { type: 'weighted', quota: 50, weights: Array.from({ length: 40 }, (_, i) => 40 - i) }] }, 40);
    expect(power(big)).toMatchObject({ ok: false, error: { category: 'unsupported', message: expect.stringContaining('40 members') } });
  });
});

describe('parseGame', () => {
  it.each([
    [{ rule: { type: 'weighted', quota: 2, weights: [1, 1] } }, ['M1', 'M2']],
    [{ members: 3, rule: { type: 'veto-count', quota: 2, vetoMembers: ['X'] } }, ['X', 'M1', 'M2']],
    [{ members: ['a', 'b'], rule: { type: 'count', quota: 1 } }, ['a', 'b']],
  ])('names members of %j', (raw, members) => {
    expect(parseGame(raw, 'x')).toMatchObject({ ok: true, value: { members } });
  });
  it.each([
    [{ members: 3, rule: { type: 'weighted', quota: 2, weights: [1, 1] } }, 'differ in number'],
    [{ rule: { type: 'count', quota: 2 } }, 'how many members'],
    [{ members: 2, rule: { type: 'majority' } }, 'a rule needs a type'],
    [{ members: ['a', 'a'], rule: { type: 'count', quota: 1 } }, 'two members have one name'],
    [{ members: ['a', 'b'], rule: { type: 'veto-count', quota: 1, vetoMembers: ['c'] } }, 'c are no members'],
    [[], 'game.json is wrong: a game is an object with members and a rule'],
    [null, 'game.json is wrong: a game is an object'],
    [{ members: 3 }, 'rule: a rule needs a type'],
    [{ members: 0, rule: { type: 'count', quota: 1 } }, 'members is a number above 0'],
    [{ rule: { type: 'weighted', quota: 'half', weights: [1] } }, 'rule.quota: write a number'],
    [{ rule: { type: 'weighted', quota: 1, weights: [1, -1] } }, 'rule.weights.1: write 0 or more'],
    [{ members: 2, rule: { type: 'and', of: [] } }, 'rule.of'],
    [{ members: 2, rule: { type: 'and', of: [{ type: 'count' }] } }, 'rule.of.0.quota: write a number'],
  ])('refuses %j', (raw, what) => {
    const r = parseGame(raw, 'game.json');
    expect(r).toMatchObject({ ok: false, error: { code: 'question-malformed', message: expect.stringContaining(what) } });
  });
});
