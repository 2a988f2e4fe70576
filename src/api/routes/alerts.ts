import { createRoute, z } from '@hono/zod-openapi';
import { addAlert, endAlert, shownTarget } from '../../app/alerts/manage-alerts.js';
import { runAlerts, wanted, type AlertOutcome } from '../../app/alerts/run-alerts.js';
import { recentChanges } from '../../app/changes/changes.js';
import { FEED_FORMATS, FEED_TYPES, toFeed } from '../../app/changes/feed.js';
import { ALERT_CHANNELS, ALERT_SUBJECTS, type StoredAlert } from '../../domain/alert.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { actorOf } from '../http/access.js';
import { answers, created, jsonBody } from '../http/answers.js';
import { pageOf, pageQuery } from '../http/pages.js';
import { ApiRefusal, problemAnswer } from '../http/problem.js';
import { instant, stateCode } from '../schemas/parts.js';

const tags = ['Alerts'];
const about = z.enum(ALERT_SUBJECTS).openapi({ description: 'Which changes: all, positions of members, or the outcome.' });

const alertItem = z
  .object({
    id: z.int(),
    question: z.string(),
    option: z.string().nullable(),
    channel: z.enum(ALERT_CHANNELS),
    target: z.string().openapi({ description: 'As far as it may be shown: the path of a webhook often is its secret.', example: 'https://hooks.example/…' }),
    about,
    members: z.array(stateCode).readonly().openapi({ description: 'Whose positions; everybody’s when empty.' }),
    author: z.string(),
    recordedAt: instant,
    toldUntil: instant.nullable().openapi({ description: 'Changes recorded until then were told; null when nothing was yet.' }),
    failure: z.string().nullable().openapi({ description: 'Why the last delivery failed; null when it did not.' }),
  })
  .readonly()
  .openapi('Alert');

const itemOf = (alert: StoredAlert): z.output<typeof alertItem> => {
  const { id, question, option, channel, about: subject, members, author, recordedAt, told, open } = alert;
  return { id, question, option, channel, target: shownTarget(alert), about: subject, members, author, recordedAt, toldUntil: told?.until ?? null, failure: open?.message ?? null };
};

const outcome = z
  .object({
    id: z.int(),
    question: z.string(),
    target: z.string(),
    told: z.int().openapi({ description: 'Changes that were told, in one message or two.' }),
    failure: z.string().nullable().openapi({ description: 'Why it was not delivered; the next run tries again.' }),
  })
  .readonly()
  .openapi('AlertOutcome') satisfies z.ZodType<AlertOutcome>;

const path = z.object({ id: z.coerce.number().int().min(1).openapi({ type: 'integer', minimum: 1 }) });

/** Alerts: who is told what of a question, what became of it, and a run that tells it. */
export function addAlertRoutes(api: Api, { register, today, alerts: settings = {} }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/alerts',
      tags,
      summary: 'Who is told what, and how far',
      request: { query: z.object({ question: z.string().optional().openapi({ description: 'Of one question; of all when absent.' }) }).extend(pageQuery.shape) },
      responses: answers(z.array(alertItem).readonly(), 'A page of alerts in force, in the order in which they were made.'),
    }),
    async (c) => {
      const { question, ...page } = c.req.valid('query');
      return c.json(pageOf(c, (await register.alerts(question || undefined)).map(itemOf), page, (alert) => String(alert.id)), 200);
    },
  );
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/alerts',
      tags,
      summary: 'Tell somebody what changes in a question from now on',
      request: {
        body: jsonBody(
          z
            .object({
              question: z.string().min(1),
              option: z.string().min(1).optional(),
              webhook: z.string().max(2_000).optional().openapi({ description: 'Where it is posted, signed as Standard Webhooks asks; public addresses alone.' }),
              mail: z.string().max(320).optional(),
              feed: z.boolean().optional().openapi({ description: 'As a feed at /api/alerts/{id}/feed. Give one of webhook, mail and feed.' }),
              about: about.optional(),
              members: z.array(z.string().min(1)).max(200).optional().openapi({ description: 'Codes or names: the positions of these alone.' }),
              author: z.string().optional().openapi({ description: 'Needed where nobody has signed in.' }),
            })
            .openapi('NewAlert'),
        ),
      },
      responses: created(alertItem, 'The alert.'),
    }),
    async (c) => {
      const { author, ...asked } = c.req.valid('json');
      return c.json(itemOf(unwrap(await addAlert(register, { ...asked, author: actorOf(c, author) }, today()))), 201);
    },
  );
  api.openapi(
    createRoute({
      method: 'delete',
      path: '/api/alerts/{id}',
      tags,
      summary: 'Tell it no longer',
      request: { params: path, query: z.object({ author: z.string().optional().openapi({ description: 'Needed where nobody has signed in.' }) }) },
      responses: answers(z.object({}).readonly(), 'Ended.'),
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      if (!(await endAlert(register, id, actorOf(c, c.req.valid('query').author))).ok) throw new ApiRefusal('not-found', `No alert ${String(id)} is in force.`);
      return c.json({}, 200);
    },
  );
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/alerts/run',
      tags,
      summary: 'Tell now what changed since the last run; for a timer',
      request: { body: jsonBody(z.object({ question: z.string().min(1).optional() }).openapi('NewAlertRun')) },
      responses: created(z.array(outcome).readonly(), 'What was told, alert by alert.'),
    }),
    async (c) => c.json(await runAlerts(register, settings, today(), c.req.valid('json').question), 201),
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/alerts/{id}/feed',
      tags,
      summary: 'What an alert tells, as a feed for feed readers',
      request: { params: path, query: z.object({ format: z.enum(FEED_FORMATS).default('rss') }) },
      responses: {
        200: { description: 'RSS 2.0, Atom 1.0 or JSON Feed 1.1.', content: Object.fromEntries(Object.values(FEED_TYPES).map((type) => [type, { schema: z.string() }])) },
        default: problemAnswer,
      },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const { format } = c.req.valid('query');
      const alert = (await register.alerts()).find((each) => each.id === id);
      const question = alert && (await register.question(alert.question));
      if (!alert || !question) throw new ApiRefusal('not-found', `No alert ${String(id)} is in force.`);
      const changes = unwrap(await recentChanges(register, question.id, alert.option ?? undefined, today()));
      const told = wanted(alert, changes).filter((change) => change.at > alert.recordedAt);
      return c.body(toFeed(format, question, told, new URL('/', c.req.url).href), 200, { 'Content-Type': `${FEED_TYPES[format]}; charset=utf-8` });
    },
  );
}
