import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KTAB_DEFAULTS, OPTION_MODELS, VOTING_RULES, type KtabParameters, type SpatialActor } from '../../src/model/bargaining/ktab-parameters.js';
import { coalitions, optionChances, victories, vote } from '../../src/model/bargaining/ktab-votes.js';
import { ktabMatrices, ktabModel } from '../../src/model/bargaining/ktab.js';
import { seeded } from '../../src/model/random.js';

const three: SpatialActor[] = [
  { name: 'a', capability: 1, positions: [0], saliences: [1] },
  { name: 'b', capability: 2, positions: [0.5], saliences: [0.5] },
  { name: 'c', capability: 1, positions: [1], saliences: [0.8] },
];
const space = three.map((a) => a.positions);
const parameters = fc.record({
  voting: fc.constantFrom(...VOTING_RULES),
  victoryExponent: fc.constantFrom(1, 2, 4, 8),
  options: fc.constantFrom(...OPTION_MODELS),
  riskRange: fc.constantFrom('min', 'mid', 'max'),
  risksSeen: fc.constantFrom(0, 1 / 3, 0.5, 2 / 3, 1),
  interpolation: fc.constantFrom('s1p1', 's2p2'),
  thirdParties: fc.constantFrom('none', 'semi', 'full'),
  turns: fc.constant(3),
}) as fc.Arbitrary<KtabParameters>;
const spatial = fc.array(fc.record({ name: fc.constant(''), capability: fc.integer({ min: 1, max: 9 }), positions: fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })), saliences: fc.tuple(fc.integer({ min: 1, max: 9 }).map((x) => x / 10), fc.integer({ min: 1, max: 9 }).map((x) => x / 10)) }), { minLength: 2, maxLength: 6 });

describe('KTAB’s first-turn matrices', () => {
  it('distances: sqrt(Σ (s·Δ)² / Σ s²), in the actor’s own saliences', () => {
    const two: SpatialActor[] = [{ name: '', capability: 1, positions: [0, 0], saliences: [0.6, 0.8] }, { name: '', capability: 1, positions: [1, 1], saliences: [1, 0] }];
    const m = ktabMatrices(two, two.map((a) => a.positions));
    expect(m.distances[0]![1]).toBeCloseTo(1, 12);
    expect(m.distances).toEqual([[0, expect.closeTo(1, 12)], [1, 0]]);
    const half = ktabMatrices(two, [[0, 0], [1, 0]]);
    expect(half.distances[0]![1]).toBeCloseTo(0.6, 12);
  });

  it('coalitions and victories of three on a line, worked by hand', () => {
    const m = ktabMatrices(three, space);
    // For a over b: a alone gains 0.5. For b over a: b 2 · 0.5 and c 0.5.
    expect(m.strengths[0]![1]).toBeCloseTo(0.5, 6);
    expect(m.strengths[1]![0]).toBeCloseTo(1.5, 6);
    expect(m.victories[0]![1]).toBeCloseTo(0.25, 6);
    expect(m.victories[0]![2]).toBeCloseTo(0.5, 6);
    // p ∝ ¼·½, ¾·¾, ½·¼.
    expect(m.options[0]).toBeCloseTo(0.125 / 0.8125, 6);
    expect(m.options[1]).toBeCloseTo(0.5625 / 0.8125, 6);
  });

  it.each([['min', 0, 1], ['mid', -0.5, 1], ['max', -1, 1]] as const)('risk attitudes of range %s run from %d to %d', (riskRange, low, high) => {
    const { risk } = ktabMatrices(three, space, { ...KTAB_DEFAULTS, riskRange });
    expect([Math.min(...risk), Math.max(...risk)]).toEqual([expect.closeTo(low, 12), expect.closeTo(high, 12)]);
  });

  it('utility is (1 − δ)(1 + δR): linear for the neutral, concave for the averse', () => {
    const m = ktabMatrices(three, space);
    m.utilities.forEach((row, i) => { row.forEach((u, j) => { expect(u).toBeCloseTo((1 - m.distances[i]![j]!) * (1 + m.distances[i]![j]! * m.risk[i]!), 12); }); });
    m.utilities.forEach((row, i) => { expect(row[i]).toBe(1); });
  });

  it.each([
    ['binary', 2, -2], ['proportional', 1, -1], ['cubic', 0.25, -0.25], ['prop-bin', 1.2, -1.2], ['prop-cubic', 0.625, -0.625], ['asymmetric', 2 / 3, -1],
  ] as const)('%s votes of weight 2 for a gain or loss of one half', (rule, gain, loss) => {
    expect(vote(rule, 2, 0.5)).toBeCloseTo(gain, 12);
    expect(vote(rule, 2, -0.5)).toBeCloseTo(loss, 12);
  });

  it('markov chances are in balance: what an option loses to challengers it gains from others', () => {
    const strength = coalitions('proportional', [1, 2, 1], ktabMatrices(three, space).utilities);
    const p = victories(strength, 2);
    const uniform = optionChances('markov-uniform', p, strength);
    uniform.forEach((own, i) => {
      // p_i = (1/n) Σ_j P_ij (p_i + p_j), with P_ii = ½.
      expect(uniform.reduce((s, other, j) => s + (i === j ? own : p[i]![j]! * (own + other)) / 3, 0)).toBeCloseTo(own, 9);
    });
    expect(optionChances('markov-incentive', p, strength).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it('chances of victory sum to 1 in pairs, chances of options to 1, in every setting', () => {
    fc.assert(
      fc.property(spatial, parameters, (actors, p) => {
        const m = ktabMatrices(actors, actors.map((a) => a.positions.map((x) => x / 10)), p);
        m.victories.forEach((row, i) => { row.forEach((v, j) => { expect(v + m.victories[j]![i]!).toBeCloseTo(1, 9); }); });
        expect(m.options.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 60 },
    );
  });
});

describe('KTAB’s later turns', () => {
  it('stay in the box of first positions, and one seed gives one run', () => {
    fc.assert(
      fc.property(spatial, parameters, fc.integer(), (actors, p, seed) => {
        const run = ktabModel(actors, seeded(seed), p);
        expect(ktabModel(actors, seeded(seed), p)).toEqual(run);
        for (const z of [0, 1]) {
          const at = actors.map((a) => a.positions[z]!);
          for (const x of run.turns.flatMap((t) => t.positions.map((q) => q[z]!))) {
            expect(x).toBeGreaterThanOrEqual(Math.min(...at) - 1e-9);
            expect(x).toBeLessThanOrEqual(Math.max(...at) + 1e-9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
  it('settle at once where all agree', () => {
    const same = three.map((a) => ({ ...a, positions: [3] }));
    expect(ktabModel(same, seeded(1))).toMatchObject({ settled: true, forecast: [3], mean: [3] });
  });
});
