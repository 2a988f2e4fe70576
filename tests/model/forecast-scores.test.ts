import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationOf, scoresOf } from '../../src/model/forecast/scores.js';

const scored = fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), adopted: fc.boolean() });

describe('scores of forecasts', () => {
  it('Brier and log score, worked by hand', () => {
    const s = scoresOf([{ probability: 0.8, adopted: true }, { probability: 0.3, adopted: false }])!;
    expect(s.brier).toBeCloseTo((0.04 + 0.09) / 2, 12);
    expect(s.logScore).toBeCloseTo(-(Math.log(0.8) + Math.log(0.7)) / 2, 12);
    expect(s).toMatchObject({ forecasts: 2, reference: 0.25 });
    expect(scoresOf([])).toBeNull();
  });
  it('a sure forecast that was wrong costs much, not infinitely', () => {
    expect(scoresOf([{ probability: 1, adopted: false }])).toMatchObject({ brier: 1, logScore: expect.closeTo(-Math.log(1e-6), 9) });
  });
  it('nobody does better on average than by saying the true frequency', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), fc.double({ min: 0, max: 1, noNaN: true }), (happened, said) => {
      const share = happened.filter(Boolean).length / happened.length;
      const of = (probability: number) => scoresOf(happened.map((adopted) => ({ probability, adopted })))!;
      expect(of(share).brier).toBeLessThanOrEqual(of(said).brier + 1e-12);
      expect(of(share).logScore).toBeLessThanOrEqual(of(said).logScore + 1e-9);
    }));
  });
  it('the calibration table has each forecast in one row, within its bounds', () => {
    fc.assert(fc.property(fc.array(scored, { maxLength: 40 }), (all) => {
      const bins = calibrationOf(all);
      expect(bins.reduce((s, b) => s + b.forecasts, 0)).toBe(all.length);
      for (const b of bins) expect(b.said >= b.from - 1e-8 && b.said <= b.to + 1e-8).toBe(true);
    }));
    expect(calibrationOf([{ probability: 1, adopted: true }, { probability: 0.3, adopted: false }])).toEqual([{ from: 0.3, to: 0.4, forecasts: 1, said: 0.3, happened: 0 }, { from: 0.9, to: 1, forecasts: 1, said: 1, happened: 1 }]);
  });
});
