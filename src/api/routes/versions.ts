import { createRoute, z } from '@hono/zod-openapi';
import { changedPages, pageAt, pagesOfDocument } from '../../app/versions/page-reports.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { answers } from '../http/answers.js';
import { pageOf, pageQuery } from '../http/pages.js';
import { questionPath } from '../schemas/parts.js';
import * as schemas from '../schemas/sources.js';

const tags = ['Versions'];
const ofQuestion = z.object({ question: z.string().optional().openapi({ description: 'Evidence on this question alone; on all when absent.' }) });

/** Versions of pages: what stood at an address and when, what changed, and which evidence vanished with it. */
export function addVersionRoutes(api: Api, { register, today }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/documents/{id}/versions',
      tags,
      summary: 'The versions of each page on which a document stood',
      request: { params: z.object({ id: z.string().min(1) }), query: ofQuestion },
      responses: answers(z.array(schemas.page).readonly(), 'The pages.'),
    }),
    async (c) => c.json(unwrap(await pagesOfDocument(register, c.req.valid('param').id, c.req.valid('query').question || undefined, today())), 200),
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/versions',
      tags,
      summary: 'The versions of the page at an address',
      request: { query: ofQuestion.extend({ address: z.string().min(1) }) },
      responses: answers(schemas.page, 'The page.'),
    }),
    async (c) => c.json(unwrap(await pageAt(register, c.req.valid('query').address, c.req.valid('query').question || undefined, today())), 200),
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/changed-pages',
      tags,
      summary: 'Pages read for a question that changed since, the last changed first',
      request: { params: questionPath, query: pageQuery },
      responses: answers(z.array(schemas.changedPage).readonly(), 'A page of them.'),
    }),
    async (c) => c.json(pageOf(c, unwrap(await changedPages(register, c.req.valid('param').id, today())), c.req.valid('query'), (p) => p.address), 200),
  );
}
