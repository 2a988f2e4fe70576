import { describe, expect, test } from 'vitest';
import { nearDuplicates } from '../../src/app/origins/near-duplicates.js';
import { originsOf, type OriginEvidence } from '../../src/app/origins/origins.js';
import type { Document } from '../../src/domain/document.js';
import type { StoredStatement } from '../../src/domain/stored.js';
import { sketchOf } from '../../src/register/sketch/minhash.js';
import { day, documentOf, simpleReading } from '../register/helpers.js';

const sentences = (topic: string, n: number): string =>
  Array.from(
    { length: n },
    (_, i) =>
      `The envoy for ${topic} number ${i * 7} told the chamber that clause ${i} of the ${topic} accord could wait until spring ${i + 3}.`,
  ).join('\n');
const wire = sentences('fisheries', 12);

const summary = (d: Document) => ({ ...d, recordedAt: '2024-10-01T00:00:00.000Z' });
const crediting = (d: Document, outlet: string): StoredStatement => {
  const [statement] = simpleReading(d, 'HUN').statements;
  return {
    id: d.id,
    documentId: d.id,
    quote: d.text,
    recordedAt: '',
    statement: { ...statement!, origin: { name: outlet, span: { start: 0, end: 1 } } },
  };
};
function originsAmong(documents: Document[], extra: Partial<OriginEvidence> = {}) {
  const found = originsOf({
    documents: documents.map(summary),
    statements: [],
    sketches: new Map(documents.map((d) => [d.id, sketchOf(d.text)])),
    ...extra,
  });
  return { count: new Set(found.of.values()).size, ...found };
}

describe('sketches', () => {
  test('case and punctuation do not matter; short texts have none', () => {
    expect(sketchOf(wire.toUpperCase().replaceAll('.', ' !'))).toEqual(sketchOf(wire));
    expect(sketchOf('Hungary said no.')).toEqual([]);
  });
  test('estimate the overlap of shingles within 0.15', () => {
    const shingles = (text: string): Set<string> => {
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(' ')));
    };
    for (const kept of [2, 5, 8, 11]) {
      const [a, b] = [shingles(wire), shingles(wire.split('\n').slice(0, kept).join('\n'))];
      const true_ = [...b].filter((s) => a.has(s)).length / new Set([...a, ...b]).size;
      const [x, y] = [sketchOf(wire), sketchOf(wire.split('\n').slice(0, kept).join('\n'))];
      const estimate = x.filter((v, i) => v === y[i]).length / x.length;
      expect(Math.abs(estimate - true_)).toBeLessThan(0.15);
    }
  });
});

describe('origins', () => {
  test('a syndicated text under another head, with a cut tail and a changed word, is one origin and says why', () => {
    const first = documentOf(wire, { publisher: 'The Wire', title: 'Accord can wait' });
    const copy = documentOf(
      `Our correspondent reports.\n${wire.split('\n').slice(0, 10).join('\n').replace('chamber', 'house')}`,
      { publisher: 'Harbour Post' },
    );
    const other = documentOf(sentences('tariffs', 12), { publisher: 'Baltic Observer' });
    const found = originsAmong([first, copy, other]);
    expect(found.count).toBe(2);
    expect(found.groups).toEqual([
      {
        documents: [first.id, copy.id],
        reasons: [
          {
            documentId: copy.id,
            reason: expect.stringMatching(/^it shares about \d\d% of its wording with “Accord can wait” in The Wire$/),
          },
        ],
      },
    ]);
  });
  test('twelve articles, two origins: eleven credit one outlet, whether its report is there or not', () => {
    const all = Array.from({ length: 12 }, (_, i) =>
      documentOf(sentences(`topic${i}`, 6), { publisher: `Outlet ${i}`, published: day('2024-10-20') }),
    );
    const statements = all.slice(1).map((d) => crediting(d, 'The Politico'));
    expect(originsAmong(all, { statements }).count).toBe(2);
    const politico = documentOf(sentences('scoop', 6), { publisher: 'Politico', published: day('2024-10-19') });
    const found = originsAmong([...all, politico], { statements });
    expect(found.count).toBe(2);
    expect(found.groups[0]?.reasons[0]?.reason).toBe('it credits The Politico, whose report is in Politico');
  });
  test('two reports by one outlet stay two origins', () => {
    const a = documentOf(sentences('a', 6), { publisher: 'Politico' });
    const b = documentOf(sentences('b', 6), { publisher: 'Politico' });
    expect(originsAmong([a, b, documentOf('x')], { statements: [crediting(documentOf('x'), 'Politico')] }).count).toBe(
      2,
    );
  });
  test('a person splits a copy off, merges what differs, and the last word counts', () => {
    const a = documentOf(wire, { publisher: 'A' });
    const b = documentOf(wire, { publisher: 'B' });
    const c = documentOf(sentences('tariffs', 9), { publisher: 'C' });
    const by = { author: 'Ana', note: 'same leak' };
    expect(originsAmong([a, b, c]).count).toBe(2);
    expect(originsAmong([a, b, c], { decisions: [{ action: 'split', documents: [b.id], ...by }] }).count).toBe(3);
    const merged = originsAmong([a, b, c], { decisions: [{ action: 'merge', documents: [a.id, c.id], ...by }] });
    expect(merged.count).toBe(1);
    expect(merged.groups[0]?.reasons.map((r) => r.reason)).toContain('Ana merged it with in A: same leak');
    expect(
      originsAmong([a, b, c], {
        decisions: [
          { action: 'merge', documents: [a.id, c.id], ...by },
          { action: 'split', documents: [c.id], ...by },
        ],
      }).count,
    ).toBe(2);
  });
  test('5,000 texts, half of them copies, are told apart without comparing all pairs', () => {
    const sketches = Array.from(
      { length: 5_000 },
      (_, i) =>
        [
          i,
          sketchOf(Array.from({ length: 60 }, (_, k) => `w${((i % 2_500) * 7_919 + k * k * 31) % 9_973}`).join(' ')),
        ] as const,
    );
    const pairs = nearDuplicates(sketches);
    expect(new Set(pairs.map(({ b }) => b))).toEqual(new Set(Array.from({ length: 2_500 }, (_, i) => i + 2_500)));
  });
});
