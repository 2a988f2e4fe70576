import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from './markers.js';

test('small states near each other keep a mark each', () => {
  const at = fc.record({ member: fc.string(), x: fc.double({ min: 100, max: 140, noNaN: true }), y: fc.double({ min: 100, max: 140, noNaN: true }) });
  fc.assert(
    fc.property(fc.array(at, { maxLength: 12 }), (markers) => {
      const out = spread(markers, 5);
      expect(out.map((m) => m.member)).toEqual(markers.map((m) => m.member));
      for (const [i, a] of out.entries()) for (const b of out.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(5);
    }),
  );
});
