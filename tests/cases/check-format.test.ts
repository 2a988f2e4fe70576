import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { STATES } from './states.js';

interface Case {
  id: string;
  dataset: string;
  licence: string;
  date: string | null;
  negative: boolean;
  question: { body: string; proposal: string; members?: string[] };
  text: string;
  gold: {
    positions: Record<string, string>;
    statements: { speaker: string; speaksFor: string; attribution: string; quote: string; about?: string[] }[];
    ambiguous: string[];
    nonMembers?: Record<string, string>;
    outcome?: { result: string };
  };
}

const STANCES = ['support', 'oppose', 'conditional', 'uncommitted', 'abstract-support'];
const ATTRIBUTIONS = ['on-record', 'anonymous', 'second-hand'];
const load = (part: string): [string, Case][] => {
  const folder = fileURLToPath(new URL(`./${part}/`, import.meta.url));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => [file, JSON.parse(readFileSync(folder + file, 'utf8')) as Case]);
};
const parts = { dev: load('dev'), check: load('check') };
const all = [...parts.dev, ...parts.check];

describe.each(all)('%s', (file, one) => {
  const { question, gold, text } = one;
  const roster = question.members && new Set(question.members);

  it('names itself, its licence and its date', () => {
    expect(`${one.id}.json`).toBe(file);
    expect([one.dataset, one.licence]).toEqual(['Holdout, own writing', 'CC0-1.0']);
    expect(one.date === null || /^\d{4}(-\d\d){0,2}$/.test(one.date)).toBe(true);
    expect(text.split(/\s+/).length).toBeGreaterThanOrEqual(120);
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(460);
  });

  it('labels states of the roster, each once', () => {
    for (const [state, stance] of Object.entries(gold.positions)) {
      expect(STATES, state).toContain(state);
      expect(STANCES).toContain(stance);
      if (roster) expect(roster, state).toContain(state);
      expect(gold.ambiguous).not.toContain(state);
      expect(Object.keys(gold.nonMembers ?? {})).not.toContain(state);
    }
    for (const state of Object.keys(gold.nonMembers ?? {})) {
      expect(STATES, state).toContain(state);
      if (roster) expect(roster, state).not.toContain(state);
    }
    if (roster) {
      expect(roster.size).toBe(question.members?.length);
      for (const state of roster) expect(STATES, state).toContain(state);
    }
  });

  it('says nothing when negative, something otherwise', () => {
    expect(Object.keys(gold.positions).length === 0).toBe(one.negative);
  });

  it('quotes words that stand in the text once', () => {
    for (const { quote, attribution, speaker, speaksFor, about } of gold.statements) {
      const at = text.indexOf(quote);
      expect(at, quote).toBeGreaterThanOrEqual(0);
      expect(text.indexOf(quote, at + 1), quote).toBe(-1);
      expect(text.slice(at, at + quote.length)).toBe(quote);
      expect(quote).toBe(quote.trim());
      expect(ATTRIBUTIONS).toContain(attribution);
      expect(speaker).not.toBe('');
      expect(speaksFor).not.toBe('');
      if (/^[A-Z]{3}$/.test(speaksFor)) expect(STATES, speaksFor).toContain(speaksFor);
      for (const state of about ?? []) expect(STATES, state).toContain(state);
    }
  });
});

describe('the collection', () => {
  it('has unique ids and unrelated proposals in dev and check', () => {
    expect(new Set(all.map(([, { id }]) => id)).size).toBe(all.length);
    const dev = new Set(parts.dev.map(([, one]) => one.question.proposal));
    for (const [, one] of parts.check) expect(dev).not.toContain(one.question.proposal);
  });

  it.each(Object.entries(parts))('%s is between a quarter and two fifths negative', (_, cases) => {
    const share = cases.filter(([, one]) => one.negative).length / cases.length;
    expect(share).toBeGreaterThanOrEqual(0.25);
    expect(share).toBeLessThanOrEqual(0.4);
  });
});
