import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadDocuments } from '../../src/gather/index.js';

const root = fileURLToPath(new URL('./files/', import.meta.url));
const folders = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** What a folder's source gives, less hashes and the machine's own paths. */
async function found(folder: string): Promise<unknown[]> {
  const [source = ''] = readdirSync(root + folder).filter((name) => name.startsWith('source.'));
  const items: unknown[] = [];
  for await (const item of loadDocuments([root + folder + '/' + source])) {
    const { input, ...rest } = item;
    expect(input).toBe(root + folder + '/' + source);
    if (rest.kind !== 'document') items.push(rest);
    else {
      const { id, textSha256, ...document } = rest.document;
      expect([id, textSha256].every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
      items.push({ ...rest, document });
    }
  }
  return JSON.parse(JSON.stringify(items).replaceAll(root + folder + '/', '')) as unknown[];
}

describe('files and what becomes of them', () => {
  test.each(folders)('%s', async (folder) => {
    expect(await found(folder)).toEqual(JSON.parse(readFileSync(`${root}${folder}/expected.json`, 'utf8')));
  });

  test.each(folders)('%s: every sentence is one sentence', async (folder) => {
    const items = (await found(folder)) as { message?: string; failure?: { message: string } }[];
    for (const { message, failure } of items) {
      const sentence = message ?? failure?.message;
      if (sentence !== undefined) expect(sentence).toMatch(/^[^\n]*[^.\n]\.$/);
    }
  });
});
