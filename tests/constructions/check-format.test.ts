import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { STATES } from '../cases/states.js';

interface Row {
  id: string;
  stage: string;
  text: string;
  title?: string;
  question: { body: string; proposal: string; members?: string[]; aliases?: string[] };
  expect: {
    positions: Record<string, string>;
    statements?: { speaker: string; speaksFor: string; attribution: string; quote: string }[];
  };
  negative: boolean;
  note: string;
}

const folder = fileURLToPath(new URL('./', import.meta.url));
const files = readdirSync(folder).filter((file) => /^(dev|check)-.*\.json$/.test(file));
const rowsOf = (file: string) => JSON.parse(readFileSync(folder + file, 'utf8')) as Row[];
const STANCES = ['support', 'oppose', 'conditional', 'uncommitted', 'abstract-support'];

describe.each(files)('%s', (file) => {
  it.each(rowsOf(file).map((row) => [row.id, row] as const))('%s', (_, row) => {
    expect(file).toMatch(new RegExp(`-${row.stage}\\.json$`));
    expect(Object.keys(row.expect.positions).length === 0).toBe(row.negative);
    for (const [state, stance] of Object.entries(row.expect.positions)) {
      expect(STATES, state).toContain(state);
      expect(STANCES).toContain(stance);
      if (row.question.members) expect(row.question.members, state).toContain(state);
    }
    for (const { quote, attribution, speaker } of row.expect.statements ?? []) {
      expect(row.text.split(quote), quote).toHaveLength(2);
      expect(['on-record', 'anonymous', 'second-hand']).toContain(attribution);
      expect(speaker).not.toBe('');
    }
  });
});

describe('the tables', () => {
  const part = (name: string) => files.filter((file) => file.startsWith(`${name}-`)).flatMap(rowsOf);

  it('have unique ids and texts, and other proposals in check than in dev', () => {
    const all = [...part('dev'), ...part('check')];
    expect(new Set(all.map((row) => row.id)).size).toBe(all.length);
    expect(new Set(all.map((row) => row.text)).size).toBe(all.length);
    const dev = new Set(part('dev').map((row) => row.question.proposal));
    for (const row of part('check')) expect(dev).not.toContain(row.question.proposal);
  });

  it.each(['dev', 'check'])('%s is about a third negative', (name) => {
    const rows = part(name);
    const share = rows.filter((row) => row.negative).length / rows.length;
    expect(share).toBeGreaterThan(0.28);
    expect(share).toBeLessThan(0.4);
  });
});
