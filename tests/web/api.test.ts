import { describe, expect, it } from 'vitest';
import { createApi } from '../../src/api/create-api.js';
import type { UseCases } from '../../src/api/use-cases.js';
import { err } from '../../src/domain/result.js';
import { parseRequest } from '../../src/app/use-cases.js';

const failing: UseCases = {
  questions: () => Promise.resolve([]),
  count: (id) => Promise.resolve(err({ code: 'question-unknown', category: 'caller', message: `No question ${id}.` })),
  why: (_id, _member, query) => {
    const parsed = parseRequest(query);
    return Promise.resolve(parsed.ok ? err({ code: 'member-unknown', category: 'caller', message: 'No member.' }) : parsed);
  },
  documents: () => Promise.resolve([]),
  document: () => Promise.reject(new Error('disk on fire')),
};

describe('the API', () => {
  const app = createApi(failing, ['localhost']);
  const get = (path: string, host = 'localhost'): Promise<Response> => Promise.resolve(app.request(`http://${host}${path}`, { headers: { host } }));

  it('answers a missing question with a problem document', async () => {
    const r = await get('/api/questions/x/count');
    expect([r.status, r.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(await r.json()).toMatchObject({ code: 'question-unknown', detail: 'No question x.' });
  });
  it('answers a malformed date with 400', async () => {
    expect((await get('/api/questions/x/members/HUN?asOf=soon')).status).toBe(400);
  });
  it('does not leak the inside of a failure', async () => {
    const r = await get('/api/documents/abc');
    expect(r.status).toBe(500);
    expect(await r.text()).not.toContain('fire');
  });
  it('forbids inline script and foreign requests', async () => {
    const policy = (await get('/api/questions')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });
  it('answers only under its own name', async () => {
    expect((await get('/api/questions', 'evil.example')).status).toBe(421);
  });
});
