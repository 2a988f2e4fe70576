import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel } from '../../src/app/alerts/deliver.js';
import { signedHeaders } from '../../src/app/alerts/message.js';
import { sendAlerts, type Told } from '../../src/app/alerts/send-alerts.js';
import { declarePosition } from '../../src/app/review/decide.js';
import { unwrap } from '../../src/domain/unwrap.js';
import type { Register } from '../../src/register/index.js';
import { day, openTest, question, state } from '../register/helpers.js';
import { homes } from '../register/homes.js';

const today = day('2024-12-31');
const SECRET = 'whsec_c2VjcmV0IHNlY3JldCBzZWNyZXQ=';

describe.each(homes.filter(({ available }) => available))('alerts from a register $name', (home) => {
  let register: Register;
  let receiver: Server;
  let mailServer: SMTPServer;
  const posts: { headers: Record<string, string | string[] | undefined>; body: string }[] = [];
  const mails: string[] = [];
  const answers: number[] = [];
  let since: Date | null = null;
  const told = (): Told => ({ since, keep: (until) => Promise.resolve(void (since = until)) });
  let webhook: Channel;
  let mail: Channel;
  let now = Date.parse('2026-01-01T00:00:00Z');

  beforeAll(async () => {
    register = await openTest(await home.newPlace(), { clock: () => new Date((now += 1_000)) });
    await register.putQuestion(question('q', { members: ['HUN', 'DEU'].map(state) }));
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
    webhook = { kind: 'webhook', address: `http://127.0.0.1:${port(receiver)}/in`, secret: SECRET, allowPrivate: true };
    mail = { kind: 'mail', to: 'desk@example.org', from: 'holdout@example.org', server: `smtp://127.0.0.1:${port(mailServer.server)}` };
  });
  afterAll(async () => {
    receiver.close();
    await new Promise<void>((done) => { mailServer.close(() => { done(); }); });
    await register.close();
    await home.close();
  });
  const declare = async (member: string, stance: string): Promise<number> => unwrap(await declarePosition(register, 'q', { member, stance }, { author: 'Ana', note: 'told me' }));
  const send = (channel: Channel) => sendAlerts(register, 'q', undefined, channel, told(), today, 1);

  test('the first run only notes where to begin; then each change is told once, signed, through failures of the receiver', async () => {
    expect(unwrap(await send(webhook))).toBe(0);
    await declare('HUN', 'oppose');
    answers.push(503, 429);
    expect(unwrap(await send(webhook))).toBe(2);
    expect(posts).toHaveLength(3);
    const [first, , last] = posts;
    expect(last?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    const message = JSON.parse(last!.body) as { changes: { sentence: string }[] };
    expect(message.changes.map((c) => c.sentence)).toEqual([expect.stringMatching(/^The question is now blocked: /), 'Hungary is now read as oppose; nothing was known before.']);
    const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature } = last!.headers;
    const wanted = createHmac('sha256', Buffer.from(SECRET.slice(6), 'base64')).update(`${String(id)}.${String(time)}.${last!.body}`).digest('base64');
    expect(signature).toBe(`v1,${wanted}`);
    expect(unwrap(await send(webhook))).toBe(0);
    expect(posts).toHaveLength(3);
  });
  test('what could not be delivered is told by the next run', async () => {
    await declare('HUN', 'conditional');
    answers.push(400);
    expect(await send(webhook)).toMatchObject({ ok: false, error: { message: 'The webhook answered 400.' } });
    answers.push(500, 500, 500, 500);
    expect((await send(webhook)).ok).toBe(false);
    expect(unwrap(await send(webhook))).toBe(1);
    expect(posts.at(-1)?.body).toContain('Hungary moved from oppose to conditional.');
  });
  test('a private address is refused unless it is allowed', async () => {
    await declare('DEU', 'support');
    const before = posts.length;
    for (const address of [(webhook as { address: string }).address, 'http://localhost/in', 'http://169.254.169.254/latest', 'ftp://example.org/'])
      expect(await send({ kind: 'webhook', address, secret: SECRET, allowPrivate: false })).toMatchObject({ ok: false, error: { code: 'fetch-refused' } });
    expect(posts).toHaveLength(before);
  });
  test('mail says the change in its subject and the rest in plain text, and adoption is told', async () => {
    expect(unwrap(await send(mail))).toBe(1);
    expect(mails[0]).toMatch(/^Subject: Holdout: Germany is now read as support/m);
    await declare('HUN', 'support');
    expect(unwrap(await send(mail))).toBe(2);
    expect(mails[1]).toMatch(/^Subject: Holdout: The question is now adoptable/m);
    expect(mails[1]).toContain('Hungary moved from conditional to support.');
    await declare('HUN', 'oppose');
    expect(await send({ ...mail, server: 'smtp://127.0.0.1:1' } as Channel)).toMatchObject({ ok: false, error: { code: 'fetch-failed' } });
  });
});

test('a plain secret signs as well', () => {
  const headers = signedHeaders('msg_1', '{}', 'plain', new Date(5_000));
  expect(headers).toEqual({ 'webhook-id': 'msg_1', 'webhook-timestamp': '5', 'webhook-signature': `v1,${createHmac('sha256', 'plain').update('msg_1.5.{}').digest('base64')}` });
});
