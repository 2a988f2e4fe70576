import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { identityOf, makeToken, putAccount, signIn, TOKEN_DAYS_AT_MOST, type Identity } from '../../app/accounts/accounts.js';
import { fitsPassword } from '../../app/accounts/passwords.js';
import { ROLES, type Account, type AuditEntry, type Credential } from '../../domain/account.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { addressOf, identityIn, onlyOwn, secretOf, SECURE_SESSION_COOKIE, SESSION_COOKIE } from '../http/access.js';
import { answers, created, jsonBody } from '../http/answers.js';
import { MAX_PAGE, pageOf, pageQuery } from '../http/pages.js';
import { ApiRefusal } from '../http/problem.js';
import { RateLimit } from '../http/rate-limit.js';
import { instant } from '../schemas/parts.js';

const tags = ['Accounts'];
const role = z.enum(ROLES);
const WINDOW_MS = 15 * 60_000;
const TRIES_A_NAME = 10;
const TRIES_AN_ADDRESS = 50;

const reviews = z.array(z.string()).readonly().openapi({ description: 'Questions on which a reader may do what a reviewer may on all.' });

const sessionAnswer = z
  .object({
    needed: z.boolean().openapi({ description: 'Whether this register asks who you are.' }),
    name: z.string().nullable(),
    role: z.union([role, z.null()]),
    reviews,
    expiresAt: instant.nullable(),
  })
  .readonly()
  .openapi('Session');
const accountItem = z
  .object({ name: z.string(), role: z.union([role, z.null()]).openapi({ description: 'Null when it is closed.' }), reviews, recordedAt: instant })
  .readonly()
  .openapi('Account') satisfies z.ZodType<Account>;
const tokenItem = z
  .object({ id: z.string(), kind: z.enum(['session', 'token']), name: z.string(), label: z.string(), expiresAt: instant, recordedAt: instant })
  .readonly()
  .openapi('Credential');
const auditItem = z
  .object({ id: z.int(), actor: z.string(), action: z.string(), subject: z.string(), recordedAt: instant })
  .readonly()
  .openapi('AuditEntry') satisfies z.ZodType<AuditEntry>;
const nothing = z.object({}).openapi('Done');
const shown = ({ hash, ...rest }: Credential) => ({ id: hash.slice(0, 16), ...rest });

/** Signing in and out, accounts, tokens, and who did what. */
export function addAccountRoutes(api: Api, context: ApiContext): void {
  const { register, now = () => new Date(), https = false } = context;
  const byName = new RateLimit(TRIES_A_NAME, WINDOW_MS);
  const byAddress = new RateLimit(TRIES_AN_ADDRESS, WINDOW_MS);
  const cookie = https ? SECURE_SESSION_COOKIE : SESSION_COOKIE;

  /** Who asks; a register without accounts has nobody. */
  const someone = (c: Context): Identity => {
    const identity = identityIn(c);
    if (identity === null) throw new ApiRefusal('usage', 'This register has no accounts; make one with `holdout user`.');
    return identity;
  };
  const limited = (c: Context, name: string): void => {
    const [spent] = [byName.isSpent(name), byAddress.isSpent(addressOf(c))].filter(Boolean);
    if (spent === undefined) return;
    c.header('Retry-After', String(byName.retryAfter()));
    throw new ApiRefusal('too-many-requests', 'Too many wrong passwords; try again in a quarter of an hour.');
  };
  const missed = (c: Context, name: string): never => {
    byName.take(name);
    byAddress.take(addressOf(c));
    throw new ApiRefusal('sign-in-needed', 'Name and password do not fit.');
  };

  api.openapi(createRoute({ method: 'get', path: '/api/session', tags, summary: 'Who you are, and whether this register asks', responses: answers(sessionAnswer, 'The session.') }), async (c) => {
    const secret = secretOf(c);
    const [needed, identity] = await Promise.all([register.people.any(), secret === undefined ? null : identityOf(register, secret, now())]);
    return c.json({ needed, name: identity?.name ?? null, role: identity?.role ?? null, reviews: identity?.reviews ?? [], expiresAt: identity?.credential.expiresAt ?? null }, 200);
  });
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/session',
      tags,
      summary: 'Sign in',
      request: { body: jsonBody(z.object({ name: z.string().min(1).max(100), password: z.string().min(1).max(1_000) }).openapi('SignIn')) },
      responses: created(sessionAnswer, 'Signed in; the session is in a cookie.'),
    }),
    async (c) => {
      const { name, password } = c.req.valid('json');
      limited(c, name);
      const found = await signIn(register, name, password, now());
      if (found === null) return missed(c, name);
      setCookie(c, cookie, found.session.secret, { httpOnly: true, sameSite: 'Strict', path: '/', secure: https, expires: new Date(found.session.expiresAt) });
      return c.json({ needed: true, name, role: found.role, reviews: found.reviews, expiresAt: found.session.expiresAt }, 201);
    },
  );
  api.openapi(createRoute({ method: 'delete', path: '/api/session', tags, summary: 'Sign out', responses: answers(nothing, 'Signed out.') }), async (c) => {
    const secret = secretOf(c);
    const identity = secret === undefined ? null : await identityOf(register, secret, now());
    if (identity) await register.people.endCredential(identity.credential, identity.name);
    deleteCookie(c, cookie, { path: '/', secure: https });
    return c.json({}, 200);
  });
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/session/password',
      tags,
      summary: 'Change your password; all your sessions and tokens end',
      request: { body: jsonBody(z.object({ old: z.string(), new: z.string() }).openapi('NewPassword')) },
      responses: answers(nothing, 'Changed; sign in again.'),
    }),
    async (c) => {
      const { name, role: own } = someone(c);
      const body = c.req.valid('json');
      limited(c, name);
      const account = (await register.people.accounts()).find((a) => a.name === name);
      if (!(await fitsPassword(body.old, account?.password ?? null))) return missed(c, name);
      unwrap(await putAccount(register, name, own, body.new, name));
      return c.json({}, 200);
    },
  );
  api.openapi(
    createRoute({ method: 'get', path: '/api/accounts', tags, summary: 'All accounts (admins)', request: { query: pageQuery }, responses: answers(z.array(accountItem).readonly(), 'A page of accounts.') }),
    async (c) => {
      const accounts = (await register.people.accounts()).map(({ name, role: own, reviews: of, recordedAt }) => ({ name, role: own, reviews: of, recordedAt }));
      return c.json(pageOf(c, accounts, c.req.valid('query'), (a) => a.name), 200);
    },
  );
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/accounts',
      tags,
      summary: 'Make an account, or change its role or password (admins)',
      request: {
        body: jsonBody(
          z
            .object({
              name: z.string(),
              role: z.enum([...ROLES, 'none']).openapi({ description: '`none` closes it.' }),
              reviews: z.array(z.string().min(1)).max(1_000).optional().openapi({ description: 'Of a reader: questions on which they may do what a reviewer may. Absent keeps those there are.' }),
              password: z.string().optional().openapi({ description: 'Absent keeps the one there is.' }),
            })
            .openapi('NewAccount'),
        ),
      },
      responses: created(accountItem, 'The account.'),
    }),
    async (c) => {
      const by = someone(c);
      const { name, role: given, password, reviews: of } = c.req.valid('json');
      return c.json(unwrap(await putAccount(register, name, given, password, by.name, of)), 201);
    },
  );
  api.openapi(
    createRoute({ method: 'get', path: '/api/tokens', tags, summary: 'Your sessions and tokens; an admin sees all', request: { query: pageQuery }, responses: answers(z.array(tokenItem).readonly(), 'A page of them.') }),
    async (c) => {
      const identity = someone(c);
      const held = await register.people.credentials(now(), identity.role === 'admin' ? {} : { name: identity.name });
      return c.json(pageOf(c, held.map(shown), c.req.valid('query'), (t) => t.id), 200);
    },
  );
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/tokens',
      tags,
      summary: 'Make a token for a program of yours; it is shown this once',
      request: { body: jsonBody(z.object({ label: z.string().min(1).max(100), days: z.int().min(1).max(TOKEN_DAYS_AT_MOST).default(90) }).openapi('NewToken')) },
      responses: created(z.object({ token: z.string(), expiresAt: instant }).openapi('MadeToken'), 'The token.'),
    }),
    async (c) => {
      const { label, days } = c.req.valid('json');
      const { secret, expiresAt } = unwrap(await makeToken(register, someone(c).name, label, days, now()));
      return c.json({ token: secret, expiresAt }, 201);
    },
  );
  api.openapi(
    createRoute({ method: 'delete', path: '/api/tokens/{id}', tags, summary: 'End a session or token of yours; an admin ends any', request: { params: z.object({ id: z.string().min(16) }) }, responses: answers(nothing, 'Ended.') }),
    async (c) => {
      const identity = someone(c);
      const found = (await register.people.credentials(now())).find(({ hash }) => hash.startsWith(c.req.valid('param').id));
      if (!found) throw new ApiRefusal('not-found', 'There is nothing of yours by that id.');
      onlyOwn(identity, found.name);
      await register.people.endCredential(found, identity.name);
      return c.json({}, 200);
    },
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/audit',
      tags,
      summary: 'Who did what, the newest first; anyone with an account may read it',
      request: {
        query: z.object({
          limit: pageQuery.shape.limit,
          before: z.coerce.number().int().min(1).optional().openapi({ type: 'integer', description: 'Only acts of a smaller number: the last one of the page before.' }),
        }),
      },
      responses: answers(z.array(auditItem).max(MAX_PAGE).readonly(), 'A page of acts.'),
    }),
    async (c) => {
      const { limit, before } = c.req.valid('query');
      return c.json(await register.people.audit(limit, before), 200);
    },
  );
}
