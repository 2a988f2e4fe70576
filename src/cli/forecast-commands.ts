import { userInfo } from 'node:os';
import { backtestText, reportBacktest, type BacktestRequest } from '../app/models/backtest.js';
import { forecastsText, makeForecast, reportForecasts, resolveQuestion } from '../app/models/forecasts.js';
import { percent } from '../app/percent.js';
import { unwrap } from '../domain/unwrap.js';
import { requestOf, withRegister, type Common, type CountFlags } from './register-commands.js';
import { today } from './today.js';

const author = (given: string | undefined): string => given ?? process.env['HOLDOUT_AUTHOR'] ?? userInfo().username;
const show = <T>(value: T, json: boolean | undefined, text: (value: T) => string): void => {
  process.stdout.write(json ? `${JSON.stringify(value, null, 1)}\n` : text(value));
};

interface Signed {
  readonly author?: string;
  readonly note?: string;
}

/** `holdout forecast make <question>`. */
export async function makeForecastCommand(question: string, flags: CountFlags & Signed & { readonly probability?: string }): Promise<number> {
  const request = requestOf(flags);
  return withRegister(flags.register, 'existing', async (register) => {
    const kept = unwrap(await makeForecast(register, question, request, { ...flags, author: author(flags.author) }, today()));
    show(kept, flags.json, (f) => `Forecast ${String(f.id)}: ${percent(f.probability)} that ${f.option} of ${f.question} is adopted, as of ${f.asOf}, by ${f.author} (${f.method}).\n`);
    return 0;
  });
}

/** `holdout forecast resolve <question> --outcome adopted|not-adopted`. */
export async function resolveCommand(question: string, flags: Common & Signed & { readonly option?: string; readonly outcome: string; readonly on?: string; readonly json?: boolean }): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    const kept = unwrap(await resolveQuestion(register, question, flags.option, { ...flags, author: author(flags.author) }, today()));
    show(kept, flags.json, (r) => `${r.option} of ${r.question} was ${r.adopted ? 'adopted' : 'not adopted'} on ${r.on}, says ${r.author}.\n`);
    return 0;
  });
}

/** `holdout forecast list [question]`, which scores what is resolved. */
export async function listForecastsCommand(question: string | undefined, flags: Common & { readonly json?: boolean }): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    show(unwrap(await reportForecasts(register, question)), flags.json, forecastsText);
    return 0;
  });
}

/** `holdout backtest <question>`. */
export async function backtestCommand(question: string, flags: CountFlags & BacktestRequest): Promise<number> {
  const request = requestOf(flags);
  return withRegister(flags.register, 'existing', async (register) => {
    show(unwrap(await reportBacktest(register, question, request, flags, today())), flags.json, backtestText);
    return 0;
  });
}
