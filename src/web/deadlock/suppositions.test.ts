import { expect, test } from 'vitest';
import { supposedOf, supposing, supposingAll } from './suppositions.js';

test('a member is supposed once, however often it is moved, and can be put back', () => {
  const once = supposing(supposing('SVK=support', 'HUN', 'support'), 'HUN', 'conditional');
  expect(once).toBe('SVK=support,HUN=conditional');
  expect(supposing(once, 'HUN', '')).toBe('SVK=support');
  expect(supposedOf(supposingAll('', ['HUN', 'SVK'], 'support'))).toEqual(new Map([['HUN', 'support'], ['SVK', 'support']]));
  expect(supposedOf('nonsense,=,HUN=')).toEqual(new Map());
});
