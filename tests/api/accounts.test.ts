import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../../src/api/api.js';
import { createApi } from '../../src/api/create-api.js';
import { makeToken, putAccount } from '../../src/app/accounts/accounts.js';
import { fitsPassword, hashPassword } from '../../src/app/accounts/passwords.js';
import { RateLimit } from '../../src/api/http/rate-limit.js';
import { unwrap } from '../../src/domain/unwrap.js';
import type { Register } from '../../src/register/index.js';
import { question, state } from '../register/helpers.js';
import { homes } from '../register/homes.js';
import { post, smallRegister, today } from './helpers.js';

const PASSWORD = 'correct horse battery';

describe.each(homes.filter(({ available }) => available))('a shared register $name', (home) => {
  let register: Register;
  let api: Api;
  let now = Date.parse('2026-02-01T00:00:00Z');
  const tokens: Record<string, string> = {};
  const as = (who: string): Record<string, string> => ({ Authorization: `Bearer ${tokens[who] ?? who}` });
  const get = async (path: string, headers: Record<string, string> = {}): Promise<[number, unknown]> => {
    const answer = await api.request(path, { headers });
    return [answer.status, await answer.json()];
  };

  beforeAll(async () => {
    register = await smallRegister(home);
    api = createApi({ register, today: () => today, now: () => new Date(now) }, { readOnly: true });
    expect((await get('/api/questions/q/count'))[0]).toBe(200);
    expect((await post(api, '/api/questions/q/decisions', {})).status).toBe(403);
    for (const [name, role] of [['Ada', 'admin'], ['Rex', 'reviewer'], ['Rita', 'reader']] as const) {
      unwrap(await putAccount(register, name, role, name === 'Rex' ? PASSWORD : undefined, 'test'));
      tokens[name] = unwrap(await makeToken(register, name, 'test', 30, new Date(now))).secret;
    }
  });
  afterAll(async () => {
    await register.close();
    await home.close();
  });

  test('the first account must be an admin’s, and the last admin stays one', async () => {
    expect(await putAccount(register, 'Ada', 'reader', undefined, 'test')).toMatchObject({ ok: false, error: { message: expect.stringContaining('admin') as string } });
    expect(await putAccount(register, 'Ada', 'none', undefined, 'test')).toMatchObject({ ok: false });
    for (const [name, role, password] of [['', 'reader', undefined], ['x\ny', 'reader', undefined], ['Eve', 'king', undefined], ['Eve', 'reader', 'short']] as const)
      expect((await putAccount(register, name, role, password, 'test')).ok).toBe(false);
  });
  test('nobody reads anything without saying who they are', async () => {
    for (const headers of [{}, as('hot_nonsense'), { Authorization: 'Bearer' }, { Cookie: 'holdout-session=abc' }])
      expect((await get('/api/questions/q/count', headers as Record<string, string>))[0]).toBe(401);
    expect(await get('/api/session')).toEqual([200, { needed: true, name: null, role: null, reviews: [], expiresAt: null }]);
    expect((await get('/api/openapi.json'))[0]).toBe(200);
  });
  test('each role may do what it may, and no more', async () => {
    const decision = { action: 'declare', member: 'USA', stance: 'support', note: 'told', author: 'Mallory' };
    const erasure = { reason: 'order' };
    const status = async (who: string, path: string, body: object): Promise<number> => (await post(api, path, body, as(who))).status;
    const table: Record<string, number[]> = {};
    const documentId = (await register.documents())[0]!.id;
    for (const who of ['Rita', 'Rex', 'Ada'])
      table[who] = [
        (await get('/api/questions/q/count', as(who)))[0],
        (await get('/api/audit', as(who)))[0],
        await status(who, '/api/questions/preview', { id: 'p', body: 'nato', proposal: 'Do it' }),
        await status(who, '/api/questions/q/decisions', decision),
        await status(who, '/api/accounts', { name: 'New', role: 'reader' }),
        await status(who, `/api/documents/${documentId}/erasure`, erasure),
      ];
    expect(table).toEqual({ Rita: [200, 200, 200, 403, 403, 403], Rex: [200, 200, 200, 201, 403, 403], Ada: [200, 200, 200, 201, 201, 201] });
    const log = (await get('/api/questions/q/decisions', as('Rita')))[1] as { author: string }[];
    expect(log.map((d) => d.author)).toEqual(['Rex', 'Ada']);
    const [, trail] = await get('/api/audit?limit=2', as('Rita'));
    expect(trail).toMatchObject([{ actor: 'Ada', action: 'POST', subject: `/api/documents/${documentId}/erasure` }, { actor: 'Ada' }]);
  });
  test('a reader may be a reviewer of some questions: there they change what a reviewer may, elsewhere nothing', async () => {
    for (const id of ['q/2', 'q-other']) await register.putQuestion(question(id, { members: ['HUN', 'DEU', 'USA'].map(state) }));
    const give = (reviews: readonly string[], role = 'reader') => post(api, '/api/accounts', { name: 'Vera', role, reviews }, as('Ada'));
    expect(await (await give(['q/2', 'q'])).json()).toMatchObject({ name: 'Vera', role: 'reader', reviews: ['q/2', 'q'] });
    tokens['Vera'] = unwrap(await makeToken(register, 'Vera', 'test', 30, new Date(now))).secret;
    const decision = { action: 'declare', member: 'USA', stance: 'uncommitted', note: 'told' };
    const status = async (path: string, body: object = decision): Promise<number> => (await post(api, path, body, as('Vera'))).status;
    expect((await get('/api/session', as('Vera')))[1]).toMatchObject({ name: 'Vera', role: 'reader', reviews: ['q/2', 'q'] });
    expect([await status('/api/questions/q/decisions'), await status('/api/questions/q%2F2/decisions'), await status('/api/questions/q/documents', { text: 'Germany backs it.' })]).toEqual([201, 201, 201]);
    for (const [path, body] of [
      ['/api/questions/q-other/decisions', decision],
      ['/api/questions/q/2/decisions', decision],
      ['/api/questions/%2571/decisions', decision],
      ['/api/questions/q%2F2%2F..%2Fq-other/decisions', decision],
      ['/api/questions/q/../q-other/decisions', decision],
      ['/api/questions', { id: 'q', body: 'nato', proposal: 'Do it' }],
      ['/api/sources', { question: 'q', address: 'https://quay.example/' }],
      ['/api/accounts', { name: 'Vera', role: 'admin' }],
      [`/api/documents/${'0'.repeat(64)}/erasure`, { reason: 'order' }],
    ] as const)
      expect([path, await status(path, body)]).toEqual([path, path === '/api/questions/q/2/decisions' ? 404 : 403]);
    expect((await give(['none-such'])).status).toBe(404);
    expect((await give(['q'], 'reviewer')).status).toBe(400);
    expect(await (await post(api, '/api/accounts', { name: 'Vera', role: 'reader' }, as('Ada'))).json()).toMatchObject({ reviews: ['q/2', 'q'] });
    await give([]);
    expect(await status('/api/questions/q/decisions')).toBe(403);
  });
  test('a session is a cookie no script reads and no other site sends, and ends when one signs out', async () => {
    const signed = await post(api, '/api/session', { name: 'Rex', password: PASSWORD });
    const cookie = signed.headers.get('set-cookie') ?? '';
    expect([signed.status, cookie]).toEqual([201, expect.stringMatching(/^holdout-session=.*HttpOnly; SameSite=Strict$/)]);
    const headers = { Cookie: cookie.split(';')[0] ?? '' };
    expect((await get('/api/session', headers))[1]).toMatchObject({ name: 'Rex', role: 'reviewer' });
    expect((await post(api, '/api/questions/q/decisions', {}, { ...headers, Origin: 'https://evil.example', host: 'localhost' })).status).toBe(403);
    expect((await api.request('/api/session', { method: 'DELETE', headers })).status).toBe(200);
    expect((await get('/api/questions', headers))[0]).toBe(401);
  });
  test('behind HTTPS the cookie insists on it', async () => {
    const secure = createApi({ register, today: () => today, now: () => new Date(now), https: true });
    const signed = await post(secure, '/api/session', { name: 'Rex', password: PASSWORD });
    expect(signed.headers.get('set-cookie')).toMatch(/^__Host-holdout-session=.*Path=\/.*Secure/);
  });
  test('tokens are one’s own, end when ended or expired, and never show their secret again', async () => {
    const made = await post(api, '/api/tokens', { label: 'feed reader', days: 1 }, as('Rita'));
    const { token } = (await made.json()) as { token: string };
    const basic = { Authorization: `Basic ${Buffer.from(`Rita:${token}`).toString('base64')}` };
    expect((await api.request('/api/questions/q/feed', { headers: basic })).status).toBe(200);
    const [, mine] = (await get('/api/tokens', as('Rita'))) as [number, { id: string; name: string; label: string }[]];
    expect(mine.every((t) => t.name === 'Rita')).toBe(true);
    expect(JSON.stringify(mine)).not.toContain(token);
    const id = mine.find((t) => t.label === 'feed reader')!.id;
    const end = async (who: string): Promise<number> => (await api.request(`/api/tokens/${id}`, { method: 'DELETE', headers: as(who) })).status;
    expect([await end('Rex'), await end('Rita'), await end('Rita')]).toEqual([404, 200, 404]);
    expect((await api.request('/api/questions/q/feed', { headers: basic })).status).toBe(401);
    const before = now;
    now += 31 * 86_400_000;
    expect((await get('/api/questions', as('Rita')))[0]).toBe(401);
    now = before;
  });
  test('a changed password ends every session and token, and so does closing the account', async () => {
    expect((await post(api, '/api/session/password', { old: 'wrong wrong wrong', new: 'another horse battery' }, as('Rex'))).status).toBe(401);
    expect((await post(api, '/api/session/password', { old: PASSWORD, new: 'another horse battery' }, as('Rex'))).status).toBe(200);
    expect((await get('/api/questions', as('Rex')))[0]).toBe(401);
    expect((await post(api, '/api/session', { name: 'Rex', password: PASSWORD })).status).toBe(401);
    expect((await post(api, '/api/session', { name: 'Rex', password: 'another horse battery' })).status).toBe(201);
    expect((await post(api, '/api/accounts', { name: 'Rita', role: 'none' }, as('Ada'))).status).toBe(201);
    expect((await get('/api/questions', as('Rita')))[0]).toBe(401);
  });
  test('wrong passwords are counted, for names that are nobody’s too, and then refused unheard', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 12; i += 1) statuses.push((await post(api, '/api/session', { name: 'Nobody', password: 'guess guess guess' })).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
  });
  test('the register holds no secret in the clear', async () => {
    const lines: string[] = [];
    await register.dump((line) => Promise.resolve(void lines.push(line)));
    for (const secret of [PASSWORD, 'another horse battery', ...Object.values(tokens)]) expect(lines.join('\n')).not.toContain(secret);
  });
});

test('a password fits its own hash alone, salted anew each time', async () => {
  const [a, b] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
  expect(a).not.toBe(b);
  expect(await Promise.all([fitsPassword(PASSWORD, a), fitsPassword(`${PASSWORD} `, a), fitsPassword(PASSWORD, null), fitsPassword(PASSWORD, 'plain')])).toEqual([true, false, false, false]);
});
test('a limit turns with its window', () => {
  let at = 1_000_000;
  const limit = new RateLimit(2, 1_000, () => at);
  expect([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([true, true, false, true]);
  expect(limit.retryAfter()).toBe(1);
  at += 1_000;
  expect(limit.take('a')).toBe(true);
});
