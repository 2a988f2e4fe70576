import { Hono, type Context } from 'hono';
import { etag } from 'hono/etag';
import { HoldoutError, type Failure, type FailureCode } from '../domain/failure.js';
import type { Result } from '../domain/result.js';
import type { CountQuery, UseCases } from './use-cases.js';

const MISSING: readonly FailureCode[] = ['question-unknown', 'document-unknown', 'member-unknown', 'option-unknown'];

/** No script, style, picture or request from anywhere but this server: article text is hostile. */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

function problem(c: Context, failure: Pick<Failure, 'code' | 'category' | 'message'>): Response {
  const status = failure.code === 'register-unreachable' ? 503 : MISSING.includes(failure.code) ? 404 : failure.category === 'caller' ? 400 : 500;
  return c.body(JSON.stringify({ type: 'about:blank', title: failure.code, status, detail: failure.message, code: failure.code }), status, { 'Content-Type': 'application/problem+json' });
}

const QUERY = ['asOf', 'knownAt', 'option', 'rule', 'assume', 'cost', 'exclude'] as const satisfies readonly (keyof CountQuery)[];

/** Parameters that are given and not empty. */
const queryOf = (c: Context): CountQuery => Object.fromEntries(QUERY.flatMap((name) => (c.req.query(name) ? [[name, c.req.query(name)]] : [])));

/**
 * The JSON API: what the page shows, any client can have. Errors are problem documents (RFC 9457) with a stable `code`.
 * Hosts other than the served one are refused, so that a page elsewhere cannot reach a loopback server by a name of its own.
 */
export function createApi(useCases: UseCases, allowedHosts: readonly string[] = []): Hono {
  const app = new Hono();
  const send = <T>(c: Context, result: Result<T, Failure>): Response => (result.ok ? c.json(result.value as object) : problem(c, result.error));
  app.use('*', async (c, next) => {
    const host = (c.req.header('host') ?? '').replace(/:\d+$/, '');
    if (allowedHosts.length > 0 && !allowedHosts.includes(host)) return c.text('This server answers only under its own address.', 421);
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
    return undefined;
  });
  app.use('/api/*', etag());
  app.get('/api/questions', async (c) => c.json(await useCases.questions()));
  app.get('/api/questions/:id/count', async (c) => send(c, await useCases.count(c.req.param('id'), queryOf(c))));
  app.get('/api/questions/:id/members/:member', async (c) => send(c, await useCases.why(c.req.param('id'), c.req.param('member'), queryOf(c))));
  app.get('/api/questions/:id/documents', async (c) => c.json(await useCases.documents(c.req.param('id'))));
  app.get('/api/documents/:id', async (c) => send(c, await useCases.document(c.req.param('id'), c.req.query('question') || undefined)));
  app.notFound((c) => c.text('Not found', 404));
  app.onError((error, c) => {
    if (error instanceof HoldoutError) return problem(c, error);
    return problem(c, { code: 'register-corrupt', category: 'ours', message: 'Holdout failed to answer; see the server log.' });
  });
  return app;
}
