import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { documentFromBytes } from '../../src/gather/index.js';

const folder = fileURLToPath(new URL('./pages/', import.meta.url));
const sources = readdirSync(folder).filter((name) => /\.(html|md|txt)$/.test(name) && name !== 'README.md');

describe('pages and what becomes of them', () => {
  test.each(sources)('%s', (name) => {
    const result = documentFromBytes(readFileSync(folder + name), { name, address: name });
    if (!result.ok) throw new Error(result.error.message);
    const { id, textSha256, ...rest } = result.value;
    expect(rest).toEqual(JSON.parse(readFileSync(folder + name.replace(/\.\w+$/, '.expected.json'), 'utf8')));
    expect([id, textSha256].every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  test('there is one for each format', () => {
    expect(new Set(sources.map((name) => name.split('.').at(-1)))).toEqual(new Set(['html', 'md', 'txt']));
  });
});
