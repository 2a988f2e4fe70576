import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../src/domain/document.js';
import { STANCES } from '../../src/domain/stance.js';
import type { Reading, Signal } from '../../src/domain/signal.js';
import { ATTRIBUTIONS, type Statement } from '../../src/domain/statement.js';
import { normaliseText } from '../../src/gather/index.js';
import type { Register } from '../../src/register/index.js';
import { day, documentOf, openTest, question, simpleReading, state } from './helpers.js';
import { homes } from './homes.js';

describe.each(homes.filter(({ available }) => available))('a register $name', (home) => {
  let register: Register;
  let ticks = Date.parse('2026-01-01T00:00:00Z');
  beforeAll(async () => {
    register = await openTest(await home.newPlace(), { clock: () => new Date((ticks += 1_000)) });
    await register.putQuestion(question());
  });
  afterAll(async () => {
    await register.close();
    await home.close();
  });

  const states = fc.constantFrom('HUN', 'DEU', 'USA', 'SVK').map(state);
  const days = fc.integer({ min: 1, max: 28 }).map((n) => day(`2024-10-${String(n).padStart(2, '0')}`));
  const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((raw) => normaliseText(`x${raw}`));
  const names = fc.string({ maxLength: 12 }).filter((name) => !name.includes('\0'));
  let serial = 0;

  /** A document that no other run has made, and a reading that any reader might give of it. */
  const readings = fc.tuple(texts, fc.option(days, { nil: undefined })).chain(([raw, published]) => {
    const length = raw.length;
    const spans = fc
      .tuple(fc.nat({ max: length - 1 }), fc.nat({ max: length - 1 }))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))
      // A reader that cuts a character in two is refused; see record.test.ts.
      .filter(({ start, end }) => !/\p{Surrogate}/u.test(raw.slice(start, end)));
    const some = fc.array(spans, { maxLength: 3 });
    const one = fc.tuple(spans, some).map(([first, rest]) => [first, ...rest] as const);
    const content = spans.map((span) => [span] as const);
    const optional = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(values, { nil: undefined });
    const statement = fc
      .record({
        speaker: names,
        speaksFor: fc.oneof(
          states.map((s) => ({ kind: 'state' as const, state: s })),
          names.map((name) => ({ kind: 'organisation' as const, name })),
          fc.constant({ kind: 'nobody' as const }),
        ),
        about: fc.array(states, { maxLength: 3 }),
        attribution: fc.constantFrom(...ATTRIBUTIONS),
        directness: fc.constantFrom('direct' as const, 'indirect' as const, 'mixed' as const),
        source: some,
        cue: some,
        content,
        rule: names,
        origin: optional(fc.record({ name: names, span: spans })),
      })
      .map(({ origin, ...rest }): Statement => (origin === undefined ? rest : { ...rest, origin }));
    const statements = fc.uniqueArray(statement, {
      minLength: 1,
      maxLength: 4,
      selector: (s) => JSON.stringify({ ...s, rule: '' }),
    });
    return statements.chain((list) => {
      const signal = fc
        .record({
          member: states,
          option: fc.constantFrom('now', 'later'),
          stance: fc.constantFrom(...STANCES),
          firmness: fc.double({ min: 0, max: 1, noNaN: true }),
          confidence: fc.double({ min: 0, max: 1, noNaN: true }),
          condition: optional(
            fc.record({ kind: fc.constantFrom('while' as const, 'if' as const, 'until' as const), span: spans }),
          ),
          reasons: fc.array(fc.record({ kind: names, span: spans }), { maxLength: 2 }),
          statement: fc.nat({ max: list.length - 1 }),
          evidence: one,
          rule: names,
        })
        .map(({ condition, ...rest }): Signal => ({
          ...rest,
          ...(condition ? { condition } : {}),
          ...(published ? { asOf: published } : {}),
        }));
      return fc.array(signal, { maxLength: 4 }).map((signals) => (): { document: Document; reading: Reading } => ({
        document: documentOf(raw, { publisher: `Outlet ${(serial += 1)}`, ...(published ? { published } : {}) }),
        reading: { reader: 'reader@1', statements: list, signals },
      }));
    });
  });

  describe('laws of the record', () => {
    test('what is read back is what was stored, span for span', async () => {
      await fc.assert(
        fc.asyncProperty(readings, async (make) => {
          const { document, reading } = make();
          await register.putReading(document, 'q', reading);
          const statements = await register.statements({ document: document.id });
          // -0 and 0 are one number in SQL.
          const expected = reading.signals.map((s) => ({
            ...s,
            firmness: s.firmness + 0,
            confidence: s.confidence + 0,
          }));
          expect(statements.map(({ statement }) => statement)).toEqual(reading.statements);
          const signals = (await register.signals({ question: 'q' })).filter(
            ({ documentId }) => documentId === document.id,
          );
          expect(signals.map(({ signal }) => signal)).toEqual(expected);
          for (const { signal, statement } of signals)
            expect(statement.statement).toEqual(reading.statements[signal.statement]);
          for (const s of signals)
            expect(s.quote).toBe(document.text.slice(s.signal.evidence[0].start, s.signal.evidence[0].end));
          expect(await register.document(document.id)).toMatchObject({ ...document });
        }),
        { numRuns: 60 },
      );
    });

    test('a later day never loses a signal, and the last day has all', async () => {
      await register.putQuestion(question('asof'));
      for (let i = 0; i < 20; i += 1) {
        const document = documentOf(
          `Hungary said no for the ${i}th time.`,
          i % 5 === 0 ? {} : { published: day(`2024-10-${String(1 + ((i * 7) % 28)).padStart(2, '0')}`) },
        );
        await register.putReading(document, 'asof', simpleReading(document, 'HUN'));
      }
      const idsAsOf = async (asOf: string): Promise<Set<string>> =>
        new Set((await register.signals({ question: 'asof', asOf: day(asOf) })).map(({ id }) => id));
      await fc.assert(
        fc.asyncProperty(days, days, async (a, b) => {
          const [earlier, later] = [await idsAsOf(a < b ? a : b), await idsAsOf(a < b ? b : a)];
          expect([...earlier].filter((id) => !later.has(id))).toEqual([]);
        }),
        { numRuns: 30 },
      );
      expect((await idsAsOf('2024-10-31')).size).toBe(20);
      expect((await register.signals({ question: 'asof' })).length).toBe(20);
    });

    test('every past answer can be repeated, whatever was recorded since', async () => {
      await register.putQuestion(question('past'));
      const answers: { at: Date; ids: string[] }[] = [];
      const idsAt = async (knownAt?: Date): Promise<string[]> =>
        (await register.signals({ question: 'past', ...(knownAt ? { knownAt } : {}) })).map(
          ({ id, reader }) => `${reader} ${id}`,
        );
      await fc.assert(
        fc.asyncProperty(
          fc.nat({ max: 5 }),
          fc.nat({ max: 3 }),
          fc.constantFrom(...STANCES),
          async (which, version, stance) => {
            const document = documentOf(`Hungary said no for the ${which}th time.`);
            await register.putReading(document, 'past', simpleReading(document, 'HUN', stance, `reader@${version}`));
            answers.push({ at: new Date(ticks), ids: await idsAt() });
            for (const answer of answers.slice(-8)) expect(await idsAt(answer.at)).toEqual(answer.ids);
          },
        ),
        { numRuns: 30 },
      );
      for (const answer of answers) expect(await idsAt(answer.at)).toEqual(answer.ids);
    });
  });
});
