import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadEvidence } from '../../src/app/evidence.js';
import { reportCount } from '../../src/app/reports.js';
import { unwrap } from '../../src/domain/unwrap.js';
import type { Register } from '../../src/register/index.js';
import { day, documentOf, failureOf, openTest, question, simpleReading, state } from './helpers.js';
import { homes } from './homes.js';

describe.each(homes.filter(({ available }) => available))('batches in a register $name', (home) => {
  let register: Register;
  beforeAll(async () => {
    register = await openTest(await home.newPlace());
    await register.putQuestion(question('q', { members: ['HUN', 'DEU'].map(state) }));
  });
  afterAll(async () => {
    await register.close();
    await home.close();
  });
  const entry = (text: string, member: string) => {
    const document = documentOf(text, { published: day('2024-10-01') });
    return { document, reading: simpleReading(document, member) };
  };

  test('a batch stores what single readings would, once each, and says what was new', async () => {
    const [a, b] = [entry('Hungary said no.', 'HUN'), entry('Germany said no.', 'DEU')];
    expect(await register.putReadings('q', [a, b, a])).toEqual([true, true, false]);
    expect(await register.putReadings('q', [b, entry('Hungary said no again.', 'HUN')])).toEqual([false, true]);
    expect(await register.putReadings('q', [])).toEqual([]);
    expect((await register.signals({ question: 'q' })).map((s) => s.quote)).toEqual(['Hungary said no.', 'Germany said no.', 'Hungary said no again.']);
    expect((await register.examine()).problems).toEqual([]);
  });
  test('words are stored as they are, whatever marks they hold', async () => {
    const words = ['He said "no", \\ or {NULL}', 'NULL', '{"a": \'1\'}\n', '“Nein”, \\\\N\t😀'];
    const entries = words.map((speaker, i) => {
      const { document, reading } = entry(`Hungary said ${speaker} ${String(i)} times.`, 'HUN');
      return { document, reading: { ...reading, statements: reading.statements.map((s) => ({ ...s, speaker, about: ['HUN', 'DEU'].map(state) })) } };
    });
    expect(await register.putReadings('q', entries)).toEqual([true, true, true, true]);
    const stored = (await register.statements({ question: 'q' })).filter((s) => s.statement.about.length === 2);
    expect(stored.map((s) => [s.statement.speaker, s.statement.about, s.quote])).toEqual(entries.map(({ document, reading }) => [reading.statements[0]!.speaker, ['HUN', 'DEU'], document.text]));
    expect((await register.examine()).problems).toEqual([]);
  });
  test('one bad reading refuses the whole batch', async () => {
    const good = entry('Germany said maybe.', 'DEU');
    const bad = entry('Hungary said maybe.', 'HUN');
    const broken = { ...bad, reading: { ...bad.reading, signals: [{ ...bad.reading.signals[0]!, evidence: [{ start: 0, end: 999 }] as const }] } };
    expect(await failureOf(register.putReadings('q', [good, broken]))).toMatchObject({ code: 'register-corrupt', category: 'ours' });
    expect(await register.document(good.document.id)).toBeNull();
  });
  test('what is kept in memory is never older than the register', async () => {
    const signals = async (): Promise<number> => unwrap(await loadEvidence(register, 'q', {})).machine.length;
    const before = await signals();
    expect(unwrap(await loadEvidence(register, 'q', {}))).toBe(unwrap(await loadEvidence(register, 'q', {})));
    const extra = entry('Hungary said never.', 'HUN');
    await register.putReadings('q', [extra]);
    expect(await signals()).toBe(before + 1);
    await register.putReview({ action: 'declare', question: 'q', option: 'now', member: state('DEU'), stance: 'support', author: 'Ana', note: '' });
    expect(unwrap(await reportCount(register, 'q', {}, day('2024-12-31'))).members[1]).toMatchObject({ member: 'DEU', stance: 'support' });
    await register.erase(extra.document.id, 'Ana', 'order');
    expect(await signals()).toBe(before);
    await register.putQuestion(question('q', { members: ['HUN'].map(state) }));
    expect(unwrap(await reportCount(register, 'q', {}, day('2024-12-31'))).members).toHaveLength(1);
  });
});
