import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../../src/api/api.js';
import { openApiDocument } from '../../src/api/openapi.js';
import { createClient } from '../../src/client/create-client.js';
import type { Register } from '../../src/register/index.js';
import { homes } from '../register/homes.js';
import { apiOf, post, smallRegister } from './helpers.js';

describe.each(homes.filter(({ available }) => available))('the API over a register $name', (home) => {
  let register: Register;
  let api: Api;
  const json = async (path: string): Promise<unknown> => (await api.request(path)).json();
  const signalOf = async (member: string): Promise<string> => {
    const why = (await json(`/api/questions/q/members/${member}`)) as { evidence: { signalId: string }[] };
    return why.evidence[0]?.signalId ?? '';
  };
  beforeAll(async () => {
    register = await smallRegister(home);
    api = apiOf(register);
  });
  afterAll(async () => {
    await register.close();
    await home.close();
  });

  test('every answer of a GET is what the OpenAPI document promises', async () => {
    const document = openApiDocument(api);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'api', ...document });
    const documentId = (await register.documents())[0]?.id ?? '';
    await post(api, '/api/questions/q/decisions', { action: 'declare', member: 'USA', stance: 'uncommitted', author: 'Ana', note: 'said so' });
    const places: Readonly<Record<string, string>> = { id: 'q', member: 'HUN', body: 'NATO' };
    const gets = Object.entries(document.paths ?? {}).filter(([, item]) => item.get?.responses?.["200"]?.content?.["application/json"] !== undefined);
    expect(gets.length).toBeGreaterThan(7);
    for (const [path] of gets) {
      // A register without accounts has no tokens (accounts.test.ts asks for them), roll calls come in a file, and sources.test.ts sees pages.
      if (['/api/tokens', '/api/questions/{id}/prior', '/api/versions'].includes(path)) continue;
      const asked = path.replace('/api/documents/{id}', `/api/documents/${documentId}`).replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? name);
      const answer = await api.request(asked);
      expect([asked, answer.status]).toEqual([asked, 200]);
      const validate = ajv.compile({ $ref: `api#/paths/${path.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/get/responses/200/content/application~1json/schema` });
      expect([asked, validate(await answer.json()), validate.errors]).toEqual([asked, true, null]);
    }
  });
  test('an unchanged answer costs no body, and a changed one comes whole', async () => {
    const tag = (await api.request('/api/questions/q/decisions')).headers.get('etag') ?? '';
    const ask = () => api.request('/api/questions/q/decisions', { headers: { 'If-None-Match': tag } });
    const again = await ask();
    expect([tag === '', again.status, await again.text()]).toEqual([false, 304, '']);
    await post(api, '/api/questions/q/decisions', { action: 'accept', signal: await signalOf('DEU'), author: 'Ana' });
    expect((await ask()).status).toBe(200);
  });
  test('a list is cut into pages that together are the list', async () => {
    const all = (await json('/api/statements')) as { id: string }[];
    const seen: string[] = [];
    let path: string | null = '/api/statements?limit=1';
    while (path !== null) {
      const page: Response = await api.request(path);
      seen.push(...((await page.json()) as { id: string }[]).map(({ id }) => id));
      path = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? null;
    }
    expect(seen).toEqual(all.map(({ id }) => id));
    expect(all.length).toBeGreaterThan(1);
  });
  test('what is wrong with a request is said in a sentence with a stable code', async () => {
    const problems: readonly (readonly [string, number, string])[] = [
      ['/api/questions/x/count', 404, 'question-unknown'],
      ['/api/questions/x', 404, 'question-unknown'],
      ['/api/questions/q/members/FRA', 404, 'member-unknown'],
      ['/api/questions/q/count?option=never', 404, 'option-unknown'],
      ['/api/questions/q/count?asOf=soon', 400, 'date-malformed'],
      ['/api/questions/q/count?knownAt=yesterday', 400, 'date-malformed'],
      ['/api/questions/q/count?assume=HUN', 400, 'usage'],
      ['/api/documents/abc', 404, 'document-unknown'],
      ['/api/questions?limit=0', 400, 'usage'],
      ['/api/questions?cursor=bm9uZQ', 400, 'usage'],
    ];
    for (const [path, status, code] of problems) {
      const answer = await api.request(path);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, status, 'application/problem+json']);
      expect(await answer.json()).toMatchObject({ status, code, detail: expect.stringMatching(/^[^\n]+\.$/) as string });
    }
    expect((await api.request('/api/questions/q/count?asOf=')).status).toBe(200);
  });
  test('decisions are made, outrank the machine, and are logged with author and note', async () => {
    const signal = await signalOf('HUN');
    const decide = async (body: object): Promise<[number, unknown]> => {
      const answer = await post(api, '/api/questions/q/decisions', { author: 'Ana', note: 'checked', ...body });
      return [answer.status, await answer.json()];
    };
    const documents = (await register.documents()).map(({ id }) => id);
    const stanceOf = async (member: string): Promise<string> => ((await json(`/api/questions/q/members/${member}`)) as { position: { stance: string } }).position.stance;
    expect((await decide({ action: 'correct', signal, stance: 'conditional' }))[0]).toBe(201);
    expect(await stanceOf('HUN')).toBe('conditional');
    expect((await decide({ action: 'add', member: 'USA', stance: 'support', document: documents[1], quote: 'Germany backs it' }))[0]).toBe(201);
    expect((await decide({ action: 'declare', member: 'Hungary', stance: 'support', from: '2024-11-01' }))[0]).toBe(201);
    expect(await stanceOf('HUN')).toBe('support');
    expect((await decide({ action: 'declare', member: 'HUN', stance: 'none' }))[0]).toBe(201);
    expect((await decide({ action: 'reject', signal }))[0]).toBe(201);
    expect(await stanceOf('HUN')).toBe('unknown');
    expect((await decide({ action: 'merge', documents }))[0]).toBe(201);
    expect((await decide({ action: 'split', documents: documents.slice(0, 1) }))[0]).toBe(201);
    const log = (await json('/api/questions/q/decisions')) as { action: string; author: string; note: string }[];
    expect(log.slice(-7).map((d) => d.action)).toEqual(['correct', 'add', 'declare', 'declare', 'reject', 'merge', 'split']);
    expect(log.at(-1)).toMatchObject({ author: 'Ana', note: 'checked' });
    expect(await decide({ action: 'correct', signal: 'f'.repeat(12), stance: 'support' })).toMatchObject([404, { code: 'document-unknown' }]);
    expect(await decide({ action: 'correct', signal })).toMatchObject([400, { code: 'usage' }]);
    expect(await decide({ action: 'invent' })).toMatchObject([400, { code: 'usage' }]);
    expect(await decide({ action: 'accept', signal, author: ' ' })).toMatchObject([400, { detail: expect.stringContaining('author') as string }]);
  });
  test('a question is looked at before it is stored, stored once, and changed by a new version', async () => {
    const body = { id: 'lift-it', body: 'NATO', rule: 'consensus', proposal: 'Lift the embargo' };
    const preview = await post(api, '/api/questions/preview', body);
    expect([preview.status, await preview.json()]).toMatchObject([200, { version: 1, added: true, rule: { id: 'consensus' }, options: [{ id: 'proposal' }] }]);
    expect((await api.request('/api/questions/lift-it')).status).toBe(404);
    expect((await post(api, '/api/questions', body)).status).toBe(201);
    expect(await (await post(api, '/api/questions', body)).json()).toMatchObject({ version: 1, added: false });
    expect(await (await post(api, '/api/questions', { ...body, title: 'The embargo' })).json()).toMatchObject({ version: 2, added: true });
    expect(await json('/api/questions/lift-it')).toMatchObject({ title: 'The embargo', roster: expect.arrayContaining(['HUN']) as string[] });
    for (const wrong of [{ ...body, body: 'the moon' }, { ...body, rule: 'whim' }, { ...body, id: 'No Slug' }, { ...body, date: 'soon' }])
      expect((await post(api, '/api/questions', wrong)).status).toBe(400);
  });
  test('a pasted text is read into the register, the same text once', async () => {
    const body = { text: 'Hungarian Foreign Minister Péter Szijjártó said Hungary opposes doing it now.', published: '2024-11-05', publisher: 'The Harbour Post', title: 'Budapest says no' };
    const first = await post(api, '/api/questions/q/documents', body);
    const read = (await first.json()) as { documentId: string };
    expect([first.status, read]).toMatchObject([201, { added: true }]);
    expect(await json(`/api/documents/${read.documentId}`)).toMatchObject({ title: 'Budapest says no', published: '2024-11-05', text: body.text });
    expect(await (await post(api, '/api/questions/q/documents', body)).json()).toMatchObject({ added: false });
    expect((await post(api, '/api/questions/q/documents', { text: ' … ' })).status).toBe(400);
    expect((await post(api, '/api/questions/x/documents', body)).status).toBe(404);
  });
  test('the typed client asks and gets typed answers and problems', async () => {
    const client = createClient('http://localhost');
    const through = { fetch: (request: Request) => Promise.resolve(api.fetch(request)) };
    const found = await client.GET('/api/questions/{id}/count', { params: { path: { id: 'q' }, query: { asOf: '2024-10-01' } }, ...through });
    expect(found.data?.count.members).toBe(3);
    const missing = await client.GET('/api/questions/{id}/count', { params: { path: { id: 'x' } }, ...through });
    expect(missing.error?.code).toBe('question-unknown');
  });
});
