import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Register } from '../../src/register/index.js';
import {
  day,
  documentOf as makeDocument,
  failureOf,
  openTest,
  question,
  simpleReading,
  spanOf,
  state,
} from './helpers.js';
import { homes } from './homes.js';

describe.each(homes.filter(({ available }) => available))('a register $name', (home) => {
  /** One register for all tests here; each has a question, documents and a day of system time of its own. */
  let register: Register;
  let serial = 0;
  let q: string;
  let now = new Date('2026-01-01T00:00:00Z');
  beforeAll(async () => {
    register = await openTest(await home.newPlace(), { clock: () => now });
  });
  beforeEach(async () => {
    serial += 1;
    q = `q-${serial}`;
    now = at('12:00:00.000');
    await register.putQuestion(question(q));
  });
  afterAll(async () => {
    await register.close();
    await home.close();
  });

  /** An instant of the running test's own day. */
  const at = (time: string): Date => new Date(Date.parse(`2026-01-01T${time}Z`) + serial * 86_400_000);
  /** A document that belongs to the running test. */
  const documentOf: typeof makeDocument = (text, extra = {}) =>
    makeDocument(text, { publisher: `Outlet ${serial}`, ...extra });
  const documents = () => register.documents({ question: q });

  const stances = async (filter: Parameters<Register['signals']>[0]): Promise<string[]> =>
    (await register.signals(filter)).map(({ signal }) => `${signal.member} ${signal.stance}`);

  describe('questions', () => {
    test('the same question twice is one version, a changed one is the next, and the last is in force', async () => {
      expect(await register.putQuestion(question(q))).toEqual({ version: 1, added: false });
      const changed = question(q, {
        title: 'Whether to do it at all',
        members: [state('HUN')],
        date: day('2024-10-01'),
      });
      expect(await register.putQuestion(changed)).toEqual({ version: 2, added: true });
      expect(await register.question(q)).toEqual(changed);
      await register.putQuestion(question(`a-${q}`));
      expect((await register.questions()).filter(({ id }) => id.endsWith(q)).map(({ id }) => id)).toEqual([
        `a-${q}`,
        q,
      ]);
      expect((await register.questions()).filter(({ id }) => id === q)).toEqual([changed]);
      expect(await register.question('none')).toBeNull();
    });
    test('a changed question wants its documents read again', async () => {
      const document = documentOf('Hungary said no.');
      await register.putReading(document, q, simpleReading(document, 'HUN'));
      expect(await register.hasReading(document.id, q, 'reader@1')).toBe(true);
      await register.putQuestion(question(q, { title: 'Another' }));
      expect(await register.hasReading(document.id, q, 'reader@1')).toBe(false);
    });
    test('a reading for an unknown question is refused by name', async () => {
      const document = documentOf('Hungary said no.');
      expect(await failureOf(register.putReading(document, 'nope', simpleReading(document, 'HUN')))).toMatchObject({
        code: 'question-unknown',
        message: expect.stringContaining('"nope"'),
      });
      expect(await documents()).toEqual([]);
    });
  });

  describe('readings', () => {
    test('storing the same reading twice adds nothing', async () => {
      const document = documentOf('Hungary said no.', { published: day('2024-10-01') });
      const reading = simpleReading(document, 'HUN');
      expect(await register.putReading(document, q, reading)).toEqual({ added: true });
      expect(await register.putReading(document, q, reading)).toEqual({ added: false });
      expect(
        [await documents(), await register.statements({ question: q }), await register.signals({ question: q })].map(
          (rows) => rows.length,
        ),
      ).toEqual([1, 1, 1]);
    });
    test('a text in which nothing was found is a whole reading too', async () => {
      const document = documentOf('The weather was fine.');
      await register.putReading(document, q, { reader: 'reader@1', statements: [], signals: [] });
      expect(await register.hasReading(document.id, q, 'reader@1')).toBe(true);
      expect((await register.documents({ question: q })).map(({ id }) => id)).toEqual([document.id]);
    });
    test('a newer reader supersedes the older, whose signals stay known to the past', async () => {
      const document = documentOf('Hungary said no.', { published: day('2024-10-01') });
      await register.putReading(document, q, simpleReading(document, 'HUN', 'oppose', 'reader@1'));
      const between = at('12:00:30.000');
      now = at('12:01:00.000');
      await register.putReading(document, q, simpleReading(document, 'HUN', 'uncommitted', 'reader@2'));
      expect(await stances({ question: q })).toEqual(['HUN uncommitted']);
      expect(await stances({ question: q, knownAt: between })).toEqual(['HUN oppose']);
      expect((await register.signals({ question: q }))[0]).toMatchObject({
        reader: 'reader@2',
        recordedAt: at('12:01:00.000').toISOString(),
      });
    });
    test('a statement keeps its id and first recorded time when it is read again', async () => {
      const document = documentOf('Hungary said no.');
      await register.putReading(document, q, simpleReading(document, 'HUN'));
      const [before] = await register.statements({ question: q });
      now = at('13:00:00.000');
      await register.putReading(document, q, simpleReading(document, 'HUN', 'oppose', 'reader@2'));
      const [after] = await register.statements({ question: q });
      expect(after).toEqual(before);
      const [signal] = await register.signals({ question: q });
      expect([signal?.statement.id, signal?.recordedAt]).toEqual([before?.id, now.toISOString()]);
    });
    test('the same statement read for two questions is listed once', async () => {
      const document = documentOf('Hungary said no.');
      await register.putQuestion(question(`r-${q}`));
      await register.putReading(document, q, simpleReading(document, 'HUN'));
      await register.putReading(document, `r-${q}`, simpleReading(document, 'HUN'));
      expect(await register.statements({ question: q })).toHaveLength(1);
      expect(await register.statements({ question: `r-${q}` })).toHaveLength(1);
      expect((await register.signals({ question: `r-${q}` })).map((s) => s.questionId)).toEqual([`r-${q}`]);
    });
    test('quotes are the words at the spans, offsets counting UTF-16 code units', async () => {
      const text = 'The 🕊 envoy said: "Țara noastră, 𝔑𝔢𝔦𝔫."';
      const document = documentOf(text, { title: 'T', publisher: 'P' });
      const base = simpleReading(document, 'ROU');
      const quote = spanOf(text, 'Țara noastră, 𝔑𝔢𝔦𝔫.');
      const [statement] = base.statements;
      const [signal] = base.signals;
      await register.putReading(document, q, {
        ...base,
        statements: [{ ...statement!, content: [quote] }],
        signals: [{ ...signal!, evidence: [spanOf(text, '𝔑𝔢𝔦𝔫')] }],
      });
      const [stored] = await register.signals({ question: q });
      expect([stored?.quote, stored?.statement.quote]).toEqual(['𝔑𝔢𝔦𝔫', 'Țara noastră, 𝔑𝔢𝔦𝔫.']);
      expect(await register.document(document.id)).toEqual({
        ...document,
        recordedAt: at('12:00:00.000').toISOString(),
      });
    });
  });

  describe('a reader that cannot point at the text is refused whole', () => {
    const document = makeDocument('Hungary said no. 🕊');
    const base = simpleReading(document, 'HUN');
    const statement = base.statements[0]!;
    const signal = base.signals[0]!;
    test.each([
      [
        'a content past the end',
        { ...base, statements: [{ ...statement, content: [{ start: 0, end: 20 }] as const }] },
      ],
      ['half a character', { ...base, statements: [{ ...statement, cue: [{ start: 17, end: 18 }] }] }],
      ['an empty source', { ...base, statements: [{ ...statement, source: [{ start: 3, end: 3 }] }] }],
      ['a negative cue', { ...base, statements: [{ ...statement, cue: [{ start: -1, end: 3 }] }] }],
      [
        'a fractional origin',
        { ...base, statements: [{ ...statement, origin: { name: 'X', span: { start: 0.5, end: 3 } } }] },
      ],
      ['evidence past the end', { ...base, signals: [{ ...signal, evidence: [{ start: 10, end: 99 }] as const }] }],
      [
        'a condition past the end',
        { ...base, signals: [{ ...signal, condition: { kind: 'if', span: { start: 10, end: 99 } } as const }] },
      ],
      [
        'a reason past the end',
        { ...base, signals: [{ ...signal, reasons: [{ kind: 'cost', span: { start: 10, end: 99 } }] }] },
      ],
      ['a statement that is not there', { ...base, signals: [{ ...signal, statement: 1 }] }],
      ['an option that is not there', { ...base, signals: [{ ...signal, option: 'never' }] }],
    ])('%s', async (_what, reading) => {
      const failure = await failureOf(register.putReading(document, q, reading));
      expect(failure).toMatchObject({ code: 'register-corrupt', category: 'ours' });
      expect(failure.message).toContain(document.id);
      expect([await documents(), await register.statements({ question: q })]).toEqual([[], []]);
      expect(await register.putReading(document, q, base)).toEqual({ added: true });
    });
    test('a document whose text was changed after it was made', async () => {
      expect(await failureOf(register.putReading({ ...document, text: 'Hungary said yes.' }, q, base))).toMatchObject({
        category: 'ours',
      });
    });
  });

  describe('filters', () => {
    beforeEach(async () => {
      for (const [text, member, published] of [
        ['Hungary said no.', 'HUN', '2024-10-01'],
        ['Spain said no.', 'ESP', '2024-10-02'],
        ['Italy said no.', 'ITA', undefined],
      ] as const) {
        const document = documentOf(text, published === undefined ? {} : { published: day(published) });
        now = new Date(now.getTime() + 60_000);
        await register.putReading(document, q, simpleReading(document, member));
      }
    });
    test('valid time: just before, on and after a day; undated documents always count and show no day', async () => {
      expect(await stances({ question: q, asOf: day('2024-09-30') })).toEqual(['ITA oppose']);
      expect(await stances({ question: q, asOf: day('2024-10-01') })).toEqual(['HUN oppose', 'ITA oppose']);
      expect(await stances({ question: q, asOf: day('2024-10-02') })).toEqual([
        'HUN oppose',
        'ESP oppose',
        'ITA oppose',
      ]);
      const validFrom = (await register.signals({ question: q })).map((signal) => signal.validFrom);
      expect(validFrom).toEqual(['2024-10-01', '2024-10-02', undefined]);
      expect(await register.statements({ question: q, asOf: day('2024-10-01') })).toHaveLength(2);
    });
    test('system time: just before, at and after an instant', async () => {
      expect(await stances({ question: q, knownAt: at('12:00:59.999') })).toEqual([]);
      expect(await stances({ question: q, knownAt: at('12:01:00.000') })).toEqual(['HUN oppose']);
      expect(await stances({ question: q, knownAt: at('12:02:00.001') })).toEqual(['HUN oppose', 'ESP oppose']);
    });
    test('both times together', async () => {
      expect(await stances({ question: q, asOf: day('2024-10-02'), knownAt: at('12:02:00.000') })).toEqual([
        'HUN oppose',
        'ESP oppose',
      ]);
      expect(await stances({ question: q, asOf: day('2024-10-01'), knownAt: at('12:02:00.000') })).toEqual([
        'HUN oppose',
      ]);
    });
    test('member, option, document and question', async () => {
      expect(await stances({ question: q, member: state('ESP') })).toEqual(['ESP oppose']);
      expect(await stances({ question: q, option: 'later' })).toEqual([]);
      expect(await stances({ question: 'none' })).toEqual([]);
      expect((await register.statements({ question: q, member: state('ITA') })).map(({ quote }) => quote)).toEqual([
        'Italy said no.',
      ]);
      const [first] = await documents();
      expect((await register.statements({ document: first!.id })).map(({ quote }) => quote)).toEqual([
        'Hungary said no.',
      ]);
    });
    test('a statement about a member, and one that only a signal ties to it, are both the member’s', async () => {
      const document = documentOf('An official said Germany would refuse.');
      const base = simpleReading(document, 'DEU');
      const [statement] = base.statements;
      await register.putReading(document, q, {
        ...base,
        statements: [{ ...statement!, speaksFor: { kind: 'nobody' }, about: [state('FRA')] }],
      });
      expect(await register.statements({ question: q, member: state('FRA') })).toHaveLength(1);
      expect(await register.statements({ question: q, member: state('DEU') })).toHaveLength(1);
      expect(await register.statements({ question: q, member: state('POL') })).toHaveLength(0);
    });
  });

  test('recorded time does not run backwards when the machine’s clock does', async () => {
    const first = documentOf('Hungary said no.');
    const second = documentOf('Spain said no.');
    await register.putReading(first, q, simpleReading(first, 'HUN'));
    now = at('00:00:00.000');
    await register.putReading(second, q, simpleReading(second, 'ESP'));
    expect((await documents()).map(({ recordedAt }) => recordedAt)).toEqual([
      at('12:00:00.000').toISOString(),
      at('12:00:00.000').toISOString(),
    ]);
  });
});

for (const { name } of homes.filter(({ available }) => !available)) test.skip(`a register ${name}`, () => undefined);
