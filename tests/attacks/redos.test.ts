import { describe, expect, test, vi } from 'vitest';
import { faultOf, keyOf, knownSafe } from './judge-pattern.js';
import { MAKERS } from './made-patterns.js';
import { patternsMadeBy, patternsOfCode, type Pattern } from './patterns.js';

const { literals, makers } = patternsOfCode();
const safe = knownSafe();

/** Patterns that take more than linear time on some text; those that `npm run redos` knows are not judged again. */
const slow = (patterns: readonly Pattern[]): string[] =>
  [...new Map(patterns.map((p) => [keyOf(p), p]))].flatMap(([key, pattern]) => {
    const fault = safe.has(key) ? null : faultOf(pattern);
    return fault === null ? [] : [`${pattern.where}: /${pattern.source.slice(0, 200)}/${pattern.flags}: ${fault}`];
  });

describe('no pattern takes more than linear time, whatever it is matched against (recheck)', () => {
  test('in the code', { timeout: 300_000 }, () => {
    expect(literals.length).toBeGreaterThan(400);
    expect(slow(literals)).toEqual([]);
  });

  test('every place that makes patterns at run time is known here', () => {
    expect(makers).toEqual(Object.keys(MAKERS));
  });

  test.each(Object.entries(MAKERS))('made at run time by %s, from knowledge/ or out of parts', { timeout: 300_000 }, async (where, make) => {
    vi.resetModules();
    const patterns = await patternsMadeBy(where, make);
    expect(patterns.length).toBeGreaterThan(0);
    expect(slow(patterns)).toEqual([]);
  });

  test('a pattern that takes the square, or worse, is told from one that does not', () => {
    for (const source of ['\\s+$', '^(a|a)*$', '(?:<!--[\\s\\S]*?-->\\s*)*<html']) expect([source, faultOf({ source, flags: '', where: '' }) === null]).toEqual([source, false]);
    for (const source of ['(?<!\\s)\\s+$', '^a*$', 'a[^b]{0,40}c']) expect([source, faultOf({ source, flags: '', where: '' })]).toEqual([source, null]);
  });
});
