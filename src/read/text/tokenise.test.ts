import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from './tokenise.js';

const split = (text: string): string => tokenise(text).map((s) => text.slice(s.start, s.end)).join('|');

describe('tokenise', () => {
  it.each([
    // clitics
    ["It's Germany's plan", "It|'s|Germany|'s|plan"],
    ['they don’t and can’t', 'they|do|n’t|and|ca|n’t'],
    ["HE'S IN", "HE|'S|IN"],
    ['we cannot agree', 'we|can|not|agree'],
    ['the allies’ view', 'the|allies|’|view'],
    ["Mr O'Malley met D’Souza", "Mr|O'Malley|met|D’Souza"],
    // abbreviations and initials
    ['Mr. Orbán and Mr Fico', 'Mr.|Orbán|and|Mr|Fico'],
    ['the U.S. position', 'the|U.S.|position'],
    ['a U.S.-led force, the U.S.- Danish pact', 'a|U.S.-led|force|,|the|U.S.|-|Danish|pact'],
    ['John F. Kerry left.', 'John|F.|Kerry|left|.'],
    ['taller than I. The end', 'taller|than|I|.|The|end'],
    ['It said no. Five of them', 'It|said|no|.|Five|of|them'],
    ['room No. 5', 'room|No.|5'],
    ['Sen. Lee (R-Utah) and Rep. Roe (D-Mass.)', 'Sen.|Lee|(|R-Utah|)|and|Rep.|Roe|(|D-Mass.|)'],
    // numbers and money
    ['$1.5 and US$3 and £3bn', '$|1.5|and|US$|3|and|£|3bn'],
    ['40pc, 1%, 1,200 tonnes at 10:30', '40pc|,|1|%|,|1,200|tonnes|at|10:30'],
    ['15-plus 2007-2013 25-member', '15-plus|2007-2013|25-member'],
    ['3million people', '3|million|people'],
    // hyphens, slashes, dashes, dots
    ['then-minister and/or his ex-aide', 'then-minister|and/or|his|ex-aide'],
    ['wait -- no—yes … well ...', 'wait|--|no|—|yes|…|well|...'],
    // quotes
    ['“No,” he said. ‘Yes’', '“|No|,|”|he|said|.|‘|Yes|’'],
    ["``No,'' he said", "``|No|,|''|he|said"],
    // addresses
    ['see https://example.org/a?b=1. Ask a.b@example.org, @someone', 'see|https://example.org/a?b=1|.|Ask|a.b@example.org|,|@someone'],
    // lists and transcripts
    ['In favour: France, Italy', 'In|favour|:|France|,|Italy'],
    ['Q: Why? A: No!', 'Q|:|Why|?|A|:|No|!'],
  ])('%s', (text, expected) => {
    expect(split(text)).toBe(expected);
  });

  it('covers every visible character once, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const spans = tokenise(text);
        let at = 0;
        let gaps = '';
        for (const s of spans) {
          expect(s.start).toBeGreaterThanOrEqual(at);
          expect(s.end).toBeGreaterThan(s.start);
          gaps += text.slice(at, s.start);
          at = s.end;
        }
        expect((gaps + text.slice(at)).replace(/[\s\u200b\ufeff\p{Cc}]/gu, '')).toBe('');
      }),
    );
  });
});
