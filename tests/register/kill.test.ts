import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CORPUS_SIZE, corpusEntry, STATEMENTS_EACH } from './children/corpus.js';
import { newFolder, openTest, removeFolders, testSeed } from './helpers.js';
import { spawnChild } from './spawn-child.js';

beforeAll(testSeed);
afterAll(removeFolders);

const ROUNDS = 8;

const random = (below: number): number => Math.floor(Math.random() * below);

/** When to kill: so many milliseconds after the start, whatever it is doing then; or after so many documents and some milliseconds. */
const moments = Array.from({ length: ROUNDS }, (_, round) =>
  round < 3 ? { documents: 0, delayMs: 700 + 350 * round } : { documents: 1 + random(12), delayMs: random(20) },
);

test(`kill -9 at ${ROUNDS} moments: whole documents only, nothing acknowledged is lost, and reading again completes without a double`, async () => {
  const folder = newFolder();
  const acknowledged = new Set<string>();
  for (const [round, { documents, delayMs }] of moments.entries()) {
    const child = spawnChild('writer.ts', [folder]);
    await child.line(/^stored/, documents);
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await child.kill();
    for (const id of child.stored()) acknowledged.add(id);
    if (existsSync(join(folder, 'pg')))
      await expectWhole(folder, acknowledged, `round ${round}: ${documents} documents and ${delayMs} ms`);
  }
  const last = spawnChild('writer.ts', [folder]);
  await last.ended();
  await expectWhole(folder, acknowledged, 'the end');
  const register = await openTest(folder, { mode: 'existing' });
  const stored = await register.documents();
  const statements = await register.statements();
  const signals = await register.signals({ question: 'q' });
  await register.close();
  const expected = Array.from({ length: CORPUS_SIZE }, (_, i) => corpusEntry(i).document.id);
  expect(new Set(stored.map(({ id }) => id))).toEqual(new Set(expected));
  expect([stored.length, statements.length, signals.length]).toEqual([
    CORPUS_SIZE,
    CORPUS_SIZE * STATEMENTS_EACH,
    CORPUS_SIZE * STATEMENTS_EACH,
  ]);
  expect(new Set(signals.map(({ id }) => id)).size).toBe(signals.length);
  expect(acknowledged.size).toBeGreaterThan(0);
});

async function expectWhole(folder: string, acknowledged: ReadonlySet<string>, when: string): Promise<void> {
  const register = await openTest(folder, { mode: 'existing' });
  const documents = await register.documents();
  const signals = await register.signals({ question: 'q' });
  const statements = await register.statements();
  await register.close();
  const perDocument = (rows: readonly { readonly documentId: string }[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { documentId } of rows) counts.set(documentId, (counts.get(documentId) ?? 0) + 1);
    return counts;
  };
  const whole = new Map(documents.map(({ id }) => [id as string, STATEMENTS_EACH]));
  expect(perDocument(statements), when).toEqual(whole);
  expect(perDocument(signals), when).toEqual(whole);
  expect(
    [...acknowledged].filter((id) => !whole.has(id)),
    when,
  ).toEqual([]);
}
