import { createRoute } from '@hono/zod-openapi';
import { reasonNetwork } from '../../app/exchange/network.js';
import { parseIsoDate } from '../../domain/ids.js';
import type { Api, ApiContext } from '../api.js';
import { answers } from '../http/answers.js';
import { network } from '../schemas/history.js';
import { countQuery, questionPath } from '../schemas/parts.js';

/** Networks read in a question's coverage. */
export function addNetworkRoutes(api: Api, { register }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/reasons',
      tags: ['Networks'],
      summary: 'Members and the reasons they give, on which side',
      request: { params: questionPath, query: countQuery.pick({ option: true, asOf: true }) },
      responses: answers(network, 'The network; empty when no reasons were read.'),
    }),
    async (c) => {
      const { option, asOf } = c.req.valid('query');
      const day = asOf ? parseIsoDate(asOf) : null;
      return c.json(await reasonNetwork(register, c.req.valid('param').id, option || undefined, day ?? undefined), 200);
    },
  );
}
