import { createRoute, z } from '@hono/zod-openapi';
import { memberRecord } from '../../app/member-record.js';
import { parseInstant } from '../../app/parse-request.js';
import { diffPositions } from '../../app/review/diff.js';
import { timelineOf } from '../../app/timeline.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { answers } from '../http/answers.js';
import * as schemas from '../schemas/history.js';
import { askedInstant, countQuery, questionPath } from '../schemas/parts.js';

const tags = ['History'];
const optionOnly = countQuery.pick({ option: true });

/** How a question's count came to be, what changed since an instant, and a member's record over all questions. */
export function addHistoryRoutes(api: Api, { register, today }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/timeline',
      tags,
      summary: 'The count at each moment at which it changed, by either time',
      request: { params: questionPath, query: optionOnly },
      responses: answers(schemas.timeline, 'The moments.'),
    }),
    async (c) => c.json(unwrap(await timelineOf(register, c.req.valid('param').id, c.req.valid('query').option || undefined, today())), 200),
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/changes',
      tags,
      summary: 'Which positions changed between two instants of system time, and why',
      request: {
        params: questionPath,
        query: optionOnly.extend({
          from: askedInstant.optional().openapi({ description: 'Just before the newest reader’s first reading when absent.' }),
          to: askedInstant.optional().openapi({ description: 'Now when absent.' }),
        }),
      },
      responses: answers(schemas.changes, 'The positions that changed.'),
    }),
    async (c) => {
      const { option, from, to } = c.req.valid('query');
      const at = (raw: string | undefined): Date | undefined => (raw ? (parseInstant(raw) ?? undefined) : undefined);
      const diff = unwrap(await diffPositions(register, c.req.valid('param').id, option ? { option } : {}, today(), at(from), at(to)));
      return c.json({ from: diff.from, to: diff.to, positions: diff.positions }, 200);
    },
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/members/{member}',
      tags,
      summary: 'One member over all questions, and who has held its offices',
      request: { params: z.object({ member: z.string().min(1).openapi({ description: 'Code or name of the member.', example: 'HUN' }) }) },
      responses: answers(schemas.memberRecord, 'The member’s record.'),
    }),
    async (c) => c.json(unwrap(await memberRecord(register, c.req.valid('param').member, today())), 200),
  );
}
