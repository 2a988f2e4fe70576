import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentReport } from '../../domain/report.js';
import { piecesOf } from './pieces.js';

const TEXT = 'Hungary said on Monday that it would “never <b>agree</b>” to it. 🏛️ Others were silent.';
const span = fc.tuple(fc.nat(TEXT.length), fc.nat(TEXT.length)).filter(([a, b]) => a !== b).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const documents = fc.record({
  statements: fc.array(fc.record({ attribution: fc.constantFrom('on-record', 'anonymous', 'outlet'), source: fc.array(span, { maxLength: 2 }), cue: fc.array(span, { maxLength: 1 }), content: fc.array(span, { minLength: 1, maxLength: 2 }) }), { maxLength: 4 }),
  evidence: fc.array(fc.record({ signalId: fc.string({ minLength: 4, maxLength: 4 }), span }), { maxLength: 4 }),
}).map((d) => ({ ...d, text: TEXT }) as unknown as DocumentReport);

test('the pieces are the text letter for letter, and each knows all that covers it and nothing else', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const pieces = piecesOf(document);
      expect(pieces.map((p) => p.text).join('')).toBe(TEXT);
      for (const p of pieces) {
        const covers = (s: { start: number; end: number }): boolean => s.start <= p.start && p.start + p.text.length <= s.end;
        expect(new Set(p.signals)).toEqual(new Set(document.evidence.filter((e) => covers(e.span)).map((e) => e.signalId)));
        const spoken = document.statements.filter((s) => s.attribution !== 'outlet');
        for (const layer of ['source', 'cue', 'content'] as const) expect(p.layers.includes(layer)).toBe(spoken.some((s) => s[layer].some(covers)));
      }
    }),
  );
});
