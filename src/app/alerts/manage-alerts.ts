import type { Alert, StoredAlert } from '../../domain/alert.js';
import type { Failure } from '../../domain/failure.js';
import { err, ok, type Result } from '../../domain/result.js';
import { parseWebAddress } from '../../gather/index.js';
import type { Register } from '../../register/index.js';
import { memberOf } from '../count-input.js';
import { rosterOf } from '../../work/readable-question.js';
import type { IsoDate } from '../../domain/ids.js';

/** An alert as a person asks for it: one target, or a feed. */
export interface NewAlert {
  readonly question: string;
  readonly option?: string | undefined;
  readonly webhook?: string | undefined;
  readonly mail?: string | undefined;
  readonly feed?: boolean | undefined;
  readonly about?: Alert['about'] | undefined;
  /** Codes or names. */
  readonly members?: readonly string[] | undefined;
  readonly author: string;
}

const refuse = (code: Failure['code'], message: string): Result<never, Failure> => err({ code, category: 'caller', message });

/** One at, a name before it and a domain after it, nothing that would end a header. */
const MAIL = /^[^\s@<>,;:"()[\]\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/i;

/**
 * Stores an alert and gives it; what happens from now on is told. Fails with `question-unknown`, `option-unknown`, `member-unknown`,
 * `fetch-refused` for what is no web address, and `usage`.
 * @param allowPrivate also web addresses on any port
 */
export async function addAlert(register: Register, asked: NewAlert, today: IsoDate, allowPrivate = false): Promise<Result<StoredAlert, Failure>> {
  const question = await register.question(asked.question);
  if (question === null) return refuse('question-unknown', `The register has no question "${asked.question}".`);
  if (asked.option !== undefined && !question.options.some((o) => o.id === asked.option)) return refuse('option-unknown', `Question ${question.id} has no option "${asked.option}"; use one of: ${question.options.map((o) => o.id).join(', ')}.`);
  if (asked.author.trim() === '') return refuse('usage', 'An alert needs who asks for it; give --author.');
  const where = targetOf(asked, allowPrivate);
  if (!where.ok) return where;
  const roster = rosterOf(question, today);
  const members = [];
  for (const name of asked.members ?? []) {
    const member = memberOf(name, roster);
    if (!member.ok) return member;
    members.push(member.value);
  }
  if (members.length > 0 && asked.about === 'outcome') return refuse('usage', 'Members have positions, and this alert is about the outcome; leave the members out, or ask for positions.');
  const id = await register.putAlert({ ...where.value, question: question.id, option: asked.option ?? null, about: asked.about ?? 'all', members, author: asked.author.trim() });
  const stored = (await register.alerts(question.id)).find((alert) => alert.id === id);
  return stored === undefined ? refuse('usage', 'The alert was ended while it was made.') : ok(stored);
}

function targetOf({ webhook, mail, feed }: NewAlert, allowPrivate: boolean): Result<Pick<Alert, 'channel' | 'target'>, Failure> {
  if ([webhook !== undefined, mail !== undefined, feed === true].filter(Boolean).length !== 1) return refuse('usage', 'An alert goes one way; give either a webhook, a mail address or feed.');
  if (webhook !== undefined) {
    const address = parseWebAddress(webhook, allowPrivate);
    return address.ok ? ok({ channel: 'webhook', target: address.value.href }) : address;
  }
  if (mail === undefined) return ok({ channel: 'feed', target: null });
  return MAIL.test(mail) ? ok({ channel: 'mail', target: mail }) : refuse('usage', 'This is no mail address; write it as desk@example.org.');
}

/** Ends an alert. Fails with `usage` when none of that number is in force. */
export async function endAlert(register: Register, id: number, author: string): Promise<Result<null, Failure>> {
  return (await register.endAlert(id, author)) ? ok(null) : refuse('usage', `No alert ${String(id)} is in force; list them with: holdout alert list.`);
}

/** A target as it may be shown: the path of a webhook often is its secret, and a mailbox is somebody's. */
export function shownTarget({ channel, target }: Pick<Alert, 'channel' | 'target'>): string {
  if (target === null) return 'feed';
  if (channel === 'mail') return target.replace(/^(.).*@/, '$1…@');
  return `${new URL(target).origin}/…`;
}
