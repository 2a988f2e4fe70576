import { describe, expect, it } from 'vitest';
import { HoldoutError } from '../../src/domain/failure.js';
import { apiOf, failingRegister, post } from './helpers.js';

describe('the API', () => {
  const broken = failingRegister(new Error('disk on fire'));
  const api = apiOf(broken, { hosts: ['localhost'] });
  const get = (path: string, host = 'localhost'): Promise<Response> => Promise.resolve(api.request(`http://${host}${path}`, { headers: { host } }));

  it('does not leak the inside of a failure', async () => {
    const r = await get('/api/questions');
    expect([r.status, r.headers.get('content-type')]).toEqual([500, 'application/problem+json']);
    expect(await r.text()).not.toContain('fire');
  });
  it('says that a register’s server is away as 503, to be asked again', async () => {
    const away = apiOf(failingRegister(new HoldoutError('register-unreachable', 'The register cannot be reached.')));
    const r = await away.request('/api/questions/q/documents');
    expect([r.status, await r.json()]).toMatchObject([503, { code: 'register-unreachable' }]);
  });
  it('forbids inline script and foreign requests, in problems too', async () => {
    for (const path of ['/api/openapi.json', '/api/questions', '/api/nothing']) {
      const policy = (await get(path)).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
    }
  });
  it('answers only under its own name', async () => {
    expect((await get('/api/questions', 'evil.example')).status).toBe(421);
  });
  it('refuses writes that a page of another address asks for', async () => {
    const body = { action: 'reject', signal: 'a'.repeat(12), author: 'Eve' };
    for (const headers of [{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'null' }])
      expect((await post(apiOf(broken), 'http://localhost/api/questions/q/decisions', body, { host: 'localhost', ...headers })).status).toBe(403);
  });
  it('refuses writes as a whole where it cannot know who asks', async () => {
    const r = await post(apiOf(broken, { readOnly: true }), '/api/questions', {});
    expect([r.status, await r.json()]).toMatchObject([403, { code: 'not-allowed' }]);
  });
  it('takes no body of another type unchecked', async () => {
    const r = await post(apiOf(broken), '/api/questions', '{"id":1}', { 'Content-Type': 'text/plain' });
    expect(r.status).toBe(400);
  });
  it('answers an unknown path under /api with a problem document', async () => {
    expect(await (await get('/api/nothing')).json()).toMatchObject({ status: 404, code: 'not-found' });
  });
});
