import { createRoute, z } from '@hono/zod-openapi';
import { addSignal, declarePosition, reviewOrigins, reviewSignal, type Reviewer } from '../../app/review/decide.js';
import { reviewQueue } from '../../app/review/queue.js';
import type { Failure } from '../../domain/failure.js';
import { parseIsoDate } from '../../domain/ids.js';
import type { Result } from '../../domain/result.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { actorOf } from '../http/access.js';
import { answers, created, jsonBody } from '../http/answers.js';
import { pageOf, pageQuery } from '../http/pages.js';
import { ApiRefusal } from '../http/problem.js';
import { decisionBody, decisionItem, queueItem, shownDecision } from '../schemas/decisions.js';
import { countQuery, questionPath } from '../schemas/parts.js';
import { requestOf } from './counts.js';

const tags = ['Review'];

/** Review: what nobody has looked at, what people decided, and a new decision. */
export function addDecisionRoutes(api: Api, { register, today }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/queue',
      tags,
      summary: 'What nobody has looked at, first what could change the count',
      request: { params: questionPath, query: countQuery.omit({ assume: true }).extend(pageQuery.shape) },
      responses: answers(z.array(queueItem).readonly(), 'A page of signals.'),
    }),
    async (c) => {
      const { limit, cursor, ...query } = c.req.valid('query');
      const items = unwrap(await reviewQueue(register, c.req.valid('param').id, requestOf(query), today()));
      return c.json(pageOf(c, items, { limit, cursor }, (item) => item.signalId), 200);
    },
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/decisions',
      tags,
      summary: 'Who decided what, when and why, in the order of deciding',
      request: { params: questionPath, query: pageQuery },
      responses: answers(z.array(decisionItem).readonly(), 'A page of decisions.'),
    }),
    async (c) => {
      const reviews = await register.reviews({ question: c.req.valid('param').id });
      return c.json(pageOf(c, reviews, c.req.valid('query'), (r) => String(r.id)).map(shownDecision), 200);
    },
  );
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/questions/{id}/decisions',
      tags,
      summary: 'Accept, reject or correct a signal; add one; declare a position; merge or split origins',
      request: { params: questionPath, body: jsonBody(decisionBody) },
      responses: created(z.object({ id: z.int() }).openapi('Decided'), 'The number of the decision.'),
    }),
    async (c) => {
      const body = c.req.valid('json');
      const author = actorOf(c, body.author);
      return c.json({ id: unwrap(await decided(c.req.valid('param').id, body, { author, note: body.note.trim() })) }, 201);
    },
  );

  function decided(question: string, body: z.output<typeof decisionBody>, by: Reviewer): Promise<Result<number, Failure>> {
    switch (body.action) {
      case 'accept':
      case 'reject':
        return reviewSignal(register, question, body.action, body.signal, {}, by);
      case 'correct': {
        const { stance, member, option } = body;
        if (!stance && !member && !option) throw new ApiRefusal('usage', 'A correction needs what it changes; give "stance", "member" or "option".');
        return reviewSignal(register, question, body.action, body.signal, given({ stance, member, option }), by);
      }
      case 'add': {
        const { member, stance, document, quote, ...rest } = body;
        return addSignal(register, question, { member, stance, document, quote, ...given(rest) }, by);
      }
      case 'declare': {
        const from = body.from ? parseIsoDate(body.from) : null;
        return declarePosition(register, question, { member: body.member, stance: body.stance, ...given({ option: body.option }), ...(from ? { from } : {}) }, by);
      }
      case 'merge':
      case 'split':
        return reviewOrigins(register, question, body.action, body.documents, by);
    }
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that were given. */
// SAFETY: exactly the undefined ones are left out.
const given = <T extends object>(fields: T): Given<T> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
