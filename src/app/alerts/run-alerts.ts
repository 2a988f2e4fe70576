import type { AlertStep, StoredAlert } from '../../domain/alert.js';
import type { Failure } from '../../domain/failure.js';
import type { IsoDate } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Register } from '../../register/index.js';
import { changesFrom, type Change } from '../changes/changes.js';
import { deliver, type Channel } from './deliver.js';
import { shownTarget } from './manage-alerts.js';
import { messageOf } from './message.js';

/** What the sending process is given; nothing of it is stored. */
export interface AlertSettings {
  /** Signs webhooks. */
  readonly webhookSecret?: string | undefined;
  /** `smtp://…`, and who sends. */
  readonly mail?: { readonly server: string; readonly from: string } | undefined;
  /** Whether webhooks may go to private addresses. */
  readonly allowPrivate?: boolean;
  /** Before the second try; a second when absent. */
  readonly pauseMs?: number;
}

/** What a run did for one alert. */
export interface AlertOutcome {
  readonly id: number;
  readonly question: string;
  /** Where it goes, as it may be shown. */
  readonly target: string;
  /** Changes that were told, 0 when there was nothing to tell. */
  readonly told: number;
  /** Why it could not be delivered; the next run tries again. */
  readonly failure: string | null;
}

/** A delivery takes less than this; one that began earlier and did not end was cut off. */
const LEASE_MS = 120_000;

/** The changes that an alert asks for. */
export const wanted = ({ about, members }: Pick<StoredAlert, 'about' | 'members'>, changes: readonly Change[]): Change[] =>
  changes.filter((c) => (c.kind === 'outcome' ? about !== 'positions' && members.length === 0 : about !== 'outcome' && (members.length === 0 || members.includes(c.member))));

/**
 * Tells each alert in force what changed since it was told last, in one message. That a delivery begins and how it ends is recorded around
 * it: what was told is never told again, and what a kill cut off is sent again as the same message, by whose id a receiver drops it. Runs
 * may go on at once. Fails only for what no alert is to blame for.
 */
export async function runAlerts(register: Register, settings: AlertSettings, today: IsoDate, question?: string, now: () => Date = () => new Date()): Promise<AlertOutcome[]> {
  const outcomes: AlertOutcome[] = [];
  for (const alert of await register.alerts(question)) {
    if (alert.channel === 'feed') continue;
    const told = await runAlert(register, alert, settings, today, now);
    if (told !== null) outcomes.push({ id: alert.id, question: alert.question, target: shownTarget(alert), told: told.ok ? told.value : 0, failure: told.ok ? null : told.error.message });
  }
  return outcomes;
}

/** Null when another run is at it. */
async function runAlert(register: Register, alert: StoredAlert, settings: AlertSettings, today: IsoDate, now: () => Date): Promise<Result<number, Failure> | null> {
  const { open } = alert;
  if (open?.step === 'try' && now().getTime() - Date.parse(open.recordedAt) < LEASE_MS) return null;
  const newest = await register.lastInstant(alert.question);
  if (newest === null) return ok(0);
  let since = new Date(alert.told?.until ?? alert.recordedAt);
  let after = open?.id ?? alert.told?.id ?? null;
  let total = 0;
  // First what was begun before, as the same message; then what came since.
  for (const until of [...(open === null ? [] : [new Date(open.until)]), newest]) {
    if (until <= since) continue;
    const changes = await changesFrom(register, alert.question, alert.option ?? undefined, since, until, today);
    if (!changes.ok) return changes;
    const told = wanted(alert, changes.value);
    const at = { until: until.toISOString(), changes: told.length, message: null };
    const tried = await register.putAlertStep(alert.id, { ...at, step: told.length > 0 ? 'try' : 'told' }, after);
    if (tried === null) return null;
    if (told.length > 0) {
      const sent = await sendTo(alert, settings, since, until, told, register);
      const step: AlertStep = sent.ok ? { ...at, step: 'told' } : { ...at, step: 'failed', message: sent.error.message };
      after = await register.putAlertStep(alert.id, step);
      if (!sent.ok) return sent;
    } else after = tried;
    since = until;
    total += told.length;
  }
  return ok(total);
}

async function sendTo(alert: StoredAlert, settings: AlertSettings, since: Date, until: Date, changes: readonly Change[], register: Register): Promise<Result<null, Failure>> {
  const channel = channelOf(alert, settings);
  if (!channel.ok) return channel;
  const title = (await register.question(alert.question))?.title ?? alert.question;
  const sent = await deliver(channel.value, messageOf({ id: alert.question, title }, since, until, changes, alert.id), settings.pauseMs);
  // The failure names the address, whose path may be a secret.
  return sent.ok || alert.target === null ? sent : err({ ...sent.error, message: sent.error.message.replaceAll(alert.target, shownTarget(alert)) });
}

function channelOf({ channel, target }: StoredAlert, { webhookSecret, mail, allowPrivate = false }: AlertSettings): Result<Channel, Failure> {
  const unset = (what: string, names: string): Result<never, Failure> => err({ code: 'usage', category: 'caller', message: `Alerts by ${what} need ${names} in the environment of the process that sends them.` });
  if (channel === 'webhook') return webhookSecret ? ok({ kind: 'webhook', address: target ?? '', secret: webhookSecret, allowPrivate }) : unset('webhook', 'HOLDOUT_WEBHOOK_SECRET');
  return mail ? ok({ kind: 'mail', to: target ?? '', ...mail }) : unset('mail', 'HOLDOUT_SMTP and HOLDOUT_MAIL_FROM');
}
