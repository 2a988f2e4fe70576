import { createRoute } from '@hono/zod-openapi';
import { reportOptions } from '../../app/options-report.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { answers } from '../http/answers.js';
import { optionsReport } from '../schemas/options.js';
import { countQuery, questionPath } from '../schemas/parts.js';
import { requestOf } from './counts.js';

/** The options of a question beside each other. */
export function addOptionRoutes(api: Api, { register, today }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/options',
      tags: ['Count'],
      summary: 'Every option’s own count: which could be adopted, which is nearest, and the Pareto set',
      request: { params: questionPath, query: countQuery.omit({ option: true }) },
      responses: answers(optionsReport, 'The options.'),
    }),
    async (c) => c.json(unwrap(await reportOptions(register, c.req.valid('param').id, requestOf(c.req.valid('query')), today())), 200),
  );
}
