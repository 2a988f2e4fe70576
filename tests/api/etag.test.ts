import { expect, test } from 'vitest';
import { createApi } from '../../src/api/create-api.js';
import type { UseCases } from '../../src/api/use-cases.js';
import { HoldoutError } from '../../src/domain/failure.js';

let title = 'Whether';
const useCases = {
  questions: () => Promise.resolve([{ id: 'q', title, body: 'nato', options: [] }]),
  documents: () => Promise.reject(new HoldoutError('register-unreachable', 'The register cannot be reached.')),
} as unknown as UseCases;

test('an unchanged answer costs no body, and a changed one comes whole', async () => {
  const app = createApi(useCases);
  const first = await app.request('/api/questions');
  const tag = first.headers.get('etag') ?? '';
  expect(tag).not.toBe('');
  const again = await app.request('/api/questions', { headers: { 'If-None-Match': tag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  title = 'Whether to';
  expect((await app.request('/api/questions', { headers: { 'If-None-Match': tag } })).status).toBe(200);
});
test('a server that is away is 503, a problem of ours to wait for', async () => {
  const answer = await createApi(useCases).request('/api/questions/q/documents');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
});
