import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPlace, HOME, parsePlace, VIEWS, within, type Place } from './place.js';

test.each([
  ['/', HOME],
  ['/q/nato', { view: 'question', question: 'nato', id: '', settings: {} }],
  ['/q/nato/member/HUN?asOf=2024-10-08', { view: 'member', question: 'nato', id: 'HUN', settings: { asOf: '2024-10-08' } }],
  ['/q/nato/deadlock?assume=HUN%3Dsupport', { view: 'deadlock', question: 'nato', id: '', settings: { assume: 'HUN=support' } }],
  ['/q/nato/compare?b=?met=war-over', { view: 'compare', question: 'nato', id: '', settings: { b: '?met=war-over' } }],
  ['/embed/nato', { view: 'embed', question: 'nato', id: '', settings: {} }],
  ['/q/nato/nothing-of-the-kind', { view: 'question', question: 'nato', id: '', settings: {} }],
  ['/q/%E0%A4%A/member/X', { view: 'member', question: '%E0%A4%A', id: 'X', settings: {} }],
] as const)('the address %s is a place', (address, place) => {
  expect(parsePlace(address)).toEqual(place);
});

const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((s) => s.trim() !== '');
const places = fc.record({ view: fc.constantFrom(...VIEWS), question: word, id: word, settings: fc.dictionary(fc.constantFrom('asOf', 'option', 'by'), word, { noNullPrototype: true }) }).map((p): Place => {
  const ofQuestion = !['home', 'new', 'methods', 'status'].includes(p.view);
  const hasId = p.view === 'member' || p.view === 'document';
  return { ...p, question: ofQuestion ? p.question : '', id: hasId ? p.id : '' };
});

test('a link brings the same view back, whatever the ids', () => {
  fc.assert(fc.property(places, (place) => { expect(parsePlace(formatPlace(place))).toEqual(place); }));
});

test('another view of a question keeps the count that is looked at, and nothing else', () => {
  const here = parsePlace('/q/nato?asOf=2024-10-08&map=world&assume=HUN%3Dsupport');
  expect(formatPlace(within(here, 'member', 'HUN'))).toBe('/q/nato/member/HUN?asOf=2024-10-08&assume=HUN%3Dsupport');
});
