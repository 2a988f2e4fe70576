import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText } from './parse-text.js';

/** Each token as `form relation head`, the head by its form. */
const arcs = (text: string): string[] => {
  const { tokens } = parseText(text);
  return tokens.map((t) => `${t.form} ${t.relation} ${tokens[t.head]?.form ?? '-'}`);
};

describe('parseText', () => {
  it.each([
    ['subject and object', 'Germany opposes the plan.', ['Germany nsubj opposes', 'opposes root -', 'plan dobj opposes']],
    ['negation', 'Spain will not support the plan.', ['Spain nsubj support', 'not neg support', 'will aux support']],
    ['a clause that is said', 'He said France would veto the deal.', ['He nsubj said', 'veto ccomp said', 'France nsubj veto', 'deal dobj veto']],
    ['a quoted clause before its verb', '“We will not agree,” the minister said.', ['agree ccomp said', 'minister nsubj said']],
    ['passive', 'The proposal was rejected by Hungary.', ['proposal nsubjpass rejected', 'was auxpass rejected', 'Hungary nmod rejected', 'by case Hungary']],
    ['possession and title', "Slovakia's prime minister, Jan Kral, objected.", ['Slovakia nmod:poss minister', 'minister nsubj objected', 'Kral appos minister']],
    ['a joined subject', 'Belgium and Slovenia refused to sign.', ['Belgium nsubj refused', 'Slovenia conj Belgium', 'sign xcomp refused']],
  ])('%s', (_, text, expected) => {
    expect(arcs(text)).toEqual(expect.arrayContaining(expected));
  });

  it('tags, lemmatises and names entities', () => {
    const { tokens } = parseText('President Anna Novak told NATO she was leaving Berlin.');
    expect(tokens.map((t) => t.tag)).toEqual(['NNP', 'NNP', 'NNP', 'VBD', 'NNP', 'PRP', 'VBD', 'VBG', 'NNP', '.']);
    expect(tokens.filter((t) => t.tag.startsWith('VB')).map((t) => t.lemma)).toEqual(['tell', 'be', 'leave']);
    expect(tokens.map((t) => t.entity)).toEqual([null, 'PERSON', 'PERSON', null, 'ORGANIZATION', null, null, null, 'LOCATION', null]);
  });

  it('gives every sentence of any text one root and a tree, with exact slices', () => {
    const words = fc.constantFrom('Spain', 'said', '“', '”', 'the', '.', ',', '\n', 'not', '"', 'U.S.', '--', '🙂', 'veto', '(', "n't", '1.5', 'É');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        const parsed = parseText(list.join(' '));
        for (const t of parsed.tokens) expect(parsed.text.slice(t.start, t.end)).toBe(t.form);
        for (const s of parsed.sentences) {
          const roots = parsed.tokens.slice(s.first, s.last).filter((t) => t.head === -1);
          expect(roots.map((t) => t.relation)).toEqual(['root']);
          for (let i = s.first; i < s.last; i++) {
            let at = i;
            for (let steps = 0; at !== -1; steps++) {
              expect(steps).toBeLessThanOrEqual(s.last - s.first);
              expect(at).toBeGreaterThanOrEqual(s.first);
              expect(at).toBeLessThan(s.last);
              at = parsed.tokens[at]?.head ?? -1;
            }
          }
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('reads the same text the same way, whatever it read before', () => {
    const text = 'Italy said it backs the treaty. Rome will vote on Tuesday.';
    const first = JSON.stringify(parseText(text));
    parseText('ITALY SAID OTHER THINGS. Smith went home.');
    expect(JSON.stringify(parseText(text))).toBe(first);
  });

  it('has no tokens for an empty text', () => {
    expect(parseText('')).toEqual({ text: '', tokens: [], sentences: [] });
  });
});
