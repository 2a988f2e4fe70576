import { expect, test } from 'vitest';
import { measuresOf } from './measures.js';

const e = (source: string, target: string, weight = 1) => ({ source, target, weight });

test('in a star all paths pass through the middle', () => {
  const m = measuresOf(['a', 'b', 'c', 'd'], [e('a', 'b', 3), e('a', 'c'), e('a', 'd')]);
  expect(m.get('a')).toEqual({ degree: 3, strength: 5, betweenness: 1 });
  expect(m.get('b')).toEqual({ degree: 1, strength: 3, betweenness: 0 });
});
test('in a ring of four each is on half of one of three pairs’ paths', () => {
  const m = measuresOf(['a', 'b', 'c', 'd'], [e('a', 'b'), e('b', 'c'), e('c', 'd'), e('d', 'a')]);
  expect([...m.values()].map((x) => x.betweenness)).toEqual([1, 1, 1, 1].map((x) => x / 6));
});
test('a node that touches nothing measures nothing', () => {
  expect(measuresOf(['a'], []).get('a')).toEqual({ degree: 0, strength: 0, betweenness: 0 });
});
