import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Channel } from '../app/alerts/deliver.js';
import { sendAlerts } from '../app/alerts/send-alerts.js';
import { parseInstant } from '../app/parse-request.js';
import { HoldoutError } from '../domain/failure.js';
import { unwrap } from '../domain/unwrap.js';
import { out, withRegister, type Common } from './register-commands.js';
import { today } from './today.js';

interface AlertFlags extends Common {
  readonly webhook?: string;
  readonly mail?: string;
  readonly state: string;
  readonly option?: string;
  readonly allowPrivate?: boolean;
}

function fromEnvironment(name: string, what: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new HoldoutError('usage', `Alerts by ${what} need ${name}; set it in the environment, where a command line would show it to others.`);
}

function channelOf(flags: AlertFlags): Channel {
  if ((flags.webhook === undefined) === (flags.mail === undefined)) throw new HoldoutError('usage', 'Alerts go one way; give either --webhook or --mail.');
  if (flags.webhook !== undefined) return { kind: 'webhook', address: flags.webhook, secret: fromEnvironment('HOLDOUT_WEBHOOK_SECRET', 'webhook'), allowPrivate: flags.allowPrivate === true };
  return { kind: 'mail', to: flags.mail ?? '', from: fromEnvironment('HOLDOUT_MAIL_FROM', 'mail'), server: fromEnvironment('HOLDOUT_SMTP', 'mail') };
}

async function sinceIn(file: string): Promise<Date | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new HoldoutError('input-unreadable', `${file} cannot be read; check its permissions.`, { cause });
  }
  const since = parseInstant(text.trim());
  if (!since) throw new HoldoutError('input-unreadable', `${file} does not hold the instant of the last alert; remove it to begin anew.`);
  return since;
}

/** Tells once what changed since the last run; a timer runs it again. */
export async function alertCommand(question: string, flags: AlertFlags): Promise<number> {
  const channel = channelOf(flags);
  const since = await sinceIn(flags.state);
  const keep = async (until: Date): Promise<void> => {
    await writeFile(`${flags.state}.draft`, `${until.toISOString()}\n`);
    await rename(`${flags.state}.draft`, flags.state);
  };
  return withRegister(flags.register, 'existing', async (register) => {
    const told = unwrap(await sendAlerts(register, question, flags.option, channel, { since, keep }, today()));
    out(since === null ? `${question}: alerts begin now.\n` : `${question}: ${String(told)} changes told.\n`);
    return 0;
  });
}
