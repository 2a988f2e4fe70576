import fc from 'fast-check';
import { expect, test } from 'vitest';
import { block, halfRound, type SeatLayout } from './seat-layout.js';

const closest = ({ seats }: SeatLayout): number => {
  let least = Infinity;
  for (const [i, a] of seats.entries()) for (const b of seats.slice(i + 1)) least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y));
  return least;
};
const inside = ({ seats, size, width, height }: SeatLayout): boolean => seats.every((s) => s.x >= size / 2 - 1e-6 && s.x <= width - size / 2 + 1e-6 && s.y >= size / 2 - 1e-6 && s.y <= height + 1e-6);

test('every council has a seat each, none on another and none outside, in a half-round chamber', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 193 }), fc.integer({ min: 560, max: 1100 }), (count, width) => {
      const layout = halfRound(count, width);
      expect(layout.seats).toHaveLength(count);
      expect(inside(layout)).toBe(true);
      expect(closest(layout)).toBeGreaterThanOrEqual(layout.size * 0.99);
    }),
  );
});

test('and in a block, where a group begins a row of its own', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 280, max: 700 }), (groups, width) => {
      const layout = block(groups, width);
      expect(layout.seats).toHaveLength(groups.reduce((a, b) => a + b, 0));
      expect(inside(layout)).toBe(true);
      if (layout.seats.length > 1) expect(closest(layout)).toBeGreaterThanOrEqual(layout.size);
    }),
  );
});

test('seats go round from the left of the house to its right', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 193 }), (count) => {
      const { seats, hollow } = halfRound(count, 700);
      const angles = seats.map((s) => Math.atan2((hollow?.y ?? 0) - s.y, s.x - 350));
      expect(angles.every((angle, i) => i === 0 || angle <= (angles[i - 1] ?? 0) + 0.15)).toBe(true);
      expect([(seats[0]?.x ?? 700) < 350, (seats[count - 1]?.x ?? 0) > 350]).toEqual([true, true]);
    }),
  );
});
