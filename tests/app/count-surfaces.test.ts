import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../src/api/create-api.js';
import { openRegister, type Register } from '../../src/app/open.js';
import { parseQuestion } from '../../src/app/parse-question.js';
import type { IsoDate } from '../../src/domain/ids.js';
import type { BodyPowerReport, QuestionPowerReport } from '../../src/app/body-power.js';
import type { CountReport, ProbabilityReport } from '../../src/domain/report.js';

const today = '2026-11-24' as IsoDate;
const yaml = `id: gas
body: Gas club
proposal: Cut the output of gas.
members: [QAT, DZA, NOR, EGY]
rule: {id: gas-majority, title: Most of the gas, source: charter of the club, passes: {yes: gas, more-than: 1/2}, weights: {gas: {QAT: 50, DZA: 30, NOR: 15, EGY: 10}}}
`;

let register: Register;
let ask: (path: string) => Promise<{ readonly status: number; readonly body: unknown }>;
beforeAll(async () => {
  register = await openRegister(join(mkdtempSync(join(tmpdir(), 'holdout-surfaces-')), 'r'), 'create');
  const question = parseQuestion(yaml, 'gas.yaml', today);
  if (!question.ok) throw new Error(question.error.message);
  await register.putQuestion(question.value);
  const declare = (member: string, stance: 'support' | 'oppose') => register.putReview({ action: 'declare', question: 'gas', option: 'proposal', member: member as never, stance, author: 'Ada', note: '' });
  for (const [member, stance] of [['QAT', 'oppose'], ['DZA', 'oppose'], ['NOR', 'support'], ['EGY', 'oppose']] as const) await declare(member, stance);
  const api = createApi({ register, today: () => today });
  ask = async (path) => {
    const r = await api.request(path);
    return { status: r.status, body: await r.json() };
  };
}, 60_000);
afterAll(() => register.close());

describe('the count over the API', () => {
  it('prices members as asked: the cheapest set is not the smallest', async () => {
    const { count } = (await ask('/api/questions/gas/count?cost=QAT=9,Algeria=2,EGY=2')).body as CountReport;
    expect(count.fewestFlips).toEqual({ count: 1, members: ['QAT'] });
    expect(count.cheapest.toPossible).toEqual({ cost: 4, members: ['DZA', 'EGY'] });
    expect(count.blocking).toEqual({ alone: [], groups: [['QAT', 'DZA'], ['QAT', 'EGY']], complete: true, total: '2' });
  });

  it('leaves excluded members out of every base', async () => {
    const { count } = (await ask('/api/questions/gas/count?exclude=QAT,DZA')).body as CountReport;
    expect(count).toMatchObject({ outcome: 'adopted', members: 2 });
  });

  it('says how likely adoption is, on what assumptions, and who decides', async () => {
    const p = (await ask('/api/questions/gas/probability?chance=QAT=0.5,DZA=0.4,NOR=1,EGY=0.25')).body as ProbabilityReport;
    // 53 of 105: Qatar with anybody beside Norway, or without Qatar all the rest: .5 + .5 · .4 · .25.
    expect(p.apart).toBeCloseTo(0.55, 12);
    expect(p.together).toBeCloseTo(0.5, 12);
    expect(p.members.map((m) => [m.member, Number(m.pivot.toFixed(6))])).toEqual([['QAT', 0.9], ['DZA', 0.125], ['NOR', 0.275], ['EGY', 0.2]]);
    const mixed = (await ask('/api/questions/gas/count?chance=QAT=0.5,DZA=0.4,NOR=1,EGY=0.25&together=0.2')).body as CountReport;
    expect(mixed.probability?.adoption).toBeCloseTo(0.54, 12);
    expect(mixed.probability?.sentence).toBe('The chance of adoption is 54%: 55% if members decide apart, 50% if they move together, which 20% of the time they are taken to do.');
    expect(mixed.probability?.assumptions.join(' ')).toContain('Given by hand: Qatar 50%, Algeria 40%, Norway 100%, Egypt 25%.');
  });

  it("gives a question's power, and a body's under a rule on a day", async () => {
    const q = (await ask('/api/questions/gas/power')).body as QuestionPowerReport;
    expect(q.power.members.map((m) => m.swings)).toEqual(['6', '2', '2', '2']);
    expect(q.today?.sentence).toMatch(/^Given what the others want, QAT decides most often, /);
    const union = (await ask('/api/bodies/EU/power?rule=qualified%20majority&date=1960-01-01')).body as BodyPowerReport;
    expect(union.power.members.find((m) => m.member === 'LUX')).toMatchObject({ swings: '0' });
    expect(union.power.members).toHaveLength(6);
  });

  it.each([
    ['/api/bodies/Atlantis/power', 400, /no members of "Atlantis"/],
    ['/api/bodies/NATO/power?date=1940-01-01', 400, /had no members on 1940-01-01/],
    ['/api/bodies/NATO/power?date=soon', 400, /"soon" is no day/],
    ['/api/questions/gas/probability?together=2', 400, /a number from 0 to 1; "2" is none/],
    ['/api/questions/gas/count?chance=QAT=2', 400, /Chances are numbers from 0 to 1/],
  ])('refuses %s', async (path, status, detail) => {
    expect(await ask(path)).toMatchObject({ status, body: { detail: expect.stringMatching(detail) } });
  });

  it.each([
    ['cost=QAT=cheap', 400, /"QAT=cheap" is none/],
    ['cost=FRA=2', 404, /"FRA" is no member/],
    ['exclude=FRA', 404, /"FRA" is no member/],
  ])('refuses %s', async (query, status, detail) => {
    const answer = await ask(`/api/questions/gas/count?${query}`);
    expect(answer).toMatchObject({ status, body: { detail: expect.stringMatching(detail) } });
  });
});
