import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '../../src/api/create-api.js';
import { openApiDocument } from '../../src/api/openapi.js';
import type { Api } from '../../src/api/api.js';
import { makeToken, putAccount } from '../../src/app/accounts/accounts.js';
import { createClient } from '../../src/client/create-client.js';
import { unwrap } from '../../src/domain/unwrap.js';
import { Fetcher } from '../../src/gather/fetch/fetcher.js';
import type { Register } from '../../src/register/index.js';
import { send, startServer, type TestServer } from '../gather/fetch/server.js';
import { openTest, question, state } from '../register/helpers.js';
import { homes } from '../register/homes.js';
import { post, today } from './helpers.js';

const page = (text: string): string => `<!doctype html><html><head><title>Position</title></head><body><article><h1>Position</h1><p>${text}</p></article></body></html>`;

describe.each(homes.filter(({ available }) => available))('sources and versions over a register $name', (home) => {
  let register: Register;
  let api: Api;
  let web: TestServer;
  const get = async (path: string, headers: Record<string, string> = {}): Promise<unknown> => (await api.request(path, { headers })).json();
  const json = async (answer: Promise<Response>): Promise<unknown> => (await answer).json();
  beforeAll(async () => {
    register = await openTest(await home.newPlace());
    await register.putQuestion(question('q', { members: ['HUN', 'DEU'].map(state), options: [{ id: 'invite', proposal: 'Invite Ukraine to join NATO', aliases: [] }] }));
    web = await startServer({
      '/page': (_request, response, count) => send(page(count === 1 ? 'Hungary opposes inviting Ukraine to join NATO. The talks went on all night.' : 'The talks went on all night, and the ministers went home.'))(_request, response, count),
      '/gone': send('', {}, 404),
      '/new.xml': send('<rss version="2.0"><channel><title>Harbour Post</title></channel></rss>', { 'Content-Type': 'application/rss+xml' }),
    });
    const openFetcher = () => Promise.resolve(new Fetcher({ allowPrivate: true, limits: { hostDelayMs: 0, tries: 1, totalMs: 20_000 } }));
    api = createApi({ register, today: () => today, openFetcher });
  });
  afterAll(async () => {
    await register.close();
    await web.close();
    await home.close();
  });

  test('a source is taken up once, listed page by page and left; what is no web address is refused', async () => {
    const taken = await json(post(api, '/api/sources', { question: 'q', address: 'https://harbour.example/feed.xml' }));
    expect(taken).toMatchObject({ question: 'q', address: 'https://harbour.example/feed.xml', lastSeen: null, articles: 0, failure: null, added: true });
    expect(await json(post(api, '/api/sources', { question: 'q', address: 'https://harbour.example/feed.xml' }))).toMatchObject({ added: false });
    await post(api, '/api/sources', { question: 'q', address: 'https://quay.example/' });
    const first = await api.request('/api/sources?limit=1');
    expect(await first.json()).toMatchObject([{ address: 'https://harbour.example/feed.xml' }]);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect(await get(next)).toMatchObject([{ address: 'https://quay.example/' }]);
    for (const [body, code] of [
      [{ question: 'none', address: 'https://quay.example/' }, 'question-unknown'],
      [{ question: 'q', address: 'https://ana:secret@quay.example/' }, 'fetch-refused'],
      [{ question: 'q', address: 'https://quay.example:25/' }, 'fetch-refused'],
      [{ question: 'q', address: 'file:///etc/passwd' }, 'usage'],
    ] as const)
      expect(await json(post(api, '/api/sources', body))).toMatchObject({ code });
    const leave = (address: string) => api.request(`/api/sources?address=${encodeURIComponent(address)}`, { method: 'DELETE' });
    for (const address of ['https://harbour.example/feed.xml', 'https://quay.example/']) expect(await (await leave(address)).json()).toEqual({ left: 1 });
    expect((await leave('https://quay.example/')).status).toBe(404);
    expect(await get('/api/sources')).toEqual([]);
  });

  test('a check reads what is new, says what failed and why, and a retry asks again', async () => {
    for (const path of ['/page', '/gone', '/new.xml']) await register.putSource('q', web.url(path), 'follow');
    const [done, same] = await Promise.all([1, 2].map(() => json(post(api, '/api/sources/check', { question: 'q' }))));
    expect(done).toMatchObject({ question: 'q', read: [{ address: web.url('/page'), isNewVersion: false }], known: 0, failed: [{ address: web.url('/gone'), isGivenUp: true }] });
    expect(same).toEqual(done);
    expect(web.asked.filter((a) => a.path === '/page')).toHaveLength(1);
    const failed = (await get('/api/sources/failed?question=q')) as { message: string }[];
    expect(failed).toMatchObject([{ address: web.url('/gone'), via: null, failures: 1, isGivenUp: true }]);
    expect(failed[0]?.message).toContain('404');
    expect(await json(post(api, '/api/sources/retry', { addresses: [web.url('/page')] }))).toMatchObject({ code: 'usage' });
    expect(await json(post(api, '/api/sources/retry', {}))).toEqual({ retried: 1 });
    expect(await json(post(api, '/api/sources/check', { question: 'q', address: web.url('/gone') }))).toMatchObject({ read: [], failed: [{ address: web.url('/gone') }] });
    expect(await json(post(api, '/api/sources/check', { question: 'q', address: 'https://quay.example/' }))).toMatchObject({ code: 'usage' });
  });

  test('a page that changed has versions, with the words that changed and the evidence that vanished', async () => {
    expect(await get('/api/questions/q/changed-pages')).toEqual([]);
    await post(api, '/api/sources/check', { question: 'q', address: web.url('/page') });
    const at = (await get(`/api/versions?address=${encodeURIComponent(web.url('/page'))}`)) as { versions: { documentId: string }[] };
    expect(at).toMatchObject({
      versions: [
        { number: 1, changes: [], vanished: [{ question: 'q', option: 'invite', member: 'HUN', stance: 'oppose', note: expect.stringContaining('lacks these words') }] },
        { number: 2, changes: expect.arrayContaining([expect.objectContaining({ was: expect.stringContaining('Hungary') })]), vanished: [] },
      ],
    });
    const id = at.versions[0]?.documentId ?? '';
    const pages = await get(`/api/documents/${id}/versions?question=q`);
    expect(pages).toEqual([at]);
    expect(await get('/api/questions/q/changed-pages')).toMatchObject([{ address: web.url('/page'), title: 'Position', documentId: at.versions[1]?.documentId, versions: 2, vanished: 1 }]);
    const client = createClient('http://localhost');
    const asked = await client.GET('/api/documents/{id}/versions', { params: { path: { id } }, fetch: (request: Request) => Promise.resolve(api.fetch(request)) });
    expect(asked.data?.[0]?.versions[0]?.vanished[0]?.member).toBe('HUN');
    const document = openApiDocument(api);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'api', ...document });
    const validate = ajv.compile({ $ref: 'api#/components/schemas/PageVersions' });
    expect([validate(at), validate.errors]).toEqual([true, null]);
    expect((await api.request(`/api/documents/${'0'.repeat(64)}/versions`)).status).toBe(404);
    expect((await api.request('/api/versions?address=https://nowhere.example/')).status).toBe(404);
  });

  test('with accounts, readers look and reviewers change', async () => {
    for (const [name, role] of [['Ada', 'admin'], ['Rex', 'reviewer'], ['Rita', 'reader']] as const) unwrap(await putAccount(register, name, role, 'correct horse battery', 'setup'));
    const as = async (name: string): Promise<Record<string, string>> => ({ Authorization: `Bearer ${unwrap(await makeToken(register, name, 'test', 30, new Date())).secret}` });
    const [rita, rex] = [await as('Rita'), await as('Rex')];
    const status = async (path: string, headers: Record<string, string>, body?: unknown): Promise<number> => (body === undefined ? await api.request(path, { headers }) : await post(api, path, body, headers)).status;
    expect(await status('/api/sources', {})).toBe(401);
    for (const path of ['/api/sources', '/api/sources/failed', '/api/questions/q/changed-pages']) expect(await status(path, rita)).toBe(200);
    for (const [path, body] of [['/api/sources', { question: 'q', address: 'https://quay.example/' }], ['/api/sources/retry', {}]] as const) {
      expect(await status(path, rita, body)).toBe(403);
      expect(await status(path, rex, body)).toBe(201);
    }
    expect((await api.request('/api/sources?address=https://quay.example/', { method: 'DELETE', headers: rita })).status).toBe(403);
  });
});
