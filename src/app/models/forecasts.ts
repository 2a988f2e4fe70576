import type { Failure } from '../../domain/failure.js';
import type { Forecast, StoredForecast, StoredResolution } from '../../domain/forecast.js';
import { parseIsoDate, type IsoDate } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';
import { calibrationOf, scoresOf, type CalibrationBin, type Scores } from '../../model/forecast/scores.js';
import type { Register } from '../../register/index.js';
import { countedOf } from '../count-input.js';
import { percent } from '../percent.js';
import { parseNumber } from '../pairs.js';
import { probabilityOf } from '../probability-report.js';
import { situationOf, type CountRequest } from '../reports.js';

const usage = (message: string): Result<never, Failure> => err({ code: 'usage', category: 'caller', message });

/** A forecast that somebody makes; without a number the register's own chance of adoption is taken. */
export interface ForecastRequest {
  /** 0–1. */
  readonly probability?: string;
  readonly author: string;
  readonly note?: string;
}

/** Keeps a forecast, dated, as a new row. Fails with the caller's mistakes, or where the register's own chance cannot be reckoned. */
export async function makeForecast(register: Register, questionId: string, count: CountRequest, request: ForecastRequest, today: IsoDate): Promise<Result<StoredForecast, Failure>> {
  const found = await situationOf(register, questionId, count, today);
  if (!found.ok) return found;
  const s = found.value;
  const base = { question: s.question.id, option: s.option.id, author: request.author, asOf: count.asOf ?? today, note: request.note ?? '' };
  let forecast: Forecast;
  if (request.probability !== undefined) {
    const probability = parseNumber(request.probability, 0, 1);
    if (probability === null) return usage(`The probability is "${request.probability}"; give a number from 0 to 1, such as 0.35.`);
    forecast = { ...base, probability, method: 'hand' };
  } else {
    const counted = countedOf(s, count);
    if (!counted.ok) return counted;
    const chance = probabilityOf(s, counted.value);
    if (!chance) return usage(`The chance of adoption cannot be reckoned for ${s.question.id}: its rule and roster are too large; give one with --probability.`);
    forecast = { ...base, probability: chance.adoption, method: 'count', registerHash: s.hash };
  }
  const id = await register.putForecast(forecast);
  const stored = (await register.forecasts(s.question.id)).find((f) => f.id === id);
  if (!stored) throw new RangeError('a forecast just stored is not there');
  return ok(stored);
}

export interface ResolutionRequest {
  /** `adopted` or `not-adopted`. */
  readonly outcome: string;
  /** Day of the decision; today when absent. */
  readonly on?: string;
  readonly author: string;
  readonly note?: string;
}

/** Keeps how a question ended for an option, as a new row that outranks earlier ones. */
export async function resolveQuestion(register: Register, questionId: string, option: string | undefined, request: ResolutionRequest, today: IsoDate): Promise<Result<StoredResolution, Failure>> {
  const found = await situationOf(register, questionId, option === undefined ? {} : { option }, today);
  if (!found.ok) return found;
  const adopted = parseOutcome(request.outcome);
  if (!adopted.ok) return adopted;
  const on = request.on === undefined ? today : parseIsoDate(request.on);
  if (!on) return err({ code: 'date-malformed', category: 'caller', message: `"${request.on ?? ''}" is no day; write it as YYYY-MM-DD.` });
  if (on > today) return usage(`The question cannot have been resolved on ${on}, which is still to come.`);
  const id = await register.putResolution({ question: found.value.question.id, option: found.value.option.id, adopted: adopted.value, on, author: request.author, note: request.note ?? '' });
  const stored = (await register.resolutions(found.value.question.id)).find((r) => r.id === id);
  if (!stored) throw new RangeError('a resolution just stored is not there');
  return ok(stored);
}

/** `adopted` or `not-adopted` as a truth value. */
export const parseOutcome = (raw: string): Result<boolean, Failure> => (raw === 'adopted' || raw === 'not-adopted' ? ok(raw === 'adopted') : usage(`"${raw}" is no outcome; use adopted or not-adopted.`));

/** Forecasts with what came of them. */
export interface ForecastsReport {
  readonly sentence: string;
  readonly forecasts: readonly (StoredForecast & { readonly resolution: StoredResolution | null; readonly scored: boolean })[];
  /** Over the forecasts that were recorded, and rest on evidence, up to the day of the decision; null when there is none. */
  readonly scores: Scores | null;
  readonly calibration: readonly CalibrationBin[];
}

/** The last word on each option of each question. */
export function resolutionsInForce(all: readonly StoredResolution[]): ReadonlyMap<string, StoredResolution> {
  return new Map(all.map((r) => [`${r.question}\u0000${r.option}`, r]));
}

/** What was forecast, what happened, and how good the numbers were. A forecast recorded after the decision is hindsight and is not scored. */
export async function reportForecasts(register: Register, questionId: string | undefined): Promise<Result<ForecastsReport, Failure>> {
  if (questionId !== undefined && !(await register.question(questionId))) return err({ code: 'question-unknown', category: 'caller', message: `The register has no question "${questionId}"; read some coverage with --question first.` });
  const resolved = resolutionsInForce(await register.resolutions(questionId));
  const forecasts = (await register.forecasts(questionId)).map((f) => {
    const resolution = resolved.get(`${f.question}\u0000${f.option}`) ?? null;
    return { ...f, resolution, scored: resolution !== null && f.asOf <= resolution.on && f.recordedAt.slice(0, 10) <= resolution.on };
  });
  const scored = forecasts.flatMap((f) => (f.scored && f.resolution ? [{ probability: f.probability, adopted: f.resolution.adopted }] : []));
  const scores = scoresOf(scored);
  const late = forecasts.filter((f) => f.resolution !== null && !f.scored).length;
  const open = forecasts.filter((f) => f.resolution === null).length;
  const parts = [
    ...(scores ? [`Brier score ${scores.brier.toFixed(3)} over ${plural(scores.forecasts, 'scored forecast')} (always saying one half: 0.25), log score ${scores.logScore.toFixed(3)}`] : []),
    ...(open > 0 ? [`${plural(open, 'forecast')} on questions still open`] : []),
    ...(late > 0 ? [`${plural(late, 'forecast')} recorded after the decision and not scored`] : []),
  ];
  return ok({ sentence: forecasts.length === 0 ? 'No forecast is kept yet.' : `${parts.join('; ')}.`, forecasts, scores, calibration: calibrationOf(scored) });
}

export const plural = (n: number, noun: string): string => `${String(n)} ${noun}${n === 1 ? '' : 's'}`;

/** The report as a page of text. */
export function forecastsText(r: ForecastsReport): string {
  const lines = [r.sentence];
  if (r.forecasts.length > 0) lines.push('', `${'#'.padStart(4)}  ${'made'.padEnd(10)}  ${'as of'.padEnd(10)}  ${'chance'.padStart(10)}  question, option, author`);
  for (const f of r.forecasts) {
    const end = f.resolution ? ` — ${f.resolution.adopted ? 'adopted' : 'not adopted'} on ${f.resolution.on}${f.scored ? `, Brier ${((f.probability - (f.resolution.adopted ? 1 : 0)) ** 2).toFixed(3)}` : ', not scored'}` : '';
    lines.push(`${String(f.id).padStart(4)}  ${f.recordedAt.slice(0, 10)}  ${f.asOf}  ${percent(f.probability).padStart(10)}  ${f.question}, ${f.option}, ${f.author} (${f.method})${end}${f.note ? `: ${f.note}` : ''}`);
  }
  if (r.calibration.length > 0) lines.push('', 'said       forecasts  mean said  happened', ...r.calibration.map((b) => `${`${String(Math.round(b.from * 100))}–${String(Math.round(b.to * 100))} %`.padEnd(9)}  ${String(b.forecasts).padStart(9)}  ${percent(b.said).padStart(9)}  ${percent(b.happened).padStart(8)}`));
  return `${lines.join('\n')}\n`;
}
