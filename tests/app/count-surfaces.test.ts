import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../src/api/create-api.js';
import { openRegister, type Register } from '../../src/app/open.js';
import { parseQuestion } from '../../src/app/parse-question.js';
import type { IsoDate } from '../../src/domain/ids.js';
import type { CountReport } from '../../src/domain/report.js';

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

  it.each([
    ['cost=QAT=cheap', 400, /"QAT=cheap" is none/],
    ['cost=FRA=2', 404, /"FRA" is no member/],
    ['exclude=FRA', 404, /"FRA" is no member/],
  ])('refuses %s', async (query, status, detail) => {
    const answer = await ask(`/api/questions/gas/count?${query}`);
    expect(answer).toMatchObject({ status, body: { detail: expect.stringMatching(detail) } });
  });
});
