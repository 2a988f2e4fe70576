import { createRoute, z } from '@hono/zod-openapi';
import { statementRows } from '../../app/statement-rows.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { answers } from '../http/answers.js';
import { pageOf, pageQuery } from '../http/pages.js';
import { statementItem } from '../schemas/statements.js';

/** Stored statements: of a question, of or about a member, or all. */
export function addStatementRoutes(api: Api, { register }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/statements',
      tags: ['Statements'],
      summary: 'What is stored: each attributed claim, in the order of recording',
      request: {
        query: pageQuery.extend({
          question: z.string().optional().openapi({ description: 'Only those read for this question.' }),
          member: z.string().optional().openapi({ description: 'Only those of or about this state; code or name.' }),
        }),
      },
      responses: answers(z.array(statementItem).readonly(), 'A page of statements.'),
    }),
    async (c) => {
      const { question, member, ...page } = c.req.valid('query');
      const rows = unwrap(await statementRows(register, { ...(question ? { question } : {}), ...(member ? { member } : {}) }));
      return c.json(pageOf(c, rows, page, (row) => row.id), 200);
    },
  );
}
