import { createHash, createHmac } from 'node:crypto';
import type { Change } from '../changes/changes.js';

/** Changes to tell, all of one option of one question, between two instants of system time. */
export interface Message {
  /** The same for the same changes: a receiver drops what it has seen. */
  readonly id: string;
  readonly question: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly changes: readonly Change[];
}

/** @param alert number of the alert: two alerts with one target are two messages */
export function messageOf(question: { readonly id: string; readonly title: string }, from: Date, to: Date, changes: readonly Change[], alert: number): Message {
  const id = `msg_${createHash('sha256').update([String(alert), ...changes.map((c) => c.id)].join('\n')).digest('hex').slice(0, 32)}`;
  return { id, question: question.id, title: question.title, from: from.toISOString(), to: to.toISOString(), changes };
}

/** Headers that prove who sent a body and when, as Standard Webhooks asks: HMAC-SHA256 over id, time and body. */
export function signedHeaders(id: string, body: string, secret: string, now: Date): Readonly<Record<string, string>> {
  const time = String(Math.floor(now.getTime() / 1_000));
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret, 'utf8');
  const signature = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': `v1,${signature}` };
}

/** The changes as plain text, one a line, each with the words behind it. */
export const messageText = (m: Message): string =>
  `${m.changes
    .map((c) => [c.sentence, ...(c.kind === 'position' ? c.signals.filter((s) => s.change === 'gained').map((s) => `    “${s.quote.replace(/\s+/g, ' ')}” (${s.stance})`) : [])].join('\n'))
    .join('\n')}\n\n${m.title} (${m.question}), as recorded until ${m.to}. Read by a machine: check the words.\n`;
