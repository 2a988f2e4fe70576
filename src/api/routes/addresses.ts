import { createRoute, z } from '@hono/zod-openapi';
import { readInputs } from '../../app/read-inputs.js';
import type { FailureCode } from '../../domain/failure.js';
import type { Api, ApiContext } from '../api.js';
import { created, jsonBody } from '../http/answers.js';
import { ApiRefusal } from '../http/problem.js';
import { questionPath } from '../schemas/parts.js';

const fetched = z
  .object({ added: z.boolean().openapi({ description: 'False when this reader had read the same words before.' }), statements: z.int(), signals: z.int() })
  .readonly()
  .openapi('ReadAddress');

/** Coverage by its web address: fetched from the public Internet alone, within limits and with manners, then read. */
export function addAddressRoute(api: Api, { register, today }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/questions/{id}/addresses',
      tags: ['Documents'],
      summary: 'Fetch a web page and read it for a question',
      request: {
        params: questionPath,
        body: jsonBody(z.object({ address: z.string().regex(/^https?:\/\//i, 'give an address that begins with http:// or https://') }).openapi('NewAddress')),
      },
      responses: created(fetched, 'What was read.'),
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const question = await register.question(id);
      if (!question) throw new ApiRefusal('question-unknown', `The register has no question "${id}".`);
      const read = { added: false, statements: 0, signals: 0 };
      for await (const outcome of readInputs(register, question, [c.req.valid('json').address], {}, today(), {})) {
        // SAFETY: an input fails with the code of a `Failure`.
        if (outcome.kind === 'failed') throw new ApiRefusal(outcome.code as FailureCode, outcome.message);
        if (outcome.kind === 'skipped') throw new ApiRefusal('input-unreadable', outcome.message);
        if (outcome.kind === 'known') continue;
        read.added = true;
        read.statements += outcome.statements;
        read.signals += outcome.signals;
      }
      return c.json(read, 201);
    },
  );
}
