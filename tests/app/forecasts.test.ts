import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../src/api/create-api.js';
import { backtestText, type BacktestReport } from '../../src/app/models/backtest.js';
import { forecastsText, type ForecastsReport } from '../../src/app/models/forecasts.js';
import type { StoredForecast, StoredResolution } from '../../src/domain/forecast.js';
import type { IsoDate } from '../../src/domain/ids.js';
import type { CountReport } from '../../src/domain/report.js';
import { openRegister, type Register } from '../../src/register/index.js';
import { day, documentOf, question, simpleReading, state } from '../register/helpers.js';

let now = new Date('2024-10-05T12:00:00Z');
let register: Register;
let ask: <T>(path: string, body?: unknown) => Promise<{ readonly status: number; readonly body: T & { readonly detail: string } }>;

beforeAll(async () => {
  register = await openRegister(join(mkdtempSync(join(tmpdir(), 'holdout-forecasts-')), 'r'), { mode: 'create', clock: () => now });
  await register.putQuestion(question('q', { members: ['HUN', 'DEU'].map(state) }));
  for (const [published, member, stance] of [['2024-10-01', 'HUN', 'oppose'], ['2024-10-03', 'DEU', 'support'], ['2024-10-08', 'HUN', 'support']] as const) {
    const document = documentOf(`${member} spoke on ${published}.`, { published: day(published), publisher: `${member} ${published}` });
    await register.putReading(document, 'q', simpleReading(document, member, stance));
  }
  const api = createApi({ register, today: () => now.toISOString().slice(0, 10) as IsoDate });
  ask = async <T>(path: string, body?: unknown) => {
    const r = await api.request(path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
    return { status: r.status, body: (await r.json()) as T & { readonly detail: string } };
  };
}, 60_000);
afterAll(() => register.close());

describe('forecasts', () => {
  it('are kept, dated, and scored once the question resolves; hindsight is not', async () => {
    const own = await ask<StoredForecast>('/api/questions/q/forecasts', { probability: 0.2, author: 'Ada', note: 'Budapest says no' });
    expect(own).toMatchObject({ status: 201, body: { probability: 0.2, method: 'hand', asOf: '2024-10-05', recordedAt: '2024-10-05T12:00:00.000Z' } });
    const machine = (await ask<StoredForecast>('/api/questions/q/forecasts?asOf=2024-10-04', { author: 'Ada' })).body;
    const count = (await ask<CountReport>('/api/questions/q/count?asOf=2024-10-04')).body;
    expect(machine).toMatchObject({ method: 'count', asOf: '2024-10-04', probability: count.probability?.adoption, registerHash: count.registerHash });

    expect((await ask<ForecastsReport>('/api/questions/q/forecasts')).body).toMatchObject({ scores: null, sentence: '2 forecasts on questions still open.' });
    now = new Date('2024-10-12T12:00:00Z');
    await ask<StoredForecast>('/api/questions/q/forecasts', { probability: 1, author: 'Late' });
    const resolved = await ask<StoredResolution>('/api/questions/q/resolutions', { outcome: 'adopted', on: '2024-10-10', author: 'Ada' });
    expect(resolved).toMatchObject({ status: 201, body: { adopted: true, on: '2024-10-10' } });

    const { body } = await ask<ForecastsReport>('/api/questions/q/forecasts');
    expect(body.forecasts.map((f) => f.scored)).toEqual([true, true, false]);
    expect(body.scores!.brier).toBeCloseTo((0.64 + (1 - machine.probability) ** 2) / 2, 12);
    expect(forecastsText(body)).toMatch(/Ada \(hand\) — adopted on 2024-10-10, Brier 0\.640: Budapest says no/);
    expect(body.sentence).toContain('1 forecast recorded after the decision and not scored');
    expect((await ask<ForecastsReport>('/api/forecasts')).body.forecasts).toHaveLength(3);
  });

  it('a later resolution outranks an earlier, which stays', async () => {
    await ask('/api/questions/q/resolutions', { outcome: 'not-adopted', on: '2024-10-10', author: 'Bo' });
    expect((await ask<ForecastsReport>('/api/questions/q/forecasts')).body.scores!.brier).toBeLessThan(0.1);
    expect((await register.resolutions('q')).map((r) => r.adopted)).toEqual([true, false]);
    await ask('/api/questions/q/resolutions', { outcome: 'adopted', on: '2024-10-10', author: 'Ada' });
  });

  it.each([
    ['/api/questions/nowhere/forecasts', { author: 'Ada' }, 404, /no question/],
    ['/api/questions/q/forecasts', { probability: 2, author: 'Ada' }, 400, /probability/],
    ['/api/questions/q/forecasts', { probability: 0.5 }, 400, /author/],
    ['/api/questions/q/forecasts', { option: 'never', author: 'Ada' }, 404, /no option "never"/],
    ['/api/questions/q/resolutions', { outcome: 'maybe', author: 'Ada' }, 400, /outcome/],
    ['/api/questions/q/resolutions', { outcome: 'adopted', on: '2031-01-01', author: 'Ada' }, 400, /still to come/],
  ])('%s refuses %j', async (path, body, status, detail) => {
    expect(await ask(path, body)).toMatchObject({ status, body: { detail: expect.stringMatching(detail) } });
  });
});

describe('the backtest', () => {
  it('replays each day as the count of that day, and scores the chances against how it ended', async () => {
    const { body } = await ask<BacktestReport>('/api/questions/q/backtest');
    expect(body.days.map((d) => d.day)).toEqual(Array.from({ length: 10 }, (_, k) => `2024-10-${String(k + 1).padStart(2, '0')}`));
    for (const d of [body.days[0]!, body.days[4]!, body.days[8]!]) {
      const count = (await ask<CountReport>(`/api/questions/q/count?asOf=${d.day}`)).body;
      expect(d).toMatchObject({ outcome: count.count.outcome, probability: count.probability!.adoption, holdouts: count.count.holdouts.length });
    }
    expect(body.days[0]!.outcome).toBe('blocked');
    const brier = body.days.reduce((s, d) => s + (1 - d.probability!) ** 2, 0) / 10;
    expect(body.scores).toMatchObject({ forecasts: 10, brier: expect.closeTo(brier, 9) });
    expect(body.sentence).toContain('it was adopted on 2024-10-10');
    // Only days on which something changed are printed, and the last.
    expect(backtestText(body).match(/^2024-/gm)!.length).toBeLessThan(10);
  });

  it('takes an outcome of the asker’s own, and stores nothing', async () => {
    const { body } = await ask<BacktestReport>('/api/questions/q/backtest?outcome=not-adopted&on=2024-10-06');
    expect(body).toMatchObject({ resolution: { adopted: false, on: '2024-10-06' }, rightSince: 5 });
    expect(body.days.at(-1)!.day).toBe('2024-10-06');
    expect(await register.resolutions('q')).toHaveLength(3);
  });

  it.each([
    ['outcome=adopted', /Give the day of the decision/],
    ['outcome=adopted&on=2020-01-01', /Nothing dated was said on q up to 2020-01-01/],
  ])('refuses %s', async (query, detail) => {
    expect(await ask(`/api/questions/q/backtest?${query}`)).toMatchObject({ status: 400, body: { detail: expect.stringMatching(detail) } });
  });
});
