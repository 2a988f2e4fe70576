import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../src/api/create-api.js';
import type { InfluenceReport } from '../../src/app/models/influence-report.js';
import type { BargainReport } from '../../src/app/models/bargain-report.js';
import { openRegister, type Register } from '../../src/app/open.js';
import { parseQuestion } from '../../src/app/parse-question.js';
import type { IsoDate } from '../../src/domain/ids.js';
import type { Stance } from '../../src/domain/stance.js';

const today = '2026-11-24' as IsoDate;
/** The stances of the seed's question, as people declare them: seven holdouts, four supporters, 21 silent. */
const STANCES: Readonly<Record<string, Stance>> = { DEU: 'oppose', USA: 'oppose', HUN: 'oppose', SVK: 'oppose', BEL: 'abstract-support', SVN: 'abstract-support', ESP: 'abstract-support', POL: 'support', EST: 'support', LVA: 'support', LTU: 'support' };

let register: Register;
let ask: <T>(path: string, body?: unknown) => Promise<{ readonly status: number; readonly body: T & { readonly detail: string } }>;
beforeAll(async () => {
  register = await openRegister(join(mkdtempSync(join(tmpdir(), 'holdout-models-')), 'r'), 'create');
  const question = parseQuestion('id: nato\nbody: NATO\ndate: 2024-10-24\nrule: consensus\nproposal: Invite Ukraine to join now.\n', 'nato.yaml', today);
  if (!question.ok) throw new Error(question.error.message);
  await register.putQuestion(question.value);
  for (const [member, stance] of Object.entries(STANCES)) await register.putReview({ action: 'declare', question: 'nato', option: 'proposal', member: member as never, stance, author: 'Ada', note: '' });
  const api = createApi({ register, today: () => today });
  ask = async <T>(path: string, body?: unknown) => {
    const r = await api.request(path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
    return { status: r.status, body: (await r.json()) as T & { readonly detail: string } };
  };
}, 60_000);
afterAll(() => register.close());

describe('bargaining on a question', () => {
  it('places members by the stated map from stances and leaves silence out', async () => {
    const { body } = await ask<BargainReport>('/api/questions/nato/bargain?model=mean');
    expect(body.actors).toHaveLength(11);
    // Four at 0, three at 30, four at 100.
    expect(body.forecast?.[0]).toBeCloseTo(490 / 11, 12);
    expect(body.sentence).toContain('from 0 (against, come what may) to 100 (for it, now)');
    expect(body.notes.join(' ')).toContain('21 of 32 members are silent');
  });

  it('takes capability, salience and places from a posted file, and changes nothing', async () => {
    const { body } = await ask<BargainReport>('/api/questions/nato/bargain', { model: 'mean', actors: [{ name: 'USA', capability: 5, salience: 1 }, { name: 'Turkey', position: 100 }] });
    expect(body.actors.find((a) => a.name === 'TUR')).toMatchObject({ positions: [100], capability: 1, saliences: [0.5] });
    expect(body.forecast?.[0]).toBeCloseTo((0.5 * (90 + 500)) / (0.5 * 11 + 5), 12);
    expect((await ask<BargainReport>('/api/questions/nato/bargain?model=mean')).body.actors).toHaveLength(11);
  });

  it('bargains among given actors without a question', async () => {
    const { body } = await ask<BargainReport>('/api/bargain', { model: 'nash', actors: [{ name: 'a', position: 0, capability: 1, salience: 1 }, { name: 'b', position: 1, capability: 3, salience: 1 }] });
    expect(body.forecast?.[0]).toBeCloseTo(0.75, 12);
  });

  it.each([
    ['/api/questions/nowhere/bargain', undefined, 404, /no question "nowhere"/],
    ['/api/questions/nato/bargain?model=oracle', undefined, 400, /no bargaining model/],
    ['/api/questions/nato/bargain', { actors: [{ name: 'Atlantis', capability: 1 }] }, 404, /"Atlantis" is no member/],
    ['/api/bargain', { actors: 'nonsense: [' }, 400, /neither YAML nor JSON/],
    ['/api/bargain', {}, 400, /Give the actors/],
    ['/api/bargain', { players: [] }, 400, /players/],
  ])('%s refuses what it cannot use', async (path, body, status, detail) => {
    const answer = await ask<object>(path, body);
    expect(answer).toMatchObject({ status, body: { detail: expect.stringMatching(detail) } });
  });
});

describe('influence on a question', () => {
  const shift = (query: string, body?: unknown) => ask<InfluenceReport>(`/api/questions/nato/influence?${query}`, body);
  const of = (r: InfluenceReport, member: string) => r.members.find((m) => m.member === member)!;

  it('says what a shift of the United States does to Germany, given the edge', async () => {
    const { body } = await shift('shift=USA=support&edge=USA:DEU=0.9&bases=none');
    const germany = of(body, 'DEU');
    // λ = ½, attention 0.9 of 1.9 to the United States: ½·(0.9/1.9)/(1 − ½·(1/1.9)).
    expect(germany.ends).toBe(0);
    expect(germany.shifted).toBeCloseTo((100 * 0.45) / 1.4, 9);
    expect(body.sentence).toBe('If United States shifts to support, Germany moves most, from 0 to 32 of 100; nobody is carried over the middle.');
    expect(body.members.filter((m) => m.member !== 'DEU' && m.member !== 'USA').every((m) => !m.change)).toBe(true);
  });

  it('takes edges and stubbornness from a posted file; a pliant Germany is carried', async () => {
    const { body } = await shift('shift=USA=support&bases=none', { edges: { edges: [{ from: 'United States', to: 'Germany', weight: 1 }], stubbornness: { DEU: 0.1 } } });
    expect(of(body, 'DEU')).toMatchObject({ carried: true, stubbornness: 0.1 });
    expect(body.sentence).toContain('Germany is carried over the middle');
  });

  it('uses neighbours and shared bodies by default and says so; nothing is stored', async () => {
    const { body } = await shift('');
    expect(body.notes.join(' ')).toContain('from: neighbour, shared-body');
    expect(of(body, 'CZE').ends).not.toBeNull();
    expect(of(body, 'CZE').view).toBeNull();
    expect(body.edges.find((e) => e.from === 'DEU' && e.to === 'POL')!.parts.map((p) => p.basis)).toEqual(['neighbour', 'shared-body']);
  });

  it('takes voting agreement from roll calls', async () => {
    const prior = `rcid,Countryname,vote\n${Array.from({ length: 12 }, (_, i) => [['United States of America', 1], ['Canada', 1], ['Hungary', 3], ['Narnia', 1]].map(([m, v]) => `${String(i)},${String(m)},${String(v)}`).join('\n')).join('\n')}\n`;
    const { body } = await shift('bases=voting-agreement', { prior });
    expect(body.edges.map((e) => `${e.from}>${e.to}`)).toEqual(['CAN>USA', 'USA>CAN']);
    expect(body.notes.join(' ')).toContain('Narnia');
  });

  it.each([
    ['shift=USA', 400, /"USA" is none/],
    ['shift=USA=unknown', 400, /A shift to silence/],
    ['shift=FRA=maybe', 400, /"maybe" is no stance/],
    ['edge=USA=0.5', 400, /FROM:TO=WEIGHT/],
    ['edge=USA:DEU=2', 400, /from 0 to 1/],
    ['edge=USA:JPN=1', 404, /"JPN" is no member/],
    ['bases=magic', 400, /no basis of influence/],
  ])('refuses %s', async (query, status, detail) => {
    expect(await shift(query)).toMatchObject({ status, body: { detail: expect.stringMatching(detail) } });
  });

  it.each([
    [{ edges: [{ from: 'USA', to: 'DEU', weight: 7 }] }, /edges cannot be used.*entry 1, weight/],
    [{ prior: 'rcid,ccode,vote\n1,2,1\n' }, /Correlates of War/],
    [{ prior: 'rcid,country,vote\n1,USA,perhaps\n' }, /"perhaps" at line 2/],
    [{ prior: 'a,b\n1,2\n' }, /no roll call/],
  ])('refuses a file it cannot use', async (body, detail) => {
    expect(await shift('', body)).toMatchObject({ status: 400, body: { detail: expect.stringMatching(detail) } });
  });
});
