import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as rawRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../../src/api/api.js';
import { createApi } from '../../src/api/create-api.js';
import { servePage } from '../../src/api/serve-page.js';
import { startServer, type RunningServer } from '../../src/api/start-server.js';
import { makeToken, putAccount } from '../../src/app/accounts/accounts.js';
import { unwrap } from '../../src/domain/unwrap.js';
import type { Register } from '../../src/register/index.js';
import { apiOf, failingRegister, post, smallRegister, today } from '../api/helpers.js';
import { filled, ROUTES } from '../api/valid-requests.js';
import { homes } from '../register/homes.js';

const [home] = homes;
const NOW = new Date('2026-02-01T00:00:00Z');
const PASSWORD = 'correct horse battery';
let register: Register;
let api: Api;
let token = '';
beforeAll(async () => {
  register = await smallRegister(home!);
  unwrap(await putAccount(register, 'Ada', 'admin', PASSWORD, 'test'));
  token = unwrap(await makeToken(register, 'Ada', 'test', 30, NOW)).secret;
  api = createApi({ register, today: () => today, now: () => NOW });
});
afterAll(async () => {
  await register.close();
  await home!.close();
});

describe('cross-site requests', () => {
  const writes = ROUTES.filter(({ method }) => method !== 'get');
  const FOREIGN: Readonly<Record<string, string>>[] = [
    { Origin: 'https://evil.example' }, { Origin: 'http://localhost.evil.example' }, { Origin: 'http://evil.example#localhost' }, { Origin: 'http://localhost:81' }, { Origin: 'null' }, { Origin: '' }, { Origin: 'localhost' }, { Origin: 'http://[::1]' }, { Origin: 'file://' }, { Origin: 'http://localhost, http://evil.example' },
    { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }, { Origin: 'http://localhost', 'Sec-Fetch-Site': 'cross-site' },
  ];
  test('no write of a page elsewhere is taken, by any route and any type of body', async () => {
    const broken = apiOf(failingRegister(new Error('the register was asked')));
    let tried = 0;
    for (const { method, path } of writes)
      for (const headers of FOREIGN)
        for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
          tried += 1;
          const answer = await broken.request(`http://localhost${filled(path, { id: 'q' })}`, { method: method.toUpperCase(), headers: { host: 'localhost', 'Content-Type': type, ...headers }, body: '{}' });
          expect([method, path, headers, type, answer.status]).toEqual([method, path, headers, type, 403]);
        }
    expect(tried).toBeGreaterThanOrEqual(1_000);
  });
});

describe('session fixation', () => {
  test('a session that somebody set before the sign-in is never the one signed in to', async () => {
    for (const planted of ['attacker', 'a'.repeat(43), token.slice(4)]) for (const name of ['holdout-session', '__Host-holdout-session']) {
      const signed = await post(api, '/api/session', { name: 'Ada', password: PASSWORD }, { Cookie: `${name}=${planted}` });
      const own = /^holdout-session=([^;]+)/.exec(signed.headers.get('set-cookie') ?? '')?.[1] ?? '';
      expect([signed.status, own.length > 40, own === planted]).toEqual([201, true, false]);
      expect((await api.request('/api/questions', { headers: { Cookie: `${name}=${planted}` } })).status).toBe(401);
      expect((await api.request('/api/questions', { headers: { Cookie: `holdout-session=${own}` } })).status).toBe(200);
    }
  });
});

describe('header injection', () => {
  const BREAKS = ['\r\nX-Evil: 1', '\nX-Evil: 1', '\rX-Evil: 1', '\u2028X-Evil: 1', '\u0085X-Evil: 1', '\u560a\u560dX-Evil: 1', '%0d%0aX-Evil: 1', '"\r\nX-Evil: 1', '; filename=evil', '\0X-Evil: 1'];
  test('no parameter becomes a header, in any route', async () => {
    let tried = 0;
    for (const { method, path, query } of ROUTES.filter((r) => r.method === 'get' && !r.path.endsWith('/events'))) {
      for (const broken of BREAKS) {
        for (const address of [filled(path, { id: `q${broken}`, member: `HUN${broken}`, table: `signals${broken}`, body: `nato${broken}` }), `${filled(path, { id: 'q' })}?${query.map((name) => `${name}=${encodeURIComponent(broken)}`).join('&')}`]) {
          tried += 1;
          const answer = await api.request(address, { method, headers: { Authorization: `Bearer ${token}` } });
          for (const [name, value] of answer.headers) expect([address, name, /evil/i.test(name) || /[\r\n\0]/.test(value)]).toEqual([address, name, false]);
          expect([address, answer.status < 500]).toEqual([address, true]);
        }
      }
    }
    expect(tried).toBeGreaterThanOrEqual(600);
  }, 60_000);
});

describe('on the wire', () => {
  let folder: string;
  let server: RunningServer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'holdout-page-'));
    mkdirSync(join(folder, 'page/assets'), { recursive: true });
    writeFileSync(join(folder, 'page/index.html'), 'the page');
    writeFileSync(join(folder, 'page/assets/a.js'), 'the script');
    writeFileSync(join(folder, 'secret.js'), 'the secret');
    writeFileSync(join(folder, 'page-secret.json'), 'the secret');
    const served = createApi({ register, today: () => today, now: () => NOW }, { hosts: ['127.0.0.1', 'localhost', '[::1]'] });
    servePage(served, join(folder, 'page'));
    server = await startServer(served, '127.0.0.1', 0);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  /** A request as it stands, without what a client would tidy. */
  const send = (path: string, host = '127.0.0.1', headers: Readonly<Record<string, string>> = {}): Promise<{ status: number; body: string }> =>
    new Promise((done, fail) => {
      const asked = rawRequest({ host: '127.0.0.1', port: Number(new URL(server.address).port), path, headers: { host, ...headers } }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part: string) => (body += part)).on('end', () => done({ status: answer.statusCode ?? 0, body }));
      });
      asked.on('error', fail).end();
    });

  test('path traversal: no spelling of a path leaves the page’s folder', async () => {
    expect(await send('/assets/a.js')).toEqual({ status: 200, body: 'the script' });
    const ups = ['..', '%2e%2e', '.%2e', '%2e.', '%252e%252e', '..;', '...', '%c0%ae%c0%ae', '%uff0e%uff0e', '．．'];
    const slashes = ['/', '%2f', '%2F', '\\', '%5c', '//', '/./', '%252f', '%c0%af'];
    const ends = ['secret.js', 'page-secret.json', 'secret.js%00.js', 'etc/passwd', 'secret.js?x=.js', 'secret.js#.js', 'secret.js/.'];
    let tried = 0;
    for (const up of ups) for (const slash of slashes) for (const end of ends) for (const start of ['/', '/assets/', `/assets${slash}${up}${slash}`]) {
      tried += 1;
      const { body } = await send(encodeURI(`${start}${up}${slash}${end}`).replace(/%25/g, '%').replace(/%(?![0-9a-f]{2})/gi, '%25'));
      expect([start, up, slash, end, body.includes('secret'), body.includes('root:')]).toEqual([start, up, slash, end, false, false]);
    }
    for (const end of ['-secret.json', '/../page-secret.json', '/..%2fpage-secret.json']) expect((await send(end)).body).not.toContain('secret');
    expect(tried).toBe(1_890);
  }, 60_000);

  test('DNS rebinding: the loopback server answers under its own names alone', async () => {
    for (const host of ['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.evil.example', 'evil.example#localhost', 'localhost@evil.example', '0.0.0.0', '127.1', '2130706433', '10.0.0.1', '[::ffff:127.0.0.1]', 'LOCALHOST.evil.example', 'localhost,evil.example', 'localhost:80:evil'])
      expect([host, [400, 421].includes((await send('/api/openapi.json', host)).status)]).toEqual([host, true]);
    expect((await send('/api/openapi.json', 'localhost:4173')).status).toBe(200);
    for (const name of ['X-Forwarded-Host', 'Forwarded', 'X-Original-URL', 'X-Rewrite-URL', 'X-HTTP-Method-Override']) expect((await send('/api/accounts', 'localhost', { [name]: name === 'X-HTTP-Method-Override' ? 'DELETE' : '/api/session' })).status).toBe(401);
  });
});
