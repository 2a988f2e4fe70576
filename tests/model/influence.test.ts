import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deGroot, type DeGrootLimit } from '../../src/model/influence/degroot.js';
import { friedkinJohnsen } from '../../src/model/influence/friedkin-johnsen.js';
import { listeningMatrix, type Matrix } from '../../src/model/influence/matrix.js';
import { weightedMean, weightedMedian, type Actor } from '../../src/model/bargaining/one-shot.js';
import { emission } from './emission.js';

const must = <T>(r: { ok: true; value: T } | { ok: false; error: string }): T => {
  if (!r.ok) throw new Error(r.error);
  return r.value;
};
const times = (w: Matrix, x: readonly number[]): number[] => w.map((row) => row.reduce((s, v, j) => s + v * x[j]!, 0));
const stochastic = (min: number) =>
  fc.integer({ min: 2, max: 7 }).chain((n) => fc.array(fc.array(fc.integer({ min, max: 9 }), { minLength: n, maxLength: n }), { minLength: n, maxLength: n }))
    .map((rows) => rows.map((row, i) => {
      const total = row.reduce((a, b) => a + b, 0);
      return total > 0 ? row.map((x) => x / total) : row.map((_, j) => (i === j ? 1 : 0));
    }));

describe('DeGroot', () => {
  it('two actors with off-diagonals a, b weigh (b, a)/(a + b)', () => {
    const d = must(deGroot([[0.7, 0.3], [0.1, 0.9]], [0, 1]));
    expect(d.kind).toBe('consensus');
    expect(d.closed[0]!.weights[0]).toBeCloseTo(0.25, 12);
    expect(d.limits[0]).toBeCloseTo(0.75, 12);
  });
  it('finds camps, and the mix of one who hears both', () => {
    const d = must(deGroot([[1, 0, 0], [0, 1, 0], [0.2, 0.3, 0.5]], [0, 10, 99]));
    expect(d.kind).toBe('camps');
    expect(d.limits[2]).toBeCloseTo(6, 12);
  });
  it('has no limit where views go round in a circle', () => {
    const d = must(deGroot([[0, 1], [1, 0]], [0, 1]));
    expect(d).toMatchObject({ kind: 'no-limit', closed: [{ period: 2 }] });
    expect(d.limits.every(Number.isNaN)).toBe(true);
  });
  it('says what is wrong with a matrix', () => {
    expect(deGroot([[0.5, 0.4], [0, 1]], [0, 1])).toMatchObject({ ok: false, error: expect.stringContaining('row 1 sums to 0.9') });
    expect(deGroot([[1]], [0, 1])).toMatchObject({ ok: false });
  });
  it('equals 4096 steps of averaging, for random networks with a bit of self-attention', () => {
    fc.assert(
      fc.property(stochastic(0), fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 7, maxLength: 7 }), (w, views) => {
        const lazy = w.map((row, i) => row.map((x, j) => 0.5 * x + (i === j ? 0.5 : 0)));
        const d: DeGrootLimit = must(deGroot(lazy, views.slice(0, w.length)));
        expect(d.kind).not.toBe('no-limit');
        let x: number[] = views.slice(0, w.length);
        for (let t = 0; t < 4096; t++) x = times(lazy, x);
        d.limits.forEach((l, i) => { expect(l).toBeCloseTo(x[i]!, 6); });
      }),
      { numRuns: 60 },
    );
  });
});

describe('Friedkin–Johnsen', () => {
  it('two symmetric actors: (x1 + a·x2)/(1 + a)', () => {
    const r = must(friedkinJohnsen([[0, 1], [1, 0]], [0.4, 0.4], [0, 1]));
    expect(r.limits[0]).toBeCloseTo(0.4 / 1.4, 12);
    expect(r.total[0]![1]).toBeCloseTo(0.4 / 1.4, 12);
  });
  it('has no limit when open actors hear open actors only', () => {
    expect(friedkinJohnsen([[0, 1, 0], [1, 0, 0], [0, 0, 1]], [1, 1, 0], [0, 1, 2])).toMatchObject({ ok: false, error: expect.stringContaining('actor 1') });
    expect(friedkinJohnsen([[0, 1], [1, 0]], [1, 1.2], [0, 1])).toMatchObject({ ok: false, error: expect.stringContaining('outside 0–1') });
  });
  it('is a fixed point within the hull of first views, with rows of total influence that sum to 1', () => {
    fc.assert(
      fc.property(stochastic(1), fc.array(fc.double({ min: 0, max: 0.95, noNaN: true }), { minLength: 7, maxLength: 7 }), fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 7, maxLength: 7 }), (w, lambda, views) => {
        const [l, x0] = [lambda.slice(0, w.length), views.slice(0, w.length)];
        const r = must(friedkinJohnsen(w, l, x0));
        times(w, r.limits).forEach((heard, i) => { expect(l[i]! * heard + (1 - l[i]!) * x0[i]!).toBeCloseTo(r.limits[i]!, 8); });
        r.limits.forEach((x) => {
          expect(x).toBeGreaterThanOrEqual(Math.min(...x0) - 1e-9);
          expect(x).toBeLessThanOrEqual(Math.max(...x0) + 1e-9);
        });
        r.total.forEach((row) => { expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9); });
      }),
    );
  });
  it('says what a shift of the United States does to Germany', () => {
    // Germany hears the United States with three quarters of its attention and is half open; the United States is stubborn.
    const w = listeningMatrix(2, [{ listener: 0, source: 1, weight: 3 }], () => 1);
    const r = must(friedkinJohnsen(w, [0.5, 0], [0, 1]));
    expect(r.total[0]![1]).toBeCloseTo(0.375 / 0.875, 12);
  });
});

describe('one-shot baselines', () => {
  it('emission standards of 1989: median 7, mean 5003/677 (Bueno de Mesquita and Stokman 1994)', () => {
    expect(weightedMedian(emission)).toEqual({ position: 7, upTo: 7 });
    expect(weightedMean(emission)).toBeCloseTo(5003 / 677, 12);
  });
  it('says when every point between two positions is a median', () => {
    const at = (position: number): Actor => ({ name: '', position, capability: 0.3, salience: 0.1 });
    expect(weightedMedian([at(4), at(0), at(1), at(9)])).toEqual({ position: 1, upTo: 4 });
    expect(weightedMedian([])).toBeNull();
    expect(weightedMean([{ ...at(1), salience: 0 }])).toBeNull();
  });
  it('the median beats or ties every other position by weighted distance', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.constant(''), position: fc.integer({ min: 0, max: 20 }), capability: fc.integer({ min: 1, max: 9 }), salience: fc.constant(1) }), { minLength: 1, maxLength: 12 }), (actors) => {
        const m = weightedMedian(actors)!;
        const cost = (x: number): number => actors.reduce((s, a) => s + a.capability * Math.abs(a.position - x), 0);
        for (let x = 0; x <= 20; x++) expect(cost(m.position)).toBeLessThanOrEqual(cost(x));
        expect(cost(m.upTo)).toBe(cost(m.position));
      }),
    );
  });
});
