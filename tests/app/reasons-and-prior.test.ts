import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { priorText, type PriorReport } from '../../src/app/models/prior-report.js';
import { tradeoffsText, type TradeoffsReport } from '../../src/app/models/tradeoffs-report.js';
import { openRegister, type Register } from '../../src/app/open.js';
import type { IsoDate } from '../../src/domain/ids.js';
import type { Stance } from '../../src/domain/stance.js';
import { documentOf, question, simpleReading, spanOf, state } from '../register/helpers.js';
import { askOf, type Ask } from './ask-api.js';

const today = '2026-11-24' as IsoDate;
let register: Register;
let ask: Ask;

beforeAll(async () => {
  register = await openRegister(join(mkdtempSync(join(tmpdir(), 'holdout-reasons-')), 'r'), 'create');
  await register.putQuestion(question('q', { members: ['HUN', 'POL', 'DEU', 'FRA', 'ESP'].map(state) }));
  const put = async (text: string, member: string, stance: Stance, kind: string, words: string, option: string): Promise<void> => {
    const document = documentOf(text, { publisher: `${member} Post ${option}` });
    const reading = simpleReading(document, member, stance);
    await register.putReading(document, 'q', { ...reading, signals: reading.signals.map((s) => ({ ...s, option, reasons: [{ kind, span: spanOf(text, words) }] })) });
  };
  await put('Hungary said no: it would escalate the war.', 'HUN', 'oppose', 'escalation', 'escalate', 'now');
  await put('Poland said yes: it would deter.', 'POL', 'support', 'deterrence', 'deter', 'now');
  await put('Poland said yes to later: it would deter too.', 'POL', 'support', 'deterrence', 'deter', 'later');
  ask = askOf(register, today);
}, 60_000);
afterAll(() => register.close());

describe('trade-offs of a question', () => {
  it('give each option its payoff, from its own reasons', async () => {
    const { body } = await ask<TradeoffsReport>('/api/questions/q/tradeoffs');
    expect(body.options.map((o) => [o.id, o.payoff])).toEqual([['now', 0], ['later', 1]]);
    expect(body.best).toBe('later');
    expect(body.sentence).toContain('later is worth most (+1.00)');
    expect(tradeoffsText(body)).toMatch(/^escalation +0\.5 +2 +0\.75 {2}now \+0\.25 … -0\.50/m);
  });
  it('take weights from a posted file, with or without a range', async () => {
    const { body } = await ask<TradeoffsReport>('/api/questions/q/tradeoffs', { weights: { escalation: 0, deterrence: { weight: 2, low: 1, high: 3 } } });
    expect(body.options.map((o) => o.payoff)).toEqual([1, 2]);
    expect(body.tornado.find((b) => b.kind === 'deterrence')).toMatchObject({ low: 1, high: 3, swing: 2 });
  });
  it.each([
    [{ weights: { glory: 1 } }, /weighs "glory"/],
    [{ weights: { cost: -1 } }, /cost/],
    [{ weights: { cost: { weight: 5, low: 1, high: 2 } } }, /low ≤ weight ≤ high/],
  ])('refuse %j', async (body, detail) => {
    expect(await ask('/api/questions/q/tradeoffs', body)).toMatchObject({ status: 400, body: { detail: expect.stringMatching(detail) } });
  });
});

describe('the voting record of silent members', () => {
  const csv = `rcid,country,vote\n${Array.from({ length: 12 }, (_, i) => [['HUN', '3'], ['POL', '1'], ['DEU', '1'], ['FRA', i < 6 ? '1' : '3'], ['ESP', '8']].map(([m, v]) => `${String(i)},${String(m)},${String(v)}`).join('\n')).join('\n')}\n`;
  it('is shown apart and is no evidence: no position changes', async () => {
    const before = (await ask<object>('/api/questions/q/count')).body;
    const { body } = await ask<PriorReport>('/api/questions/q/prior', { prior: csv });
    expect(body.leans).toMatchObject([{ member: 'DEU', lean: 100, like: [{ member: 'POL', agreement: 1, votes: 12 }] }]);
    // France agrees with each side in half of the votes, Spain never voted.
    expect(body.without).toEqual(['FRA', 'ESP'].map(state));
    expect(body.sentence).toContain('1 of 3 silent members vote with the supporters and 0 with the opponents; this is no evidence and is not counted');
    expect(priorText(body)).toContain('Germany: 100 of 100, votes like POL (100 % of 12)');
    expect((await ask<object>('/api/questions/q/count')).body).toEqual(before);
  });
  it('is asked for with a file', async () => {
    expect(await ask('/api/questions/q/prior')).toMatchObject({ status: 400, body: { detail: expect.stringContaining('Give the roll calls') } });
  });
});
