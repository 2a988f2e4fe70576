import { createRoute, z } from '@hono/zod-openapi';
import { knownOn, type Known } from '../../app/known.js';
import type { Api, ApiContext } from '../api.js';
import { answers } from '../http/answers.js';

const answer = z
  .object({
    bodies: z.array(z.object({ id: z.string(), name: z.string(), members: z.int().openapi({ description: 'Members today.' }), rule: z.string().openapi({ description: 'Id of the rule it decides by when none is named.' }) }).readonly()).readonly(),
    rules: z.array(z.object({ id: z.string(), title: z.string(), source: z.string().openapi({ description: 'Where the rule is written.' }), bodies: z.array(z.string()).readonly().openapi({ description: 'Bodies it is for; `*` for any.' }) }).readonly()).readonly(),
    states: z.record(z.string(), z.string()).readonly().openapi({ description: 'Names of states by code.', example: { HUN: 'Hungary' } }),
  })
  .readonly()
  .openapi('Knowledge') satisfies z.ZodType<Known>;

/** What a question can be made of: the bodies and rules that Holdout knows. */
export function addKnowledgeRoute(api: Api, { today }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/knowledge',
      tags: ['Questions'],
      summary: 'The bodies, decision rules and states that are known',
      responses: answers(answer, 'Bodies, rules and states.'),
    }),
    (c) => c.json(knownOn(today()), 200),
  );
}
