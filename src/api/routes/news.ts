import { createRoute, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { recentChanges, type Change } from '../../app/changes/changes.js';
import { FEED_FORMATS, FEED_TYPES, toFeed } from '../../app/changes/feed.js';
import { watchChanges } from '../../app/changes/watch.js';
import { parseInstant } from '../../app/parse-request.js';
import { HoldoutError } from '../../domain/failure.js';
import type { Question } from '../../domain/question.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { answers } from '../http/answers.js';
import { ApiRefusal, problemAnswer } from '../http/problem.js';
import { pageOf, pageQuery } from '../http/pages.js';
import { changeItem } from '../schemas/changes.js';
import { askedInstant, questionPath } from '../schemas/parts.js';

const tags = ['News'];
const option = z.string().optional().openapi({ description: 'Option of the question; the first when absent.' });
/** A proxy cuts a silent connection. */
const HEARTBEAT_MS = 15_000;
/** Connections that wait for events at one time. */
const MAX_WATCHERS = 200;

/** What changed in a question: a list, a feed, and events as they happen. */
export function addNewsRoutes(api: Api, { register, today, pollMs }: ApiContext): void {
  const asked = async (id: string, wanted: string | undefined): Promise<Question> => {
    const question = await register.question(id);
    if (!question) throw new ApiRefusal('question-unknown', `The register has no question "${id}".`);
    if (wanted && !question.options.some((o) => o.id === wanted)) throw new ApiRefusal('option-unknown', `Question ${id} has no option "${wanted}".`);
    return question;
  };

  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/news',
      tags,
      summary: 'What changed, the newest first: positions that moved and outcomes, with the signals that did it',
      request: { params: questionPath, query: pageQuery.extend({ option }) },
      responses: answers(z.array(changeItem).readonly(), 'A page of changes.'),
    }),
    async (c) => {
      const { option: wanted, ...page } = c.req.valid('query');
      const changes = unwrap(await recentChanges(register, c.req.valid('param').id, wanted || undefined, today()));
      return c.json(pageOf(c, changes, page, (change: Change) => change.id), 200);
    },
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/feed',
      tags,
      summary: 'The changes as a feed for feed readers',
      request: { params: questionPath, query: z.object({ option, format: z.enum(FEED_FORMATS).default('rss') }) },
      responses: {
        200: { description: 'RSS 2.0, Atom 1.0 or JSON Feed 1.1.', content: Object.fromEntries(Object.values(FEED_TYPES).map((type) => [type, { schema: z.string() }])) },
        default: problemAnswer,
      },
    }),
    async (c) => {
      const { format, option: wanted } = c.req.valid('query');
      const question = await asked(c.req.valid('param').id, wanted);
      const changes = unwrap(await recentChanges(register, question.id, wanted || undefined, today()));
      return c.body(toFeed(format, question, changes, new URL('/', c.req.url).href), 200, { 'Content-Type': `${FEED_TYPES[format]}; charset=utf-8` });
    },
  );

  let watchers = 0;
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/events',
      tags,
      summary: 'Changes as they happen, as server-sent events',
      description:
        'Each event `changes` holds JSON `{at, changes}`; its id is the instant of system time it leads to, from which `Last-Event-ID` goes on without a gap. The first event, `ready`, says from where.',
      request: { params: questionPath, query: z.object({ option, since: askedInstant.optional().openapi({ description: 'Where an earlier watch ended; `Last-Event-ID` outranks it.' }) }) },
      responses: { 200: { description: 'A stream that does not end.', content: { 'text/event-stream': { schema: z.string() } } }, default: problemAnswer },
    }),
    async (c) => {
      const { option: wanted, since } = c.req.valid('query');
      const question = await asked(c.req.valid('param').id, wanted);
      const from = parseInstant(c.req.header('last-event-id') ?? since ?? '');
      if (watchers >= MAX_WATCHERS) throw new ApiRefusal('too-many-requests', 'Too many connections wait for events; try again later.');
      watchers += 1;
      c.header('X-Accel-Buffering', 'no');
      return streamSSE(c, async (stream) => {
        const ended = new AbortController();
        const heartbeat = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT_MS);
        stream.onAbort(() => {
          ended.abort();
        });
        try {
          let first = true;
          for await (const { at, changes } of watchChanges(register, question.id, today, { since: from ?? undefined, option: wanted || undefined, signal: ended.signal, ...(pollMs === undefined ? {} : { pollMs }) })) {
            if (first || changes.length > 0) await stream.writeSSE({ event: first ? 'ready' : 'changes', id: at.toISOString(), data: JSON.stringify({ at: at.toISOString(), changes }) });
            first = false;
          }
        } finally {
          clearInterval(heartbeat);
          watchers -= 1;
        }
      }, (error, stream) => stream.writeSSE({ event: 'problem', data: JSON.stringify({ detail: error instanceof HoldoutError ? error.message : 'Holdout failed to go on; connect again.' }) }));
    },
  );
}
