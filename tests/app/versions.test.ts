import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportCount, reportWhy, type CountRequest } from '../../src/app/reports.js';
import { storeDocument } from '../../src/work/store-document.js';
import { reportVersions } from '../../src/app/versions/report-versions.js';
import { textChanges } from '../../src/work/sightings/text-changes.js';
import type { EvidenceReport } from '../../src/domain/report.js';
import type { Document } from '../../src/domain/document.js';
import { createDocument } from '../../src/gather/index.js';
import type { Register } from '../../src/register/index.js';
import { day, newFolder, openTest, question, removeFolders } from '../register/helpers.js';

const ASKED = question('q', {
  options: [{ id: 'now', proposal: 'Invite Ukraine to join the alliance.', aliases: [] }],
});
const TODAY = day('2024-10-25');
let now = Date.parse('2024-10-20T10:00:00Z');
let register: Register;
beforeAll(async () => {
  register = await openTest(newFolder(), { clock: () => new Date(now) });
  await register.putQuestion(ASKED);
});
afterAll(async () => {
  await register.close();
  removeFolders();
});

const page = (address: string, text: string): Document =>
  createDocument(
    { text, title: 'Positions', publisher: 'Harbour Post', published: day('2024-10-18'), address },
    'html',
  );
/** Reads what stands at an address on a day of October 2024, at noon. */
const see = async (address: string, onDay: number, text: string) => {
  now = Date.parse(`2024-10-${onDay}T12:00:00Z`);
  const stored = await storeDocument(register, ASKED, page(address, text), TODAY, {
    seenAt: new Date(now).toISOString(),
  });
  if (!stored.ok) throw new Error(stored.error.message);
  return stored.value;
};
const evidence = async (member: string, request: CountRequest = {}): Promise<readonly EvidenceReport[]> => {
  const why = await reportWhy(register, 'q', member, request, TODAY);
  if (!why.ok) throw new Error(why.error.message);
  return why.value.evidence;
};
const marks = async (member: string, request: CountRequest = {}) =>
  (await evidence(member, request)).map((e) => [e.quote, e.retracted]);
const member = async (code: string, request: CountRequest = {}) => {
  const count = await reportCount(register, 'q', request, TODAY);
  if (!count.ok) throw new Error(count.error.message);
  return count.value.members.find((m) => m.member === code);
};

describe('a page that changed', () => {
  const address = 'https://harbour.example/positions';
  const first =
    'Hungary opposes inviting Ukraine to join the alliance.\nSpain supports inviting Ukraine to join the alliance.\nLatvia opposes inviting Ukraine to join the alliance.';
  const second =
    'Spain supports inviting Ukraine to join the alliance.\nLatvia supports inviting Ukraine to join the alliance.\nMore follows.';

  test('is a new version, with the change between the two', async () => {
    expect(await see(address, 20, first)).toMatchObject({ added: true, isNewVersion: false });
    expect(await see(address, 21, first)).toMatchObject({ added: false, isNewVersion: false });
    expect(await see(address, 22, second)).toMatchObject({ added: true, isNewVersion: true });
    expect(await reportVersions(register, address)).toMatchObject({
      value: [
        { number: 1, firstSeen: '2024-10-20T12:00:00.000Z', lastSeen: '2024-10-21T12:00:00.000Z', changes: [] },
        {
          number: 2,
          firstSeen: '2024-10-22T12:00:00.000Z',
          changes: [
            { was: expect.stringMatching(/Hungary opposes/), now: '' },
            { was: 'opposes', now: 'supports' },
            { now: expect.stringMatching(/More follows/) },
          ],
        },
      ],
    });
    expect(await reportVersions(register, 'https://harbour.example/nothing')).toMatchObject({
      ok: false,
      error: { code: 'document-unknown' },
    });
  });

  test('marks the words it lost, and leaves those it kept', async () => {
    expect(await marks('HUN')).toEqual([
      [expect.stringMatching(/^Hungary opposes/), 'the page lacks these words since 2024-10-22'],
    ]);
    expect((await marks('ESP')).map(([, retracted]) => retracted)).toEqual([null, null]);
  });

  test('words that only vanished weigh less, words that were replaced nothing', async () => {
    const [before, after] = [await member('HUN', { asOf: day('2024-10-21') }), await member('HUN')];
    expect([before?.stance, after?.stance]).toEqual(['oppose', 'oppose']);
    expect(after?.confidence).toBeLessThan(before?.confidence ?? 0);
    expect(after?.best?.retracted).toMatch(/lacks these words/);
    expect(await member('LVA')).toMatchObject({
      stance: 'support',
      contested: false,
      distribution: { support: 1, oppose: 0 },
    });
    expect((await evidence('LVA')).find((e) => e.stance === 'oppose')?.retracted).toBe(
      'the page lacks these words since 2024-10-22 and says something else of the member',
    );
  });

  test('both versions are one origin', async () => {
    const count = await reportCount(register, 'q', {}, TODAY);
    expect(count).toMatchObject({ value: { documents: 2, origins: 1 } });
    expect((await member('ESP'))?.origins).toBe(1);
  });

  test('as of a day before, and as known before, the words stand', async () => {
    expect(await marks('HUN', { asOf: day('2024-10-21') })).toMatchObject([[expect.anything(), null]]);
    expect(await marks('HUN', { knownAt: new Date('2024-10-21T23:00:00Z') })).toMatchObject([
      [expect.anything(), null],
    ]);
    expect(await marks('HUN', { asOf: day('2024-10-22') })).toMatchObject([
      [expect.anything(), expect.stringMatching(/lacks/)],
    ]);
  });

  test('that goes back to what it said before has its words again', async () => {
    expect(await see(address, 23, first)).toMatchObject({ added: false, isNewVersion: false });
    expect(await marks('HUN')).toMatchObject([[expect.anything(), null]]);
    expect((await evidence('LVA')).find((e) => e.stance === 'support')?.retracted).toMatch(/something else/);
    const versions = await reportVersions(register, address);
    expect(versions.ok && versions.value.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('an older capture found later takes its place in time, and nothing of the newest is taken back', async () => {
    const older = 'Poland supports inviting Ukraine to join the alliance.';
    now = Date.parse('2024-10-24T12:00:00Z');
    await storeDocument(register, ASKED, page(address, older), TODAY, { seenAt: '2024-10-19T12:00:00.000Z' });
    const versions = await reportVersions(register, address);
    expect(versions.ok && versions.value.map(({ firstSeen }) => firstSeen.slice(8, 10))).toEqual([
      '19',
      '20',
      '22',
      '23',
    ]);
    expect(await marks('POL')).toMatchObject([[expect.anything(), 'the page lacks these words since 2024-10-20']]);
    expect(await marks('HUN')).toMatchObject([[expect.anything(), null]]);
  });

  test('white space is no change of words, and a page elsewhere is no version', async () => {
    await see('https://harbour.example/other', 24, 'Estonia  opposes inviting Ukraine to join the alliance.');
    await see('https://harbour.example/other', 25, 'Estonia opposes inviting\nUkraine to join the alliance.');
    expect((await marks('EST')).every(([, retracted]) => retracted === null)).toBe(true);
  });
});

describe('laws of changes', () => {
  test('putting the changes into the older text gives the newer', () => {
    const words = fc
      .array(fc.constantFrom('Hungary', 'says', 'no', 'yes', '.', '\n', ' ', '“'), { maxLength: 40 })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, (older, newer) => {
        let made = '';
        let at = 0;
        for (const { from, to } of textChanges(older, newer)) {
          expect(from.start).toBeGreaterThanOrEqual(at);
          made += older.slice(at, from.start) + newer.slice(to.start, to.end);
          at = from.end;
        }
        expect(made + older.slice(at)).toBe(newer);
      }),
    );
  });
  test('texts with nothing in common are one change of everything, in bounded time', () => {
    const long = (seed: string): string => Array.from({ length: 20_000 }, (_, i) => `${seed}${i}`).join(' ');
    expect(textChanges(long('a'), long('b'))).toEqual([
      { from: { start: 0, end: long('a').length }, to: { start: 0, end: long('b').length } },
    ]);
    expect(textChanges('same', 'same')).toEqual([]);
  });
});
