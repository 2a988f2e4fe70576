import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHALLENGE_DEFAULTS, whyNotChallenge, type ChallengeParameters } from '../../src/model/bargaining/challenge-parameters.js';
import { challengeForecast, challengeModel } from '../../src/model/bargaining/challenge.js';
import { forecastOf, type Chosen } from '../../src/model/bargaining/bargain.js';
import type { SpatialActor } from '../../src/model/bargaining/ktab-parameters.js';
import { simulate, centralActors, type UncertainActor } from '../../src/model/bargaining/monte-carlo.js';
import { nashSolution } from '../../src/model/bargaining/nash.js';
import { weightedMean, weightedMedian, type Actor } from '../../src/model/bargaining/one-shot.js';
import { emission } from './emission.js';

const with_ = (p: Partial<ChallengeParameters>): ChallengeParameters => ({ ...CHALLENGE_DEFAULTS, ...p });
const readings = fc.record({
  probabilityDenominator: fc.constantFrom('pair', 'all-pairs'),
  offerSelection: fc.constantFrom('least-change', 'replication'),
  compromise: fc.constantFrom('presser-ahead', 'presser-behind'),
  dangerOver: fc.constantFrom('actors', 'positions'),
  q: fc.constantFrom(0, 0.5, 1),
  t: fc.constantFrom(0, 0.5, 1, 'median'),
  tolerance: fc.constant(1e-6),
  rounds: fc.integer({ min: 0, max: 4 }),
}) as fc.Arbitrary<ChallengeParameters>;
const actor = fc.record({ name: fc.constant(''), position: fc.integer({ min: -20, max: 20 }), capability: fc.integer({ min: 1, max: 9 }).map((x) => x / 9), salience: fc.integer({ min: 1, max: 9 }).map((x) => x / 9) });
const actors = fc.array(actor, { minLength: 2, maxLength: 7 });

/** One round by the equations as they are written, one sum at a time: r = 1 for danger, then everybody's own exponent. */
function slowRound(list: readonly Actor[], p: ChallengeParameters): number[] {
  const x = list.map((a) => a.position);
  const n = list.length;
  const range = Math.max(...x) - Math.min(...x);
  const dist = (i: number, j: number): number => Math.abs(x[i]! - x[j]!) / range;
  const each = x.map((_, i) => i);
  const chance = (i: number, j: number, r: readonly number[]): number => {
    const votes = (a: number, b: number): number[] => each.map((k) => list[k]!.capability * list[k]!.salience * (dist(k, b) ** r[k]! - dist(k, a) ** r[k]!));
    const size = (a: number, b: number): number => votes(a, b).reduce((s, v) => s + Math.abs(v), 0);
    const over = p.probabilityDenominator === 'pair' ? size(i, j) : each.reduce((s, a) => s + each.reduce((t, b) => t + size(a, b), 0), 0);
    return x[i] === x[j] || over === 0 ? 0 : votes(i, j).reduce((s, v) => s + Math.max(0, v), 0) / over;
  };
  const expected = (i: number, j: number, r: number, all: readonly number[]): number => {
    const [c, s] = [chance(i, j, all), list[j]!.salience];
    const [success, failure] = [2 - 4 * (0.5 - 0.5 * dist(i, j)) ** r, 2 - 4 * (0.5 + 0.5 * dist(i, j)) ** r];
    return s * (c * success + (1 - c) * failure) + (1 - s) * success - (2 - 4 * 0.5 ** r);
  };
  const ones = x.map(() => 1);
  const danger = each.map((i) => each.reduce((s, j) => (j === i ? s : s + expected(j, i, 1, ones)), 0));
  const [max, min] = [Math.max(...danger), Math.min(...danger)];
  const r = danger.map((d) => (max === min ? 0 : (2 * d - max - min) / (max - min))).map((R) => (1 - R / 3) / (1 + R / 3));
  return each.map((i) => {
    const offers = each.filter((j) => x[j] !== x[i]).flatMap((j) => {
      const [own, theirs] = [expected(i, j, r[i]!, r), expected(j, i, r[i]!, r)];
      if (theirs > own && own > 0) return [x[j]!];
      if (!(theirs > 0 && own < 0)) return [];
      return theirs > -own ? [x[i]! + (x[j]! - x[i]!) * Math.abs(own / theirs)] : [x[j]!];
    });
    return offers.reduce((best, to) => (Math.abs(to - x[i]!) < Math.abs(best - x[i]!) ? to : best), offers[0] ?? x[i]!);
  }).slice(0, n);
}

/** Whether shaking capabilities in the ninth digit changes who moves where by more than that. */
function isKnifeEdge(list: readonly Actor[], p: ChallengeParameters): boolean {
  const at = slowRound(list, p);
  return [1, -1].some((sign) => slowRound(list.map((a, i) => ({ ...a, capability: a.capability * (1 + sign * (i + 1) * 1e-9), salience: a.salience * (1 - sign * (i % 3) * 1e-9) })), p).some((x, i) => Math.abs(x - at[i]!) > 1e-5));
}

describe('the challenge model', () => {
  it('gives the replication’s first round on the emission standards of 1989', () => {
    const run = challengeModel(emission, with_({ probabilityDenominator: 'all-pairs', offerSelection: 'replication', rounds: 1 }))!;
    expect(run.rounds[0]).toMatchObject({ median: 7 });
    expect(run.rounds[1]!.median).toBeCloseTo(8.4159, 4);
    expect(run.forecast).toBe(run.rounds[1]!.median);
  });

  it('stays at 7 in the reading of the papers’ text', () => {
    expect(challengeModel(emission)!.rounds.map((r) => r.median)).toEqual(new Array(CHALLENGE_DEFAULTS.rounds + 1).fill(7));
  });

  it('says who pressed whom, and moves only those who were pressed', () => {
    const [start, first] = challengeModel(emission, with_({ rounds: 1 }))!.rounds;
    expect(first!.moves.length).toBeGreaterThan(0);
    first!.positions.forEach((x, i) => {
      const move = first!.moves.find((m) => m.actor === i);
      expect(x).toBe(move?.to ?? start!.positions[i]);
      if (move) expect([move.from, move.pressedBy === i]).toEqual([start!.positions[i], false]);
    });
  });

  it('keeps risk exponents in 1/2–2, the most endangered at 1/2 and the safest at 2', () => {
    const { risk } = challengeModel(emission, with_({ rounds: 1 }))!.rounds[1]!;
    expect([Math.min(...risk), Math.max(...risk)]).toEqual([expect.closeTo(0.5, 12), expect.closeTo(2, 12)]);
  });

  it('equals the equations as they are written, summed one by one', () => {
    fc.assert(
      fc.property(actors, fc.constantFrom('pair', 'all-pairs'), (list, probabilityDenominator) => {
        if (new Set(list.map((a) => a.position)).size < 2) return;
        const p = with_({ probabilityDenominator, rounds: 1 });
        const fast = challengeModel(list, p)!.rounds[1]!.positions;
        const range = Math.max(...list.map((a) => a.position)) - Math.min(...list.map((a) => a.position));
        // A knife-edge offer may fall either way with the last digit; all others agree.
        slowRound(list, p).forEach((x, i) => { if (Math.abs(x - fast[i]!) > 1e-6 * range) expect(isKnifeEdge(list, p)).toBe(true); });
      }),
      { numRuns: 200 },
    );
  });

  it('stays within the hull of the first positions, whatever the reading', () => {
    fc.assert(
      fc.property(actors, readings, (list, p) => {
        const run = challengeModel(list, p)!;
        const at = list.map((a) => a.position);
        for (const x of run.rounds.flatMap((r) => [...r.positions, r.median])) {
          expect(x).toBeGreaterThanOrEqual(Math.min(...at) - 1e-9);
          expect(x).toBeLessThanOrEqual(Math.max(...at) + 1e-9);
        }
        expect(challengeForecast(list, p)).toBe(run.forecast);
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the unit or the origin of positions', () => {
    fc.assert(
      fc.property(actors, readings, (list, p) => {
        // Powers of two, so that scaling is exact and no tie is broken by rounding.
        const scaled = list.map((a) => ({ ...a, position: 4 * a.position + 8 }));
        const [a, b] = [challengeModel(list, { ...p, rounds: Math.min(1, p.rounds) })!, challengeModel(scaled, { ...p, rounds: Math.min(1, p.rounds) })!];
        expect(b.forecast).toBeCloseTo(4 * a.forecast + 8, 9);
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the order of actors, where no two offers tie', () => {
    const real = fc.record({ name: fc.constant(''), position: fc.double({ min: 0, max: 100, noNaN: true }), capability: fc.double({ min: 0.1, max: 1, noNaN: true }), salience: fc.double({ min: 0.1, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(real, { minLength: 2, maxLength: 7 }), (list) => {
        if (new Set(list.map((a) => a.position)).size < list.length || isKnifeEdge(list, with_({}))) return;
        const forward = challengeModel(list, with_({ rounds: 1 }))!.rounds[1]!.positions;
        const backward = challengeModel([...list].reverse(), with_({ rounds: 1 }))!.rounds[1]!.positions;
        [...backward].reverse().forEach((x, i) => { expect(x).toBeCloseTo(forward[i]!, 6); });
      }),
    );
  });

  it.each([
    ['Q', { q: 1.5 }, /Q must lie/],
    ['T', { t: -1 }, /T must lie/],
    ['the tolerance', { tolerance: -1 }, /tolerance/],
    ['rounds', { rounds: 2.5 }, /rounds/],
  ])('refuses %s outside its range', (_, p, message) => {
    expect(whyNotChallenge(with_(p))).toMatch(message);
    expect(whyNotChallenge(CHALLENGE_DEFAULTS)).toBeNull();
  });

  it('has no forecast where nobody has weight, and none to bargain where all agree', () => {
    expect(challengeModel([{ name: 'a', position: 1, capability: 0, salience: 1 }])).toBeNull();
    expect(challengeModel([{ name: 'a', position: 3, capability: 1, salience: 1 }, { name: 'b', position: 3, capability: 2, salience: 1 }])).toMatchObject({ forecast: 3, settled: true, rounds: [{ moves: [] }] });
  });
});

describe('Nash bargaining', () => {
  const at = (position: number, capability: number): Actor => ({ name: '', position, capability, salience: 1 });
  it('of two actors at 0 and 1 with linear loss is b/(a + b)', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), (a, b) => {
      expect(nashSolution([at(0, a), at(1, b)])).toBeCloseTo(b / (a + b), 12);
    }));
  });
  it('tends to the weighted mean as disagreement becomes dreadful and loss is quadratic', () => {
    expect(nashSolution(emission, { loss: 'quadratic', disagreement: { payoff: -1e10 } })).toBeCloseTo(weightedMean(emission)!, 6);
  });
  it('gives no actor less than disagreement, and no point beats it', () => {
    fc.assert(
      fc.property(actors, fc.constantFrom('linear', 'quadratic'), (list, loss) => {
        const x = nashSolution(list, { loss, disagreement: 'far-end' })!;
        const range = Math.max(...list.map((a) => a.position)) - Math.min(...list.map((a) => a.position));
        const cost = (d: number): number => (loss === 'linear' ? Math.abs(d) : d * d);
        const value = (y: number): number => list.reduce((s, a) => s + a.capability * a.salience * Math.log(Math.max(0, cost(range) - cost(y - a.position))), 0);
        if (range === 0) return;
        for (let k = 0; k <= 20; k++) expect(value(x)).toBeGreaterThanOrEqual(value(Math.min(...list.map((a) => a.position)) + (range * k) / 20) - 1e-9);
      }),
    );
  });
  it('has none when somebody loses by every point', () => {
    expect(nashSolution([at(0, 1), at(1, 1)], { loss: 'linear', disagreement: { position: 0 } })).toBeNull();
    expect(nashSolution([])).toBeNull();
  });
});

describe('Monte Carlo', () => {
  const spread: UncertainActor[] = [
    { name: 'a', positions: [{ low: 0, mode: 10, high: 20 }], capability: 1, saliences: [{ mean: 0.5, sd: 0.1 }] },
    { name: 'b', positions: [{ values: [50, 100], shares: [0.25, 0.75] }], capability: { mean: 1, sd: 3 }, saliences: [0.5] },
    { name: 'c', positions: [30], capability: 2, saliences: [0.4] },
  ];
  const mean: Chosen = { model: 'mean', parameters: {} };
  const solve = (list: readonly SpatialActor[]): readonly number[] | null => forecastOf(mean, list, 1);
  it('gives one result for one seed, and others for others', () => {
    const once = simulate(spread, 200, 7, solve)!;
    expect(simulate(spread, 200, 7, solve)).toEqual(once);
    expect(simulate(spread, 200, 8, solve)!.dimensions).not.toEqual(once.dimensions);
  });
  it('draws within the bounds, with the distribution’s mean', () => {
    const seen: SpatialActor[][] = [];
    simulate(spread, 4000, 1, (list) => (seen.push([...list]), [0]));
    const average = (f: (a: SpatialActor[]) => number): number => seen.reduce((s, a) => s + f(a), 0) / seen.length;
    expect(average((a) => a[0]!.positions[0]!)).toBeCloseTo(10, 0);
    expect(average((a) => a[1]!.positions[0]!)).toBeCloseTo(87.5, -1);
    expect(average((a) => a[0]!.saliences[0]!)).toBeCloseTo(0.5, 1);
    for (const [a, b] of seen) {
      expect(a!.positions[0]! >= 0 && a!.positions[0]! <= 20).toBe(true);
      expect(b!.capability).toBeGreaterThanOrEqual(0);
    }
  });
  it('certain inputs give the model’s own forecast in every run', () => {
    const certain = emission.map((a) => ({ name: a.name, positions: [a.position], capability: a.capability, saliences: [a.salience] }));
    const [s] = simulate(certain, 5, 3, (list) => forecastOf({ model: 'challenge', parameters: CHALLENGE_DEFAULTS }, list, 1))!.dimensions;
    expect([s!.sd, ...s!.quantiles.map((q) => q.value)]).toEqual([0, 7, 7, 7, 7, 7]);
    expect(centralActors(certain)).toEqual(certain);
  });
  it('says in how many runs there was no answer, and is null when there never was', () => {
    expect(simulate(spread, 10, 1, (_, run) => (run < 4 ? null : [run]))).toMatchObject({ unanswered: 4, runs: 10, dimensions: [{ mean: 6.5 }] });
    expect(simulate(spread, 10, 1, () => null)).toBeNull();
  });
});

it('the median lies in the hull and the mean moves with the weights', () => {
  fc.assert(fc.property(actors, (list) => {
    const m = weightedMedian(list)!;
    expect(m.position).toBeLessThanOrEqual(m.upTo);
    expect(list.map((a) => a.position)).toContain(m.position);
  }));
});
