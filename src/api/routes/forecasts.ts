import { createRoute } from '@hono/zod-openapi';
import { reportBacktest } from '../../app/models/backtest.js';
import { makeForecast, reportForecasts, resolveQuestion } from '../../app/models/forecasts.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { actorOf } from '../http/access.js';
import { answers, created, jsonBody } from '../http/answers.js';
import { backtestQuery, backtestReport, forecastBody, forecastsReport, resolutionBody, storedForecast, storedResolution } from '../schemas/forecasts.js';
import { countQuery, questionPath } from '../schemas/parts.js';
import { requestOf } from './counts.js';

const tags = ['Forecasts'];
const given = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined | ''> } => Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined && v !== '')) as never;

/** Forecasts that are kept and scored, how questions ended, and the replay of a question. */
export function addForecastRoutes(api: Api, { register, today }: ApiContext): void {
  api.openapi(createRoute({ method: 'get', path: '/api/forecasts', tags, summary: 'Every forecast, what came of it, scores and calibration', responses: answers(forecastsReport, 'Forecasts of all questions.') }), async (c) =>
    c.json(unwrap(await reportForecasts(register, undefined)) as never, 200),
  );
  api.openapi(
    createRoute({ method: 'get', path: '/api/questions/{id}/forecasts', tags, summary: 'Forecasts on a question, what came of them, and their scores', request: { params: questionPath }, responses: answers(forecastsReport, 'Forecasts of the question.') }),
    async (c) => c.json(unwrap(await reportForecasts(register, c.req.valid('param').id)) as never, 200),
  );
  api.openapi(
    createRoute({ method: 'post', path: '/api/questions/{id}/forecasts', tags, summary: 'Keep a forecast: your own chance, or the register’s', request: { params: questionPath, query: countQuery, body: jsonBody(forecastBody) }, responses: created(storedForecast, 'The forecast as kept.') }),
    async (c) => {
      const { option, probability, author, note } = c.req.valid('json');
      const request = { ...requestOf(c.req.valid('query')), ...given({ option }) };
      const kept = await makeForecast(register, c.req.valid('param').id, request, { ...(probability === undefined ? {} : { probability: String(probability) }), author: actorOf(c, author), note: note.trim() }, today());
      return c.json(unwrap(kept) as never, 201);
    },
  );
  api.openapi(
    createRoute({ method: 'post', path: '/api/questions/{id}/resolutions', tags, summary: 'Say how a question ended', request: { params: questionPath, body: jsonBody(resolutionBody) }, responses: created(storedResolution, 'The resolution as kept.') }),
    async (c) => {
      const { option, outcome, on, author, note } = c.req.valid('json');
      const kept = await resolveQuestion(register, c.req.valid('param').id, option, { outcome, ...given({ on: on as string | undefined }), author: actorOf(c, author), note: note.trim() }, today());
      return c.json(unwrap(kept) as never, 201);
    },
  );
  api.openapi(
    createRoute({ method: 'get', path: '/api/questions/{id}/backtest', tags, summary: 'The question replayed day by day, scored against how it ended', request: { params: questionPath, query: countQuery.extend(backtestQuery) }, responses: answers(backtestReport, 'Each day’s outcome and chance.') }),
    async (c) => {
      const { outcome, on, ...query } = c.req.valid('query');
      return c.json(unwrap(await reportBacktest(register, c.req.valid('param').id, requestOf(query), given({ outcome, on: on as string | undefined }), today())) as never, 200);
    },
  );
}
