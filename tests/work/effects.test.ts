import { afterAll, beforeAll, expect, test } from 'vitest';
import { isNewerReader } from '../../src/domain/reader-version.js';
import type { Register } from '../../src/register/index.js';
import { documentOf, failureOf, newFolder, openTest, question, removeFolders, simpleReading } from '../register/helpers.js';

let register: Register;
beforeAll(async () => {
  register = await openTest(newFolder());
  await register.putQuestion(question());
});
afterAll(async () => {
  await register.close();
  removeFolders();
});

const entry = (words: string, reader: string) => {
  const document = documentOf(words);
  return { document, reading: { ...simpleReading(document, 'HUN'), reader } };
};

test('versions of a reader are compared number by number, and other readers not at all', () => {
  expect(isNewerReader('holdout-reader@0.10.0', 'holdout-reader@0.9.3')).toBe(true);
  expect(isNewerReader('holdout-reader@1', 'holdout-reader@1.0')).toBe(false);
  expect(isNewerReader('holdout-reader@0.3.0', 'holdout-reader@0.3.0')).toBe(false);
  expect(isNewerReader('holdout-both@2(a@1,b@1)', 'holdout-reader@1')).toBe(false);
});

test('what an older version of a reader finds is not added to what a newer one found; what a newer one finds is', async () => {
  const words = 'Hungary said no to it.';
  expect(await register.putReadings('q', [entry(words, 'reader@0.2.0')])).toEqual([true]);
  expect(await register.putReadings('q', [entry(words, 'reader@0.10.0')])).toEqual([true]);
  expect(await register.putReadings('q', [entry(words, 'reader@0.9.0'), entry('Hungary said no again.', 'reader@0.9.0')])).toEqual([false, true]);
  const readers = (await register.signals({ question: 'q' })).map(({ reader }) => reader);
  expect(readers.sort()).toEqual(['reader@0.10.0', 'reader@0.9.0']);
});

test('what was read for a question as it no longer is, is refused whole', async () => {
  const asRead = question('changing');
  await register.putQuestion(asRead);
  expect(await register.putReadings(asRead, [entry('Hungary said no once.', 'reader@1')])).toEqual([true]);
  await register.putQuestion({ ...asRead, title: 'Another title' });
  const failure = await failureOf(register.putReadings(asRead, [entry('Hungary said no twice.', 'reader@1')]));
  expect(failure.code).toBe('question-changed');
  expect(await register.documents({ question: 'changing' })).toHaveLength(1);
});
