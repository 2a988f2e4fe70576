import { z } from '@hono/zod-openapi';
import { askedDay, day, instant, share } from './parts.js';

const signed = { author: z.string().min(1).optional().openapi({ description: 'Who says so; needed where nobody has signed in.' }), note: z.string().default('') };
const option = z.string().optional().openapi({ description: 'Option of the question; the first when absent.' });
const outcome = z.enum(['adopted', 'not-adopted']);

export const forecastBody = z.object({ option, probability: share.optional().openapi({ description: 'Your own chance of adoption; the register’s when absent.' }), ...signed }).openapi('NewForecast');
export const resolutionBody = z.object({ option, outcome, on: askedDay.optional().openapi({ description: 'Day of the decision; today when absent.' }), ...signed }).openapi('NewResolution');
export const backtestQuery = { outcome: outcome.optional(), on: askedDay.optional().openapi({ description: 'Day of the decision, with `outcome`.' }) };

export const storedForecast = z
  .looseObject({ id: z.int(), question: z.string(), option: z.string(), probability: share, author: z.string(), method: z.enum(['count', 'hand']), asOf: day, note: z.string(), recordedAt: instant })
  .openapi('Forecast');
export const storedResolution = z.looseObject({ id: z.int(), question: z.string(), option: z.string(), adopted: z.boolean(), on: day, author: z.string(), note: z.string(), recordedAt: instant }).openapi('Resolution');

const scores = z.object({ forecasts: z.int(), brier: z.number(), logScore: z.number(), reference: z.number() }).openapi('Scores', { description: 'Lower is better; `reference` is the Brier score of always saying one half.' });
const calibration = z.array(z.object({ from: share, to: share, forecasts: z.int(), said: share, happened: share })).readonly();

export const forecastsReport = z
  .looseObject({ sentence: z.string(), forecasts: z.array(storedForecast.extend({ resolution: z.union([storedResolution, z.null()]), scored: z.boolean() })).readonly(), scores: z.union([scores, z.null()]), calibration })
  .openapi('Forecasts');

export const backtestReport = z
  .looseObject({
    question: z.string(),
    option: z.string(),
    sentence: z.string(),
    days: z.array(z.object({ day, outcome: z.enum(['adopted', 'blocked', 'open']), probability: share.nullable(), holdouts: z.int(), signals: z.int() })).readonly(),
    resolution: z.object({ adopted: z.boolean(), on: day }).nullable(),
    scores: z.union([scores, z.null()]),
    calibration,
    rightSince: z.int().nullable(),
    notes: z.array(z.string()).readonly(),
  })
  .openapi('Backtest', { description: 'The count and the chance of adoption as of each day; docs/models/forecasts.md.' });
