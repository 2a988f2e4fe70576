import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { rereadDocuments } from '../../src/app/review/reread.js';
import { offlineReader } from '../../src/work/offline-reader.js';
import { readInOrder, type Item } from '../../src/work/read-in-order.js';
import { ReadingPool } from '../../src/work/threads/reading-pool.js';
import type { Document } from '../../src/domain/document.js';
import type { IsoDate } from '../../src/domain/ids.js';
import { newFolder, openTest, removeFolders } from '../register/helpers.js';
import { hashOf } from './hash-of.js';
import { inventedCoverage, inventedQuestion as question } from './invented-coverage.js';

const today = '2025-06-01' as IsoDate;
const assignment = { question, reader: offlineReader, today };
const scratch = mkdtempSync(join(tmpdir(), 'holdout-threads-'));
afterAll(() => {
  removeFolders();
  rmSync(scratch, { recursive: true });
});

async function* itemsOf(documents: Iterable<Document>): AsyncGenerator<Item<string>> {
  for (const document of documents) yield { job: { document }, of: document.title ?? '' };
}

test('threads read the same as none, in the order of the source', async () => {
  const hashes: string[] = [];
  const answers: unknown[][] = [];
  for (const threads of [0, 2]) {
    const register = await openTest(newFolder());
    await register.putQuestion(question);
    const seen: unknown[] = [];
    for await (const { of, stored } of readInOrder(register, assignment, itemsOf(inventedCoverage(96)), threads)) seen.push([of, stored]);
    answers.push(seen);
    hashes.push(await hashOf(register, question.id));
    await register.close();
  }
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[0]!.map((answer) => (answer as [string])[0])).toEqual([...inventedCoverage(96)].map(({ title }) => title));
  expect(hashes[1]).toBe(hashes[0]);
});

test('what a slow source has given is stored before it gives more', async () => {
  const register = await openTest(newFolder());
  await register.putQuestion(question);
  const [first, second] = inventedCoverage(2);
  let storedBefore = -1;
  const slow = async function* (): AsyncGenerator<Item<null>> {
    yield { job: { document: first! }, of: null };
    for (let tries = 0; tries < 100 && (await register.documents()).length === 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    storedBefore = (await register.documents()).length;
    yield { job: { document: second! }, of: null };
  };
  const stored = [];
  for await (const done of readInOrder(register, assignment, slow())) stored.push(done.stored?.ok);
  expect([storedBefore, stored]).toEqual([1, [true, true]]);
  await register.close();
});

test('the same document twice in one run is read once', async () => {
  const register = await openTest(newFolder());
  await register.putQuestion(question);
  const documents = [...inventedCoverage(3)];
  const added = [];
  for await (const { stored } of readInOrder(register, assignment, itemsOf([...documents, ...documents]))) added.push(stored?.ok === true && stored.value.added);
  expect(added).toEqual([true, true, true, false, false, false]);
  await register.close();
});

test('a new question is asked of all that is stored, and what was said is stored once', async () => {
  const register = await openTest(newFolder());
  await register.putQuestion(question);
  for await (const done of readInOrder(register, assignment, itemsOf(inventedCoverage(12)), 0)) expect(done.stored?.ok).toBe(true);
  const said = (await register.statements()).filter(({ statement }) => statement.attribution !== 'outlet').map(({ id }) => id);
  const other = { ...question, id: 'other', options: [{ id: 'adopt', proposal: 'Adopt the harbour fund in full', aliases: ['the fund'] }] as const };
  await register.putQuestion(other);
  const asked = async (of: 'question' | 'all') => rereadDocuments(register, other.id, today, offlineReader, undefined, 0, of);
  expect(await asked('question')).toEqual({ ok: true, value: { read: 0, known: 0, failed: 0 } });
  expect(await asked('all')).toEqual({ ok: true, value: { read: 12, known: 0, failed: 0 } });
  expect(await asked('all')).toEqual({ ok: true, value: { read: 0, known: 12, failed: 0 } });
  expect((await register.signals({ question: other.id })).length).toBeGreaterThan(0);
  expect((await register.statements()).filter(({ statement }) => statement.attribution !== 'outlet').map(({ id }) => id)).toEqual(said);
  await register.close();
});

test('a text that ends its thread fails alone, and another thread takes its place', async () => {
  const script = join(scratch, 'thread.mjs');
  writeFileSync(
    script,
    `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ source }) => {
  if (source.text === 'exit') process.exit(1);
  if (source.text === 'throw') throw new Error('thrown');
  parentPort.postMessage(source.text === 'error' ? { error: 'said' } : { reading: source.text });
});`,
  );
  const pool = new ReadingPool(1, script);
  const texts = ['a', 'exit', 'b', 'throw', 'c', 'error', 'd'];
  const answers = await Promise.all(texts.map((text) => pool.read({ text }, { options: [], roster: [], bodyNames: [] })));
  await pool.close();
  expect(answers.map((answer) => (answer.ok ? answer.value.reading : answer.error.code))).toEqual(['a', 'reader-failed', 'b', 'reader-failed', 'c', 'reader-failed', 'd']);
});
