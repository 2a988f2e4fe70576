import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, rangeOf, ticks } from './history-scale.js';

test.each([
  ['1970-01-02', false, 1],
  ['1970-02', false, 31],
  ['1970-02', true, 58],
  ['1971', false, 365],
  ['1971', true, 729],
] as const)('%s (end: %s) is day %i', (iso, end, expected) => {
  expect(dayNumber(iso, end)).toBe(expected);
});

test('an axis has a handful of ticks within its range, whatever the length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 15_000 }), (from, length) => {
      const range = rangeOf([from, from + length]);
      const { days } = ticks(range, 8);
      expect(days.length).toBeGreaterThan(0);
      expect(days.length).toBeLessThanOrEqual(10);
      expect(days.every((d, i) => d >= range.from && d <= range.to && (i === 0 || d > (days[i - 1] ?? 0)))).toBe(true);
    }),
  );
});
