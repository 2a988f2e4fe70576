import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStatements } from '../../src/read/read-document.js';
import { readInfluences } from '../../src/read/relations/influences.js';

const read = (text: string): string[] => readInfluences(readStatements({ text }).cast).map((r) => `${r.from}>${r.to}${r.isHoped ? '?' : ''}`);
const SEED = '../shared/seed/000_0d92c388bb2842a1.txt';

describe('who moves whom', () => {
  it.each([
    ['Washington persuaded Berlin to lift its objections.', ['USA>DEU']],
    ['Kyiv hopes that Washington will sway Berlin.', ['USA>DEU?']],
    ['Diplomats said French pressure could change Italy’s position.', ['FRA>ITA?']],
    ['Austria hides behind Germany on this, a diplomat said.', ['DEU>AUT']],
    ['Slovakia sided with Hungary.', ['HUN>SVK']],
    ['The Netherlands lobbied Denmark all week.', ['NLD>DNK']],
    ['Washington did not persuade Berlin.', []],
    ['A German lawmaker urged Poland to wait.', []],
    ['Germany and France met Poland in Warsaw.', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.skipIf(!existsSync(SEED))('the seed hopes that the United States moves Germany (skipped: no ../shared)', () => {
    expect(read(readFileSync(SEED, 'utf8'))).toContain('USA>DEU?');
  });
});
