import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash } from '../../src/register/rows/content-hash.js';

const sorted = (_key: string, value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value) ? value : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

test('a content hash is that of the JSON with sorted keys, as every id in every register was made', () => {
  const keyed = fc.dictionary(fc.oneof(fc.string(), fc.nat({ max: 20 }).map(String), fc.constantFrom('01', '-1', '4294967295', '1e3', '__proto__')), fc.oneof(fc.jsonValue(), fc.constant(undefined)), { maxKeys: 6 });
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.array(keyed), keyed), (value) => {
      expect(contentHash(value)).toBe(createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex'));
    }),
    { numRuns: 2_000 },
  );
});
