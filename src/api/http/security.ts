import type { MiddlewareHandler } from 'hono';
import { ApiRefusal } from './problem.js';

/** No script, style, picture or request from anywhere but this server: article text is hostile. `frames` may show the page within theirs. */
const policy = (frames: string): string =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${frames}`;

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * Refuses hosts other than the served ones, so that a page elsewhere cannot reach a loopback server by a name of its own (DNS rebinding).
 * With no hosts given, any is answered. Only views made for embedding may stand in other pages: this server's own, and those of `embedIn`.
 */
export const onlyUnder =
  (hosts: readonly string[], embedIn: readonly string[] = []): MiddlewareHandler =>
  async (c, next) => {
    const host = (c.req.header('host') ?? '').replace(/:\d+$/, '');
    if (hosts.length > 0 && !hosts.includes(host)) return c.text('This server answers only under its own address.', 421);
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
    c.header('Content-Security-Policy', policy(c.req.path.startsWith('/embed/') ? ["'self'", ...embedIn].join(' ') : "'none'"));
    return undefined;
  };

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses what changes the register when a browser says that a page of another origin asks for it (cross-site request forgery). */
export const sameOriginWrites = (): MiddlewareHandler => async (c, next) => {
  if (!SAFE_METHODS.has(c.req.method)) {
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const foreign = (origin !== undefined && hostOf(origin) !== c.req.header('host')) || (site !== undefined && site !== 'same-origin' && site !== 'none');
    if (foreign) throw new ApiRefusal('not-allowed', 'A page of another address may not change this register; use this server’s own page or a program.');
  }
  await next();
};

/** Refuses every write, on a server that anybody may reach and that cannot know who asks. */
export const noWrites = (hasAccounts: () => Promise<boolean>): MiddlewareHandler => async (c, next) => {
  if (!SAFE_METHODS.has(c.req.method) && !(await hasAccounts()))
    throw new ApiRefusal('not-allowed', 'This server answers other machines without knowing who asks, so it changes nothing; make accounts with `holdout user set`, or serve on 127.0.0.1 alone.');
  await next();
};

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
