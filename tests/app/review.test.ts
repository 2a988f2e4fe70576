import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { reportCount, reportWhy, type CountRequest } from '../../src/app/reports.js';
import { addSignal, declarePosition, reviewOrigins, reviewSignal } from '../../src/app/review/decide.js';
import { diffPositions } from '../../src/app/review/diff.js';
import { reviewQueue } from '../../src/app/review/queue.js';
import type { Document } from '../../src/domain/document.js';
import type { Result } from '../../src/domain/result.js';
import type { Stance } from '../../src/domain/stance.js';
import type { Register } from '../../src/register/index.js';
import { day, documentOf, openTest, question, simpleReading, state } from '../register/helpers.js';
import { homes } from '../register/homes.js';

const today = day('2024-12-31');
const by = { author: 'Ana', note: 'checked with the mission' };
const value = <T>(result: Result<T, { message: string }>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe.each(homes.filter(({ available }) => available))('reviews in a register $name', (home) => {
  let register: Register;
  let ticks = 0;
  let q = '';
  let serial = 0;
  const opened: Register[] = [];
  beforeEach(async () => {
    serial += 1;
    q = `q-${serial}`;
    const first = opened[0];
    register =
      first ??
      (await openTest(await home.newPlace(), {
        clock: () => new Date(Date.parse('2026-01-01T00:00:00Z') + (ticks += 1_000)),
      }));
    if (!first) opened.push(register);
    await register.putQuestion(question(q, { members: ['HUN', 'DEU', 'USA'].map(state) }));
  });
  afterAll(async () => {
    for (const r of opened) await r.close();
    await home.close();
  });

  async function read(
    text: string,
    member: string,
    stance: Stance,
    reader = 'reader@1',
    published = '2024-10-01',
  ): Promise<Document> {
    const document = documentOf(text, { published: day(published), publisher: `Outlet ${serial}` });
    await register.putReading(document, q, simpleReading(document, member, stance, reader));
    return document;
  }
  const positions = async (request: CountRequest = {}): Promise<string[]> => {
    const report = value(await reportCount(register, q, request, today));
    return report.members.map((m) => `${m.member} ${m.stance}${m.declared ? ' declared' : ''}`);
  };
  const signalOf = async (member: string): Promise<string> =>
    value(await reportWhy(register, q, member, {}, today)).evidence[0]!.signalId;
  const now = (): Date => new Date(Date.parse('2026-01-01T00:00:00Z') + ticks);

  test('a rejected signal goes, stays away when a newer reader finds it again, and the past keeps it', async () => {
    const document = await read('Hungary said no.', 'HUN', 'oppose');
    const before = now();
    value(await reviewSignal(register, q, 'reject', (await signalOf('HUN')).slice(0, 12), {}, by));
    expect(await positions()).toContain('HUN unknown');
    await register.putReading(document, q, simpleReading(document, 'HUN', 'conditional', 'reader@2'));
    expect(await positions()).toContain('HUN unknown');
    expect(await positions({ knownAt: before })).toContain('HUN oppose');
  });
  test('a corrected signal is the person’s, outranks other machine signals up to its day, and newer words count again', async () => {
    await read('Hungary said no to it.', 'HUN', 'oppose', 'reader@1', '2024-10-05');
    const id = await signalOf('HUN');
    await read('Hungary is firmly against.', 'HUN', 'oppose', 'reader@1', '2024-10-03');
    value(await reviewSignal(register, q, 'correct', id, { stance: 'support' }, by));
    expect(await positions()).toContain('HUN support');
    const why = value(await reportWhy(register, q, 'HUN', {}, today));
    expect(why.evidence.map((e) => [e.reader, e.rule, e.quote])).toEqual([
      ['person:Ana', 'review/correct', 'Hungary said no to it.'],
    ]);
    await read('Hungary turned against it again.', 'HUN', 'oppose', 'reader@1', '2024-11-20');
    expect(value(await reportWhy(register, q, 'HUN', {}, today)).evidence).toHaveLength(2);
    expect(await positions({ asOf: day('2024-10-05') })).toContain('HUN support');
    expect(await positions({ asOf: day('2024-10-04') })).toContain('HUN oppose');
  });
  test('an accepted signal stands even when a newer reader no longer finds it', async () => {
    const document = await read('Germany backs it.', 'DEU', 'support');
    value(await reviewSignal(register, q, 'accept', await signalOf('DEU'), {}, by));
    await register.putReading(document, q, { reader: 'reader@3', statements: [], signals: [] });
    expect(await positions()).toContain('DEU support');
    value(await reviewSignal(register, q, 'reject', await signalOf('DEU'), {}, by));
    expect(await positions()).toContain('DEU unknown');
  });
  test('a signal added by hand rests on words that stand in the document once', async () => {
    const document = await read('Hungary said no. Washington would rather wait, wait and see.', 'HUN', 'oppose');
    const add = (quote: string) =>
      addSignal(register, q, { member: 'USA', stance: 'uncommitted', document: document.id.slice(0, 10), quote }, by);
    expect(await add('Washington will')).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('do not stand') },
    });
    expect(await add('wait')).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('more than once') },
    });
    value(await add('Washington would rather wait'));
    expect(await positions()).toContain('USA uncommitted');
    expect(value(await reportWhy(register, q, 'USA', {}, today)).evidence[0]).toMatchObject({
      quote: 'Washington would rather wait',
      span: { start: 17, end: 45 },
    });
  });
  test('a declared position needs a note, holds from its day, and can be taken back', async () => {
    await read('Hungary said no.', 'HUN', 'oppose');
    expect(
      await declarePosition(register, q, { member: 'HUN', stance: 'support' }, { author: 'Ana', note: ' ' }),
    ).toMatchObject({ ok: false });
    value(await declarePosition(register, q, { member: 'Hungary', stance: 'support', from: day('2024-11-01') }, by));
    expect(await positions()).toContain('HUN support declared');
    expect(await positions({ asOf: day('2024-10-31') })).toContain('HUN oppose');
    value(await declarePosition(register, q, { member: 'HUN', stance: 'none' }, by));
    expect(await positions()).toContain('HUN oppose');
  });
  test('origins are merged and split, and the count says who did it', async () => {
    const a = await read('Hungary said no.', 'HUN', 'oppose');
    const b = await read('Hungary refused it.', 'HUN', 'oppose');
    expect(value(await reportCount(register, q, {}, today)).independence).toBe('Two articles, two origins.');
    value(await reviewOrigins(register, q, 'merge', [a.id.slice(0, 8), b.id.slice(0, 8)], by));
    const merged = value(await reportCount(register, q, {}, today));
    expect(merged.independence).toBe('Two articles, one origin.');
    expect(merged.sharedOrigins[0]?.reasons[0]?.reason).toMatch(/^Ana merged it with .*: checked with the mission$/);
    value(await reviewOrigins(register, q, 'split', [b.id], by));
    expect(value(await reportCount(register, q, {}, today)).independence).toBe('Two articles, two origins.');
  });
  test('the queue puts the holdout whose move decides first, and leaves out what was decided', async () => {
    await read('Hungary said no.', 'HUN', 'oppose');
    await read('Germany backs it.', 'DEU', 'support');
    await read('America backs it.', 'USA', 'support');
    const queue = value(await reviewQueue(register, q, {}, today));
    expect(queue.map((x) => x.member)[0]).toBe('HUN');
    expect(queue[0]?.effect).toBe('changes the outcome');
    value(await reviewSignal(register, q, 'accept', queue[0]!.signalId, {}, by));
    expect(value(await reviewQueue(register, q, {}, today)).map((x) => x.member)).toEqual(
      expect.not.arrayContaining(['HUN']),
    );
  });
  test('the diff of a newer reader shows which position changed and by which signals', async () => {
    const document = await read('Hungary said no.', 'HUN', 'oppose');
    await read('Germany backs it.', 'DEU', 'support');
    await register.putReading(document, q, simpleReading(document, 'HUN', 'conditional', 'reader@2'));
    const diff = value(await diffPositions(register, q, {}, today));
    expect(diff.positions).toMatchObject([
      {
        member: 'HUN',
        before: 'oppose',
        after: 'conditional',
        signals: [
          { change: 'lost', because: 'reader', reader: 'reader@1' },
          { change: 'gained', because: 'reader', reader: 'reader@2' },
        ],
      },
    ]);
    value(await declarePosition(register, q, { member: 'USA', stance: 'support' }, by));
    expect(value(await diffPositions(register, q, {}, today, now(), undefined)).positions).toEqual([]);
  });
  test('a signal that waits is in the queue and not in the count, counts once accepted, and goes when rejected', async () => {
    for (const [member, text] of [
      ['HUN', 'Hungary said no, it seems.'],
      ['DEU', 'Germany said no, it seems.'],
    ] as const) {
      const document = documentOf(text, { published: day('2024-10-01'), publisher: `Outlet ${serial}` });
      const { signals, ...reading } = simpleReading(document, member, 'oppose');
      await register.putReading(document, q, { ...reading, signals: [], waiting: signals });
    }
    expect(await positions()).toEqual(['HUN unknown', 'DEU unknown', 'USA unknown']);
    const queue = value(await reviewQueue(register, q, {}, today));
    expect(queue.map((x) => [x.member, x.standing, x.stance])).toEqual([
      ['DEU', 'waiting', 'oppose'],
      ['HUN', 'waiting', 'oppose'],
    ]);
    const idOf = (member: string): string => queue.find((x) => x.member === member)!.signalId;
    value(await reviewSignal(register, q, 'accept', idOf('HUN'), {}, by));
    value(await reviewSignal(register, q, 'reject', idOf('DEU').slice(0, 12), {}, by));
    expect(await positions()).toEqual(['HUN oppose', 'DEU unknown', 'USA unknown']);
    expect(value(await reviewQueue(register, q, {}, today))).toEqual([]);
  });
  test('what cannot be is refused in a sentence', async () => {
    await read('Hungary said no.', 'HUN', 'oppose');
    const id = await signalOf('HUN');
    const failures = [
      await reviewSignal(register, q, 'accept', 'abc', {}, by),
      await reviewSignal(register, q, 'accept', 'f'.repeat(12), {}, by),
      await reviewSignal(register, q, 'correct', id, { stance: 'maybe' }, by),
      await reviewSignal(register, q, 'correct', id, { option: 'never' }, by),
      await declarePosition(register, q, { member: 'Atlantis', stance: 'support' }, by),
      await reviewOrigins(register, q, 'merge', ['0'.repeat(12)], by),
    ];
    for (const failure of failures)
      expect(failure).toMatchObject({ ok: false, error: { message: expect.stringMatching(/^[^\n]*\.$/) } });
    expect(await register.reviews({ question: q })).toEqual([]);
  });
});
