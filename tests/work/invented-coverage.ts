import type { Document } from '../../src/domain/document.js';
import type { IsoDate } from '../../src/domain/ids.js';
import type { Question } from '../../src/domain/question.js';
import { createDocument } from '../../src/gather/index.js';
import { seeded } from '../../src/model/random.js';

/** The question that invented coverage speaks of. */
export const inventedQuestion: Question = {
  id: 'harbour-fund',
  title: 'The harbour fund',
  body: 'nato',
  rule: 'consensus',
  date: '2025-06-01' as IsoDate,
  options: [{ id: 'adopt', proposal: 'Adopt the harbour fund', aliases: ['the fund'] }],
};

const STATES = ['Hungary', 'Poland', 'Spain', 'Germany', 'Turkey', 'Norway', 'Italy', 'Canada', 'Greece', 'Latvia'];
const ROLES = ['foreign minister', 'ambassador', 'prime minister', 'defence minister'];
const SAYINGS = [
  'said that {state} opposes the harbour fund',
  'told reporters that {state} supports the harbour fund',
  'said {state} would support the harbour fund only if its costs were shared',
  'warned that the harbour fund was a mistake',
  'said that {state} had not decided on the harbour fund',
];

/**
 * So many short articles, no two alike and always the same for a seed: two to four sentences, about 400 characters, each with a stance.
 * Invented from a handful of words, so their only use is to be many.
 */
export function* inventedCoverage(count: number, seed = 1): Generator<Document> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  for (let i = 0; i < count; i += 1) {
    const sentences = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, k) => {
      const state = pick(STATES);
      return `The ${pick(ROLES)} of ${state}, speaking at session ${String(i)}.${String(k)}, ${pick(SAYINGS).replace('{state}', state)}.`;
    });
    const published = new Date(Date.UTC(2025, 0, 1 + Math.floor(random() * 150))).toISOString().slice(0, 10) as IsoDate;
    yield createDocument({ text: sentences.join('\n'), title: `Session ${String(i)}`, publisher: `Outlet ${String(Math.floor(random() * 40))}`, published }, 'text');
  }
}
