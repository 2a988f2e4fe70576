import { expect, test } from 'vitest';
import { tracksOf } from './tracks.js';

const actors = [
  { name: 'A', positions: [0] },
  { name: 'B', positions: [100] },
  { name: 'C', positions: [0] },
];

test('actors that go the same way are one track, the highest start first', () => {
  const rounds = [{ positions: { A: [0], B: [100], C: [0] } }, { positions: { A: [50], B: [50], C: [50] } }];
  expect(tracksOf({ actors, rounds })).toEqual([
    { members: ['B'], places: [100, 50] },
    { members: ['A', 'C'], places: [0, 50] },
  ]);
});

test('actors that part ways are two tracks, and a model without rounds has their starts alone', () => {
  const rounds = [{ positions: { A: [0], B: [100], C: [0] } }, { positions: { A: [0], B: [100], C: [40] } }];
  expect(tracksOf({ actors, rounds }).map((x) => x.members)).toEqual([['B'], ['A'], ['C']]);
  expect(tracksOf({ actors, rounds: [] })).toEqual([
    { members: ['B'], places: [100] },
    { members: ['A', 'C'], places: [0] },
  ]);
});
