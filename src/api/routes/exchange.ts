import { createRoute, z } from '@hono/zod-openapi';
import { toCsvTable } from '../../app/exchange/csv.js';
import { exportDna } from '../../app/exchange/dna.js';
import { exportPopolo } from '../../app/exchange/popolo.js';
import { questionBrief } from '../../app/exchange/question-brief.js';
import { TABLES, tableOf } from '../../app/exchange/tables.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { ApiRefusal, problemAnswer } from '../http/problem.js';
import { countQuery, questionPath } from '../schemas/parts.js';
import { requestOf } from './counts.js';

const tags = ['Exchange'];

/** What other programs read: tables, Popolo, Discourse Network Analyzer, and the briefing. */
export function addExchangeRoutes(api: Api, { register, today }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/tables/{table}',
      tags,
      summary: 'A flat table of a question as CSV (RFC 4180) or JSON Lines',
      request: { params: questionPath.extend({ table: z.enum(TABLES) }), query: z.object({ format: z.enum(['csv', 'jsonl']).default('csv') }) },
      responses: { 200: { description: 'The table.', content: { 'text/csv': { schema: z.string() }, 'application/jsonl': { schema: z.string() } } }, default: problemAnswer },
    }),
    async (c) => {
      const { id, table } = c.req.valid('param');
      const { columns, rows } = unwrap(await tableOf(register, table, id, today()));
      if (c.req.valid('query').format === 'csv') return c.body(toCsvTable(columns, rows), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
      return c.body(rows.map((row) => `${JSON.stringify(row)}\n`).join(''), 200, { 'Content-Type': 'application/jsonl' });
    },
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/popolo',
      tags,
      summary: 'The body, its memberships, the motion and the expected vote as Popolo',
      request: { params: questionPath, query: countQuery.pick({ option: true }) },
      responses: { 200: { description: 'Popolo JSON.', content: { 'application/json': { schema: z.looseObject({}) } } }, default: problemAnswer },
    }),
    async (c) => c.json(unwrap(await exportPopolo(register, c.req.valid('param').id, c.req.valid('query').option || undefined, today())) as Record<string, never>, 200),
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/dna',
      tags,
      summary: 'The signals that count as an event list of Discourse Network Analyzer',
      request: { params: questionPath },
      responses: { 200: { description: 'The event list.', content: { 'text/csv': { schema: z.string() } } }, default: problemAnswer },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      if (!(await register.question(id))) throw new ApiRefusal('question-unknown', `The register has no question "${id}".`);
      return c.body(await exportDna(register, id), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
    },
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/brief',
      tags,
      summary: 'A briefing as one HTML file, the evidence as numbered notes, ready to print',
      request: { params: questionPath, query: countQuery },
      responses: { 200: { description: 'The briefing, to be saved: this server’s policy allows no style in a page.', content: { 'text/html': { schema: z.string() } } }, default: problemAnswer },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const brief = unwrap(await questionBrief(register, id, requestOf(c.req.valid('query')), today()));
      return c.body(brief, 200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Disposition': `attachment; filename="${id}.html"` });
    },
  );
}
