import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memberRecord } from '../../src/app/member-record.js';
import { registerHash } from '../../src/app/register-hash.js';
import { loadEvidence } from '../../src/app/evidence.js';
import { reportCount } from '../../src/app/reports.js';
import { timelineOf } from '../../src/app/timeline.js';
import { unwrap } from '../../src/domain/unwrap.js';
import type { Register } from '../../src/register/index.js';
import { day, documentOf, newFolder, openTest, question, removeFolders, simpleReading, state } from '../register/helpers.js';

const today = day('2024-12-31');
let register: Register;
let now = Date.parse('2026-01-01T00:00:00Z');

const say = async (to: Register, member: string, stance: 'support' | 'oppose', published: string | undefined): Promise<void> => {
  const document = documentOf(`${member} said something on ${published ?? 'some day'}.`, published ? { published: day(published) } : {});
  await to.putReading(document, 'q', simpleReading(document, member, stance));
};
const open = (): Promise<Register> => openTest(newFolder(), { clock: () => new Date((now += 1_000)) });

beforeAll(async () => {
  register = await open();
  await register.putQuestion(question('q', { members: ['HUN', 'DEU', 'USA'].map(state) }));
  await say(register, 'HUN', 'oppose', '2024-10-01');
  await say(register, 'DEU', 'support', '2024-10-03');
  now += 3_600_000;
  await say(register, 'HUN', 'support', '2024-10-09');
  await say(register, 'USA', 'support', undefined);
});
afterAll(async () => {
  await register.close();
  removeFolders();
});

test('each moment of the timeline is the count as of that day, and as known at that instant', async () => {
  const { valid, recorded } = unwrap(await timelineOf(register, 'q', undefined, today));
  expect(valid.map(({ at }) => at)).toEqual(['2024-10-01', '2024-10-03', '2024-10-09']);
  // Two runs of reading, an hour apart.
  expect(recorded).toHaveLength(2);
  for (const m of valid) {
    const count = unwrap(await reportCount(register, 'q', { asOf: day(m.at) }, today));
    expect([m.sentence, m.documents, m.stances]).toEqual([count.count.sentence, count.documents, Object.fromEntries(count.members.map((x) => [x.member, x.stance]))]);
  }
  for (const m of recorded) {
    const count = unwrap(await reportCount(register, 'q', { knownAt: new Date(m.at) }, today));
    expect([m.sentence, m.stances]).toEqual([count.count.sentence, Object.fromEntries(count.members.map((x) => [x.member, x.stance]))]);
  }
  expect(recorded[0]?.stances['HUN']).toBe('oppose');
  expect(valid.every((m) => Object.values(m.tally).reduce((a, b) => a + b, 0) === 3)).toBe(true);
});

test('the hash is the same for the same evidence in whatever order it was recorded, and another without a part of it', async () => {
  const asked = unwrap(await loadEvidence(register, 'q', {}));
  const { question: q, summaries, machine } = asked;
  const hash = registerHash(q, summaries, machine, []);
  expect(unwrap(await reportCount(register, 'q', {}, today)).registerHash).toBe(hash);
  fc.assert(
    fc.property(fc.shuffledSubarray([...summaries], { minLength: summaries.length }), fc.shuffledSubarray([...machine]), (documents, signals) => {
      expect(registerHash(q, documents, signals, []) === hash).toBe(signals.length === machine.length);
    }),
  );
  expect(registerHash({ ...q, rule: 'unanimity' }, summaries, machine, [])).not.toBe(hash);
});

test('a member’s record says where it stands on each option that was spoken of, and who has held its offices', async () => {
  const record = unwrap(await memberRecord(register, 'Hungary', today));
  expect(record.positions.map((p) => [p.question, p.option])).toEqual([['q', 'now']]);
  expect(record.offices.some((o) => o.name.includes('Orb'))).toBe(true);
  expect((await memberRecord(register, 'Atlantis', today)).ok).toBe(false);
});
