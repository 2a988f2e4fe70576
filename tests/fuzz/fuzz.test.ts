import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { find } from './find.js';
import { TARGETS } from './targets.js';

const FINDINGS = new URL('./findings/', import.meta.url);
interface Kept {
  readonly target: string;
  /** What it did once. */
  readonly was: string;
  readonly input?: string;
  /** For inputs that are no text. */
  readonly base64?: string;
}
const kept = readdirSync(FINDINGS).filter((name) => name.endsWith('.json')).map((name) => [name, JSON.parse(readFileSync(new URL(name, FINDINGS), 'utf8')) as Kept] as const);

describe.each(TARGETS.map((target) => [target.name, target] as const))('%s', (_, target) => {
  test('no input that somebody changed breaks a promise: it is read, or refused in a sentence', { timeout: 120_000 }, async () => {
    const close = await target.open?.();
    try {
      for (const [name, { input, base64 }] of kept.filter(([, k]) => k.target === target.name))
        await expect(Promise.resolve(target.check(input ?? Buffer.from(base64 ?? '', 'base64'))), name).resolves.toBeUndefined();
      // The same inputs each time; the long form (`npm run fuzz`) takes others.
      expect(await find(target, Math.min(100, Math.ceil(target.inputs / 250)), 8)).toEqual([]);
    } finally {
      await close?.();
    }
  });
});

test('every finding belongs to a parser that is tried', () => {
  expect(kept.filter(([, { target }]) => !TARGETS.some(({ name }) => name === target))).toEqual([]);
});
