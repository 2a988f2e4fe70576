import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStatements } from '../../src/read/read-document.js';
import { readActs } from '../../src/read/relations/acts.js';

const read = (text: string): string[] => readActs(readStatements({ text }).cast).map((a) => `${a.member} ${a.verb} ${a.body}`);
const SEED = '../shared/seed/000_0d92c388bb2842a1.txt';

describe('acts in bodies', () => {
  it.each([
    ['Hungary blocked EU funds for Ukraine last year.', ['HUN block EU']],
    ['Prime Minister Viktor Orban of Hungary has repeatedly delayed NATO statements.', ['HUN delay NATO']],
    ['Russia vetoed a United Nations resolution on Mali.', ['RUS veto United Nations']],
    ['Turkey could block NATO plans.', []],
    ['Poland did not block the EU budget.', []],
    ['German farmers blocked an EU office.', []],
    ['France blocked the motorway.', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.skipIf(!existsSync(SEED))('the seed tells what Hungary did in the Union (skipped: no ../shared)', () => {
    expect(read(readFileSync(SEED, 'utf8')).some((a) => a.startsWith('HUN'))).toBe(true);
  });
});
