import { createRoute, z } from '@hono/zod-openapi';
import { readText } from '../../app/read-text.js';
import { reportDocument } from '../../app/reports.js';
import { parseIsoDate } from '../../domain/ids.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { answers, created, jsonBody } from '../http/answers.js';
import { pageOf, pageQuery } from '../http/pages.js';
import { askedDay, day, questionPath } from '../schemas/parts.js';
import { documentReport } from '../schemas/reports.js';

const tags = ['Documents'];

const documentItem = z
  .object({ id: z.string(), title: z.string(), publisher: z.string(), published: day.nullable() })
  .readonly()
  .openapi('DocumentItem');

const textBody = z
  .object({
    text: z.string().min(1).openapi({ description: 'The words to read, at most 20 MB.' }),
    format: z.enum(['text', 'html', 'markdown']).default('text'),
    title: z.string().min(1).optional(),
    publisher: z.string().min(1).optional(),
    published: askedDay.optional().openapi({ description: 'Day of publication.' }),
    address: z.string().optional().openapi({ description: 'Where it was found; it is not fetched.' }),
  })
  .openapi('NewDocument');

const readAnswer = z
  .object({
    documentId: z.string(),
    added: z.boolean().openapi({ description: 'False when this reader had read the same text for the question before.' }),
    statements: z.int(),
    signals: z.int(),
  })
  .readonly()
  .openapi('ReadDocument');

/** Documents: those of a question, one with what was read in it, and a text to read. */
export function addDocumentRoutes(api: Api, { register, today }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/documents',
      tags,
      summary: 'Documents read for a question, in the order of recording or the newest first',
      request: {
        params: questionPath,
        query: pageQuery.extend({
          find: z.string().optional().openapi({ description: 'Only documents that have these words in title, publisher or day.' }),
          order: z.enum(['recorded', 'newest']).default('recorded').openapi({ description: '`newest`: by day of publication, the last first.' }),
        }),
      },
      responses: answers(z.array(documentItem).readonly(), 'A page of documents.'),
    }),
    async (c) => {
      const documents = await register.documents({ question: c.req.valid('param').id });
      const { find = '', order, ...page } = c.req.valid('query');
      const words = find.trim().toLowerCase();
      const items = documents
        .map((d) => ({ id: d.id, title: d.title ?? '', publisher: d.publisher ?? '', published: d.published ?? null }))
        .filter((d) => words === '' || `${d.title} ${d.publisher} ${d.published ?? ''}`.toLowerCase().includes(words));
      if (order === 'newest') items.sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? 1 : (a.published ?? '') > (b.published ?? '') ? -1 : 0));
      return c.json(pageOf(c, items, page, (d) => d.id), 200);
    },
  );
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/questions/{id}/documents',
      tags,
      summary: 'Read a text for a question and store what was found',
      request: { params: questionPath, body: jsonBody(textBody) },
      responses: created(readAnswer, 'What was read.'),
    }),
    async (c) => {
      const { published, publisher, title, address, ...given } = c.req.valid('json');
      const date = published ? parseIsoDate(published) : null;
      const text = { ...given, ...(date ? { published: date } : {}), ...(publisher ? { publisher } : {}), ...(title ? { title } : {}), ...(address ? { address } : {}) };
      return c.json(unwrap(await readText(register, c.req.valid('param').id, text, today())), 201);
    },
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/documents/{id}',
      tags,
      summary: 'One document with what was read in it',
      request: {
        params: z.object({ id: z.string().min(1) }),
        query: z.object({ question: z.string().optional().openapi({ description: 'Only what was read for this question.' }) }),
      },
      responses: answers(documentReport, 'The document.'),
    }),
    async (c) => c.json(unwrap(await reportDocument(register, c.req.valid('param').id, c.req.valid('query').question || undefined)), 200),
  );
}
