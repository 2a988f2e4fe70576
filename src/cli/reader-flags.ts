import { join, resolve } from 'node:path';
import { MODEL_APIS, type ModelOptions, type ReaderChoice } from '../app/readers/open-reader.js';
import { HoldoutError } from '../domain/failure.js';

/** Which reader reads, as flags. */
export interface ReaderFlags {
  readonly reader?: string;
  readonly model?: string;
  readonly llmApi?: string;
  readonly llmUrl?: string;
  readonly cache?: string;
  readonly maxTokens?: string;
  readonly maxCost?: string;
  readonly priceIn?: string;
  readonly priceOut?: string;
  readonly timeout?: string;
}

/** The environment's variable that holds the key; never a flag, since other users of a machine see command lines. */
const KEY = 'HOLDOUT_LLM_KEY';
const MODEL_FLAGS = [
  ['model', '--model'],
  ['llmApi', '--llm-api'],
  ['llmUrl', '--llm-url'],
  ['cache', '--cache'],
  ['maxTokens', '--max-tokens'],
  ['maxCost', '--max-cost'],
  ['priceIn', '--price-in'],
  ['priceOut', '--price-out'],
  ['timeout', '--timeout'],
] as const;

const usage = (message: string): HoldoutError => new HoldoutError('usage', message);

/**
 * Which reader the flags and the environment ask for. Fails with `usage` for flags that do not go together and `model-unset` for what is
 * missing.
 * @param register the register whose folder keeps answers when `--cache` is absent; none for a stream or a database
 */
export function readerChoiceOf(flags: ReaderFlags, register: string | undefined, env: Readonly<Record<string, string | undefined>> = process.env): ReaderChoice {
  const kind = flags.reader ?? 'offline';
  if (kind !== 'offline' && kind !== 'llm' && kind !== 'both') throw usage(`--reader is "${kind}"; use one of: offline, llm, both.`);
  if (kind === 'offline') {
    const idle = MODEL_FLAGS.find(([name]) => flags[name] !== undefined);
    if (idle) throw usage(`${idle[1]} is for a language model; add --reader llm or --reader both.`);
    return { kind };
  }
  const model = flags.model ?? '';
  if (!/^[\w./:@+-]{1,120}$/.test(model)) throw new HoldoutError('model-unset', `--reader ${kind} needs --model: the name of a model as its server knows it, without blanks.`);
  const api = MODEL_APIS.find((x) => x === (flags.llmApi ?? 'openai'));
  if (api === undefined) throw usage(`--llm-api is "${flags.llmApi ?? ''}"; use one of: ${MODEL_APIS.join(', ')}.`);
  const key = env[KEY]?.trim() === '' ? undefined : env[KEY]?.trim();
  if (api === 'openai' && flags.llmUrl === undefined)
    throw new HoldoutError('model-unset', `--reader ${kind} needs --llm-url: the address of an OpenAI-compatible API, e.g. http://127.0.0.1:11434/v1; or --llm-api anthropic.`);
  if (api === 'anthropic' && key === undefined) throw new HoldoutError('model-unset', `--llm-api anthropic needs a key in the environment: ${KEY}.`);
  const url = flags.llmUrl === undefined ? undefined : urlOf(flags.llmUrl, key !== undefined);
  const [input, output] = [amountOf(flags.priceIn, '--price-in'), amountOf(flags.priceOut, '--price-out')];
  const maxCost = amountOf(flags.maxCost, '--max-cost');
  if ((input === undefined) !== (output === undefined) || (maxCost !== undefined && input === undefined))
    throw usage('A cost needs the prices of a million tokens; give both --price-in and --price-out.');
  const maxTokens = amountOf(flags.maxTokens, '--max-tokens');
  const timeout = amountOf(flags.timeout, '--timeout');
  if (timeout !== undefined && (timeout <= 0 || timeout > 3_600)) throw usage('--timeout is in seconds; give a number above 0, up to 3600.');
  const cache = flags.cache ?? cacheBeside(register);
  const options: ModelOptions = {
    api,
    model,
    ...(url === undefined ? {} : { url }),
    ...(key === undefined ? {} : { key }),
    ...(cache === undefined ? {} : { cache: resolve(cache) }),
    ...(maxTokens === undefined ? {} : { maxTokens }),
    ...(maxCost === undefined ? {} : { maxCost }),
    ...(input === undefined || output === undefined ? {} : { prices: { input, output } }),
    ...(timeout === undefined ? {} : { timeoutMs: Math.ceil(timeout * 1_000) }),
  };
  return { kind, model: options };
}

const cacheBeside = (register: string | undefined): string | undefined =>
  register === undefined || /^postgres(?:ql)?:\/\//.test(register) ? undefined : join(register, 'llm-cache');

function amountOf(raw: string | undefined, flag: string): number | undefined {
  if (raw === undefined) return undefined;
  const amount = raw.trim() === '' ? NaN : Number(raw);
  if (!Number.isFinite(amount) || amount < 0) throw usage(`${flag} is "${raw}"; give a number from 0.`);
  return amount;
}

function urlOf(raw: string, hasKey: boolean): string {
  let url: URL;
  try {
    url = new URL(raw);
  } catch {
    throw usage('--llm-url is no address; write it with its scheme, e.g. http://127.0.0.1:11434/v1.');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw usage('--llm-url must begin with https:// or http://.');
  if (url.username !== '' || url.password !== '') throw usage(`--llm-url must not hold a name or password; put the key into ${KEY}.`);
  const isLoopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  if (hasKey && url.protocol === 'http:' && !isLoopback) throw usage(`The key in ${KEY} would cross the network in the clear; use https:// in --llm-url.`);
  return url.href.replace(/\/$/, '');
}
