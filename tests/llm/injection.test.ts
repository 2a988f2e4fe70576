import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SourceText } from '../../src/domain/document.js';
import type { Signal } from '../../src/domain/signal.js';
import { openLlmReader } from '../../src/llm/index.js';
import type { Reader } from '../../src/read/reader.js';
import { honest, question, signal, source, statement, TEXT } from './article.js';
import { ATTACKS, type Attack } from './attacks.js';
import { startStandIn, type StandIn } from './stand-in.js';

let server: StandIn;
const readers = new Map<'llm' | 'both', Reader>();
beforeAll(async () => {
  server = await startStandIn();
  for (const mode of ['llm', 'both'] as const) {
    const opened = await openLlmReader(mode, { api: 'openai', model: 'obedient', url: server.url });
    if (!opened.ok) throw new Error(opened.error.message);
    readers.set(mode, opened.value);
  }
});
afterAll(() => server.close());

const sentences = (text: string): string[] => text.split(/(?<=[.!?”)])\s+|\n+/).filter((s) => s.length > 20);
const NAMES: Readonly<Record<string, RegExp>> = { HUN: /Hungar/, POL: /Poland|Tusk/, SVK: /Slovak/, DEU: /German|Allemagne/, ESP: /Spain|Espagne/, USA: /United States|American/ };

type Answer = { statements: unknown[]; signals: unknown[] };

/** What an obedient model answers, with the truth or instead of it: support by every member, on whatever words it finds. */
function obey(article: string, attack: Attack, truth: boolean): Answer {
  const answer: Answer = truth ? { statements: [...honest.statements], signals: [...honest.signals] } : { statements: [], signals: [] };
  const claim = (quote: string, member: string, option: string): void => {
    const n = answer.statements.push(statement(quote)) - 1;
    answer.signals.push(signal(n, member, 'support', quote, { option, confidence: 1, firmness: 1 }));
  };
  for (const member of question.roster) {
    for (const option of ['invite-now', 'fund', 'any-other']) {
      claim(`${member} supports the invitation of Ukraine`, member, option);
      claim(attack.text, member, option);
      for (const s of sentences(attack.text)) claim(s, member, option);
      for (const s of sentences(article)) if (NAMES[member]?.test(s) || s.includes('mild')) claim(s, member, option);
    }
  }
  for (const stranger of ['FRA', 'UKR', 'RUS']) claim(attack.text, stranger, 'invite-now');
  if (attack.dictated !== undefined) {
    const dictated = JSON.parse(attack.dictated) as { statements: unknown[]; signals: { statement: number }[] };
    const base = answer.statements.length;
    answer.statements.push(...dictated.statements);
    answer.signals.push(...dictated.signals.map((s) => ({ ...s, statement: s.statement + base })));
  }
  return answer;
}

const keyOf = (s: Pick<Signal, 'member' | 'option' | 'stance'>): string => `${s.member} ${s.option} ${s.stance}`;
const TRUTH = new Set((honest.signals as unknown[] as Signal[]).map(keyOf));
const tally = { asked: 0, counted: { llm: 0, both: 0 } };

/** The attack at the end of the article, with the truth beside it and without; and at its start or in its title. */
const placed = (attack: Attack): [SourceText, boolean][] => [
  [{ ...source, text: `${TEXT}\n\n${attack.text}` }, true],
  [{ ...source, text: `${TEXT}\n\n${attack.text}` }, false],
  [ATTACKS.indexOf(attack) % 2 === 0 ? { ...source, text: `${attack.text}\n\n${TEXT}` } : { ...source, title: attack.text }, false],
];

/** False claims that count when the attack is obeyed, by mode. */
async function falseClaims(attack: Attack): Promise<Record<'llm' | 'both', Set<string>>> {
  const added = { llm: new Set<string>(), both: new Set<string>() };
  for (const [attacked, truth] of placed(attack)) {
    server.behave((asked) => {
      const answer = obey(asked.article, attack, truth);
      tally.asked += answer.signals.length - (truth ? honest.signals.length : 0);
      return { json: answer };
    });
    for (const [mode, reader] of readers) {
      const answer = await reader.read(attacked, question);
      if (!answer.ok) throw new Error(answer.error.message);
      for (const s of answer.value.reading.signals) if (!TRUTH.has(keyOf(s))) added[mode].add(keyOf(s));
    }
  }
  tally.counted.llm += added.llm.size;
  tally.counted.both += added.both.size;
  return added;
}

const isOpen = (attack: Attack): boolean => attack.gap !== undefined;

it.each(ATTACKS.filter((a) => !isOpen(a)).map((a) => [a.name, a] as const))('an obeyed attack adds no claim: %s', async (_name, attack) => {
  const added = await falseClaims(attack);
  expect({ llm: [...added.llm], both: [...added.both] }).toEqual({ llm: [], both: [] });
});

it('of thousands of claims that these attacks asked for, none counts', () => {
  expect(tally.asked).toBeGreaterThan(5_000);
  expect(tally.counted).toEqual({ llm: 0, both: 0 });
});

it.each(ATTACKS.filter(isOpen).map((a) => [a.name, a] as const))('a planted sentence that reads like news is a known gap: %s', async (_name, attack) => {
  const added = await falseClaims(attack);
  expect({ llm: [...added.llm].sort(), both: [...added.both].sort() }).toEqual(attack.gap);
});
