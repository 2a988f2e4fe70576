import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { exampleFolder, putExampleQuestion } from '../app/example.js';
import { parseQuestion } from '../app/parse-question.js';
import { readInputs, type FetcherOptions, type Gathering, type ReadOutcome } from '../app/read-inputs.js';
import { openReader, type Reader } from '../app/readers/open-reader.js';
import { reportCount, reportWhy, type CountRequest } from '../app/reports.js';
import { parseRequest, type RawRequest } from '../app/parse-request.js';
import { statementRows, toCsv } from '../app/statement-rows.js';
import { openRegister, type Register } from '../app/open.js';
import { priorText, reportPrior } from '../app/models/prior-report.js';
import { HoldoutError } from '../domain/failure.js';
import { parseIsoDate, type IsoDate } from '../domain/ids.js';
import type { Question } from '../domain/question.js';
import { unwrap } from '../domain/unwrap.js';
import { openBulk, type BulkFlags } from './bulk-flags.js';
import { exitStatusOf } from './exit-status.js';
import { inputFile } from './read-file.js';
import { ModelSummary } from './model-text.js';
import { Progress } from './progress.js';
import { readerChoiceOf, type ReaderFlags } from './reader-flags.js';
import { serveRegister } from './serve.js';
import { countText, whyText } from './text-report.js';
import { threadsOf, type ThreadsFlag } from './threads-flag.js';
import { today } from './today.js';
import { complain } from './complain.js';

export interface Common {
  readonly register: string;
}

export const out = (text: string): void => {
  process.stdout.write(text);
};

export function dateOf(raw: string | undefined, flag: string): IsoDate | undefined {
  if (raw === undefined) return undefined;
  const date = parseIsoDate(raw);
  if (!date) throw new HoldoutError('date-malformed', `${flag} is "${raw}", which is no day; write it as YYYY-MM-DD.`);
  return date;
}

export async function withRegister<T>(dir: string, mode: 'create' | 'existing', action: (register: Register) => Promise<T>): Promise<T> {
  const register = await openRegister(dir, mode);
  try {
    return await action(register);
  } finally {
    await register.close();
  }
}

/** Reads files that a question names, from its own folder. */
const readBeside =
  (question: string) =>
  (path: string): string | null => {
    try {
      return readFileSync(resolve(dirname(question), path), 'utf8');
    } catch {
      return null;
    }
  };

/** A question by the id of one in the register, or from a YAML file, which is then stored. */
export async function questionFor(register: Register, given: string): Promise<Question> {
  const known = await register.question(given);
  if (known) return known;
  let yaml: string;
  try {
    yaml = await readFile(given, 'utf8');
  } catch {
    throw new HoldoutError('question-unknown', `"${given}" is neither a question of the register nor a file that can be read; give the path of a question's YAML file.`);
  }
  const question = unwrap(parseQuestion(yaml, given, today(), readBeside(given)));
  await register.putQuestion(question);
  return question;
}

/** How web addresses are fetched, as flags. */
export interface NetworkFlags {
  readonly allowPrivate?: boolean;
  readonly contact?: string;
}

/** Each process waits for other moments than the rest: its number seeds the jitter. */
export const networkOf = (flags: NetworkFlags): FetcherOptions => ({
  allowPrivate: flags.allowPrivate ?? false,
  ...(flags.contact === undefined ? {} : { contact: contactOf(flags.contact) }),
  seed: process.pid,
});

function contactOf(raw: string): string {
  if (/^[\x21-\x7e]{3,200}$/.test(raw)) return raw;
  throw new HoldoutError('usage', '--contact goes into a header; give a mail address or a web address without spaces.');
}

interface ReadFlags extends Common, NetworkFlags, ReaderFlags, ThreadsFlag, BulkFlags {
  readonly queue?: string;
  readonly readerVersion?: string;
  readonly question: string;
  readonly published?: string;
  readonly publisher?: string;
}

export async function readCommand(inputs: string[], options: ReadFlags): Promise<number> {
  const published = dateOf(options.published, '--published');
  const network = networkOf(options);
  const threads = threadsOf(options);
  const { bulk, cursor, shareOf } = await openBulk(inputs, options);
  if (options.queue !== undefined && (options.reader ?? 'offline') !== 'offline') throw new HoldoutError('usage', 'Workers read offline; leave out --reader, or read here without --queue.');
  const reader = unwrap(await openReader(readerChoiceOf(options, options.register)));
  return withRegister(options.register, 'create', async (register) => {
    const question = await questionFor(register, options.question);
    const given = { ...(published ? { published } : {}), ...(options.publisher ? { publisher: options.publisher } : {}) };
    const gathering = { inputs, options: given, network, bulk, cursor };
    if (options.queue === undefined) return readAll(register, question, gathering, shareOf, reader, threads);
    const { submitCommand } = await import('./submit-command.js');
    return submitCommand({ ...options, queue: options.queue }, register, question, gathering, shareOf);
  });
}

async function readAll(register: Register, question: Question, { inputs, options, network, ...bulk }: Gathering, shareOf: () => number | null, reader?: Reader, threads?: number): Promise<number> {
  const totals = { read: 0, known: 0, failed: 0, signals: 0 };
  const summary = new ModelSummary();
  const progress = new Progress();
  let status = 0;
  try {
    for await (const outcome of readInputs(register, question, inputs, options, today(), network, reader, threads, bulk)) {
      progress.show(totals.read + totals.known + 1, outcome.input, shareOf());
      status = note(outcome, totals, status, progress.clear);
      if (outcome.kind === 'read') summary.add(outcome.waiting, outcome.model);
    }
  } finally {
    // Said even when a reader cannot go on: what it read until then is stored.
    progress.end();
    out(`${question.id}: ${String(totals.read)} read, ${String(totals.known)} already there, ${String(totals.failed)} failed; ${String(totals.signals)} signals added.\n`);
    out(summary.text(reader?.used?.()));
  }
  return status;
}

function note(outcome: ReadOutcome, totals: { read: number; known: number; failed: number; signals: number }, status: number, clear: string): number {
  switch (outcome.kind) {
    case 'read':
      totals.read += 1;
      totals.signals += outcome.signals;
      return status;
    case 'known':
      totals.known += 1;
      return status;
    case 'skipped':
      complain(outcome.message, clear);
      return status;
    case 'failed':
      totals.failed += 1;
      complain(outcome.message, clear);
      return status === 0 ? exitStatusOf(outcome.code) : status;
  }
}

export interface CountFlags extends Common, RawRequest {
  readonly json?: boolean;
}

export const requestOf = (flags: RawRequest): CountRequest => unwrap(parseRequest(flags));

export async function countCommand(question: string, flags: CountFlags & { readonly prior?: string }): Promise<number> {
  const request = requestOf(flags);
  const rollCalls = flags.prior === undefined ? null : await inputFile(flags.prior, 'a CSV file of roll calls');
  return withRegister(flags.register, 'existing', async (register) => {
    const report = unwrap(await reportCount(register, question, request, today()));
    const prior = rollCalls && unwrap(await reportPrior(register, question, request, rollCalls, today()));
    out(flags.json ? `${JSON.stringify(prior ? { ...report, prior } : report, null, 1)}\n` : `${countText(report)}${prior ? `\n${priorText(prior)}` : ''}`);
    return 0;
  });
}

export async function whyCommand(question: string, member: string, flags: CountFlags): Promise<number> {
  const request = requestOf(flags);
  return withRegister(flags.register, 'existing', async (register) => {
    const report = unwrap(await reportWhy(register, question, member, request, today()));
    out(flags.json ? `${JSON.stringify(report, null, 1)}\n` : whyText(report));
    return 0;
  });
}

export async function statementsCommand(flags: Common & { question?: string; member?: string; format: 'jsonl' | 'csv' }): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    const rows = unwrap(await statementRows(register, { ...(flags.question ? { question: flags.question } : {}), ...(flags.member ? { member: flags.member } : {}) }));
    if (flags.format === 'csv') out(toCsv(rows));
    else for (const row of rows) out(`${JSON.stringify(row)}\n`);
    return 0;
  });
}

interface ServeFlags extends Common {
  readonly log?: boolean;
  readonly public?: string;
  readonly host: string;
  readonly port: string;
  readonly embedIn?: string;
}

function portOf(raw: string): number {
  const port = Number(raw);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new HoldoutError('usage', `--port is "${raw}"; give a number from 0 to 65535.`);
  return port;
}

/** Origins parted by commas, each as a browser writes it; fails on anything else, which would end up in a security header. */
function originsOf(raw: string | undefined): readonly string[] {
  return (raw ?? '')
    .split(',')
    .map((o) => o.trim())
    .filter(Boolean)
    .map((o) => {
      if (!/^https?:\/\/[a-z0-9.-]+(?::\d+)?$/i.test(o)) throw new HoldoutError('usage', `--embed-in has "${o}"; give origins such as https://example.org, parted by commas.`);
      return o;
    });
}

export async function serveCommand(flags: ServeFlags): Promise<number> {
  const port = portOf(flags.port);
  const embedIn = originsOf(flags.embedIn);
  return withRegister(flags.register, 'create', (register) => serveRegister(register, flags.host, port, { ...(flags.public === undefined ? {} : { publicAddress: flags.public }), embedIn, log: flags.log === true }));
}

export async function startCommand(flags: ServeFlags): Promise<number> {
  const port = portOf(flags.port);
  return withRegister(flags.register, 'create', async (register) => {
    const question = await putExampleQuestion(register, today());
    const status = await readAll(register, question, { inputs: [`${exampleFolder()}/coverage`], options: {} }, () => null);
    if (status !== 0) return status;
    out(`\n${countText(unwrap(await reportCount(register, question.id, {}, today())))}\n`);
    return serveRegister(register, flags.host, port);
  });
}
