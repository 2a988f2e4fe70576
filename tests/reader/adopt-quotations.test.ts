import { describe, expect, it } from 'vitest';
import { readAttributions } from '../../src/read/attribution/read-attributions.js';
import { parseText } from '../../src/read/syntax/parse-text.js';

/** Contents of the attribution whose cue is `cue`, as words. */
const contentsOf = (text: string, cue: string): string[] =>
  readAttributions(parseText(text)).filter((a) => a.cue.some((s) => text.slice(s.start, s.end) === cue)).flatMap((a) => a.content.map((s) => text.slice(s.start, s.end)));

describe('quotations that go on with an attribution', () => {
  it('after "she said", in the same paragraph', () => {
    expect(contentsOf('“We cannot sign this text,” the minister said. “It takes too much from our farmers.”', 'said')).toContain('It takes too much from our farmers');
  });

  it('after a colon, in the next paragraph', () => {
    expect(contentsOf('Trump responded with an example.\n\nHe said:\n\n“We have waited ten years for this treaty and we will not wait another day.”', 'said').join(' ')).toContain('We have waited ten years');
  });

  it('never without somebody who says them', () => {
    expect(readAttributions(parseText('The film “Ten more years in the north” opens tonight in Oslo.'))).toEqual([]);
  });

  it('"According to X, Y": the comma parts them where the model gives no content', () => {
    const text = 'According to a tally kept by the German cable office, Poland was against.';
    const [a] = readAttributions(parseText(text));
    expect(a?.source.map((x) => text.slice(x.start, x.end))).toEqual(['a tally kept by the German cable office']);
    expect(a?.content.map((x) => text.slice(x.start, x.end))).toEqual(['Poland was against']);
  });
});
