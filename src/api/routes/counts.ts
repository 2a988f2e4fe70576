import { createRoute, type z } from '@hono/zod-openapi';
import { parseRequest } from '../../app/parse-request.js';
import { reportCount, reportProbability, reportWhy, type CountRequest } from '../../app/reports.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { answers } from '../http/answers.js';
import { countQuery, memberPath, questionPath } from '../schemas/parts.js';
import { countReport, probabilityReport, whyReport } from '../schemas/reports.js';

const tags = ['Count'];

/** What a query asks of a count; empty parameters count as absent. */
export function requestOf(query: z.output<typeof countQuery>): CountRequest {
  return unwrap(parseRequest(Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))));
}

/** The count of a question, and why a member stands where it does. */
export function addCountRoutes(api: Api, { register, today }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/count',
      tags,
      summary: 'The outcome under the rule, each member’s position, and what would change it',
      request: { params: questionPath, query: countQuery },
      responses: answers(countReport, 'The count.'),
    }),
    async (c) => c.json(unwrap(await reportCount(register, c.req.valid('param').id, requestOf(c.req.valid('query')), today())), 200),
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/probability',
      tags,
      summary: 'How likely adoption is, on what assumptions, and how often each member decides',
      request: { params: questionPath, query: countQuery },
      responses: answers(probabilityReport, 'The chance of adoption.'),
    }),
    async (c) => c.json(unwrap(await reportProbability(register, c.req.valid('param').id, requestOf(c.req.valid('query')), today())), 200),
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/members/{member}',
      tags,
      summary: 'Every signal for and against on one member, with its words',
      request: { params: memberPath, query: countQuery },
      responses: answers(whyReport, 'The member’s position and evidence.'),
    }),
    async (c) => {
      const { id, member } = c.req.valid('param');
      return c.json(unwrap(await reportWhy(register, id, member, requestOf(c.req.valid('query')), today())), 200);
    },
  );
}
