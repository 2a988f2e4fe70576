import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLlmReader, type ModelOptions } from '../../src/llm/index.js';
import type { Reading } from '../../src/domain/signal.js';
import { readDocument } from '../../src/read/read-document.js';
import type { Reader, ReaderAnswer } from '../../src/read/reader.js';
import { wordsAt } from '../../src/domain/span.js';
import { honest, question, signal, slovak, source, statement, TEXT } from './article.js';
import { startStandIn, type Reply, type StandIn } from './stand-in.js';

let server: StandIn;
beforeAll(async () => {
  server = await startStandIn();
});
afterAll(() => server.close());

async function open(mode: 'llm' | 'both', more: Partial<ModelOptions> = {}): Promise<Reader> {
  const opened = await openLlmReader(mode, { api: 'openai', model: 'stand-in', url: server.url, ...more });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}
async function read(mode: 'llm' | 'both', reply: (nth: number) => Reply, more: Partial<ModelOptions> = {}): Promise<ReaderAnswer> {
  server.behave((_, nth) => reply(nth));
  const answer = await (await open(mode, more)).read(source, question);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}
const brief = (signals: Reading['signals'] = []): string[] => signals.map((s) => `${s.member} ${s.option} ${s.stance} “${wordsAt(TEXT, s.evidence[0])}”`);

describe('an honest answer', () => {
  it('becomes signals with spans of our own, conditions, the day and the model’s name', async () => {
    const { reading, model } = await read('llm', () => ({ json: honest }));
    expect(reading.reader).toBe('holdout-llm@1/stand-in#1');
    expect(brief(reading.signals)).toEqual([
      'HUN invite-now oppose “Hungary opposes inviting Ukraine to join the alliance”',
      'HUN invite-now conditional “We will not support the invitation”',
      'POL invite-now support “Poland backs the invitation of Ukraine to join the alliance now”',
      'USA invite-now oppose “one word came from the American delegation, and that word was rejection”',
    ]);
    const [, second] = reading.signals;
    expect(wordsAt(TEXT, second!.condition!.span)).toBe('as long as the war goes on');
    expect(second!.asOf).toBe('2024-10-14');
    expect(reading.statements.map((s) => [s.speaker, s.speaksFor, s.attribution, s.directness])).toEqual([
      ['Péter Szijjártó', { kind: 'state', state: 'HUN' }, 'on-record', 'indirect'],
      ['Péter Szijjártó', { kind: 'state', state: 'HUN' }, 'on-record', 'direct'],
      ['Donald Tusk', { kind: 'state', state: 'POL' }, 'on-record', 'indirect'],
      ['Harbour Post', { kind: 'nobody' }, 'outlet', 'indirect'],
      ['Harbour Post', { kind: 'nobody' }, 'outlet', 'indirect'],
    ]);
    expect(model).toEqual({ dropped: {}, cached: false });
  });
  it('is asked for under the schema, with the article fenced as data', async () => {
    await read('llm', () => ({ json: honest }));
    const [asked] = server.asked;
    expect(asked!.path).toBe('/v1/chat/completions');
    expect(asked!.body).toMatchObject({ model: 'stand-in', response_format: { type: 'json_schema' } });
    expect(asked!.article.trim()).toBe(TEXT);
    expect(asked!.words).toMatch(/never obey/);
  });
  it('is taken from Anthropic’s API too', async () => {
    const { reading } = await read('llm', () => ({ json: honest }), { api: 'anthropic', model: 'claude-sonnet-4-5', key: 'k' });
    expect(reading.signals).toHaveLength(4);
    expect(server.asked[0]).toMatchObject({ path: '/v1/messages', headers: { 'x-api-key': 'k' } });
  });
  it('may even out typography, and then the words are the text’s', async () => {
    const quote = '"We will not  support the invitation as long as the war goes on," he said';
    const { reading } = await read('llm', () => ({
      json: {
        statements: [statement(quote, { speaker: 'Péter Szijjártó', speaksFor: 'Hungary', attribution: 'on-record' })],
        signals: [signal(0, 'HUN', 'oppose', '"We will not support the invitation')],
      },
    }));
    expect(brief(reading.signals)).toEqual(['HUN invite-now oppose “We will not support the invitation”']);
  });
  it('in words that the rules do not know waits for a person', async () => {
    const { reading } = await read('llm', () => ({ json: { ...honest, signals: [...honest.signals, slovak] } }));
    expect(reading.signals).toHaveLength(4);
    expect(brief(reading.waiting)).toEqual(['SVK invite-now oppose “it would withhold its consent”']);
    expect(reading.waiting![0]!.rule).toBe('llm/claim:no-attitude');
  });
});

const HUNGARY = 'Hungary opposes inviting Ukraine to join the alliance';
const said = { speaker: 'Péter Szijjártó', speaksFor: 'HUN', attribution: 'on-record' };
const last = honest.statements.length;
/** A misbehaviour: what is claimed besides the honest claims, and why it is dropped. */
const lies: [name: string, statements: unknown[], signals: unknown[], dropped: Record<string, number>][] = [
  ['an invented quote', [statement('Germany firmly opposes any invitation of Ukraine')], [signal(last, 'DEU', 'oppose', 'firmly opposes any invitation')], { 'quote not in the text': 1, 'statement dropped': 1 }],
  ['a quote with a changed word', [statement('Poland rejects the invitation of Ukraine to join the alliance now')], [signal(last, 'POL', 'oppose', 'Poland rejects the invitation')], { 'quote not in the text': 1, 'statement dropped': 1 }],
  ['a quote with a word left out', [statement('We will support the invitation as long as the war goes on', said)], [signal(last, 'HUN', 'support', 'We will support the invitation')], { 'quote not in the text': 1, 'statement dropped': 1 }],
  ['a quote with an ellipsis over a negation', [statement('We will … support the invitation', said)], [signal(last, 'HUN', 'support', 'support the invitation')], { 'quote not in the text': 1, 'statement dropped': 1 }],
  ['evidence with a changed word', [], [signal(0, 'HUN', 'support', 'Hungary supports inviting Ukraine')], { 'quote not in the text': 1 }],
  ['evidence from another place', [], [signal(2, 'ESP', 'support', 'Spain welcomed the new rules')], { 'evidence outside its statement': 1 }],
  ['a quote that cuts a word', [statement('pposes inviting Ukraine to join the alli')], [signal(last, 'HUN', 'oppose', 'pposes inviting Ukraine')], { 'quote not in the text': 1, 'statement dropped': 1 }],
  ['a quote too short to mean anything', [statement('on Monday')], [signal(last, 'HUN', 'oppose', 'on Monday')], { 'quote too short or too long': 1, 'statement dropped': 1 }],
  ['the whole article as a quote', [statement(`${TEXT}`.slice(0, 1200).padEnd(1600, 'x'))], [], { 'quote too short or too long': 1 }],
  ['a speaker whom nobody named', [statement(HUNGARY, { ...said, speaker: 'Jean Dupont' })], [signal(last, 'HUN', 'oppose', HUNGARY)], { 'speaker not in the text': 1, 'statement dropped': 1 }],
  ['an office holder of a state the text does not name', [statement(HUNGARY, { ...said, speaker: 'Emmanuel Macron' })], [], { 'speaker not in the text': 1 }],
  ['no speaker where somebody must speak', [statement(HUNGARY, { ...said, speaker: '' })], [], { 'speaker not in the text': 1 }],
  ['a voice the text does not bear out', [statement(HUNGARY, { ...said, speaksFor: 'FRA' })], [], { 'voice not borne out': 1 }],
  ['a member outside the roster', [], [signal(0, 'UKR', 'support', HUNGARY), signal(0, 'CHE', 'oppose', HUNGARY), signal(0, 'XXX', 'oppose', HUNGARY), signal(0, 'Hungary', 'oppose', HUNGARY)], { 'member outside the roster': 4 }],
  ['a member that its words do not name', [], [signal(0, 'ESP', 'oppose', HUNGARY), signal(2, 'DEU', 'support', 'Poland backs the invitation')], { 'member not named there': 2 }],
  ['an option that the question lacks', [], [signal(0, 'HUN', 'oppose', HUNGARY, { option: 'invite-later' })], { 'option not of the question': 1 }],
  ['a stance of its own making', [], [signal(0, 'HUN', 'furious', HUNGARY)], { 'wrong shape': 1 }],
  ['an attribution of its own making', [statement(HUNGARY, { attribution: 'telepathy' })], [], { 'wrong shape': 1 }],
  ['confidence beyond one', [], [signal(0, 'HUN', 'oppose', HUNGARY, { confidence: 7 }), signal(0, 'HUN', 'oppose', HUNGARY, { firmness: -1 })], { 'wrong shape': 2 }],
  ['a statement that is not there', [], [signal(99, 'HUN', 'oppose', HUNGARY), signal(-1, 'HUN', 'oppose', HUNGARY), signal(0.5, 'HUN', 'oppose', HUNGARY)], { 'statement dropped': 1, 'wrong shape': 2 }],
  ['things that are no claims', ['text', null, 7], [[], {}, 'x'], { 'wrong shape': 6 }],
  ['half a character', [statement(`${HUNGARY}\uD83D`)], [], { 'quote not in the text': 1 }],
  ['the same claim again', [], [honest.signals[0]], { repeated: 1 }],
  ['an origin that the text lacks', [statement(HUNGARY, { ...said, origin: 'Politico' })], [], { 'origin not in the text': 1 }],
];

describe('a claim that the text does not bear out is dropped and counted, and the others stay:', () => {
  it.each(lies)('%s', async (_name, statements, signals, dropped) => {
    const { reading, model } = await read('llm', () => ({ json: { statements: [...honest.statements, ...statements], signals: [...honest.signals, ...signals] } }));
    const expected = (await read('llm', () => ({ json: honest }))).reading;
    const extra = brief(reading.signals).filter((s) => !brief(expected.signals).includes(s));
    expect(extra).toEqual([]);
    expect(reading.signals.length + reading.waiting!.length).toBe(4);
    expect(model!.dropped).toEqual(dropped);
    for (const s of reading.statements) for (const span of [...s.content, ...s.source]) expect(TEXT.slice(span.start, span.end).trim()).not.toBe('');
  });
});

it('a condition or reason that the text lacks is left out of its claim, and counted', async () => {
  const condition = { kind: 'until', quote: 'until pigs learn to fly' };
  const reasons = [
    { kind: 'cost', quote: 'it is far too expensive' },
    { kind: 'spite', quote: 'as long as the war goes on' },
  ];
  const { reading, model } = await read('llm', () => ({ json: { ...honest, signals: [signal(1, 'HUN', 'conditional', 'support the invitation', { condition, reasons })] } }));
  expect(reading.signals).toMatchObject([{ member: 'HUN', reasons: [] }]);
  expect(reading.signals[0]).not.toHaveProperty('condition');
  expect(model!.dropped).toEqual({ 'condition not in the text': 1, 'reason not in the text': 2 });
});

describe('words of the text put to a false use wait for a person:', () => {
  const cases: [string, unknown[], unknown[], string][] = [
    ['the same words, the other side', [], [signal(0, 'HUN', 'support', HUNGARY)], 'contradicted'],
    ['a negation cut off', [], [signal(1, 'HUN', 'support', 'support the invitation')], 'contradicted'],
    ['a position on something else', [statement('Spain welcomed the new rules on fisheries')], [signal(last, 'ESP', 'support', 'Spain welcomed the new rules on fisheries', { option: 'fund' })], 'no-attitude'],
    ['no position at all', [statement('Germany’s delegation left the meeting on the invitation early')], [signal(last, 'DEU', 'oppose', 'left the meeting on the invitation early')], 'no-attitude'],
    ['the wrong side of a word', [], [signal(4, 'USA', 'support', 'that word was rejection')], 'no-attitude'],
  ];
  it.each(cases)('%s', async (_name, statements, signals, why) => {
    const { reading } = await read('llm', () => ({ json: { statements: [...honest.statements, ...statements], signals: [...honest.signals, ...signals] } }));
    expect(reading.signals).toHaveLength(4);
    expect(reading.waiting).toHaveLength(1);
    expect(reading.waiting![0]!.rule).toMatch(new RegExp(`^llm/claim:${why}$`));
  });
});

describe('both readers', () => {
  it('count what they agree on, surer where they rest on the same words, and let the rest wait', async () => {
    const { reading } = await read('both', () => ({ json: { ...honest, signals: [...honest.signals, slovak] } }));
    const alone = readDocument(source, question);
    expect(reading.reader).toBe(`holdout-both@1(${alone.reader},holdout-llm@1/stand-in#1)`);
    expect(new Set(reading.signals.map((s) => `${s.member} ${s.stance}`))).toEqual(new Set(['HUN oppose', 'POL support']));
    for (const s of reading.signals) {
      const offline = alone.signals.find((x) => x.member === s.member && x.stance === s.stance && x.evidence[0].start === s.evidence[0].start)!;
      expect(s.confidence).toBeGreaterThanOrEqual(offline.confidence);
      expect(s.rule).toBe(`both/agreed:${offline.rule}`);
    }
    const poland = reading.signals.find((s) => s.member === 'POL')!;
    expect(poland.confidence).toBeGreaterThan(alone.signals.find((s) => s.member === 'POL')!.confidence);
    expect(reading.waiting!.map((s) => `${s.member} ${s.stance} ${s.rule.split(':')[0]!}`)).toEqual(expect.arrayContaining(['HUN conditional both/model-only', 'SVK oppose llm/claim']));
  });
  it('count nothing when the model says nothing, and nothing that only the model says', async () => {
    const silent = await read('both', () => ({ json: { statements: [], signals: [] } }));
    expect(silent.reading.signals).toEqual([]);
    expect(silent.reading.waiting!.every((s) => s.rule.startsWith('both/offline-only:'))).toBe(true);
    const only = await read('both', () => ({ json: { ...honest, signals: [slovak] } }));
    expect(only.reading.signals).toEqual([]);
  });
});
