import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABELS, STEP_CLASSES, kBestLabels, nextSeen, stepClass } from '../../src/read/attribution/part-chain.js';

const FAR = 1_000_000;

/** Score of one label sequence, from the definition. */
function scoreOf(emit: Int32Array, step: Int32Array, labels: readonly number[]): number {
  let before = 0;
  let seen = 0;
  return labels.reduce((sum, y, i) => {
    seen = nextSeen(before, seen, y);
    const s = sum + (emit[i * LABELS + y] as number) + (step[i * STEP_CLASSES + stepClass(before, seen, y)] as number);
    before = y;
    return s;
  }, 0);
}

function allSequences(n: number): number[][] {
  return n === 0 ? [[]] : allSequences(n - 1).flatMap((s) => Array.from({ length: LABELS }, (_, y) => [...s, y]));
}

const chain = fc.integer({ min: 1, max: 4 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    emit: fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n * LABELS, maxLength: n * LABELS }).map((a) => Int32Array.from(a)),
    step: fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n * STEP_CLASSES, maxLength: n * STEP_CLASSES }).map((a) => Int32Array.from(a)),
  }),
);

describe('the chain of parts', () => {
  it('finds the k best label sequences that trying all of them finds', () => {
    fc.assert(
      fc.property(chain, ({ n, emit, step }) => {
        const found = kBestLabels(emit, step, n, 5, FAR);
        const best = allSequences(n).map((s) => scoreOf(emit, step, s)).sort((a, b) => b - a).slice(0, 5);
        expect(found.map((f) => f.score)).toEqual(best.slice(0, found.length));
        expect(found).toHaveLength(Math.min(5, LABELS ** n));
        for (const f of found) expect(scoreOf(emit, step, [...f.labels])).toBe(f.score);
        expect(new Set(found.map((f) => f.labels.join())).size).toBe(found.length);
      }),
      { numRuns: 60 },
    );
  });

  it('gives none that lies further below the best than the margin', () => {
    fc.assert(
      fc.property(chain, fc.integer({ min: 0, max: 60 }), ({ n, emit, step }, margin) => {
        const found = kBestLabels(emit, step, n, 8, margin);
        const top = Math.max(...allSequences(n).map((s) => scoreOf(emit, step, s)));
        for (const f of found) expect(f.score).toBeGreaterThanOrEqual((found[0]?.score ?? 0) - margin);
        expect(found[0]?.score).toBeLessThanOrEqual(top);
      }),
      { numRuns: 60 },
    );
  });
});
