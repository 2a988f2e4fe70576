import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from '../../src/api/api.js';
import type { Register } from '../../src/register/index.js';
import { newFolder, openTest, removeFolders } from '../register/helpers.js';
import { apiOf, post } from './helpers.js';

let register: Register;
let api: Api;
beforeAll(async () => {
  register = await openTest(newFolder());
  api = apiOf(register);
});
afterAll(async () => {
  await register.close();
  removeFolders();
});
const json = async (path: string): Promise<unknown> => (await api.request(path)).json();

test('an empty register reads the bundled example on request, and once only', async () => {
  expect(await (await post(api, '/api/example', {})).json()).toEqual({ question: 'nato-ukraine-2024', documents: 4 });
  expect(await (await post(api, '/api/example', {})).json()).toEqual({ question: 'nato-ukraine-2024', documents: 0 });
});

test('changes name whose position changed since an instant, and nothing since now', async () => {
  const since = (await json('/api/questions/nato-ukraine-2024/changes?from=2020-01-01T00:00:00Z')) as { positions: { member: string; name: string; before: string; after: string }[] };
  expect(since.positions.find((p) => p.member === 'HUN')).toMatchObject({ name: 'Hungary', before: 'unknown', after: 'oppose' });
  expect(await json(`/api/questions/nato-ukraine-2024/changes?from=${new Date().toISOString()}`)).toMatchObject({ positions: [] });
  expect((await api.request('/api/questions/nato-ukraine-2024/changes?from=soon')).status).toBe(400);
});

test('an address is fetched from the public Internet alone', async () => {
  const answer = await post(api, '/api/questions/nato-ukraine-2024/addresses', { address: 'http://127.0.0.1:9/article' });
  expect(answer.status).toBe(400);
  expect(((await answer.json()) as { detail: string }).detail).toMatch(/private|loopback|public|127/i);
  expect((await post(api, '/api/questions/nato-ukraine-2024/addresses', { address: 'file:///etc/passwd' })).status).toBe(400);
});

test('reasons are a network of members and concerns, by day', async () => {
  const all = (await json('/api/questions/nato-ukraine-2024/reasons')) as { nodes: unknown[]; edges: unknown[] };
  expect(all.edges.length).toBeGreaterThan(0);
  expect(await json('/api/questions/nato-ukraine-2024/reasons?asOf=2000-01-01')).toEqual({ nodes: [], edges: [] });
});
