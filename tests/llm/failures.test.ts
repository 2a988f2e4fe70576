import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Failure } from '../../src/domain/failure.js';
import type { Result } from '../../src/domain/result.js';
import { openLlmReader, type ModelOptions } from '../../src/llm/index.js';
import type { Reader, ReaderAnswer } from '../../src/read/reader.js';
import { honest, question, source } from './article.js';
import { startStandIn, type Reply, type StandIn } from './stand-in.js';

const folder = mkdtempSync(join(tmpdir(), 'holdout-llm-'));
let server: StandIn;
beforeAll(async () => {
  server = await startStandIn();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(more: Partial<ModelOptions> = {}): Promise<Reader> {
  const opened = await openLlmReader('llm', { api: 'openai', model: 'stand-in', url: server.url, key: 'sk-very-secret', ...more });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}
async function ask(replies: readonly Reply[], more: Partial<ModelOptions> = {}): Promise<Result<ReaderAnswer, Failure>> {
  server.behave((_, nth) => replies[Math.min(nth, replies.length - 1)] ?? {});
  return (await open(more)).read(source, question);
}
const good: Reply = { json: honest };
const soon = { 'retry-after-ms': '5' };

describe('a server that misbehaves for a while is asked again', () => {
  it.each<[string, Reply[], number]>([
    ['too many requests', [{ status: 429, headers: soon }, { status: 429, headers: soon }, good], 3],
    ['a failure of its own', [{ status: 503, headers: soon }, good], 2],
    ['a time-out', [{ delayMs: 2_000 }, good], 2],
    ['words that are no JSON', [{ raw: 'Certainly! Here is what I found:' }, good], 2],
    ['JSON of another shape', [{ json: { claims: [] } }, good], 2],
    ['JSON that is cut off', [{ raw: JSON.stringify(honest).slice(0, 300), finish: 'length' }, good], 2],
    ['whole JSON that is called cut off', [{ ...good, finish: 'length' }, good], 2],
    ['keys of a prototype', [{ raw: '{"statements": [{"__proto__": {"quote": "Hungary opposes"}}], "signals": []}' }, good], 2],
  ])('%s', async (_name, replies, requests) => {
    const answer = await ask(replies, { timeoutMs: 300 });
    expect(answer.ok && answer.value.reading.signals).toHaveLength(4);
    expect(server.asked).toHaveLength(requests);
  });
});

describe('a server that keeps misbehaving gives one sentence, without its words or the key', () => {
  it.each<[string, Reply, string, RegExp]>([
    ['too many requests', { status: 429, headers: soon }, 'model-failed', /status 429/],
    ['failures', { status: 500, headers: soon }, 'model-failed', /status 500/],
    ['time-outs', { delayMs: 2_000 }, 'model-failed', /too long/],
    ['no JSON', { raw: 'no' }, 'model-failed', /form asked for/],
    ['JSON that is cut off', { raw: '{"statements": [{"quo', finish: 'length' }, 'model-failed', /form asked for/],
    ['more claims than an article has', { json: { statements: Array.from({ length: 5_000 }, () => honest.statements[0]), signals: [] } }, 'model-failed', /form asked for/],
    ['megabytes', { raw: JSON.stringify({ statements: [{ quote: 'x'.repeat(3_000_000) }], signals: [] }) }, 'model-failed', /without end/],
    ['an answer without end', { endless: true }, 'model-failed', /without end/],
    ['a broken connection', { hangUp: true }, 'model-failed', /could not be reached/],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'model-failed', /could not be reached/],
    ['a refusal of the key', { status: 401 }, 'model-refused', /HOLDOUT_LLM_KEY/],
    ['an unknown model', { status: 404 }, 'model-refused', /knows no model "stand-in"/],
    ['a request it does not take', { status: 400 }, 'model-failed', /status 400/],
  ])('%s', async (_name, reply, code, words) => {
    const answer = await ask([reply], { timeoutMs: 400, retries: reply.hangUp || reply.status === 302 ? 0 : 1 });
    expect(answer).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(words) } });
    expect(JSON.stringify(answer)).not.toMatch(/secret|Hungary/);
  });
  it('three texts in a row end the run', async () => {
    server.behave(() => ({ status: 500, headers: soon }));
    const reader = await open({ retries: 0 });
    const codes: string[] = [];
    for (let i = 0; i < 3; i++) {
      const answer = await reader.read(source, question);
      codes.push(answer.ok ? 'ok' : answer.error.code);
    }
    expect(codes).toEqual(['model-failed', 'model-failed', 'model-refused']);
  });
});

describe('budgets', () => {
  it('a request that might pass --max-tokens is not sent', async () => {
    const answer = await ask([good], { maxTokens: 5_000 });
    expect(answer).toMatchObject({ ok: false, error: { code: 'model-budget', message: expect.stringContaining('--max-tokens') } });
    expect(server.asked).toHaveLength(0);
  });
  it('tokens of earlier texts count, and so do prices', async () => {
    server.behave(() => good);
    // A request may cost (1,500 + 8,000 × 4) / 1,000,000 × 10; each turns out to cost 0.014.
    const reader = await open({ maxCost: 0.36, prices: { input: 10, output: 40 } });
    const answers: Result<ReaderAnswer, Failure>[] = [];
    for (let i = 0; i < 5; i++) answers.push(await reader.read({ ...source, title: String(i) }, question));
    const done = answers.filter((a) => a.ok).length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(5);
    expect(reader.used!()).toEqual({ inputTokens: 1_000 * done, outputTokens: 100 * done, cost: expect.closeTo(0.014 * done, 6) as number });
    expect(answers[4]).toMatchObject({ ok: false, error: { code: 'model-budget', message: expect.stringContaining('--max-cost') } });
  });
  it('requests that timed out count as asked, and retries are held by the budget too', async () => {
    const answer = await ask([{ delayMs: 2_000 }], { maxTokens: 9_700, timeoutMs: 100, retries: 3 });
    expect(answer).toMatchObject({ ok: false, error: { code: 'model-budget' } });
    expect(server.asked).toHaveLength(1);
  });
});

describe('answers are kept', () => {
  const files = (dir: string): string[] => readdirSync(dir).flatMap((name) => (statSync(join(dir, name)).isDirectory() ? files(join(dir, name)) : [join(dir, name)]));
  it('by text, question, model and prompt, and asked for once', async () => {
    const cache = join(folder, 'a');
    const first = await ask([good], { cache });
    const again = await ask([{ status: 500 }], { cache });
    expect(server.asked).toHaveLength(0);
    expect(again).toEqual(first.ok ? { ok: true, value: { ...first.value, model: { dropped: {}, cached: true } } } : {});
    await ask([good], { cache, model: 'another' });
    expect(server.asked).toHaveLength(1);
    server.behave(() => good);
    const reader = await open({ cache });
    await reader.read({ ...source, text: `${source.text} More.` }, question);
    await reader.read(source, { ...question, roster: question.roster.slice(1) });
    expect(server.asked).toHaveLength(2);
    expect(files(cache)).toHaveLength(4);
    // Nobody who lacks the text reads its words there.
    expect(files(cache).map((f) => readFileSync(f, 'latin1')).join('')).not.toMatch(/secret|127\.0\.0\.1|Hungary|Poland|quote/);
  });
  it('and one that was cut off or altered is asked for again', async () => {
    const cache = join(folder, 'b');
    await ask([good], { cache });
    const [file] = files(cache);
    const whole = readFileSync(file!);
    const altered = Buffer.from(whole);
    altered.writeUInt8(altered.readUInt8(60) ^ 1, 60);
    for (const bytes of [altered, whole.subarray(0, 40), Buffer.alloc(0)]) {
      writeFileSync(file!, bytes);
      const healed = await ask([good], { cache });
      expect(healed.ok && healed.value.reading.signals.length).toBeGreaterThan(0);
      expect(server.asked).toHaveLength(1);
    }
  });
});

it('a long text is asked about in parts, and a claim of any part is found in the whole', async () => {
  const filler = `${'The ministers met again and talked for a long time about nothing in particular. '.repeat(30)}\n\n`;
  const text = `${filler.repeat(11)}${source.text}\n\n${filler.repeat(2)}`;
  server.behave((asked) => (asked.article.includes('Poland backs') ? good : { json: { statements: [], signals: [] } }));
  const answer = await (await open()).read({ ...source, text }, question);
  expect(server.asked.length).toBeGreaterThan(1);
  expect(answer.ok && answer.value.reading.signals.map((s) => text.slice(s.evidence[0].start, s.evidence[0].end))).toContain('Poland backs the invitation of Ukraine to join the alliance now');
  expect(server.asked.map((a) => a.article.trim()).join(' ').replace(/\s+/g, ' ')).toContain(source.text.replace(/\s+/g, ' ').slice(0, 500));
});
