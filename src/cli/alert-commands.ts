import { addAlert, endAlert, shownTarget } from '../app/alerts/manage-alerts.js';
import { runAlerts, type AlertSettings } from '../app/alerts/run-alerts.js';
import type { StoredAlert } from '../domain/alert.js';
import { HoldoutError } from '../domain/failure.js';
import { unwrap } from '../domain/unwrap.js';
import { accountName } from './account-name.js';
import { exitStatusOf } from './exit-status.js';
import { out, withRegister, type Common } from './register-commands.js';
import { today } from './today.js';

/** What alerts are sent with. It comes by the environment alone: others see a command line. */
export function alertSettings(allowPrivate: boolean): AlertSettings {
  const { HOLDOUT_WEBHOOK_SECRET: webhookSecret, HOLDOUT_SMTP: server, HOLDOUT_MAIL_FROM: from } = process.env;
  return { webhookSecret, allowPrivate, ...(server && from ? { mail: { server, from } } : {}) };
}

interface AddFlags extends Common {
  readonly webhook?: string;
  readonly mail?: string;
  readonly feed?: boolean;
  readonly option?: string;
  readonly about: StoredAlert['about'];
  readonly member?: readonly string[];
  readonly author?: string;
  readonly allowPrivate?: boolean;
}

export async function addAlertCommand(question: string, { register: place, member, allowPrivate, author, ...asked }: AddFlags): Promise<number> {
  return withRegister(place, 'existing', async (register) => {
    const alert = unwrap(await addAlert(register, { ...asked, question, members: member, author: accountName(author) }, today(), allowPrivate === true));
    out(`Alert ${String(alert.id)} on ${question} goes to ${shownTarget(alert)}; ${alert.channel === 'feed' ? `a server gives it at /api/alerts/${String(alert.id)}/feed` : 'send it with: holdout alert run'}.\n`);
    return 0;
  });
}

export async function listAlertsCommand({ register: place, question }: Common & { question?: string }): Promise<number> {
  return withRegister(place, 'existing', async (register) => {
    const alerts = await register.alerts(question);
    if (alerts.length === 0) out('Nobody is told of anything; add an alert with: holdout alert add QUESTION.\n');
    for (const alert of alerts) out(lineOf(alert));
    return 0;
  });
}

function lineOf(alert: StoredAlert): string {
  const { id, question, option, channel, about, members, author, told, open } = alert;
  const what = `${about === 'all' ? 'what changes' : about}${members.length === 0 ? '' : ` of ${members.join(', ')}`}`;
  const trouble = open?.step === 'failed' ? `\n   not delivered ${open.recordedAt.slice(0, 16)}Z: ${open.message ?? ''}` : open?.step === 'try' ? `\n   a delivery began ${open.recordedAt.slice(0, 16)}Z and has no end yet` : '';
  const last = channel === 'feed' ? '' : `; ${told === null ? 'nothing told yet' : `told up to ${told.until.slice(0, 16)}Z`}`;
  return `${String(id)}  ${question}${option === null ? '' : `/${option}`}  ${channel} ${channel === 'feed' ? `/api/alerts/${String(id)}/feed` : shownTarget(alert)}\n   ${what}, for ${author}${last}${trouble}\n`;
}

export async function removeAlertCommand(raw: string, { register: place, author }: Common & { author?: string }): Promise<number> {
  if (!/^\d{1,15}$/.test(raw)) throw new HoldoutError('usage', `"${raw}" is no number of an alert; list them with: holdout alert list.`);
  return withRegister(place, 'existing', async (register) => {
    unwrap(await endAlert(register, Number(raw), accountName(author) || 'command line'));
    out(`Alert ${raw} is sent no longer.\n`);
    return 0;
  });
}

/** Tells once what changed since the last run; a timer runs it again. */
export async function runAlertsCommand({ register: place, question, allowPrivate }: Common & { question?: string; allowPrivate?: boolean }): Promise<number> {
  return withRegister(place, 'existing', async (register) => {
    const outcomes = await runAlerts(register, alertSettings(allowPrivate === true), today(), question);
    for (const { id, question: of, target, told, failure } of outcomes) {
      if (failure === null) out(`${String(id)}  ${of}: ${String(told)} ${told === 1 ? 'change' : 'changes'} told to ${target}.\n`);
      else process.stderr.write(`holdout: alert ${String(id)} on ${of}: ${failure} The next run tries again.\n`);
    }
    return outcomes.some(({ failure }) => failure !== null) ? exitStatusOf('fetch-failed') : 0;
  });
}
