import { expect, test } from 'vitest';
import { weightsOf, withWeight } from './weights.js';

test('a weight of a concern is set, changed and, at one, left out', () => {
  expect(withWeight('', 'escalation', 2)).toBe('escalation:2');
  expect(withWeight('escalation:2,cost:0.5', 'escalation', 3)).toBe('escalation:3,cost:0.5');
  expect(withWeight('escalation:2,cost:0.5', 'cost', 1)).toBe('escalation:2');
});

test('what is no weight is left out', () => {
  expect([...weightsOf('escalation:2,:3,cost:,law:-1,x')]).toEqual([['escalation', 2]]);
});
