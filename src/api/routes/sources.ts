import { createRoute, z } from '@hono/zod-openapi';
import { listFailed, listSources, retryFailed } from '../../app/follow/list-sources.js';
import { checkSources, leaveSource, takeUpSource, type CheckReport } from '../../app/follow/manage-sources.js';
import type { Failure } from '../../domain/failure.js';
import type { Result } from '../../domain/result.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { answers, created, jsonBody } from '../http/answers.js';
import { pageOf, pageQuery } from '../http/pages.js';
import { ApiRefusal } from '../http/problem.js';
import * as schemas from '../schemas/sources.js';

const tags = ['Sources'];
const ofQuestion = z.object({ question: z.string().optional().openapi({ description: 'Of one question; of all when absent.' }) });
const address = z.string().regex(/^https?:\/\//i, 'give an address that begins with http:// or https://');
const keyOf = ({ question, address: at }: { readonly question: string; readonly address: string }): string => `${question} ${at}`;

/** Followed sources: what is followed and how it goes, a round on demand, and what failed. */
export function addSourceRoutes(api: Api, { register, today, openFetcher }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/sources',
      tags,
      summary: 'Followed feeds, sitemaps and pages, and how it goes',
      request: { query: ofQuestion.extend(pageQuery.shape) },
      responses: answers(z.array(schemas.source).readonly(), 'A page of sources, in the order in which they were taken up.'),
    }),
    async (c) => c.json(pageOf(c, await listSources(register, c.req.valid('query').question || undefined), c.req.valid('query'), keyOf), 200),
  );
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/sources',
      tags,
      summary: 'Follow a feed, a sitemap or a page for a question',
      request: { body: jsonBody(z.object({ question: z.string().min(1), address }).openapi('NewSource')) },
      responses: created(schemas.takenSource, 'The source. It is asked by the next round.'),
    }),
    async (c) => {
      const { question, address: at } = c.req.valid('json');
      return c.json(unwrap(await takeUpSource(register, question, at)), 201);
    },
  );
  api.openapi(
    createRoute({
      method: 'delete',
      path: '/api/sources',
      tags,
      summary: 'Follow an address no longer; what was read of it stays',
      request: { query: ofQuestion.extend({ address: z.string().min(1).openapi({ description: 'As the list gives it.' }) }) },
      responses: answers(z.object({ left: z.int().openapi({ description: 'Questions for which it was followed.' }) }).readonly().openapi('LeftSource'), 'Left.'),
    }),
    async (c) => {
      const { question, address: at } = c.req.valid('query');
      const left = await leaveSource(register, at, question || undefined);
      if (!left.ok) throw new ApiRefusal('not-found', `"${at}" is not followed; see GET /api/sources.`);
      return c.json({ left: left.value }, 200);
    },
  );
  // Two rounds at once would fetch the same articles twice: who asks for one that is under way gets its answer.
  const underWay = new Map<string, Promise<Result<CheckReport, Failure>>>();
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/sources/check',
      tags,
      summary: 'Ask the followed sources of a question now, and read what is new or changed',
      description: 'Answers when the round is done, which takes minutes where many articles are new. Public addresses alone are fetched.',
      request: { body: jsonBody(z.object({ question: z.string().min(1), address: address.optional().openapi({ description: 'This source alone, also one that was given up.' }) }).openapi('NewCheck')) },
      responses: created(schemas.check, 'What was read and what failed.'),
    }),
    async (c) => {
      const { question, address: at } = c.req.valid('json');
      const key = `${question} ${at ?? ''}`;
      const begin = (): Promise<Result<CheckReport, Failure>> => {
        const options = { ...(at === undefined ? {} : { address: at }), ...(openFetcher ? { open: openFetcher } : {}) };
        const round = checkSources(register, question, { ...options, today, signal: new AbortController().signal }).finally(() => underWay.delete(key));
        underWay.set(key, round);
        return round;
      };
      return c.json(unwrap(await (underWay.get(key) ?? begin())), 201);
    },
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/sources/failed',
      tags,
      summary: 'What could not be fetched or read, and why; what was given up first',
      request: { query: ofQuestion.extend(pageQuery.shape) },
      responses: answers(z.array(schemas.failedFetch).readonly(), 'A page of failures.'),
    }),
    async (c) => c.json(pageOf(c, await listFailed(register, c.req.valid('query').question || undefined), c.req.valid('query'), keyOf), 200),
  );
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/sources/retry',
      tags,
      summary: 'Try failed addresses again in the next round',
      request: {
        body: jsonBody(
          z.object({ question: z.string().min(1).optional(), addresses: z.array(address).min(1).max(1_000).optional().openapi({ description: 'All that failed when absent.' }) }).openapi('NewRetry'),
        ),
      },
      responses: created(z.object({ retried: z.int() }).readonly().openapi('Retried'), 'How many are tried again.'),
    }),
    async (c) => {
      const { question, addresses } = c.req.valid('json');
      return c.json({ retried: unwrap(await retryFailed(register, addresses ?? 'all', question)) }, 201);
    },
  );
}
