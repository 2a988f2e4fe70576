import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InfluenceReport } from '../../src/app/models/influence-report.js';
import type { BargainReport } from '../../src/app/models/bargain-report.js';
import type { PlanReport } from '../../src/app/models/plan-report.js';
import { openRegister, type Register } from '../../src/app/open.js';
import { parseQuestion } from '../../src/app/parse-question.js';
import type { IsoDate } from '../../src/domain/ids.js';
import type { Stance } from '../../src/domain/stance.js';
import { askOf, type Ask } from './ask-api.js';

const today = '2026-11-24' as IsoDate;
/** The stances of the seed's question, as people declare them: seven holdouts, four supporters, 21 silent. */
const STANCES: Readonly<Record<string, Stance>> = { DEU: 'oppose', USA: 'oppose', HUN: 'oppose', SVK: 'oppose', BEL: 'abstract-support', SVN: 'abstract-support', ESP: 'abstract-support', POL: 'support', EST: 'support', LVA: 'support', LTU: 'support' };

let register: Register;
let ask: Ask;
beforeAll(async () => {
  register = await openRegister(join(mkdtempSync(join(tmpdir(), 'holdout-models-')), 'r'), 'create');
  const question = parseQuestion('id: nato\nbody: NATO\ndate: 2024-10-24\nrule: consensus\nproposal: Invite Ukraine to join now.\n', 'nato.yaml', today);
  if (!question.ok) throw new Error(question.error.message);
  await register.putQuestion(question.value);
  for (const [member, stance] of Object.entries(STANCES)) await register.putReview({ action: 'declare', question: 'nato', option: 'proposal', member: member as never, stance, author: 'Ada', note: '' });
  ask = askOf(register, today);
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

  it('takes suppositions: a supposed stance is where the member stands', async () => {
    const { body } = await ask<BargainReport>('/api/questions/nato/bargain?model=mean&assume=HUN=support,FRA=uncommitted');
    expect(body.forecast?.[0]).toBeCloseTo((490 + 100 + 50) / 12, 12);
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

describe('the persuasion plan of a question', () => {
  const plan = (query: string, body?: unknown) => ask<PlanReport>(`/api/questions/nato/plan?${query}`, body);
  const HOLDOUTS = ['BEL', 'DEU', 'ESP', 'HUN', 'SVK', 'SVN', 'USA'];

  it('says that all seven must move, and why no fewer do', async () => {
    const { body } = await plan('');
    expect(body).toMatchObject({ reached: true, cost: 7, cheapest: 7, outcome: 'blocked' });
    expect(body.steps.map((x) => x.member).sort()).toEqual(HOLDOUTS);
    expect([...body.needed].sort()).toEqual(HOLDOUTS);
    expect(body.proof).toContain('No set of members short of all seven makes adoption possible: consensus needs all');
    expect(body.sentence).toMatch(/^Seven must move to make adoption possible: work on /);
  });

  it('works on the United States first, which carries Germany when the edge is given', async () => {
    const { body } = await plan('edge=USA:DEU=0.6');
    expect(body.steps[0]).toMatchObject({ member: 'USA', how: 'direct' });
    expect(body.steps[1]).toMatchObject({ member: 'DEU', how: 'carried', cost: 0, through: [{ member: 'USA', weight: 0.6, bases: ['hand'] }] });
    expect(body.cost).toBe(6);
    expect(body.sentence).toContain('United States carries Germany');
    expect((await plan('edge=USA:DEU=0.4')).body.cost).toBe(7);
  });

  it('within too small a budget says so, proves it, and spends it where it raises the chance most', async () => {
    const { body } = await plan('budget=2&edge=USA:DEU=0.6');
    expect(body).toMatchObject({ reached: false, cheapest: 6, cost: 2 });
    expect(body.sentence).toContain('cannot be done within a budget of 2');
    expect(body.proof).toContain('The cheapest plan costs 6');
    // The pair that comes for one, and one more opponent.
    expect(body.steps.map((x) => x.member)).toEqual(expect.arrayContaining(['USA', 'DEU']));
    expect(body.steps).toHaveLength(3);
    expect(body.left).toHaveLength(4);
    expect(body.chance!.after).toBeGreaterThan(body.chance!.before);
  });

  it('takes costs, members that nothing moves, and levers held elsewhere from a posted file', async () => {
    const { body } = await plan('', { costs: { costs: { HUN: 9, DEU: 2 }, levers: [{ on: 'HUN', by: 'DEU', kind: 'payment', what: 'release of the blocked fund', body: 'EU Council', worth: 8, price: 3 }] } });
    expect(body.cost).toBe(2 + 5 + 1 + 3);
    const hungary = body.steps.find((x) => x.member === 'HUN')!;
    expect(hungary).toMatchObject({ cost: 4, levers: [{ what: 'release of the blocked fund', by: 'DEU' }] });
    expect(hungary.order).toBeGreaterThan(body.steps.find((x) => x.member === 'DEU')!.order);
    const never = (await plan('', { costs: { costs: { HUN: 'never' } } })).body;
    expect(never).toMatchObject({ reached: false, cheapest: null });
    expect(never.sentence).toContain('It cannot be done at any cost: nothing moves Hungary');
    expect((await plan('', { costs: { costs: { HUN: 'never' } }, edges: [{ from: 'SVK', to: 'HUN', weight: 0.9 }] })).body).toMatchObject({ reached: true, cost: 6 });
  });

  it('for certainty moves the silent too; under another rule fewer are needed', async () => {
    expect((await plan('goal=certain')).body).toMatchObject({ reached: true, cost: 28 });
    const majority = (await plan('rule=simple majority&goal=certain')).body;
    expect(majority.cost).toBe(13);
    expect(majority.needed).toEqual([]);
    expect((await plan('rule=simple majority')).body.sentence).toBe('Nothing has to be done: adoption is possible as things stand.');
  });

  it.each([
    ['budget=lots', undefined, 400, /The budget is "lots"/],
    ['goal=glory', undefined, 400, /"glory" is no goal/],
    ['', { costs: { costs: { HUN: 'dear' } } }, 400, /costs cannot be used.*HUN/],
    ['', { costs: { levers: [{ on: 'HUN', by: 'HUN', what: 'x', worth: 1 }] } }, 400, /holds a lever on itself/],
    ['', { costs: { costs: { JPN: 1 } } }, 404, /"JPN" is no member/],
  ])('refuses %s %j', async (query, body, status, detail) => {
    expect(await plan(query, body)).toMatchObject({ status, body: { detail: expect.stringMatching(detail) } });
  });
});
