import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCase, type CaseQuestion } from './read-case.js';

interface Row {
  readonly id: string;
  readonly stage: string;
  readonly text: string;
  /** Headline that the sentence stands under. */
  readonly title?: string;
  readonly question: CaseQuestion;
  readonly expect?: { readonly positions?: Readonly<Record<string, string>> };
}

const folder = join(import.meta.dirname, '../constructions');
const rowsOf = (prefix: string): Row[] =>
  readdirSync(folder)
    .filter((f) => f.startsWith(prefix) && f.endsWith('.json'))
    .sort()
    .flatMap((f) => {
      const data = JSON.parse(readFileSync(join(folder, f), 'utf8')) as Row[] | { rows: Row[] };
      return Array.isArray(data) ? data : data.rows;
    });

function score(rows: readonly Row[]): { right: number; wrong: number; missed: number; flips: number } {
  const s = { right: 0, wrong: 0, missed: 0, flips: 0 };
  for (const row of rows) {
    const gold = row.expect?.positions ?? {};
    const got = readCase(row.text, row.question, row.title ? { title: row.title } : {}).positions;
    for (const [m, stance] of Object.entries(got)) {
      if (gold[m] === stance) s.right += 1;
      else if (gold[m] !== undefined || stance !== 'uncommitted') s.wrong += 1;
      if ((gold[m] === 'support' && stance === 'oppose') || (gold[m] === 'oppose' && stance === 'support')) s.flips += 1;
    }
    for (const m of Object.keys(gold)) if (got[m] === undefined) s.missed += 1;
  }
  return s;
}

// Floors are set just under what was measured when they were written; a change that falls below them must say why.
describe('tables of constructions', () => {
  it.each([
    ['dev', 0.86, 280],
    ['check', 0.6, 12],
  ])('the %s rows keep their precision and number of right positions', (prefix, precision, right) => {
    const s = score(rowsOf(prefix));
    expect(s.right / (s.right + s.wrong)).toBeGreaterThanOrEqual(precision);
    expect(s.right).toBeGreaterThanOrEqual(right);
  });
});
