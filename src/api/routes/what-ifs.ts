import { createRoute, z } from '@hono/zod-openapi';
import { listWhatIfs, reportWhatIf, saveWhatIf, supposedBy } from '../../app/what-if.js';
import type { RawRequest } from '../../app/parse-request.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { identityIn } from '../http/access.js';
import { answers, created, jsonBody } from '../http/answers.js';
import { questionPath } from '../schemas/parts.js';
import { whatIfBody, whatIfItem, whatIfQuery, whatIfReport } from '../schemas/what-if.js';

const tags = ['What if'];
/** Parameters that are given. */
const given = (query: Readonly<Record<string, string | undefined>>): RawRequest => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));

/** What-ifs: asked, saved under a name, and listed. None changes a position. */
export function addWhatIfRoutes(api: Api, { register, today }: ApiContext): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/api/questions/{id}/whatif',
      tags,
      summary: 'The count with suppositions beside the one without, and whom they move',
      request: { params: questionPath, query: whatIfQuery },
      responses: answers(whatIfReport, 'Both counts.'),
    }),
    async (c) => {
      const { saved, ...query } = c.req.valid('query');
      return c.json(unwrap(await reportWhatIf(register, c.req.valid('param').id, supposedBy(given(query)), saved || undefined, today())), 200);
    },
  );
  api.openapi(
    createRoute({ method: 'get', path: '/api/questions/{id}/whatifs', tags, summary: 'Saved what-ifs, by name', request: { params: questionPath }, responses: answers(z.array(whatIfItem).readonly(), 'The what-ifs in force.') }),
    async (c) => c.json(unwrap(await listWhatIfs(register, c.req.valid('param').id)), 200),
  );
  api.openapi(
    createRoute({
      method: 'post',
      path: '/api/questions/{id}/whatifs',
      tags,
      summary: 'Save suppositions under a name; the same name again supposes anew',
      request: { params: questionPath, body: jsonBody(whatIfBody) },
      responses: created(whatIfItem, 'The what-if as stored.'),
    }),
    async (c) => {
      const { name, author, note, supposes } = c.req.valid('json');
      return c.json(unwrap(await saveWhatIf(register, c.req.valid('param').id, given(supposes), { name, author: identityIn(c)?.name ?? author ?? '', note }, today())), 201);
    },
  );
}
