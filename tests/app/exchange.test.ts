import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toCsvTable } from '../../src/app/exchange/csv.js';
import { exportDna, importDna } from '../../src/app/exchange/dna.js';
import { exportPopolo, importPopolo } from '../../src/app/exchange/popolo.js';
import { questionBrief } from '../../src/app/exchange/question-brief.js';
import { TABLES, tableOf } from '../../src/app/exchange/tables.js';
import { reportCount } from '../../src/app/reports.js';
import { declarePosition } from '../../src/app/review/decide.js';
import { unwrap } from '../../src/domain/unwrap.js';
import type { Register } from '../../src/register/index.js';
import { day, documentOf, openTest, question, simpleReading, state } from '../register/helpers.js';
import { homes } from '../register/homes.js';

const today = day('2024-12-31');
const HOSTILE = '=cmd() said; "no" <script>alert(1)</script>,\nand left.';

describe.each(homes.filter(({ available }) => available))('exchange with a register $name', (home) => {
  const opened: Register[] = [];
  const filled = async (signals: boolean): Promise<Register> => {
    const register = await openTest(await home.newPlace());
    opened.push(register);
    await register.putQuestion(question('q', { members: ['HUN', 'DEU', 'USA'].map(state), options: [{ id: 'now', proposal: 'Do it now; at once', aliases: [] }, { id: 'later', proposal: 'Do it later', aliases: [] }] }));
    for (const [text, member, stance] of [[HOSTILE, 'HUN', 'oppose'], ['Germany backs it.', 'DEU', 'support'], ['Washington is torn.', 'USA', 'conditional']] as const) {
      const document = documentOf(text, { published: day('2024-10-01'), publisher: 'The; "Post"', title: '<b>Title</b>' });
      const reading = simpleReading(document, member, stance);
      await register.putReading(document, 'q', signals ? reading : { ...reading, signals: [], statements: [] });
    }
    return register;
  };
  const positions = async (register: Register): Promise<unknown> => unwrap(await reportCount(register, 'q', {}, today)).members.map((m) => [m.member, m.stance]);
  const kinds = (outcomes: readonly { kind: string }[]): string[] => outcomes.map((o) => o.kind);
  let register: Register;
  beforeAll(async () => {
    register = await filled(true);
  });
  afterAll(async () => {
    for (const r of opened) await r.close();
    await home.close();
  });

  test('every table is read back by a CSV reader cell for cell, and runs nothing in a spreadsheet', async () => {
    unwrap(await declarePosition(register, 'q', { member: 'USA', stance: 'conditional' }, { author: 'Ana', note: '+1 "sure"' }));
    for (const name of TABLES) {
      const { columns, rows } = unwrap(await tableOf(register, name, 'q', today));
      const read = parse(toCsvTable(columns, rows), { columns: true }) as Record<string, string>[];
      const wanted = rows.map((row) => Object.fromEntries(columns.map((c) => [c, String(row[c] ?? '').replace(/^(?=[=+\-@\t\r])/, "'")])));
      expect([name, read]).toEqual([name, wanted]);
      for (const row of rows) for (const column of Object.keys(row).filter((c) => row[c] !== undefined && row[c] !== null)) expect([name, columns]).toEqual([name, expect.arrayContaining([column])]);
      if (name !== 'erasures') expect(rows.length).toBeGreaterThan(0);
    }
    expect((await tableOf(register, 'signals', 'x', today)).ok).toBe(false);
  });
  test('a DNA event list, read by a CSV reader as DNA’s own, comes back as the same positions, once', async () => {
    const list = await exportDna(register, 'q');
    const rows = parse(list, { delimiter: ';', columns: true }) as Record<string, string>[];
    expect(Object.keys(rows[0]!).slice(0, 9)).toEqual(['statement ID', 'time', 'document ID', 'document title', 'author', 'source', 'section', 'type', 'text']);
    expect(rows.map((r) => [r['organization'], r['agreement'], r['time']])).toEqual([['Hungary', '0', '2024-10-01 00:00:00'], ['Germany', '1', '2024-10-01 00:00:00'], ['United States', '0', '2024-10-01 00:00:00']]);
    const other = await filled(false);
    expect(kinds(unwrap(await importDna(other, 'q', list, 'Ben')))).toEqual(['added', 'added', 'added']);
    expect(await positions(other)).toEqual(await positions(register));
    expect(kinds(unwrap(await importDna(other, 'q', list, 'Ben')))).toEqual(['known', 'known', 'known']);
    expect(kinds(unwrap(await importDna(other, 'q', list.replace('Germany backs it', 'Germany rejects it'), 'Ben')))).toEqual(['known', 'failed', 'known']);
    expect(await importDna(other, 'q', 'a;b\n1;2\n', 'Ben')).toMatchObject({ ok: false, error: { code: 'input-unreadable' } });
  });
  test('Popolo says its vote is expected, and a roll call comes in as declared positions, once', async () => {
    const file = unwrap(await exportPopolo(register, 'q', undefined, today)) as { organizations: { id: string }[]; memberships: { organization_id: string; member: { id: string } }[]; vote_events: { classification: string; counts: { value: number }[]; votes: { voter_id: string }[] }[] };
    const ids = new Set(file.organizations.map((o) => o.id));
    for (const m of file.memberships) expect([ids.has(m.organization_id), ids.has(m.member.id)]).toEqual([true, true]);
    const [event] = file.vote_events;
    expect(event?.classification).toBe('expected, not cast');
    expect(event?.counts.reduce((n, c) => n + c.value, 0)).toBe(event?.votes.length);
    const other = await filled(false);
    expect(kinds(unwrap(await importPopolo(other, 'q', JSON.parse(JSON.stringify(file)), undefined, 'Ben')))).toEqual(['added', 'added', 'added']);
    expect(await positions(other)).toEqual(await positions(register));
    const rollCall = { vote_events: [{ id: 'UN/1', start_date: '2024-11-01', votes: [{ voter_id: 'Hungary', option: 'yes' }, { voter_id: 'DEU', option: 'abstain' }, { voter_id: 'Atlantis', option: 'no' }, { voter_id: 'USA', option: 'maybe' }] }] };
    expect(kinds(unwrap(await importPopolo(other, 'q', rollCall, undefined, 'Ben')))).toEqual(['added', 'added', 'failed', 'failed']);
    expect(await positions(other)).toEqual([['HUN', 'support'], ['DEU', 'uncommitted'], ['USA', 'conditional']]);
    expect(kinds(unwrap(await importPopolo(other, 'q', rollCall, undefined, 'Ben'))).slice(0, 2)).toEqual(['known', 'known']);
    expect((await importPopolo(other, 'q', { vote_events: 7 }, undefined, 'Ben')).ok).toBe(false);
  });
  test('a briefing is one file whose notes lead there and back, with no script, and hostile words stay words', async () => {
    const brief = unwrap(await questionBrief(register, 'q', {}, today));
    const { document } = parseHTML(brief);
    expect(document.querySelectorAll('script, link, img, iframe').length).toBe(0);
    expect(document.querySelector('ol.notes')?.textContent).toContain('<script>alert(1)</script>');
    const marks = [...document.querySelectorAll('sup a')];
    const notes = [...document.querySelectorAll('ol.notes li')];
    expect([marks.length, notes.length]).toEqual([3, 3]);
    marks.forEach((mark, i) => {
      expect(notes[i]?.id).toBe(mark.getAttribute('href')?.slice(1));
      expect(notes[i]?.querySelector('a')?.getAttribute('href')).toBe(`#${mark.id}`);
    });
    expect(document.querySelector('h1')?.textContent).toBe(unwrap(await reportCount(register, 'q', {}, today)).count.sentence);
    expect(brief).toContain('@media print');
    expect((await questionBrief(register, 'x', {}, today)).ok).toBe(false);
  });
});
