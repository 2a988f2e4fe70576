import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { HoldoutError } from '../domain/failure.js';
import type { Api, ApiContext } from './api.js';
import { ApiRefusal, problem, type ProblemCode } from './http/problem.js';
import { accessControl } from './http/access.js';
import { noWrites, onlyUnder, sameOriginWrites } from './http/security.js';
import { openApiDocument } from './openapi.js';
import { addAccountRoutes } from './routes/accounts.js';
import { addErasureRoutes } from './routes/erasures.js';
import { addExchangeRoutes } from './routes/exchange.js';
import { addNewsRoutes } from './routes/news.js';
import { addAddressRoute } from './routes/addresses.js';
import { addAlertRoutes } from './routes/alerts.js';
import { addCountRoutes } from './routes/counts.js';
import { addDecisionRoutes } from './routes/decisions.js';
import { addDocumentRoutes } from './routes/documents.js';
import { addExampleRoute } from './routes/example.js';
import { addForecastRoutes } from './routes/forecasts.js';
import { addHistoryRoutes } from './routes/history.js';
import { addModelRoutes } from './routes/models.js';
import { addKnowledgeRoute } from './routes/knowledge.js';
import { addNetworkRoutes } from './routes/networks.js';
import { addOptionRoutes } from './routes/options.js';
import { addPowerRoutes } from './routes/powers.js';
import { addQuestionRoutes } from './routes/questions.js';
import { addSourceRoutes } from './routes/sources.js';
import { addStatementRoutes } from './routes/statements.js';
import { addVersionRoutes } from './routes/versions.js';
import { addWhatIfRoutes } from './routes/what-ifs.js';
import { errorFields } from './observe/error-fields.js';
import { observed } from './observe/requests.js';
import { addStatusRoutes } from './routes/status.js';

/** How an API is served. */
export interface ServeOptions {
  /** Names it answers under; any when absent. */
  readonly hosts?: readonly string[];
  /** Whether what changes the register is refused as long as nobody has an account. */
  readonly readOnly?: boolean;
  /** Origins whose pages may show the embeddable views, e.g. `https://example.org`. */
  readonly embedIn?: readonly string[];
}

/** A text of 20 MB may double in JSON. */
const MAX_BODY_BYTES = 45_000_000;

/** The first thing that is wrong with a request, in a sentence, with the code it stands for. */
function invalid(error: z.core.$ZodError): ApiRefusal {
  const issue = error.issues[0];
  const path = issue?.path.join('.') ?? '';
  const code = issue?.code === 'custom' ? (issue.params?.['code'] as ProblemCode | undefined) : undefined;
  return new ApiRefusal(code ?? 'usage', code === undefined ? `${path === '' ? 'The request' : `"${path}"`} is wrong: ${issue?.message ?? 'it has another shape'}; see /api/openapi.json.` : (issue?.message ?? ''));
}

/** Whether PostgreSQL refused a text for the one character that it cannot hold (`character_not_in_repertoire`, `untranslatable_character`). */
const holdsNul = (error: Error): boolean => 'code' in error && (error.code === '22021' || error.code === '22P05');

/**
 * The API: what the page shows, any client can have. Each file in `routes/` holds one resource; the schemas that validate make the OpenAPI
 * document at `/api/openapi.json`. Errors are problem documents (RFC 9457) with a stable `code`.
 */
export function createApi(context: ApiContext, options: ServeOptions = {}): Api {
  const api: Api = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw invalid(result.error);
    },
  });
  const observers = context.observers ?? {};
  api.use('*', observed(observers));
  api.use('*', onlyUnder(options.hosts ?? [], options.embedIn));
  api.use('*', sameOriginWrites());
  if (options.readOnly === true) api.use('*', noWrites(() => context.register.people.any()));
  api.use('/api/*', bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => problem(c, { code: 'input-too-large', message: 'The request holds more than 45 MB; split it.' }) }));
  const tag = etag();
  // A tag needs the whole body, which a stream of events never has.
  api.use('/api/*', (c, next) => (c.req.path.endsWith('/events') ? next() : tag(c, next)));
  const access = accessControl(context);
  api.use('/api/*', access);
  api.use('/metrics', access);
  addAccountRoutes(api, context);
  addQuestionRoutes(api, context);
  addCountRoutes(api, context);
  addNewsRoutes(api, context);
  addErasureRoutes(api, context);
  addExchangeRoutes(api, context);
  addDocumentRoutes(api, context);
  addAddressRoute(api, context);
  addSourceRoutes(api, context);
  addAlertRoutes(api, context);
  addVersionRoutes(api, context);
  addDecisionRoutes(api, context);
  addOptionRoutes(api, context);
  addPowerRoutes(api, context);
  addWhatIfRoutes(api, context);
  addStatementRoutes(api, context);
  addHistoryRoutes(api, context);
  addNetworkRoutes(api, context);
  addModelRoutes(api, context);
  addKnowledgeRoute(api, context);
  addForecastRoutes(api, context);
  addExampleRoute(api, context);
  addStatusRoutes(api, context);
  api.get('/api/openapi.json', (c) => c.json(openApiDocument(api)));
  api.all('/api/*', (c) => problem(c, { code: 'not-found', message: `There is nothing at ${c.req.method} ${c.req.path}; see /api/openapi.json.` }));
  api.notFound((c) => c.text('Not found', 404));
  api.onError((error, c) => {
    if (error instanceof HoldoutError || error instanceof ApiRefusal) {
      observers.metrics?.failures.inc({ code: error.code });
      return problem(c, error);
    }
    if (error instanceof HTTPException && (error.status === 400 || error.status === 415)) return problem(c, { code: 'usage', message: 'The body is no JSON; send one JSON object as application/json.' });
    if (holdsNul(error)) return problem(c, { code: 'usage', message: 'The request holds the character NUL, which no text may; leave it out.' });
    observers.metrics?.failures.inc({ code: 'ours' });
    observers.log?.('error', 'failed to answer', errorFields(error));
    return problem(c, { code: 'register-corrupt', category: 'ours', message: 'Holdout failed to answer; see the server log.' });
  });
  return api;
}
