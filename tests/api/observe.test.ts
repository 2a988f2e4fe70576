import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../../src/api/api.js';
import { createApi } from '../../src/api/create-api.js';
import { openLog } from '../../src/api/observe/log.js';
import { Metrics } from '../../src/api/observe/metrics.js';
import { makeToken, putAccount } from '../../src/app/accounts/accounts.js';
import { carrier, traced } from '../../src/observe/trace.js';
import { unwrap } from '../../src/domain/unwrap.js';
import type { Register } from '../../src/register/index.js';
import { homes } from '../register/homes.js';
import { failingRegister, post, smallRegister, today } from './helpers.js';

const NOW = new Date('2026-02-01T00:00:00Z');
const spans = new InMemorySpanExporter();
const [home] = homes;
const lines: string[] = [];
const metrics = new Metrics();
const observers = { metrics, log: openLog((line) => lines.push(line)) };
let register: Register;
let api: Api;
let token = '';
beforeAll(async () => {
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }));
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  register = await smallRegister(home!);
  api = createApi({ register, today: () => today, now: () => NOW, observers });
});
afterAll(async () => {
  metrics.close();
  await register.close();
  await home!.close();
});

describe('what a server tells of itself', () => {
  test('it lives, it is ready while its register answers, and says so by a status', async () => {
    expect([(await api.request('/healthz')).status, (await api.request('/readyz')).status]).toEqual([200, 200]);
    const away = createApi({ register: { people: { any: () => Promise.reject(new Error('gone')) } } as unknown as Register, today: () => today });
    expect([(await away.request('/healthz')).status, (await away.request('/readyz')).status]).toEqual([200, 503]);
    expect((await createApi({ register, today: () => today }).request('/metrics')).status).toBe(404);
    expect(await (await api.request('/api/status')).json()).toMatchObject({ reader: expect.stringMatching(/^holdout-reader@/) as string, isReady: true, requests: { failed: 0 }, queries: { failed: 0 } });
  });

  test('metrics are Prometheus’ text: requests by route, queries by table, failures by code', async () => {
    await api.request('/api/questions/q/count');
    await api.request('/api/questions/none/count');
    const text = await (await api.request('/metrics')).text();
    expect(text).toMatch(/^holdout_http_request_seconds_count\{method="GET",route="\/api\/questions\/\{id\}\/count",status="200"\} 1$/m);
    expect(text).toMatch(/^holdout_http_request_seconds_count\{method="GET",route="\/api\/questions\/\{id\}\/count",status="404"\} 1$/m);
    expect(text).toMatch(/^holdout_failures_total\{code="question-unknown"\} 1$/m);
    expect(text).toMatch(/^holdout_register_query_seconds_count\{verb="select",table="\w+",failed="false"\} \d+$/m);
    expect(text).toMatch(/^holdout_process_resident_memory_bytes \d+$/m);
    expect(await (await api.request('/api/status')).json()).toMatchObject({ requests: { count: expect.any(Number) as number, medianMs: expect.any(Number) as number } });
  });

  test('a request is one trace, from its route to each query, and goes on what its caller began', async () => {
    spans.reset();
    await api.request('/api/questions/q/count?asOf=2024-10-02', { headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' } });
    const found = spans.getFinishedSpans();
    const root = found.find(({ name }) => name === 'GET /api/questions/{id}/count');
    expect(root?.parentSpanContext?.spanId).toBe('b7ad6b7169203331');
    expect(found.length).toBeGreaterThan(1);
    for (const span of found) expect([span.name, span.spanContext().traceId]).toEqual([expect.stringMatching(/^(?:GET \/api|register \w+)/), '0af7651916cd43dd8448eb211c80319c']);
    expect(found.some(({ name, attributes }) => name === 'register select' && attributes['db.collection.name'] !== 'other')).toBe(true);
    expect(JSON.parse(lines.at(-1) ?? '{}')).toMatchObject({ route: '/api/questions/{id}/count', trace: '0af7651916cd43dd8448eb211c80319c' });
  });

  test('a trace goes on in another process by what a message carries, and its other parents are linked', async () => {
    spans.reset();
    const handed: Record<string, string>[] = [];
    for (const name of ['first', 'second']) await traced(name, {}, () => Promise.resolve(handed.push(carrier() as Record<string, string>)));
    await traced('job', {}, () => register.question('q'), handed);
    const [first, second, ...rest] = spans.getFinishedSpans();
    const job = rest.find(({ name }) => name === 'job');
    expect(job?.spanContext().traceId).toBe(first?.spanContext().traceId);
    expect(job?.links.map((link) => link.context.traceId)).toEqual([second?.spanContext().traceId]);
    expect(rest.filter(({ name }) => name.startsWith('register')).every((s) => s.parentSpanContext?.spanId === job?.spanContext().spanId)).toBe(true);
    await expect(traced('failing', {}, () => Promise.reject(new Error('words of an article')))).rejects.toThrow();
    expect(JSON.stringify(spans.getFinishedSpans().at(-1), (key, value: unknown) => (key.startsWith('_') ? undefined : value))).not.toContain('words of');
  });
});

describe('no log, metric or trace holds a word of an article, an address or a secret', () => {
  const CANARY = 'Szalamandra';
  test('whatever is sent, by whatever route, and whatever breaks', async () => {
    spans.reset();
    unwrap(await putAccount(register, `${CANARY}-name`, 'admin', `${CANARY} password`, 'test'));
    token = unwrap(await makeToken(register, `${CANARY}-name`, 'test', 30, NOW)).secret;
    const headers = { Authorization: `Bearer ${token}`, Cookie: `holdout-session=${CANARY}`, 'X-Forwarded-For': CANARY, 'User-Agent': CANARY, Referer: `https://${CANARY}.example` };
    const signed = await post(api, '/api/session', { name: `${CANARY}-name`, password: `${CANARY} password` });
    const session = /=([^;]+)/.exec(signed.headers.get('set-cookie') ?? '')?.[1] ?? '';
    await post(api, '/api/session', { name: CANARY, password: CANARY });
    await post(api, '/api/questions/q/documents', { text: `Hungary opposes ${CANARY}.`, title: CANARY, publisher: CANARY, address: `https://${CANARY}.example/` }, headers);
    await post(api, '/api/questions', { id: CANARY.toLowerCase(), body: 'nato', proposal: `Do ${CANARY}`, rule: CANARY }, headers);
    await post(api, '/api/questions/q/decisions', { action: 'declare', member: CANARY, stance: 'support', note: CANARY }, headers);
    for (const path of [`/api/questions/${CANARY}/count`, `/api/questions/q/members/${CANARY}`, `/api/questions/q/count?rule=${CANARY}&asOf=${CANARY}`, `/${CANARY}`, `/api/${CANARY}`, `/api/documents/${CANARY}`, `/api/statements?speaker=${CANARY}`, `/api/questions/q/feed?format=${CANARY}`]) await api.request(path, { headers });
    const broken = createApi({ register: failingRegister(new Error(`relation "${CANARY}" has ${CANARY}`)), today: () => today, observers });
    await broken.request('/api/questions');
    expect(lines.filter((line) => line.includes('failed to answer')).map((line) => JSON.parse(line) as object)).toEqual([expect.objectContaining({ error: 'Error', at: expect.arrayContaining([expect.stringMatching(/:\d+:\d+$/)]) as string[] })]);
    const told = [...lines, await metrics.registry.metrics(), ...spans.getFinishedSpans().map(({ name, attributes, events, status }) => JSON.stringify({ name, attributes, events, status }))];
    expect(told.length).toBeGreaterThan(30);
    for (const secret of [CANARY, CANARY.toLowerCase(), token, session]) expect(told.filter((line) => line.includes(secret))).toEqual([]);
    for (const line of lines) expect(Object.keys(JSON.parse(line) as object).filter((key) => !['level', 'time', 'msg', 'method', 'route', 'status', 'ms', 'role', 'code', 'error', 'at', 'trace'].includes(key))).toEqual([]);
  });

  test('a shared register shows its metrics to who has an account, and its health to all', async () => {
    expect([(await api.request('/metrics')).status, (await api.request('/healthz')).status, (await api.request('/readyz')).status]).toEqual([401, 200, 200]);
    expect((await api.request('/metrics', { headers: { Authorization: `Bearer ${token}` } })).status).toBe(200);
  });
});
