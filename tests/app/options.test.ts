import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRegister, type Register } from '../../src/app/open.js';
import { reportOptions, type OptionsReport } from '../../src/app/options-report.js';
import { parseQuestion } from '../../src/app/parse-question.js';
import { reportCount } from '../../src/app/reports.js';
import { relatedOptions } from '../../src/app/entailment.js';
import { dominates, paretoSet } from '../../src/count/pareto.js';
import type { IsoDate } from '../../src/domain/ids.js';
import type { Question } from '../../src/domain/question.js';
import { STANCES, type Stance } from '../../src/domain/stance.js';
import { parseRequest } from '../../src/app/parse-request.js';

const today = '2026-11-24' as IsoDate;
const yaml = `id: club
body: Island club
members: [FJI, TON, WSM]
rule: unanimity
options:
  - id: join-now
    proposal: Admit Tuvalu to the club this year.
    entails: [plan]
  - id: plan
    proposal: Set a timetable for Tuvalu.
    entails: [talks]
  - id: talks
    proposal: Open talks with Tuvalu.
  - id: fund
    proposal: Pay for the harbour of Tuvalu.
`;
const questionOf = (text: string): Question => {
  const q = parseQuestion(text, 'club.yaml', today);
  if (!q.ok) throw new Error(q.error.message);
  return q.value;
};

let register: Register;
beforeAll(async () => {
  register = await openRegister(join(mkdtempSync(join(tmpdir(), 'holdout-options-')), 'r'), 'create');
  await register.putQuestion(questionOf(yaml));
}, 60_000);
afterAll(() => register.close());
const declare = (option: string, member: string, stance: Stance | null) => register.putReview({ action: 'declare', question: 'club', option, member: member as never, stance, author: 'Ada', note: '' });
const options = async (raw = {}): Promise<OptionsReport> => {
  const request = parseRequest(raw);
  if (!request.ok) throw new Error(request.error.message);
  const r = await reportOptions(register, 'club', request.value, today);
  if (!r.ok) throw new Error(r.error.message);
  return r.value;
};

describe('the options of a question', () => {
  it('each has its own count; evidence passes along declared entailments only', async () => {
    expect((await options()).sentence).toBe('No option is adopted today; none is blocked, but nobody is known to support it.');
    await declare('join-now', 'FJI', 'support');
    await declare('talks', 'TON', 'oppose');
    await declare('plan', 'WSM', 'conditional');
    const r = await options();
    const of = (id: string) => r.options.find((o) => o.id === id)!;
    // Support goes to what is entailed, opposition back to what entails, a condition nowhere, and nothing to the harbour.
    expect([of('join-now').supporters, of('join-now').holdouts]).toEqual([['FJI'], ['TON']]);
    expect([of('plan').supporters, of('plan').holdouts]).toEqual([['FJI'], ['TON', 'WSM']]);
    expect([of('talks').supporters, of('talks').holdouts]).toEqual([['FJI'], ['TON']]);
    expect([of('fund').supporters, of('fund').holdouts, of('fund').undecided]).toEqual([[], [], ['FJI', 'TON', 'WSM']]);
    expect([r.adopted, r.possible, r.nearest]).toEqual([[], ['fund'], ['fund']]);
    expect(r.sentence).toBe('No option is adopted today; fund alone is not blocked, but nobody is known to support it.');
  });

  it('a declaration on the option itself comes before an entailed one', async () => {
    await declare('talks', 'FJI', 'oppose');
    const r = await options();
    expect(r.options.find((o) => o.id === 'talks')?.holdouts).toEqual(['FJI', 'TON']);
    // Its own support of joining stands against the opposition that talks would bring back.
    expect(r.options.find((o) => o.id === 'join-now')?.supporters).toEqual(['FJI']);
    await declare('talks', 'FJI', null);
  });

  it('names the one adopted once everybody is known to support it, and which one costs least', async () => {
    const blocked = await options({ assume: 'WSM=oppose', cost: 'TON=0.5,WSM=4' });
    expect(blocked.sentence).toBe('Every option is blocked; nearest to adoption is fund, which 1 member would have to stop resisting.');
    for (const m of ['FJI', 'TON', 'WSM']) await declare('fund', m, 'support');
    const r = await options();
    expect([r.adopted, r.possible, r.pareto]).toEqual([['fund'], ['fund'], expect.arrayContaining(['fund'])]);
    expect(r.sentence).toBe('Adopted today, whatever the undecided do: fund; the others are not.');
    expect(r.options.find((o) => o.id === 'talks')?.dominatedBy).toEqual([]);
    const plan = await reportCount(register, 'club', { option: 'plan' }, today);
    expect(plan.ok && plan.value.members.find((m) => m.member === 'FJI')?.declared?.author).toBe('Ada');
  });

  it('refuses one option, since it compares them all', async () => {
    expect(await reportOptions(register, 'club', { option: 'plan' }, today)).toMatchObject({ ok: false, error: { code: 'usage' } });
    expect(await reportOptions(register, 'nothing', {}, today)).toMatchObject({ ok: false, error: { code: 'question-unknown' } });
  });
});

describe('entails', () => {
  it('chains', () => {
    expect(relatedOptions(questionOf(yaml), 'talks')).toEqual([{ option: 'plan', stance: 'support' }, { option: 'join-now', stance: 'support' }]);
    expect(relatedOptions(questionOf(yaml), 'join-now')).toEqual([{ option: 'plan', stance: 'oppose' }, { option: 'talks', stance: 'oppose' }]);
    expect(relatedOptions(questionOf(yaml), 'fund')).toEqual([]);
  });
  it.each([
    ['entails: [plan]', 'entails: [plam]', 8, /there is no option "plam" to entail; use one of: plan, talks, fund/],
    ['entails: [talks]', 'entails: [talks, plan]', 11, /"plan" cannot entail itself/],
    ['proposal: Open talks with Tuvalu.', 'proposal: Open talks with Tuvalu.\n    entails: [join-now]', 8, /"join-now" and "plan" entail each other/],
    ['entails: [plan]', 'entails: plan', 8, /"options.0.entails"/],
  ])('"%s" written "%s" is refused at line %i', (from, to, line, what) => {
    const q = parseQuestion(yaml.replace(from, to), 'club.yaml', today);
    expect(q).toMatchObject({ ok: false, error: { code: 'question-malformed', message: expect.stringMatching(what) } });
    if (!q.ok) expect(q.error.message).toContain(`club.yaml is no question at line ${String(line)}:`);
  });
});

describe('the Pareto set', () => {
  const stances = fc.array(fc.constantFrom(...STANCES, 'unknown' as const), { minLength: 4, maxLength: 4 });
  it('is never empty, and holds whatever nothing dominates', () => {
    fc.assert(
      fc.property(fc.array(stances, { minLength: 1, maxLength: 6 }), (all) => {
        const set = paretoSet(all);
        expect(set.length).toBeGreaterThan(0);
        all.forEach((s, k) => { expect(set.includes(k)).toBe(!all.some((o) => dominates(o, s))); });
      }),
    );
  });
  it.each([
    ['more support, none less', ['support', 'oppose'], ['conditional', 'oppose'], true],
    ['one likes it less', ['support', 'oppose'], ['conditional', 'conditional'], false],
    ['both silent on both', ['support', 'unknown'], ['oppose', 'uncommitted'], true],
    ['silent on one of them', ['support', 'unknown'], ['oppose', 'support'], false],
    ['the same', ['support', 'oppose'], ['support', 'oppose'], false],
  ] as const)('%s', (_, better, worse, expected) => {
    expect(dominates(better, worse)).toBe(expected);
  });
});
