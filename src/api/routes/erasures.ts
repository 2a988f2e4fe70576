import { createRoute, z } from '@hono/zod-openapi';
import { eraseDocument } from '../../app/erase-document.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { actorOf } from '../http/access.js';
import { answers, created, jsonBody } from '../http/answers.js';
import { pageOf, pageQuery } from '../http/pages.js';
import { instant, sha256 } from '../schemas/parts.js';
import type { Erasure } from '../../domain/erasure.js';

const tags = ['Erasures'];

const erasureFields = {
  documentId: sha256,
  author: z.string(),
  reason: z.string(),
  removed: z.object({ statements: z.int(), signals: z.int(), decisions: z.int() }).readonly(),
  recordedAt: instant,
};
const erasureItem = z.object(erasureFields).readonly().openapi('Erasure') satisfies z.ZodType<Erasure>;
const erasedAnswer = z
  .object({ ...erasureFields, sameWords: z.array(z.string()).readonly().openapi({ description: 'Documents that still hold the same words.' }) })
  .readonly()
  .openapi('Erased');

/** Erasures: what was removed for legal reasons, and a removal. */
export function addErasureRoutes(api: Api, { register }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/erasures',
      tags,
      summary: 'Documents whose words were removed for legal reasons, by whom and why',
      request: { query: pageQuery },
      responses: answers(z.array(erasureItem).readonly(), 'A page of erasures.'),
    }),
    async (c) => c.json(pageOf(c, await register.erasures(), c.req.valid('query'), (e) => e.documentId), 200),
  );
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/documents/{id}/erasure',
      tags,
      summary: 'Remove a document’s words and all that quotes them, for good',
      request: {
        params: z.object({ id: z.string().openapi({ description: 'Id of the document, or its first 8 characters or more.' }) }),
        body: jsonBody(z.object({ author: z.string().optional().openapi({ description: 'Needed where nobody has signed in.' }), reason: z.string().min(1) }).openapi('NewErasure')),
      },
      responses: created(erasedAnswer, 'The tombstone.'),
    }),
    async (c) => {
      const { author, reason } = c.req.valid('json');
      return c.json(unwrap(await eraseDocument(register, c.req.valid('param').id, actorOf(c, author), reason)), 201);
    },
  );
}
