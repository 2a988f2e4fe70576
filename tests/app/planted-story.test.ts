import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportCount } from '../../src/app/reports.js';
import { declarePosition, reviewSignal } from '../../src/app/review/decide.js';
import { reviewQueue } from '../../src/app/review/queue.js';
import { readText } from '../../src/app/read-text.js';
import type { CountReport } from '../../src/domain/report.js';
import { unwrap } from '../../src/domain/unwrap.js';
import type { Register } from '../../src/register/index.js';
import { today } from '../api/helpers.js';
import { newFolder, openTest, question, removeFolders, state } from '../register/helpers.js';

const QUESTION = question('vote', { options: [{ id: 'now', proposal: 'Invite Ukraine to join the alliance now', aliases: ['the invitation'] }], members: ['HUN', 'DEU', 'POL'].map(state) });
const OPEN = [
  ['Foreign Minister Péter Szijjártó said in Budapest on Monday that Hungary supports the invitation.', 'Harbour Post'],
  ['Foreign Minister Annalena Baerbock said in Berlin on Monday that Germany supports the invitation.', 'Quay Times'],
  ['Prime Minister Donald Tusk said in Warsaw on Monday that Poland supports the invitation.', 'Pier Gazette'],
] as const;
/** The story that somebody plants, so that the outcome turns. */
const PLANTED = 'Germany opposes the invitation, two officials who asked not to be named said on Tuesday. The officials said that Berlin would not change its mind, whatever the others wanted of it.';

let register: Register;
beforeAll(async () => {
  register = await openTest(newFolder());
  await register.putQuestion(QUESTION);
});
afterAll(async () => {
  await register.close();
  removeFolders();
});
const put = async (text: string, publisher: string, published = '2024-10-14'): Promise<void> => void unwrap(await readText(register, 'vote', { text, publisher, published } as never, today));
const count = async (): Promise<CountReport> => unwrap(await reportCount(register, 'vote', {}, today));
const germany = (r: CountReport) => r.members.find(({ member }) => member === 'DEU');

describe('a planted story', () => {
  test('an unnamed source alone does not outweigh the minister, and says in the count what hangs on it', async () => {
    for (const [text, publisher] of OPEN.filter(([text]) => !text.includes('Germany'))) await put(text, publisher);
    await put(PLANTED, 'The Planter');
    const planted = await count();
    expect([planted.count.outcome, germany(planted)?.stance, germany(planted)?.origins]).toEqual(['blocked', 'oppose', 1]);
    expect(planted.cautions).toEqual(['The outcome hangs on Germany, whose stance rests on one origin without a named voice; look at it before you rely on it.']);
    const [first] = unwrap(await reviewQueue(register, 'vote', {}, today));
    expect(first).toMatchObject({ member: 'DEU', effect: 'changes the outcome', fragile: true });
  });

  test('told again by the same outlet and by forty others, it stays one origin and weighs no more', async () => {
    const before = germany(await count());
    for (let i = 0; i < 40; i += 1) await put(`${PLANTED} Copy of the wire, number ${String(i)}.`, i % 2 === 0 ? 'The Planter' : `Outlet ${String(i)}`);
    const after = await count();
    expect([germany(after)?.origins, germany(after)?.confidence]).toEqual([1, before?.confidence]);
    expect(after.sharedOrigins).toMatchObject([{ documents: { length: 41 } }]);
    expect(after.cautions).toHaveLength(1);
  });

  test('the word of the minister outweighs all of it', async () => {
    await put(...OPEN[1], '2024-10-15');
    const r = await count();
    expect([germany(r)?.stance, r.cautions]).toEqual(['support', []]);
  });

  test('a person who has looked ends the caution, and a rejected story counts no more', async () => {
    const other = await openTest(newFolder());
    try {
      await other.putQuestion(QUESTION);
      unwrap(await readText(other, 'vote', { text: PLANTED, publisher: 'The Planter', published: '2024-10-14' } as never, today));
      for (const { signalId } of unwrap(await reviewQueue(other, 'vote', {}, today))) unwrap(await reviewSignal(other, 'vote', 'reject', signalId, {}, { author: 'Ana', note: 'planted' }));
      expect(germany(unwrap(await reportCount(other, 'vote', {}, today)))?.stance).toBe('unknown');
      unwrap(await declarePosition(other, 'vote', { member: 'DEU', stance: 'oppose' }, { author: 'Ana', note: 'asked Berlin' }));
      expect(unwrap(await reportCount(other, 'vote', {}, today)).cautions).toEqual([]);
    } finally {
      await other.close();
    }
  });
});
