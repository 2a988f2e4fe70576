import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../../src/api/api.js';
import { createApi } from '../../src/api/create-api.js';
import { makeToken, putAccount } from '../../src/app/accounts/accounts.js';
import { unwrap } from '../../src/domain/unwrap.js';
import type { Register } from '../../src/register/index.js';
import { smallRegister, today } from '../api/helpers.js';
import { filled, ROUTES, type Route } from '../api/valid-requests.js';
import { homes } from '../register/homes.js';

/**
 * Who may do what, said once more and by hand: a new route must be added here, so that nobody opens one by oversight. `nobody` needs no
 * account, `reader` any, and what changes the register a reviewer or an admin.
 */
const NEEDS: Readonly<Record<string, 'nobody' | 'reader' | 'reviewer' | 'admin'>> = {
  'get /api/session': 'nobody', 'post /api/session': 'nobody', 'delete /api/session': 'nobody', 'post /api/session/password': 'reader',
  'get /api/accounts': 'admin', 'post /api/accounts': 'admin', 'get /api/tokens': 'reader', 'post /api/tokens': 'reader', 'delete /api/tokens/{id}': 'reader', 'get /api/audit': 'reader',
  'post /api/questions': 'reviewer', 'post /api/questions/preview': 'reader', 'post /api/questions/preview/count': 'reader',
  'post /api/documents/{id}/erasure': 'admin', 'post /api/questions/{id}/documents': 'reviewer', 'post /api/questions/{id}/addresses': 'reviewer',
  'post /api/questions/{id}/decisions': 'reviewer', 'post /api/questions/{id}/whatifs': 'reviewer', 'post /api/questions/{id}/forecasts': 'reviewer', 'post /api/questions/{id}/resolutions': 'reviewer',
  'post /api/questions/{id}/bargain': 'reader', 'post /api/bargain': 'reader', 'post /api/questions/{id}/influence': 'reader', 'post /api/questions/{id}/plan': 'reader', 'post /api/questions/{id}/tradeoffs': 'reader', 'post /api/questions/{id}/prior': 'reader',
  'post /api/example': 'reviewer', 'post /api/sources': 'reviewer', 'delete /api/sources': 'reviewer', 'post /api/sources/check': 'reviewer', 'post /api/sources/retry': 'reviewer',
  'post /api/alerts': 'reviewer', 'delete /api/alerts/{id}': 'reviewer', 'post /api/alerts/run': 'reviewer',
};
const NOW = new Date('2026-02-01T00:00:00Z');
const endsToken = ({ method, path }: Route): boolean => method === 'delete' && path === '/api/session';
const RANK = { nobody: 0, reader: 1, reviewer: 2, admin: 3 } as const;
const needed = ({ method, path }: { method: string; path: string }): keyof typeof RANK | undefined => NEEDS[`${method} ${path}`] ?? (method === 'get' ? 'reader' : undefined);

/** Whether an answer refuses for want of a role, and not for what was asked. */
async function isRefused(answer: Response): Promise<boolean> {
  if (answer.status === 403) return true;
  return answer.status === 401 && !((await answer.json()) as { detail: string }).detail.startsWith('Name and password');
}

describe('every route, by every role', () => {
  const [home] = homes;
  let register: Register;
  let api: Api;
  let document = '';
  let signal = '';
  let tried = 0;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    register = await smallRegister(home!);
    api = createApi({ register, today: () => today, now: () => NOW });
    for (const [name, role] of [['Ada', 'admin'], ['Rex', 'reviewer'], ['Rita', 'reader'], ['Gone', 'reviewer']] as const) {
      // Not the password of the requests: changing it would end every token.
      unwrap(await putAccount(register, name, role, 'a wrong horse battery', 'test'));
      tokens[name] = unwrap(await makeToken(register, name, 'test', 30, NOW)).secret;
    }
    unwrap(await putAccount(register, 'Gone', 'none', undefined, 'test'));
    document = (await register.documents())[0]?.id ?? '';
    signal = (await register.signals({ question: 'q' }))[0]?.id ?? '';
  });
  afterAll(async () => {
    await register.close();
    await home!.close();
  });

  const ask = async (method: string, path: string, who: string | null, body?: object): Promise<Response> => {
    tried += 1;
    return api.request(path, {
      method: method.toUpperCase(),
      headers: { ...(who === null ? {} : { Authorization: `Bearer ${tokens[who] ?? who}` }), ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body).replaceAll('DOCUMENT', document).replaceAll('SIGNAL', signal) } : {}),
    });
  };
  const at = (path: string): string => filled(path, { id: path.includes('/documents/{id}') ? document : path.includes('/tokens/') ? 'f'.repeat(16) : 'q' });

  test('every route that changes something has its role here', () => {
    expect(ROUTES.filter((route) => needed(route) === undefined).map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  test.each(['nobody', 'ended', 'invented', 'Rita', 'Rex', 'Ada'])('%s may do what the table says, and nothing else', async (who) => {
    const rank = { nobody: 0, ended: 0, invented: 0, Rita: 1, Rex: 2, Ada: 3 }[who] ?? 0;
    const token = { nobody: null, ended: 'Gone', invented: 'hot_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }[who];
    const wrong: string[] = [];
    // Signing out comes last: it ends the token that asks for it.
    for (const route of [...ROUTES.filter((r) => !endsToken(r)), ...ROUTES.filter(endsToken)]) {
      if (route.path.endsWith('/events') && rank > 0) continue;
      for (const body of route.bodies.length > 0 ? route.bodies.slice(0, 1) : [undefined]) {
        const answer = await ask(route.method, at(route.path), token === undefined ? who : token, body);
        const may = rank >= RANK[needed(route) ?? 'admin'];
        if ((await isRefused(answer)) === may) wrong.push(`${route.method} ${route.path}: ${String(answer.status)}`);
      }
    }
    expect(wrong).toEqual([]);
    if (token === undefined) tokens[who] = unwrap(await makeToken(register, who, 'another', 30, NOW)).secret;
  }, 60_000);

  test('no other method, spelling of a path or half of a secret opens what a reader may not', async () => {
    const secret = tokens['Ada'] ?? '';
    for (const path of ['/api//accounts', '/api/accounts/', '/api/./accounts', '/api/questions/../accounts', '/API/accounts', '/api/%61ccounts', '/api/accounts%2f', '/api/accounts?x=/api/session', '/api/accounts;x', '/%61pi/accounts', '/api/accounts%00', '/api\\accounts', '//api/accounts', '/api/session/../accounts']) {
      for (const who of [null, 'Rita', 'Rex']) for (const method of ['get', 'head']) {
        const answer = await ask(method, path, who);
        expect([path, who, method, answer.ok && (await answer.text()).includes('Ada')]).toEqual([path, who, method, false]);
      }
    }
    for (const { path } of ROUTES) for (const method of ['put', 'patch', 'trace', 'propfind']) for (const who of [null, 'Rita']) expect((await ask(method, at(path), who).catch(() => ({ ok: false }))).ok).toBe(false);
    for (const half of [secret.slice(0, -1), `${secret}x`, secret.toUpperCase(), ` ${secret}x`, '', 'undefined', 'null', '*', `${secret},${secret}`]) expect((await ask('get', '/api/questions', half)).status).toBe(401);
  });

  test('a person’s own things are no other’s: tokens are neither seen nor ended, decisions carry the name that signed in', async () => {
    const listed = async (who: string): Promise<{ id: string; name: string }[]> => (await ask('get', '/api/tokens', who)).json() as Promise<{ id: string; name: string }[]>;
    const [rex, ada] = [(await listed('Rex')).find((t) => t.name === 'Rex'), (await listed('Ada')).find((t) => t.name === 'Ada')];
    expect((await listed('Rita')).every((t) => t.name === 'Rita')).toBe(true);
    for (const id of [rex?.id, ada?.id]) expect((await ask('delete', `/api/tokens/${id ?? ''}`, 'Rita')).status).toBe(404);
    expect((await ask('get', '/api/questions', 'Rex')).status).toBe(200);
    await ask('post', '/api/questions/q/decisions', 'Rex', { action: 'declare', member: 'USA', stance: 'support', author: 'Ada', note: 'not she' });
    await ask('post', '/api/questions/q/whatifs', 'Rex', { name: 'theirs', author: 'Ada', supposes: { met: 'war-over' } });
    await ask('post', '/api/questions/q/forecasts', 'Rex', { probability: 0.2, author: 'Ada' });
    const authors = async (path: string, field: (answer: never) => unknown): Promise<unknown> => field((await (await ask('get', path, 'Ada')).json()) as never);
    expect(await authors('/api/questions/q/decisions', (d: { author: string; note: string }[]) => d.find((x) => x.note === 'not she')?.author)).toBe('Rex');
    expect(await authors('/api/questions/q/whatifs', (w: { author: string; name: string }[]) => w.find((x) => x.name === 'theirs')?.author)).toBe('Rex');
    expect(await authors('/api/questions/q/forecasts', (f: { forecasts: { author: string }[] }) => f.forecasts.at(-1)?.author)).toBe('Rex');
  });

  test('so many requests were tried', () => {
    expect(tried).toBeGreaterThan(900);
  });
});
