import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isKnownState } from '../src/knowledge/state-phrases.js';
import { parsePassage, readPassages } from '../training/stance/passages.js';

describe('training passages', () => {
  const passages = readPassages(join(import.meta.dirname, '../training/stance/passages'));

  it('each has marks of known states, inside its text, with no brace left over', () => {
    expect(passages.length).toBeGreaterThan(150);
    for (const p of passages) {
      expect(p.text, p.id).not.toMatch(/[{}|]/);
      for (const m of p.marks) {
        expect(isKnownState(m.member), `${p.id} ${m.member}`).toBe(true);
        expect(p.text.slice(m.start, m.end).trim(), p.id).not.toBe('');
      }
    }
  });

  it('reads marks by their offsets in the plain text', () => {
    const p = parsePassage('t', '# EU Council | Cap the price of gas. | gas cap\nWhile {Berlin|DEU-} resisted, {the Baltic states|EST+LVA+} agreed.');
    expect(p.text).toBe('While Berlin resisted, the Baltic states agreed.');
    expect(p.marks.map((m) => [p.text.slice(m.start, m.end), m.member, m.stance])).toEqual([['Berlin', 'DEU', 'oppose'], ['the Baltic states', 'EST', 'support'], ['the Baltic states', 'LVA', 'support']]);
  });

  it.each([
    ['no text', '# EU Council | Cap the price of gas.'],
    ['no proposal', '# EU Council\nText.'],
    ['a brace without its partner', '# EU Council | Cap the price of gas.\nWhile {Berlin|DEU- resisted.'],
  ])('refuses %s', (_, block) => {
    expect(() => parsePassage('t', block)).toThrow(/^t: /);
  });
});
