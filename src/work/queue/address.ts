import { HoldoutError } from '../../domain/failure.js';

/** Where a queue's servers are, and who asks. */
export interface QueueAddress {
  readonly servers: readonly string[];
  readonly user?: string;
  readonly pass?: string;
  readonly token?: string;
  /** As messages may show it: without password and token. */
  readonly shown: string;
}

/**
 * `nats://user:password@host:4222`, several servers of a cluster parted by commas, or `tls://…`; a name without a password is a token. Fails
 * with `usage`.
 */
export function parseQueueAddress(raw: string): QueueAddress {
  const urls = raw.split(',').map((part) => urlOf(part.trim()));
  const servers = urls.map(({ protocol, host }) => `${protocol}//${host}`);
  const [first] = urls;
  if (first === undefined) throw wrong();
  const [user, pass] = [decodeURIComponent(first.username), decodeURIComponent(first.password)];
  return { servers, shown: servers.join(','), ...(user === '' ? {} : pass === '' ? { token: user } : { user, pass }) };
}

function urlOf(raw: string): URL {
  if (!/^(?:nats|tls):\/\//i.test(raw) || !URL.canParse(raw)) throw wrong();
  const url = new URL(raw);
  if (url.host === '' || !['', '/'].includes(url.pathname)) throw wrong();
  return url;
}

const wrong = (): HoldoutError =>
  new HoldoutError('usage', '--queue is no address of a NATS server; write it as nats://host:4222, several parted by commas.');
