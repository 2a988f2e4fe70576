import { SpanKind } from '@opentelemetry/api';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { traced, traceId } from '../../observe/trace.js';
import { identityIn } from '../http/access.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';

/** What watches a server; each may be absent. */
export interface Observers {
  readonly log?: Log;
  readonly metrics?: Metrics;
}

/** The pattern of the route that answered, as the API's document writes it; `other` for none. */
function routeOf(c: Context): string {
  const route = matchedRoutes(c).findLast(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))?.path;
  return route?.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}') ?? 'other';
}

/** Counts, times, traces and logs each request, by the route's pattern. */
export const observed =
  ({ log, metrics }: Observers): MiddlewareHandler =>
  async (c, next) => {
    const began = performance.now();
    metrics?.underWay.inc();
    const parent = c.req.header('traceparent');
    await traced(
      `${c.req.method} request`,
      { 'http.request.method': c.req.method },
      async (span) => {
        try {
          await next();
        } finally {
          const route = routeOf(c);
          const { status } = c.res;
          const ms = performance.now() - began;
          span.updateName(`${c.req.method} ${route}`).setAttributes({ 'http.route': route, 'http.response.status_code': status });
          metrics?.underWay.dec();
          metrics?.requests.observe({ method: c.req.method, route, status: String(status) }, ms / 1000);
          const [role, trace] = [identityIn(c)?.role, traceId()];
          log?.(status >= 500 ? 'error' : 'info', 'request', { method: c.req.method, route, status, ms: Math.round(ms * 10) / 10, ...(role ? { role } : {}), ...(trace ? { trace } : {}) });
        }
      },
      parent === undefined ? [] : [{ traceparent: parent }],
      SpanKind.SERVER,
    );
  };
