import { createRoute, z } from '@hono/zod-openapi';
import { powerOfBody, reportPower } from '../../app/body-power.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { answers } from '../http/answers.js';
import { askedDay, countQuery, questionPath } from '../schemas/parts.js';
import { bodyPowerReport, questionPowerReport } from '../schemas/power.js';
import { requestOf } from './counts.js';

const tags = ['Power'];
const bodyPath = z.object({ body: z.string().min(1).openapi({ description: 'Name or id of the body.', example: 'EU' }) });
const bodyQuery = z.object({
  rule: z.string().optional().openapi({ description: 'Decision rule; the body’s usual one when absent.', example: 'qualified majority' }),
  date: askedDay.optional().openapi({ description: 'Day of the roster, rule and weights; today when absent.' }),
});

/** Power indices: of a question's members with who decides given what the others want, and of a body under a rule on a day. */
export function addPowerRoutes(api: Api, { register, today }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/power',
      tags,
      summary: 'Power of the members of a question, and who decides given what the others want',
      request: { params: questionPath, query: countQuery },
      responses: answers(questionPowerReport, 'Power indices and pivots.'),
    }),
    async (c) => c.json(unwrap(await reportPower(register, c.req.valid('param').id, requestOf(c.req.valid('query')), today())), 200),
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/bodies/{body}/power',
      tags,
      summary: 'Power of a body’s members under a rule on a day',
      request: { params: bodyPath, query: bodyQuery },
      responses: answers(bodyPowerReport, 'Power indices.'),
    }),
    (c) => {
      const { rule, date } = c.req.valid('query');
      return c.json(unwrap(powerOfBody({ body: c.req.valid('param').body, rule: rule || undefined, date: date || undefined }, today())), 200);
    },
  );
}
