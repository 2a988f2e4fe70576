import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedHeaders } from '../../src/app/alerts/message.js';
import { addAlert, endAlert, shownTarget, type NewAlert } from '../../src/app/alerts/manage-alerts.js';
import { runAlerts, type AlertSettings } from '../../src/app/alerts/run-alerts.js';
import { createApi } from '../../src/api/create-api.js';
import { declarePosition } from '../../src/app/review/decide.js';
import { unwrap } from '../../src/domain/unwrap.js';
import type { Register } from '../../src/register/index.js';
import { day, openTest, question, state } from '../register/helpers.js';
import { homes } from '../register/homes.js';
import { post } from '../api/helpers.js';

const today = day('2024-12-31');
const SECRET = 'whsec_c2VjcmV0IHNlY3JldCBzZWNyZXQ=';

describe.each(homes.filter(({ available }) => available))('alerts from a register $name', (home) => {
  let register: Register;
  let receiver: Server;
  let mailServer: SMTPServer;
  const posts: { headers: Record<string, string | string[] | undefined>; body: string }[] = [];
  const mails: string[] = [];
  const answers: number[] = [];
  let address = '';
  let settings: AlertSettings;
  let now = Date.parse('2026-01-01T00:00:00Z');

  beforeAll(async () => {
    register = await openTest(await home.newPlace(), { clock: () => new Date((now += 1_000)) });
    await register.putQuestion(question('q', { members: ['HUN', 'DEU', 'USA'].map(state) }));
    receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        posts.push({ headers: request.headers, body });
        response.writeHead(answers.shift() ?? 204).end();
      });
    });
    mailServer = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onData: (stream, _session, done) => {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
        stream.on('end', () => {
          mails.push(text);
          done();
        });
      },
    });
    await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
    await new Promise<void>((done) => mailServer.listen(0, '127.0.0.1', () => { done(); }));
    const port = (server: { address(): unknown }): string => String((server.address() as AddressInfo).port);
    address = `http://127.0.0.1:${port(receiver)}/hooks/T0KEN`;
    settings = { webhookSecret: SECRET, allowPrivate: true, pauseMs: 1, mail: { server: `smtp://127.0.0.1:${port(mailServer.server)}`, from: 'holdout@example.org' } };
  });
  afterAll(async () => {
    receiver.close();
    await new Promise<void>((done) => { mailServer.close(() => { done(); }); });
    await register.close();
    await home.close();
  });
  const declare = async (member: string, stance: string): Promise<number> => unwrap(await declarePosition(register, 'q', { member, stance }, { author: 'Ana', note: 'told me' }));
  const add = async (asked: Partial<NewAlert>) => unwrap(await addAlert(register, { question: 'q', author: 'Ana', ...asked }, today, true));
  const run = (other: Partial<AlertSettings> = {}) => runAlerts(register, { ...settings, ...other }, today, undefined, () => new Date(now));
  const sentences = (body: string): string[] => (JSON.parse(body) as { changes: { sentence: string }[] }).changes.map((c) => c.sentence);

  test('what happened before an alert is not told; then each change is told once, signed, through failures of the receiver', async () => {
    await declare('USA', 'support');
    await add({ webhook: address });
    expect(await run()).toEqual([{ id: 1, question: 'q', target: `${new URL(address).origin}/…`, told: 0, failure: null }]);
    await declare('HUN', 'oppose');
    answers.push(503, 429);
    expect(await run()).toMatchObject([{ told: 2, failure: null }]);
    expect(posts).toHaveLength(3);
    const [first, , last] = posts;
    expect(last?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(sentences(last!.body)).toEqual([expect.stringMatching(/^The question is now blocked: /), 'Hungary is now read as oppose; nothing was known before.']);
    const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature } = last!.headers;
    const wanted = createHmac('sha256', Buffer.from(SECRET.slice(6), 'base64')).update(`${String(id)}.${String(time)}.${last!.body}`).digest('base64');
    expect(signature).toBe(`v1,${wanted}`);
    expect(await run()).toMatchObject([{ told: 0 }]);
    expect(posts).toHaveLength(3);
  });

  test('what could not be delivered is kept with the reason and told by the next run, first as the message it was', async () => {
    await declare('HUN', 'conditional');
    answers.push(400);
    expect(await run()).toMatchObject([{ told: 0, failure: 'The webhook answered 400.' }]);
    expect((await register.alerts())[0]?.open).toMatchObject({ step: 'failed', changes: 1, message: 'The webhook answered 400.' });
    const refused = posts.at(-1);
    await declare('HUN', 'abstract-support');
    expect(await run()).toMatchObject([{ told: 2, failure: null }]);
    const [again, then] = posts.slice(-2);
    expect([again?.headers['webhook-id'], again?.body]).toEqual([refused?.headers['webhook-id'], refused?.body]);
    expect(sentences(then!.body)).toEqual(['Hungary moved from conditional to abstract-support.']);
    expect((await register.alerts())[0]?.open).toBeNull();
  });

  test('a delivery that a kill cut off is sent again as the same message, after its time and once; one under way is left alone', async () => {
    await declare('HUN', 'oppose');
    const [alert] = await register.alerts();
    const until = (await register.lastInstant('q'))!.toISOString();
    // As far as a process comes that is killed between its post and its record.
    await register.putAlertStep(alert!.id, { step: 'try', until, changes: 1, message: null }, alert!.told!.id);
    const before = posts.length;
    expect(await run()).toEqual([]);
    expect(posts).toHaveLength(before);
    now += 120_000;
    await declare('HUN', 'support');
    const outcomes = await Promise.all([run(), run(), run()]);
    expect(outcomes.flat().reduce((n, o) => n + o.told, 0)).toBeGreaterThan(1);
    const sent = posts.slice(before);
    expect(new Set(sent.map((p) => p.headers['webhook-id'])).size).toBe(sent.length);
    expect(sent.flatMap((p) => sentences(p.body)).filter((each) => each.startsWith('Hungary'))).toEqual(['Hungary moved from abstract-support to oppose.', 'Hungary moved from oppose to support.']);
    expect(await run()).toMatchObject([{ told: 0 }]);
  });

  test('a private address is refused unless it is allowed, and no failure, list or row of the log names the whole address', async () => {
    const { id } = await add({ webhook: 'http://localhost/T0KEN' });
    await declare('DEU', 'support');
    const before = posts.length;
    const outcomes = await run({ allowPrivate: false });
    expect(outcomes.map((o) => o.failure)).toEqual([expect.stringMatching(/is no port of the web/), expect.stringMatching(/is no public address/)]);
    unwrap(await endAlert(register, id, 'Ana'));
    expect(posts).toHaveLength(before);
    for (const webhook of ['ftp://example.org/', 'https://ana:secret@example.org/', 'no address'])
      expect(await addAlert(register, { question: 'q', author: 'Ana', webhook }, today)).toMatchObject({ ok: false, error: { code: 'fetch-refused' } });
    const [alert] = await register.alerts();
    expect(JSON.stringify([outcomes, shownTarget(alert!), alert!.open])).not.toContain('T0KEN');
    expect(await run({ webhookSecret: undefined })).toMatchObject([{ failure: expect.stringContaining('HOLDOUT_WEBHOOK_SECRET') }]);
    expect(await run()).toMatchObject([{ told: expect.any(Number), failure: null }]);
  });

  test('mail says the change in its subject and the rest in plain text; members and kinds of change are those asked for', async () => {
    unwrap(await endAlert(register, 1, 'Ana'));
    expect((await endAlert(register, 1, 'Ana')).ok).toBe(false);
    await add({ mail: 'desk@example.org' });
    await add({ webhook: address, about: 'outcome' });
    await add({ webhook: address, members: ['Germany'], about: 'positions' });
    const before = posts.length;
    await declare('HUN', 'oppose');
    expect((await run()).map((o) => [o.id, o.told])).toEqual([[3, 2], [4, 1], [5, 0]]);
    expect(mails[0]).toMatch(/^Subject: Holdout: The question is now blocked/m);
    expect(mails[0]).toContain('Hungary moved from support to oppose.');
    expect(posts.slice(before).map((p) => sentences(p.body))).toEqual([[expect.stringMatching(/^The question is now blocked/)]]);
    await declare('DEU', 'oppose');
    expect((await run()).map((o) => [o.id, o.told])).toEqual([[3, 1], [4, 0], [5, 1]]);
    expect((await run({ mail: { server: 'smtp://127.0.0.1:1', from: 'holdout@example.org' } })).every((o) => o.failure === null)).toBe(true);
    await declare('DEU', 'support');
    expect((await run({ mail: { server: 'smtp://127.0.0.1:1', from: 'holdout@example.org' } }))[0]?.failure).toMatch(/^The mail server did not take the alert/);
  });

  test('what cannot be an alert is refused in a sentence', async () => {
    for (const [asked, code] of [
      [{ question: 'x', feed: true }, 'question-unknown'],
      [{ option: 'x', feed: true }, 'option-unknown'],
      [{ feed: true, members: ['Atlantis'] }, 'member-unknown'],
      [{ feed: true, mail: 'desk@example.org' }, 'usage'],
      [{}, 'usage'],
      [{ mail: 'desk@example.org\r\nBcc: all@example.org' }, 'usage'],
      [{ mail: 'desk@example.org,all@example.org' }, 'usage'],
      [{ feed: true, author: ' ' }, 'usage'],
      [{ feed: true, about: 'outcome', members: ['HUN'] }, 'usage'],
    ] as const)
      expect(await addAlert(register, Object.assign({ question: 'q', author: 'Ana' }, asked), today)).toMatchObject({ ok: false, error: { code } });
  });

  test('the API makes, lists, feeds, runs and ends alerts', async () => {
    const api = createApi({ register, today: () => today, alerts: settings });
    const json = async (answer: Response | Promise<Response>): Promise<unknown> => (await answer).json();
    for (const { id } of await register.alerts()) await register.endAlert(id, 'Ana');
    const made = (await json(post(api, '/api/alerts', { question: 'q', feed: true, members: ['HUN'], author: 'Ana' }))) as { id: number };
    expect(made).toMatchObject({ channel: 'feed', target: 'feed', about: 'all', members: ['HUN'], author: 'Ana', toldUntil: null, failure: null });
    expect(await json(post(api, '/api/alerts', { question: 'q', webhook: 'https://hooks.example/T0KEN', author: 'Ana' }))).toMatchObject({ target: 'https://hooks.example/…' });
    expect(await json(post(api, '/api/alerts', { question: 'q', webhook: 'https://hooks.example:25/', author: 'Ana' }))).toMatchObject({ code: 'fetch-refused' });
    expect(await json(post(api, '/api/alerts', { question: 'q', feed: true }))).toMatchObject({ code: 'usage' });
    const list = await (await api.request('/api/alerts?question=q')).text();
    expect(JSON.parse(list)).toHaveLength(2);
    expect(list).not.toContain('T0KEN');
    await declare('HUN', 'conditional');
    await declare('DEU', 'oppose');
    const feed = await api.request(`/api/alerts/${String(made.id)}/feed`);
    expect(feed.headers.get('content-type')).toContain('application/rss+xml');
    const text = await feed.text();
    expect([text.includes('Hungary'), text.includes('Germany')]).toEqual([true, false]);
    expect((await api.request('/api/alerts/999/feed')).status).toBe(404);
    expect(await json(post(api, '/api/alerts/run', {}))).toMatchObject([{ target: 'https://hooks.example/…', told: 0, failure: expect.stringContaining('https://hooks.example/…') }]);
    const end = async (): Promise<number> => (await api.request(`/api/alerts/${String(made.id)}?author=Ana`, { method: 'DELETE' })).status;
    expect([await end(), await end()]).toEqual([200, 404]);
  });

  test('alerts survive backup and restore', async () => {
    const lines: string[] = [];
    await register.dump((line) => Promise.resolve(void lines.push(line)));
    const copy = await openTest(await home.newPlace());
    await copy.load(
      (async function* () {
        yield* lines;
      })(),
    );
    expect(await copy.alerts()).toEqual(await register.alerts());
    await copy.close();
  });
});

test('a plain secret signs as well', () => {
  const headers = signedHeaders('msg_1', '{}', 'plain', new Date(5_000));
  expect(headers).toEqual({ 'webhook-id': 'msg_1', 'webhook-timestamp': '5', 'webhook-signature': `v1,${createHmac('sha256', 'plain').update('msg_1.5.{}').digest('base64')}` });
});
