import { count as countVotes, type Outcome } from '../../count/count.js';
import type { Failure } from '../../domain/failure.js';
import { parseIsoDate, type IsoDate } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';
import { calibrationOf, scoresOf, type CalibrationBin, type Scores } from '../../model/forecast/scores.js';
import type { Register } from '../../register/index.js';
import { countedOf } from '../count-input.js';
import { evidenceAsOf, loadEvidence } from '../evidence.js';
import { percent } from '../percent.js';
import { probabilityOf } from '../probability-report.js';
import { situationFrom, type CountRequest } from '../reports.js';
import { parseOutcome, plural, resolutionsInForce } from './forecasts.js';

export interface BacktestRequest {
  /** `adopted` or `not-adopted`; the kept resolution when absent. */
  readonly outcome?: string;
  /** Day of the decision, when the outcome is given; the last day replayed. */
  readonly on?: string;
}

export interface BacktestDay {
  readonly day: IsoDate;
  readonly outcome: Outcome;
  /** Chance of adoption by that day's evidence; null where it cannot be reckoned. */
  readonly probability: number | null;
  readonly holdouts: number;
  readonly signals: number;
}

/** The answer of `holdout backtest --json`. */
export interface BacktestReport {
  readonly question: string;
  readonly option: string;
  readonly sentence: string;
  readonly days: readonly BacktestDay[];
  readonly resolution: { readonly adopted: boolean; readonly on: IsoDate } | null;
  /** Over the days replayed; null without a resolution. Days follow each other closely, so they are no independent forecasts. */
  readonly scores: Scores | null;
  readonly calibration: readonly CalibrationBin[];
  /** Days before the decision from which on the chance lay on the right side of one half; null when it did not at the end. */
  readonly rightSince: number | null;
  readonly notes: readonly string[];
}

const DAY_MS = 86_400_000;
/** A longer replay takes only days on which something was said. */
const MOST_DAYS = 400;

/**
 * Replays a question: the count and the chance of adoption as of each day from the first thing said to the decision (to the last thing said without
 * one), each from what had been said by then, read by today's reader and weighed by today's weights.
 */
export async function reportBacktest(register: Register, questionId: string, count: CountRequest, request: BacktestRequest, today: IsoDate): Promise<Result<BacktestReport, Failure>> {
  const loaded = await loadEvidence(register, questionId, count);
  if (!loaded.ok) return loaded;
  const evidence = loaded.value;
  const resolution = await resolutionOf(register, evidence.question.id, evidence.option.id, request);
  if (!resolution.ok) return resolution;
  const said = [...new Set(evidence.machine.flatMap((x) => x.validFrom ?? []))].sort();
  const [first, last] = [said[0], resolution.value?.on ?? said.at(-1)];
  if (first === undefined || last === undefined || first > last) return err({ code: 'usage', category: 'caller', message: `Nothing dated was said on ${evidence.question.id}${resolution.value ? ` up to ${resolution.value.on}` : ''}, so there is no day to replay; read dated coverage of it.` });
  const every = daysBetween(first, last);
  const days: BacktestDay[] = [];
  for (const day of every.length <= MOST_DAYS ? every : [...new Set([...said.filter((d) => d <= last), last])]) {
    const then = evidenceAsOf(evidence, day);
    const s = situationFrom(then, day, today);
    const counted = countedOf(s, { ...count, asOf: day });
    if (!counted.ok) return counted;
    const result = countVotes(counted.value.input);
    days.push({ day, outcome: result.outcome, probability: probabilityOf(s, counted.value)?.adoption ?? null, holdouts: result.holdouts.length, signals: s.signals.length });
  }
  const end = resolution.value;
  const scored = end ? days.flatMap((d) => (d.probability === null ? [] : [{ probability: d.probability, adopted: end.adopted }])) : [];
  const scores = scoresOf(scored);
  const report = { question: evidence.question.id, option: evidence.option.id, days, resolution: end, scores, calibration: calibrationOf(scored), rightSince: end ? rightSince(days, end) : null };
  return ok({
    ...report,
    sentence: sentenceOf(report),
    notes: ['Every day is read by today’s reader and weighed by today’s weights and chances: a backtest shows what they would have said, not what was said then; forecasts that were kept do.', ...(every.length > MOST_DAYS ? ['The replay is long, so only days on which something was said are shown.'] : [])],
  });
}

async function resolutionOf(register: Register, question: string, option: string, request: BacktestRequest): Promise<Result<BacktestReport['resolution'], Failure>> {
  const kept = resolutionsInForce(await register.resolutions(question)).get(`${question}\u0000${option}`);
  if (request.outcome === undefined) return ok(kept ? { adopted: kept.adopted, on: kept.on } : null);
  const adopted = parseOutcome(request.outcome);
  if (!adopted.ok) return adopted;
  if (request.on === undefined) return err({ code: 'usage', category: 'caller', message: 'Give the day of the decision with the outcome: --on YYYY-MM-DD.' });
  const on = parseIsoDate(request.on);
  return on ? ok({ adopted: adopted.value, on }) : err({ code: 'date-malformed', category: 'caller', message: `"${request.on}" is no day; write it as YYYY-MM-DD.` });
}

function daysBetween(first: IsoDate, last: IsoDate): IsoDate[] {
  const from = Date.parse(first);
  const n = Math.round((Date.parse(last) - from) / DAY_MS);
  return Array.from({ length: n + 1 }, (_, k) => parseIsoDate(new Date(from + k * DAY_MS).toISOString())).filter((d) => d !== null);
}

/** Days before the decision from which on the chance stayed on the right side of one half. */
function rightSince(days: readonly BacktestDay[], end: { readonly adopted: boolean; readonly on: IsoDate }): number | null {
  let since: IsoDate | null = null;
  for (const d of [...days].reverse()) {
    if (d.probability === null || d.probability > 0.5 !== end.adopted) break;
    since = d.day;
  }
  return since === null ? null : Math.round((Date.parse(end.on) - Date.parse(since)) / DAY_MS);
}

function sentenceOf(r: Omit<BacktestReport, 'sentence' | 'notes'>): string {
  const [first, last] = [r.days[0], r.days.at(-1)];
  if (!first || !last) return 'There is no day to replay.';
  const chance = (d: BacktestDay): string => (d.probability === null ? d.outcome : `${d.outcome}, ${percent(d.probability)}`);
  const path = `From ${first.day} (${chance(first)}) to ${last.day} (${chance(last)})`;
  if (!r.resolution || !r.scores) return `${path}; the question is not resolved, so nothing is scored.`;
  const right = r.rightSince === null ? 'the chance lay on the wrong side of one half at the end' : `the chance lay on the right side of one half for the last ${plural(r.rightSince, 'day')}`;
  return `${path}; it was ${r.resolution.adopted ? 'adopted' : 'not adopted'} on ${r.resolution.on}: ${right}, Brier score ${r.scores.brier.toFixed(3)} over ${plural(r.scores.forecasts, 'day')} (always saying one half: 0.25).`;
}

/** The report as a page of text: the days on which something changed. */
export function backtestText(r: BacktestReport): string {
  const lines = [r.sentence, '', `${'day'.padEnd(10)}  ${'outcome'.padEnd(8)}${'chance'.padStart(11)}${'holdouts'.padStart(10)}${'signals'.padStart(9)}`];
  r.days.forEach((d, k) => {
    const before = r.days[k - 1];
    const same = before?.outcome === d.outcome && before.signals === d.signals && Math.abs((before.probability ?? 0) - (d.probability ?? 0)) < 0.005;
    if (!same || k === r.days.length - 1) lines.push(`${d.day}  ${d.outcome.padEnd(8)}${(d.probability === null ? '–' : percent(d.probability)).padStart(11)}${String(d.holdouts).padStart(10)}${String(d.signals).padStart(9)}`);
  });
  lines.push('', ...r.notes);
  return `${lines.join('\n')}\n`;
}
