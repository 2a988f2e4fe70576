import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');

test('every test that SECURITY.md names is there', () => {
  const named = [...new Set([...text.matchAll(/`(tests\/[\w/.-]+)`/g)].map(([, path]) => path ?? ''))];
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
