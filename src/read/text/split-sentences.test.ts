import { describe, expect, it } from 'vitest';
import { splitSentences } from './split-sentences.js';
import { tokenise } from './tokenise.js';

const sentences = (text: string): string[] => {
  const tokens = tokenise(text);
  return splitSentences(text, tokens).map((r) => text.slice(tokens[r.first]?.start, tokens[r.last - 1]?.end));
};

describe('splitSentences', () => {
  it.each([
    ['a stop ends one', 'Spain balked. France did not.', ['Spain balked.', 'France did not.']],
    ['a closing quote after the stop stays', 'He said, “We will not.” Others agreed.', ['He said, “We will not.”', 'Others agreed.']],
    ['a straight quote after the stop stays', 'He said: "We will not." Others agreed.', ['He said: "We will not."', 'Others agreed.']],
    ['a straight quote before the next word opens the next', 'He paused. "We will not."', ['He paused.', '"We will not."']],
    ['a quotation of several sentences', '“We will not. We cannot,” he said.', ['“We will not.', 'We cannot,” he said.']],
    ['a lower-case word after a quoted question goes on', '“Why now?” he asked. Nobody answered.', ['“Why now?” he asked.', 'Nobody answered.']],
    ['a bracket closes', '(Oslo abstained.) Bern voted.', ['(Oslo abstained.)', 'Bern voted.']],
    ['titles end none', 'Mr. Orbán met Gen. Novak. They argued.', ['Mr. Orbán met Gen. Novak.', 'They argued.']],
    ['initials end none', 'The envoy, John F. Roe, left.', ['The envoy, John F. Roe, left.']],
    ['wire capitals after an abbreviation end none', 'The E.C. Complained to U.S. Producers.', ['The E.C. Complained to U.S. Producers.']],
    ['an abbreviation before an opening word ends one', 'It came from the U.S. The plan failed.', ['It came from the U.S.', 'The plan failed.']],
    ['a time of day', 'Talks end at 8 p.m. Monday. They began at 9 a.m. Ministers were tired.', ['Talks end at 8 p.m. Monday.', 'They began at 9 a.m.', 'Ministers were tired.']],
    ['a list number ends none', '1. Introduction of the levy', ['1. Introduction of the levy']],
    ['a line break always ends one', 'Headline without a stop\nBERLIN wants more', ['Headline without a stop', 'BERLIN wants more']],
    ['a vote list is one', 'In favour: A, B, C\nAgainst: D', ['In favour: A, B, C', 'Against: D']],
    ['a transcript', 'Q: Will you sign?\nA: No. Never.', ['Q: Will you sign?', 'A: No.', 'Never.']],
    ['a dateline stands alone', 'VIENNA, March 3 (Wire) — Ministers met.', ['VIENNA, March 3 (Wire) —', 'Ministers met.']],
  ])('%s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('numbers paragraphs by lines with words, and puts every token in one sentence', () => {
    const text = 'One. Two.\n\n\nThree\r\nFour!';
    const tokens = tokenise(text);
    const runs = splitSentences(text, tokens);
    expect(runs.map((r) => r.paragraph)).toEqual([0, 0, 1, 2]);
    expect(runs.flatMap((r) => [r.first, r.last])).toEqual([0, 2, 2, 4, 4, 5, 5, 7]);
  });

  it('finds nothing in nothing', () => {
    expect(sentences(' \n ')).toEqual([]);
  });
});
