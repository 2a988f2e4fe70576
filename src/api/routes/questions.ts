import { createRoute, z } from '@hono/zod-openapi';
import { questionFile } from '../../app/parse-question.js';
import { previewQuestion } from '../../app/preview-question.js';
import { putQuestion, reportQuestion } from '../../app/put-question.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { answers, created, jsonBody } from '../http/answers.js';
import { pageOf, pageQuery } from '../http/pages.js';
import { ApiRefusal } from '../http/problem.js';
import { questionPath } from '../schemas/parts.js';
import { previewAnswer, putAnswer, questionAnswer, questionItem, shownQuestion } from '../schemas/questions.js';

const tags = ['Questions'];

/** Questions: the list, one of them, and a new one or a new version of one. */
export function addQuestionRoutes(api: Api, { register, today }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions',
      tags,
      summary: 'The questions of the register, by id',
      request: { query: pageQuery },
      responses: answers(z.array(questionItem).readonly(), 'A page of questions.'),
    }),
    async (c) => {
      const items = (await register.questions()).map((q) => ({
        id: q.id,
        title: q.title,
        body: q.body,
        options: q.options.map((o) => ({ id: o.id, proposal: o.proposal })),
      }));
      return c.json(pageOf(c, items, c.req.valid('query'), (q) => q.id), 200);
    },
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}',
      tags,
      summary: 'One question with its roster and rule',
      request: { params: questionPath },
      responses: answers(questionAnswer, 'The version in force.'),
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const question = await register.question(id);
      if (!question) throw new ApiRefusal('question-unknown', `The register has no question "${id}".`);
      return c.json(shownQuestion(unwrap(reportQuestion(question, today()))), 200);
    },
  );
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/questions',
      tags,
      summary: 'Store a question: a new one, or a new version of one',
      request: { body: jsonBody(questionFile) },
      responses: created(putAnswer, 'The question as it is stored.'),
    }),
    async (c) => c.json(await put(c.req.valid('json'), false), 201),
  );
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/questions/preview',
      tags,
      summary: 'See what a question would become, its roster and rule, without storing it',
      request: { body: jsonBody(questionFile) },
      responses: answers(putAnswer, 'What the question would become.'),
    }),
    async (c) => c.json(await put(c.req.valid('json'), true), 200),
  );
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/questions/preview/count',
      tags,
      summary: 'See what a question would say of the newest stored documents, without storing anything',
      request: { body: jsonBody(questionFile) },
      responses: answers(previewAnswer, 'What would be counted.'),
    }),
    async (c) => c.json(unwrap(await previewQuestion(register, c.req.valid('json'), today())), 200),
  );

  async function put(raw: z.output<typeof questionFile>, preview: boolean): Promise<z.output<typeof putAnswer>> {
    const { version, added, ...report } = unwrap(await putQuestion(register, raw, today(), preview));
    return { ...shownQuestion(report), version, added };
  }
}
