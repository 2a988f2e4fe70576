import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportAnnotations, importAnnotation } from '../../src/app/exchange/annotations.js';
import { toCodePoints, toCodeUnits } from '../../src/app/exchange/code-points.js';
import type { Register } from '../../src/register/index.js';
import {
  day,
  documentOf,
  newFolder,
  openTest,
  question,
  removeFolders,
  simpleReading,
  spanOf,
  state,
} from '../register/helpers.js';

const text = '😀 Paris met. Hungary said no. Later 😀 Hungary said no.';
const document = documentOf(text, { published: day('2024-10-01'), publisher: 'Post' });
let [from, to]: Register[] = [];
beforeAll(async () => {
  [from, to] = [await openTest(newFolder()), await openTest(newFolder())];
  for (const register of [from, to]) await register.putQuestion(question('q', { members: ['HUN', 'DEU'].map(state) }));
  const base = simpleReading(document, 'HUN');
  const evidence = spanOf(text, 'Hungary said no');
  const second = { start: text.lastIndexOf('Hungary'), end: text.length - 1 };
  await from!.putReading(document, 'q', {
    ...base,
    signals: [
      { ...base.signals[0]!, evidence: [evidence] },
      { ...base.signals[0]!, evidence: [second], stance: 'conditional' },
    ],
  });
  await to!.putReading(document, 'q', { ...base, signals: [] });
});
afterAll(async () => {
  for (const register of [from, to]) await register?.close();
  removeFolders();
});

test('positions are code points, as the data model counts, and come back as code units', () => {
  expect(toCodePoints(text, 3)).toBe(2);
  for (let i = 0; i <= [...text].length; i += 1) expect(toCodePoints(text, toCodeUnits(text, i))).toBe(i);
});
test('annotations go out and come in again elsewhere: the same words, members and stances, once', async () => {
  const out = JSON.parse(JSON.stringify(await exportAnnotations(from!, 'q'))) as {
    target: { selector: { exact?: string; start?: number; end?: number }[] };
  }[];
  expect(out).toHaveLength(2);
  for (const { target } of out) {
    const [quote, position] = target.selector;
    expect([...text].slice(position!.start, position!.end).join('')).toBe(quote!.exact);
  }
  for (const annotation of out) expect(await importAnnotation(to!, 'q', annotation, 'Ana')).toEqual({ kind: 'added' });
  const reviews = await to!.reviews({ question: 'q' });
  expect(reviews.map((r) => ('words' in r ? [r.words.signal.stance, r.evidence, r.author] : null))).toEqual([
    ['oppose', spanOf(text, 'Hungary said no'), 'Ana'],
    ['conditional', { start: text.lastIndexOf('Hungary'), end: text.length - 1 }, 'Ana'],
  ]);
  for (const annotation of out) expect(await importAnnotation(to!, 'q', annotation, 'Ana')).toEqual({ kind: 'known' });
});
test('what cannot be placed is refused in a sentence', async () => {
  const [annotation] = JSON.parse(JSON.stringify(await exportAnnotations(from!, 'q'))) as [
    { target: { source: string; selector: object[] } },
  ];
  const bad: unknown[] = [
    {},
    { ...annotation, target: { ...annotation.target, source: 'urn:holdout:document:00' } },
    {
      ...annotation,
      target: { ...annotation.target, selector: [{ type: 'TextQuoteSelector', exact: 'Austria said no' }] },
    },
    {
      ...annotation,
      target: { ...annotation.target, selector: [{ type: 'TextQuoteSelector', exact: 'Hungary said no' }] },
    },
  ];
  for (const raw of bad)
    expect(await importAnnotation(to!, 'q', raw, 'Ana')).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/^[^\n]*\.$/),
    });
});
