import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { identityOf, type Identity } from '../../app/accounts/accounts.js';
import { isEnough, type Role } from '../../domain/account.js';
import type { ApiContext } from '../api.js';
import { ApiRefusal } from './problem.js';
import { RateLimit } from './rate-limit.js';

export const SESSION_COOKIE = 'holdout-session';
/** The prefix makes browsers insist on HTTPS, this host and the whole path. */
export const SECURE_SESSION_COOKIE = '__Host-holdout-session';

/** What a request needs; the first line that fits decides. Whatever changes the register and is not listed needs a reviewer. */
const NEEDED: readonly (readonly [method: RegExp, path: RegExp, role: Role | 'nobody'])[] = [
  [/./, /^\/metrics$/, 'reader'],
  [/./, /^\/(?!api\/)/, 'nobody'],
  [/./, /^\/api\/session$/, 'nobody'],
  [/^GET$/, /^\/api\/openapi\.json$/, 'nobody'],
  [/./, /^\/api\/accounts/, 'admin'],
  [/^POST$/, /\/erasure$/, 'admin'],
  [/./, /^\/api\/(?:tokens|session\/password)/, 'reader'],
  [/^POST$/, /^\/api\/questions\/preview(?:\/count)?$/, 'reader'],
  [/^POST$/, /^\/api\/(?:bargain|questions\/[^/]+\/(?:bargain|influence|plan|tradeoffs|prior))$/, 'reader'],
  [/^(?:GET|HEAD)$/, /./, 'reader'],
  [/./, /./, 'reviewer'],
];

const REQUESTS_A_MINUTE = 1_200;

/** Where a request comes from, for limits; one key for all where that is not known. */
export function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

/** The secret a request carries: a token in `Authorization` (Bearer, or Basic for feed readers, as the password), or a session's cookie. */
export function secretOf(c: Context): string | undefined {
  const [scheme, value] = (c.req.header('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() === 'bearer' && value) return value;
  if (scheme?.toLowerCase() === 'basic' && value) return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':') || undefined;
  return getCookie(c, SECURE_SESSION_COOKIE) ?? getCookie(c, SESSION_COOKIE);
}

/**
 * Once a register has accounts, nobody does anything without one: each request needs the role of its line above; a reader may be a reviewer of some
 * questions. What changes the register
 * is written to the audit trail with who did it. A register without accounts asks nobody.
 */
export function accessControl({ register, now = () => new Date() }: ApiContext): MiddlewareHandler {
  const limit = new RateLimit(REQUESTS_A_MINUTE, 60_000);
  return async (c, next) => {
    const needed = NEEDED.find(([method, path]) => method.test(c.req.method) && path.test(c.req.path))?.[2] ?? 'admin';
    if (needed === 'nobody' || !(await register.people.any())) return next();
    if (!limit.take(addressOf(c))) {
      c.header('Retry-After', String(limit.retryAfter()));
      throw new ApiRefusal('too-many-requests', `Too many requests; try again in ${String(limit.retryAfter())} seconds.`);
    }
    const secret = secretOf(c);
    const identity = secret === undefined ? null : await identityOf(register, secret, now());
    if (identity === null) {
      // Feed readers ask for name and password when told to; a browser's page would then show a dialogue of its own.
      if (c.req.path.endsWith('/feed')) c.header('WWW-Authenticate', 'Basic realm="Holdout"');
      throw new ApiRefusal('sign-in-needed', 'This register is shared; sign in, or send an API token.');
    }
    if (!isEnough(identity.role, needed) && !(needed === 'reviewer' && reviewsThat(identity, c.req.path))) throw new ApiRefusal('not-allowed', `This needs a ${needed}, and ${identity.name} is a ${identity.role}.`);
    c.set('identity', identity);
    await next();
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && c.res.ok) await register.people.putAudit({ actor: identity.name, action: c.req.method, subject: c.req.path });
    return undefined;
  };
}

/** Whether a path is of a question that somebody may review, as `/api/questions/{id}/…`. */
function reviewsThat({ reviews }: Identity, path: string): boolean {
  const [, id] = /^\/api\/questions\/([^/]+)\/./.exec(path) ?? [];
  try {
    // As the router reads a parameter.
    return id !== undefined && reviews.includes(decodeURIComponent(id));
  } catch {
    return false;
  }
}

/** Who asks; null on a register without accounts. */
export const identityIn = (c: Context): Identity | null => (c.get('identity') as Identity | undefined) ?? null;

/** Who acts: the account that signed in, else the name that was given. */
export function actorOf(c: Context, given: string | undefined): string {
  const author = identityIn(c)?.name ?? given?.trim() ?? '';
  if (author === '') throw new ApiRefusal('usage', 'This needs its author; give a name as "author".');
  return author;
}

/** Marks a route's own refusal of what belongs to somebody else. */
export function onlyOwn(identity: Identity, owner: string): void {
  if (identity.name !== owner && identity.role !== 'admin') throw new ApiRefusal('not-found', 'There is nothing of yours by that id.');
}

