import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceText } from '../../src/domain/document.js';
import type { IsoDate, StateCode } from '../../src/domain/ids.js';
import { analyse } from '../../src/read/analysis/analyse.js';
import { decode, encode } from '../../src/read/analysis/encode.js';
import { BitDecoder, BitEncoder, Odds } from '../../src/read/analysis/bit-coder.js';
import { CountCode } from '../../src/read/analysis/numbers.js';
import { analysisFrom, decodeAnalysis, encodeAnalysis } from '../../src/read/kept-analysis.js';
import { readAnalysed, readDocument, READER, type ReadableQuestion } from '../../src/read/read-document.js';
import { sharedFolder, sharedTest } from '../shared.js';
import { inventedCoverage } from '../work/invented-coverage.js';

const roster = ['HUN', 'DEU', 'USA', 'SVK', 'TUR', 'FRA', 'POL', 'ESP', 'NOR', 'ITA', 'CAN', 'GRC', 'LVA'] as StateCode[];
const questions: readonly ReadableQuestion[] = [
  { options: [{ id: 'now', proposal: 'Invite Ukraine to join the alliance now', aliases: ['the invitation'] }, { id: 'aid', proposal: 'Send military aid without membership', aliases: [] }], roster, bodyNames: ['NATO', 'the alliance'] },
  { options: [{ id: 'adopt', proposal: 'Adopt the harbour fund', aliases: ['the fund'] }], roster, bodyNames: ['NATO'] },
];

const example = new URL('../../examples/nato-ukraine-2024/coverage/', import.meta.url);
const invented: readonly SourceText[] = [...inventedCoverage(40, 3)];
const bundled: readonly SourceText[] = readdirSync(example).filter((name) => name.endsWith('.md')).map((name) => ({ text: readFileSync(new URL(name, example), 'utf8'), title: 'Allies split over Ukraine, Germany’s Scholz says', published: '2024-10-18' as IsoDate }));
const first = bundled[0]!;

/** What was kept gives the analysis and every reading, to the last byte. */
function mustServe(source: SourceText): void {
  const kept = encodeAnalysis(analyse(source));
  const analysis = decodeAnalysis(kept, source);
  expect(analysis).toEqual(analyse(source));
  for (const question of questions) expect(JSON.stringify(readAnalysed(analysis!, question))).toBe(JSON.stringify(readDocument(source, question)));
  expect(analysisFrom(kept, source).made).toBeUndefined();
}

describe('a kept analysis', () => {
  it.each([['invented coverage', invented], ['the bundled example', bundled]])('reads as the text does: %s', (_, sources) => {
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources) mustServe(source);
  });

  it.skipIf(!sharedFolder)(sharedTest('reads as the text does: real articles'), () => {
    const texts = sharedFolder ? readdirSync(`${sharedFolder}/seed`).map((name) => readFileSync(`${sharedFolder!}/seed/${name}`, 'utf8')) : [];
    const cases = sharedFolder ? readdirSync(`${sharedFolder}/eval/coverage`).filter((name) => name.endsWith('.json')) : [];
    for (const name of cases) texts.push((JSON.parse(readFileSync(`${sharedFolder!}/eval/coverage/${name}`, 'utf8')) as { text: string }).text);
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) mustServe({ text });
  });

  it('reads as the text does, whatever the text', () => {
    const word = fc.oneof(fc.constantFrom('Hungary', 'U.S.-Japanese', 'the minister', 'said', 'told Reuters that', '“', '”', '"', '—', '_', '__', 'Mr. Orbán', 'will not', 'support', 'NATO', ',', '.', '\n', '\n\n', '5,000', '😀', 'don’t', 'İstanbul'), fc.string({ unit: 'binary', maxLength: 6 }));
    const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.option(text), (body, title) => mustServe({ text: body, ...(title === null ? {} : { title }) })),
      { numRuns: 60 },
    );
  });

  it('takes less than half a byte a character', () => {
    for (const source of bundled) expect(encodeAnalysis(analyse(source)).length / source.text.length).toBeLessThan(0.5);
  });

  it('is not made of what this reader’s models do not give', () => {
    const analysis = analyse(invented[0]!);
    const foreign = { ...analysis, parsed: { ...analysis.parsed, tokens: analysis.parsed.tokens.map((t) => ({ ...t, tag: 'NOUN' })) } };
    expect(() => encodeAnalysis(foreign)).toThrow(/NOUN/);
  });

  it('is the same bytes for the same text', () => {
    expect(encodeAnalysis(analyse(first))).toEqual(encodeAnalysis(analyse({ ...first, published: '2020-01-01' as IsoDate, publisher: 'Quay' })));
  });
});

describe('what is no analysis of the text by this reader', () => {
  const short = invented[0]!;
  const kept = encodeAnalysis(analyse(short));

  it('is nothing where any one byte is another, missing, or one too many', () => {
    for (let at = 0; at < kept.length; at += 1)
      for (let bit = 0; bit < 8; bit += 1) {
        const wrong = kept.slice();
        wrong[at]! ^= 1 << bit;
        expect(decodeAnalysis(wrong, short)).toBeNull();
      }
    for (let length = 0; length < kept.length; length += 1) expect(decodeAnalysis(kept.subarray(0, length), short)).toBeNull();
    expect(decodeAnalysis(new Uint8Array([...kept, 0]), short)).toBeNull();
  });

  it('is nothing for another text or title, and for another reader', () => {
    expect(decodeAnalysis(kept, short)).not.toBeNull();
    expect(decodeAnalysis(kept, { ...short, text: `${short.text} ` })).toBeNull();
    expect(decodeAnalysis(kept, { ...short, text: short.text.replace('The', 'the') })).toBeNull();
    expect(decodeAnalysis(kept, { ...short, title: 'Another' })).toBeNull();
    expect(decodeAnalysis(kept, { text: short.text })).toBeNull();
    expect(decodeAnalysis(encode(analyse(short), 'holdout-reader@0.0.1'), short)).toBeNull();
    expect(decode(kept, short, READER)).toEqual(analyse(short));
  });

  it('is nothing for bytes from anywhere', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => decodeAnalysis(bytes, short) === null));
  });

  it('is made again, and then serves', () => {
    const { analysis, made } = analysisFrom(new Uint8Array([1, 2, 3]), short);
    expect([analysis, made]).toEqual([analyse(short), kept]);
    expect(analysisFrom(null, short).made).toEqual(kept);
    expect(analysisFrom(undefined, short)).toEqual({ analysis: analyse(short) });
  });
});

describe('the bits of an analysis', () => {
  it('come back as they were written, whatever their odds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.boolean()), { maxLength: 2_000 }), fc.boolean(), (bits, skewed) => {
        const all = skewed ? bits.map(([place], k): [number, boolean] => [place, k % 97 === 0]) : bits;
        const [encoder, written] = [new BitEncoder(), new Odds(4)];
        for (const [place, bit] of all) encoder.code(written, place, bit ? 1 : 0);
        const [decoder, read] = [new BitDecoder(encoder.finish()), new Odds(4)];
        for (const [place, bit] of all) expect(decoder.code(read, place)).toBe(bit ? 1 : 0);
      }),
    );
  });

  it('hold counts up to 2^24 − 2, and whole numbers of either sign', () => {
    const numbers = [0, 1, 2, 3, 7, 8, 15, 16, 100, 65_535, 1_000_000, 2 ** 23 - 2, 2 ** 24 - 2];
    const signed = [0, -1, 1, -2, 2, -500, 500, -4_000_000, 4_000_000];
    const code = (coder: BitEncoder | BitDecoder, given: boolean): number[][] => {
      const counts = new CountCode(2);
      return [numbers.map((n) => counts.code(coder, given ? n : 0)), signed.map((n) => counts.codeSigned(coder, given ? n : 0, 1))];
    };
    const encoder = new BitEncoder();
    expect(code(encoder, true)).toEqual([numbers, signed]);
    expect(code(new BitDecoder(encoder.finish()), false)).toEqual([numbers, signed]);
  });
});
