import { describe, expect, it } from 'vitest';
import { readAttributions, type ReadAttribution } from '../../src/read/attribution/read-attributions.js';
import { parseText } from '../../src/read/syntax/parse-text.js';

const wordsOf = (text: string, spans: ReadAttribution['source']): string[] => spans.map((s) => text.slice(s.start, s.end));

/** Contents of the attribution whose cue begins with `cue`, as words. */
const contentsOf = (text: string, cue: string): string[] =>
  readAttributions(parseText(text)).filter((a) => a.cue.some((s) => text.slice(s.start, s.end).startsWith(cue))).flatMap((a) => wordsOf(text, a.content));

/** Sources of the attributions that have the words in their content, with the rule that made them. */
const saidBy = (text: string, words: string): { source: string[]; rule: string }[] =>
  readAttributions(parseText(text)).filter((a) => wordsOf(text, a.content).some((c) => c.includes(words))).map((a) => ({ source: wordsOf(text, a.source), rule: a.rule }));

describe('quotations that go on with an attribution', () => {
  it('after "she said", in the same paragraph', () => {
    expect(contentsOf('“We cannot sign this text,” the minister said. “It takes too much from our farmers.”', 'said')).toContain('It takes too much from our farmers');
  });

  it('after "she said" and where and when', () => {
    expect(contentsOf('“We cannot sign this text,” the minister said during a visit to Oslo on Monday. “It takes too much from our farmers.”', 'said')).toContain('It takes too much from our farmers');
  });

  it('after words of the same speaker without quotation marks', () => {
    expect(contentsOf('Roe added that the text was weak. “It takes too much from our farmers.”', 'added').join(' ')).toContain('It takes too much from our farmers');
  });

  it('after a colon, in the next paragraph', () => {
    expect(contentsOf('Trump responded with an example.\n\nHe said:\n\n“We have waited ten years for this treaty and we will not wait another day.”', 'said').join(' ')).toContain('We have waited ten years');
  });

  it('as a paragraph of its own after one with a quotation', () => {
    const text = '“We cannot sign this text,” the minister said.\n\n“It takes too much from our farmers, and it gives nothing back to the coast.”';
    expect(contentsOf(text, 'said').join(' ')).toContain('It takes too much from our farmers');
  });

  it('in the next paragraph when its marks were not closed, however much is told after it', () => {
    const text = '“We cannot sign this text,” the minister said. “It takes too much.\n\n“And it gives nothing back.” Then she left the hall by the back door.';
    expect(contentsOf(text, 'said').join(' ')).toContain('And it gives nothing back');
    expect(contentsOf(text, 'said').join(' ')).not.toContain('Then she left');
  });

  it('never over other words between them', () => {
    const text = '“We cannot sign this text,” the minister said. The hall was full that day. Outside, boats blew their horns for an hour. “Ten more years of this” was on a poster.';
    expect(contentsOf(text, 'said').join(' ')).not.toContain('Ten more years');
  });
});

describe('quotations that nobody says yet', () => {
  it('are signed by the name below them', () => {
    const text = 'Letters to the editor\n\n“We cannot sign this text, which takes too much from the coast.”\n\n― Ann Roe, minister of fisheries';
    expect(saidBy(text, 'We cannot sign')).toEqual([{ source: ['Ann Roe'], rule: 'attribution/signed@1' }]);
  });

  it('are not signed by a clause after a dash', () => {
    const text = '“We cannot sign this text, which takes too much from the coast.” – It was not the first time that anybody in this hall had heard such words from her.';
    expect(saidBy(text, 'We cannot sign').filter((a) => a.rule.startsWith('attribution/signed'))).toEqual([]);
  });

  it('are of whom is named before the colon', () => {
    expect(saidBy('From the statement of the ministry: “We will not sign a text that takes so much from our farmers.”', 'We will not sign').flatMap((a) => a.source).join(' ')).toContain('ministry');
  });

  it('are not of whatever verb stands beside them', () => {
    const rain = '“We will go to the sea today and never come back.” It rained all night.';
    expect(readAttributions(parseText(rain))).toEqual([]);
    expect(readAttributions(parseText('“We will go to the sea and never come back” was on a poster in the hall.'))).toEqual([]);
  });

  it('stay without a speaker when they may be titles', () => {
    expect(readAttributions(parseText('The film “Ten more years in the north” opens tonight in Oslo.'))).toEqual([]);
  });
});

it('"According to X, Y": the comma parts them where the model gives no content', () => {
  const text = 'According to a tally kept by the German cable office, Poland was against.';
  const [a] = readAttributions(parseText(text));
  expect(a?.source.map((x) => text.slice(x.start, x.end))).toEqual(['a tally kept by the German cable office']);
  expect(a?.content.map((x) => text.slice(x.start, x.end))).toEqual(['Poland was against']);
});
