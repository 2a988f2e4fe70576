import { expect, test } from 'vitest';
import { sideOf } from './side.js';

const saved = [{ name: 'ceasefire', supposes: { met: 'war-over', option: 'invite-now' } }];

test.each([
  ['', {}],
  ['@ceasefire', { met: 'war-over', option: 'invite-now' }],
  ['@gone', {}],
  ['?met=war-over&assume=HUN%3Dsupport&evil=1', { assume: 'HUN=support', met: 'war-over' }],
  ['HUN=support', { assume: 'HUN=support' }],
])('the side "%s" supposes what it names', (value, expected) => {
  expect(sideOf(value, saved)).toEqual(expected);
});
