import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftQuestion, EMPTY_DRAFT, slugOf } from './draft.js';

test('any title gives an id that a question may have', () => {
  fc.assert(fc.property(fc.string(), (title) => { expect(slugOf(title)).toMatch(/^[a-z0-9][a-z0-9-]{0,47}$/); }));
  expect(slugOf('Überprüfung: Beitritt der Türkei?')).toBe('uberprufung-beitritt-der-turkei');
});

test('what is left empty is left out, and options never share an id', () => {
  const option = { proposal: 'Extend the ban', aliases: 'the ban; the embargo\n' };
  expect(draftQuestion({ ...EMPTY_DRAFT, title: 'A ban', body: 'EU Council', options: [option, option] })).toEqual({
    id: 'a-ban',
    title: 'A ban',
    body: 'EU Council',
    options: [
      { id: 'extend-the-ban', proposal: 'Extend the ban', aliases: ['the ban', 'the embargo'] },
      { id: 'extend-the-ban-2', proposal: 'Extend the ban', aliases: ['the ban', 'the embargo'] },
    ],
  });
});
