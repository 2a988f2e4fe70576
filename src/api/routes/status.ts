import { createRoute, z } from '@hono/zod-openapi';
import { registerState } from '../../app/status.js';
import type { Api, ApiContext } from '../api.js';
import { answers } from '../http/answers.js';
import { problem } from '../http/problem.js';
import { summary } from '../observe/summary.js';

const ms = z.number().nullable();
const figures = z
  .object({ count: z.int(), failed: z.int(), medianMs: ms, p95Ms: ms })
  .readonly()
  .openapi('Figures', { description: 'How many, how many failed, and within how many ms half and 95 in 100 of them were done (the ends of classes); null where nothing was.' });
const statusAnswer = z
  .object({
    reader: z.string().openapi({ description: 'Name and version of the offline reader.' }),
    isReady: z.boolean().openapi({ description: 'Whether the register answers.' }),
    upSeconds: z.number(),
    memoryBytes: z.int(),
    requests: z.union([figures, z.null()]).openapi({ description: 'Null where the server keeps no figures.' }),
    queries: z.union([figures, z.null()]),
  })
  .openapi('Status');

/** Whether the server lives, whether it can answer, and its figures: for a probe, for Prometheus, and for the page. */
export function addStatusRoutes(api: Api, { register, observers }: ApiContext): void {
  const metrics = observers?.metrics;
  api.get('/healthz', (c) => c.json({ status: 'ok' }));
  api.get('/readyz', async (c) => ((await registerState(register)).isReady ? c.json({ status: 'ready' }) : c.json({ status: 'the register does not answer' }, 503)));
  api.get('/metrics', async (c) =>
    metrics ? c.body(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType }) : problem(c, { code: 'not-found', message: 'This server keeps no figures.' }),
  );
  api.openapi(createRoute({ method: 'get', path: '/api/status', tags: ['Status'], summary: 'Whether the server can answer, and how quickly it does', responses: answers(statusAnswer, 'The state of the server.') }), async (c) =>
    c.json(
      {
        ...(await registerState(register)),
        upSeconds: Math.round(process.uptime()),
        memoryBytes: process.memoryUsage.rss(),
        requests: metrics ? await summary(metrics.requests, ({ status }) => Number(status) >= 500) : null,
        queries: metrics ? await summary(metrics.queries, ({ failed }) => failed === 'true') : null,
      },
      200,
    ),
  );
}
