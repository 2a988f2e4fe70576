import { createRoute, z } from '@hono/zod-openapi';
import { readExample } from '../../app/example.js';
import type { Api, ApiContext } from '../api.js';
import { created } from '../http/answers.js';

/** The bundled example, for whoever has nothing to read yet. */
export function addExampleRoute(api: Api, { register, today }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/example',
      tags: ['Questions'],
      summary: 'Read the bundled example; adds nothing when it is there',
      responses: created(z.object({ question: z.string(), documents: z.int().openapi({ description: 'Articles read now.' }) }).readonly().openapi('ExampleRead'), 'The question of the example.'),
    }),
    async (c) => c.json(await readExample(register, today()), 201),
  );
}
