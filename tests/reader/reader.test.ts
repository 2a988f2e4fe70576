import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSpanWithin } from '../../src/domain/span.js';
import { readCase } from './read-case.js';

const NATO = { body: 'NATO', proposal: 'Admit Sweden to the alliance.', aliases: ['Swedish membership'] };
const OPEC = { body: 'OPEC', proposal: 'Raise the output ceiling by one million barrels a day.', members: ['SAU', 'IRN', 'IRQ', 'KWT', 'VEN', 'ARE', 'NGA'] };

describe('who stands where', () => {
  it.each([
    ['Turkey opposes Swedish membership of NATO.', NATO, { TUR: 'oppose' }],
    ['Hungary no longer opposes Swedish membership.', NATO, { HUN: 'support' }],
    ['Turkey refused to drop its opposition to Swedish membership.', NATO, { TUR: 'oppose' }],
    ['Estonia, Latvia and Lithuania back Swedish membership.', NATO, { EST: 'support', LVA: 'support', LTU: 'support' }],
    ['Ankara would agree to Swedish membership only if Stockholm extradited militants.', NATO, { TUR: 'conditional' }],
    ['Iran and Iraq rejected a rise in the output ceiling.', OPEC, { IRN: 'oppose', IRQ: 'oppose' }],
    ['Kuwait supports raising the output ceiling in theory only.', OPEC, { KWT: 'abstract-support' }],
    ['Nigeria abstained in the vote on a higher output ceiling.', OPEC, { NGA: 'uncommitted' }],
    ['All but Turkey supported Swedish membership.', NATO, { TUR: 'oppose' }],
  ])('“%s”', (text, question, positions) => {
    expect(readCase(text, question).positions).toEqual(positions);
  });

  it.each([
    ['The leader of Germany’s opposition rejected Swedish membership of NATO.', NATO],
    ['Former French president Nicolas Duval opposes Swedish membership of NATO.', NATO],
    ['Russia opposes Swedish membership of NATO.', NATO],
    ['Would Turkey support Swedish membership?', NATO],
    ['The ministers met in Berlin and talked about Swedish membership of NATO.', NATO],
    ['Saudi Arabia opposed a cut in wheat prices.', OPEC],
    ['German industry supports Swedish membership.', NATO],
  ])('says nothing of “%s”', (text, question) => {
    expect(readCase(text, question).positions).toEqual({});
  });
});

describe('laws of a reading', () => {
  it('every span lies in the text, and every signal rests on a statement', () => {
    const words = fc.constantFrom('Germany', 'said', 'it', 'opposes', '“', '”', 'the', 'plan', '.', ',', 'Turkey', 'and', 'Hungary', 'refused', 'to', 'support', 'Sweden', 'membership', '\n', 'not', 'diplomats', 'NATO', '😀', 'é');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const text = parts.join(' ');
        const { reading } = readCase(text, NATO);
        for (const s of reading.statements) for (const span of [...s.source, ...s.cue, ...s.content]) expect(isSpanWithin(span, text.length)).toBe(true);
        for (const s of reading.signals) {
          expect(reading.statements[s.statement]).toBeDefined();
          for (const span of s.evidence) expect(isSpanWithin(span, text.length)).toBe(true);
          expect(s.confidence).toBeGreaterThan(0);
          expect(s.confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('the same text gives the same reading', () => {
    const text = 'Turkey opposes Swedish membership of NATO, two diplomats said. Hungary has not decided.';
    expect(readCase(text, NATO).reading).toEqual(readCase(text, NATO).reading);
  });
});
