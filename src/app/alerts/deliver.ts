import type { Failure } from '../../domain/failure.js';
import { err, ok, type Result } from '../../domain/result.js';
import { postJson } from '../../gather/fetch/post-json.js';
import { messageText, signedHeaders, type Message } from './message.js';

/** Where alerts go. */
export type Channel =
  | { readonly kind: 'webhook'; readonly address: string; readonly secret: string; readonly allowPrivate: boolean }
  | { readonly kind: 'mail'; readonly to: string; readonly from: string; readonly server: string };

const TRIES = 4;
const FIRST_PAUSE_MS = 1_000;

const failed = (message: string): Result<never, Failure> => err({ code: 'fetch-failed', category: 'caller', message });

async function tryOnce(channel: Channel, message: Message): Promise<Result<null, Failure> & { readonly again?: boolean }> {
  if (channel.kind === 'webhook') {
    const body = JSON.stringify(message);
    const posted = await postJson(channel.address, body, signedHeaders(message.id, body, channel.secret, new Date()), channel.allowPrivate);
    if (!posted.ok) return { ...posted, again: posted.error.code !== 'fetch-refused' };
    if (posted.value >= 200 && posted.value < 300) return ok(null);
    // What the receiver does not want now it will not want in a minute, but for "too many" and its own failures.
    return { ...failed(`The webhook answered ${String(posted.value)}.`), again: posted.value === 408 || posted.value === 429 || posted.value >= 500 };
  }
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(channel.server);
  try {
    const [first] = message.changes;
    const more = message.changes.length - 1;
    const subject = `Holdout: ${first?.sentence ?? 'nothing changed'}${more > 0 ? ` (and ${String(more)} more)` : ''}`.replace(/\s+/g, ' ').slice(0, 200);
    await transport.sendMail({ from: channel.from, to: channel.to, subject, text: messageText(message), messageId: `<${message.id}@holdout>`, disableFileAccess: true, disableUrlAccess: true });
    return ok(null);
  } catch (error) {
    const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
    return { ...failed(`The mail server did not take the alert (${code > 0 ? String(code) : error instanceof Error && 'code' in error ? String(error.code) : 'no answer'}).`), again: code < 500 };
  } finally {
    transport.close();
  }
}

/**
 * Delivers a message, with growing pauses between a few tries; a refusal ends them. Delivered at least once: a receiver that answered too
 * late gets it again, with the same id. Fails with `fetch-failed` or `fetch-refused`.
 */
export async function deliver(channel: Channel, message: Message, pauseMs = FIRST_PAUSE_MS): Promise<Result<null, Failure>> {
  for (let n = 1; ; n += 1) {
    const outcome = await tryOnce(channel, message);
    if (outcome.ok) return ok(null);
    if (outcome.again !== true || n >= TRIES) return err(outcome.error);
    await new Promise((resolve) => setTimeout(resolve, pauseMs * 2 ** (n - 1)));
  }
}
