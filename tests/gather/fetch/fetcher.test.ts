import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { Fetcher, type FetcherOptions } from '../../../src/gather/fetch/fetcher.js';
import type { FetchOutcome, Validators } from '../../../src/gather/fetch/outcome.js';
import { send, startServer, type Answer, type TestServer } from './server.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});
const serve = async (routes: Readonly<Record<string, Answer>>): Promise<TestServer> => {
  const server = await startServer(routes);
  open.push(server);
  return server;
};
/** Private addresses allowed, pauses short. */
const fetcher = (options: FetcherOptions = {}): Fetcher => {
  const made = new Fetcher({
    allowPrivate: true,
    ...options,
    limits: { hostDelayMs: 0, backoffMs: 1, totalMs: 5_000, ...options.limits },
  });
  open.push(made);
  return made;
};
const failure = (outcome: FetchOutcome): string => {
  if (outcome.kind !== 'failed') throw new Error(`expected a failure, got ${outcome.kind}`);
  expect(outcome.failure.message).toMatch(/^[^\n]*[^.\n]\.$/);
  return `${outcome.failure.code}: ${outcome.failure.message}`;
};
const bodyOf = (outcome: FetchOutcome): string => {
  if (outcome.kind !== 'fetched') throw new Error(`expected a body, got ${JSON.stringify(outcome)}`);
  return Buffer.from(outcome.bytes).toString();
};

describe('addresses that are not of the public Internet', () => {
  const closed = (options: FetcherOptions = {}): Fetcher => {
    const made = new Fetcher({ ...options, limits: { hostDelayMs: 0, tries: 1 } });
    open.push(made);
    return made;
  };
  test('a loopback server is never connected to, whatever it is called', async () => {
    const { url, asked } = await serve({ '/': send('secret') });
    const port = new URL(url('/')).port;
    // The port is not the matter here: the addresses are refused under any.
    for (const host of [
      '127.0.0.1',
      '127.1',
      '2130706433',
      '[::1]',
      '[::ffff:127.0.0.1]',
      'localhost',
      '10.0.0.1',
      '169.254.169.254',
      '[fe80::1]',
      '[fd00::1]',
    ])
      expect(failure(await closed().fetch(`http://${host}/`))).toMatch(
        /^fetch-refused: .*no address of the public Internet; --allow-private/,
      );
    expect(failure(await closed().fetch(`http://127.0.0.1:${port}/`))).toMatch(/^fetch-refused: .*port/);
    expect(asked).toEqual([]);
  });
  test('a name that leads to a private address is refused, even beside a public one', async () => {
    const resolve = async (host: string) =>
      host === 'mixed.example'
        ? [
            { address: '93.184.216.34', family: 4 },
            { address: '10.0.0.1', family: 4 },
          ]
        : [{ address: '::ffff:127.0.0.1', family: 6 }];
    expect(failure(await closed({ resolve }).fetch('http://mixed.example/'))).toMatch(
      /^fetch-refused: http:\/\/mixed\.example\/ .*mixed\.example is at 10\.0\.0\.1/,
    );
    expect(failure(await closed({ resolve }).fetch('https://mapped.example/'))).toMatch(
      /^fetch-refused: .*is at ::ffff:127\.0\.0\.1/,
    );
  });
  test('a name is looked up for each connection, so one that changes its mind is refused too', async () => {
    const answers = ['192.0.2.1', '127.0.0.1'];
    let asked = 0;
    const resolve = async () => [{ address: answers[asked++] ?? '127.0.0.1', family: 4 }];
    const one = closed({ resolve });
    expect(failure(await one.fetch('http://moving.example/'))).toMatch(/192\.0\.2\.1|127\.0\.0\.1/);
    expect(failure(await one.fetch('http://moving.example/'))).toMatch(/is at 127\.0\.0\.1/);
    expect(asked).toBeGreaterThan(2);
  });
  test('a redirect to an address that is no web address, or with a password, is refused', async () => {
    for (const location of [
      'file:///etc/passwd',
      'gopher://127.0.0.1/',
      'http://root:toor@127.0.0.1/',
      'http://[bad/',
    ]) {
      const { url } = await serve({ '/': send('', { Location: location }, 302) });
      expect(failure(await fetcher().fetch(url('/')))).toMatch(/^fetch-refused/);
    }
  });
  test('the switch allows them', async () => {
    const { url } = await serve({ '/': send('open') });
    expect(bodyOf(await fetcher().fetch(url('/')))).toBe('open');
  });
});

describe('limits', () => {
  test('redirects are followed to an end, and no further than five', async () => {
    const { url } = await serve({
      '/a': send('', { Location: '/b' }, 301),
      '/b': send('', { Location: '/c?x=1#y' }, 307),
      '/c?x=1': send('here'),
      '/loop': send('', { Location: '/loop' }, 302),
    });
    expect(await fetcher().fetch(url('/a'))).toMatchObject({ kind: 'fetched', address: url('/c?x=1') });
    expect(failure(await fetcher().fetch(url('/loop')))).toMatch(/redirected more than 5 times/);
  });
  test('a body beyond the limit is cut off: as sent, as unpacked, and as announced', async () => {
    let sent = 0;
    const { url } = await serve({
      '/endless': (_request, response) => {
        response.writeHead(200);
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, 'a'))) sent += 65_536;
        };
        response.on('drain', more);
        more();
      },
      '/bomb': send(gzipSync(Buffer.alloc(5_000_000)), { 'Content-Encoding': 'gzip' }),
      '/brotli': send(brotliCompressSync(Buffer.alloc(5_000_000)), { 'Content-Encoding': 'br' }),
      '/fits': send(gzipSync('a'.repeat(900_000)), { 'Content-Encoding': 'gzip' }),
    });
    const one = fetcher({ limits: { bytes: 1_000_000 } });
    for (const path of ['/endless', '/bomb', '/brotli'])
      expect(failure(await one.fetch(url(path)))).toMatch(/^input-too-large: .*more than 1\.0 MB, so it was cut off/);
    expect(sent).toBeLessThan(30_000_000);
    expect(bodyOf(await one.fetch(url('/fits')))).toHaveLength(900_000);
  });
  test('a server that never ends, or never begins, is cut off by time', async () => {
    const { url } = await serve({
      '/silent': () => undefined,
      '/drip': (_request, response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write('.'), 20);
        response.on('close', () => clearInterval(timer));
      },
    });
    const one = fetcher({ limits: { totalMs: 300, tries: 1 } });
    expect(failure(await one.fetch(url('/silent')))).toMatch(/^fetch-failed: .*took longer than/);
    expect(failure(await one.fetch(url('/drip')))).toMatch(/^fetch-failed: .*took longer than/);
  });
  test('a server that lies about length, encoding or coding costs a sentence', async () => {
    const { url } = await serve({
      '/short': (_request, response) => {
        response.writeHead(200, { 'Content-Length': '1000' });
        response.write('only this');
        setTimeout(() => response.destroy(), 20);
      },
      '/not-gzip': send('plain', { 'Content-Encoding': 'gzip' }),
      '/cut-gzip': send(gzipSync('a long text that is cut').subarray(0, 15), { 'Content-Encoding': 'gzip' }),
      '/zstd': send('x', { 'Content-Encoding': 'zstd' }),
      '/headers': (_request, response) => {
        response.writeHead(200, { 'X-Long': 'a'.repeat(60_000) }).end();
      },
    });
    const one = fetcher({ limits: { tries: 1 } });
    expect(failure(await one.fetch(url('/short')))).toMatch(/^fetch-failed: .*(broke the connection|less or more)/);
    expect(failure(await one.fetch(url('/not-gzip')))).toMatch(/packed and damaged/);
    expect(failure(await one.fetch(url('/cut-gzip')))).toMatch(/packed and damaged/);
    expect(failure(await one.fetch(url('/zstd')))).toMatch(/not asked for/);
    expect(failure(await one.fetch(url('/headers')))).toMatch(/^fetch-failed/);
  });
});

describe('manners', () => {
  test('a robots.txt is obeyed, asked for once, and matched by our name', async () => {
    const { url, asked } = await serve({
      '/robots.txt': send('User-agent: *\nDisallow: /\n\nUser-agent: Holdout\nDisallow: /private\n'),
      '/a': send('a'),
      '/private/b': send('b'),
      '/c': send('', { Location: '/private/b' }, 302),
    });
    const one = fetcher();
    expect(bodyOf(await one.fetch(url('/a')))).toBe('a');
    expect(failure(await one.fetch(url('/private/b')))).toMatch(
      /^fetch-refused: .*robots\.txt of 127\.0\.0\.1:\d+ asks/,
    );
    expect(failure(await one.fetch(url('/c')))).toMatch(/robots\.txt/);
    expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/c']);
    expect(asked[1]?.headers['user-agent']).toBe('Holdout/0.1 (reads news coverage; obeys robots.txt)');
  });
  test('a robots.txt that cannot be read holds the host back; it is asked for again later', async () => {
    let now = 1_000_000;
    const { url, asked } = await serve({
      '/robots.txt': (_q, r, count) => void r.writeHead(count <= 2 ? 503 : 404).end(),
      '/a': send('a'),
    });
    const one = fetcher({ limits: { tries: 2 }, pace: { now: () => now, sleep: async (ms) => void (now += ms) } });
    expect(failure(await one.fetch(url('/a')))).toMatch(/^fetch-failed: .*\/a waits for its host's robots\.txt: .*503/);
    expect(failure(await one.fetch(url('/a')))).toMatch(/waits/);
    now += 300_001;
    expect(bodyOf(await one.fetch(url('/a')))).toBe('a');
    expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/robots.txt', '/robots.txt', '/a']);
  });
  test('one request at a time to a host, with the pause it asks for', async () => {
    let now = 0;
    const slept: number[] = [];
    let under = 0;
    let most = 0;
    const slow: Answer = (_request, response) => {
      under += 1;
      most = Math.max(most, under);
      setTimeout(() => {
        under -= 1;
        response.end('x');
      }, 20);
    };
    const { url } = await serve({
      '/robots.txt': send('User-agent: *\nCrawl-delay: 7\n'),
      '/1': slow,
      '/2': slow,
      '/3': slow,
    });
    const one = fetcher({
      limits: { hostDelayMs: 500 },
      pace: {
        now: () => now,
        sleep: async (ms) => {
          slept.push(ms);
          now += ms;
        },
      },
    });
    await Promise.all(['/1', '/2', '/3'].map((path) => one.fetch(url(path))));
    expect(most).toBe(1);
    expect(slept).toEqual([500, 7_000, 7_000]);
  });
  test('troubles that pass are tried again with growing pauses, lasting ones are not', async () => {
    const slept: number[] = [];
    let now = 0;
    const { url, asked } = await serve({
      '/flaky': (_q, r, count) => void r.writeHead(count < 3 ? 503 : 200).end('at last'),
      '/busy': (_q, r, count) => void (count === 1 ? r.writeHead(429, { 'Retry-After': '30' }).end() : r.end('now')),
      '/later': (_q, r) => void r.writeHead(503, { 'Retry-After': '86400' }).end(),
      '/gone': send('', {}, 410),
    });
    const one = fetcher({
      seed: 7,
      limits: { backoffMs: 1_000 },
      pace: {
        now: () => now,
        sleep: async (ms) => {
          slept.push(ms);
          now += ms;
        },
      },
    });
    expect(bodyOf(await one.fetch(url('/flaky')))).toBe('at last');
    const [first = 0, second = 0] = slept.splice(0);
    expect(first).toBeGreaterThanOrEqual(500);
    expect(first).toBeLessThan(1_500);
    expect(second).toBeGreaterThanOrEqual(1_000);
    expect(second).toBeLessThan(3_000);
    expect(bodyOf(await one.fetch(url('/busy')))).toBe('now');
    expect(slept.splice(0)).toEqual([30_000]);
    expect(await one.fetch(url('/later'))).toMatchObject({ kind: 'failed', isPermanent: false, status: 503 });
    expect(await one.fetch(url('/gone'))).toMatchObject({
      kind: 'failed',
      isPermanent: true,
      status: 410,
      failure: { message: expect.stringMatching(/410 \(Gone\)/) },
    });
    expect(asked.filter(({ path }) => path === '/later' || path === '/gone')).toHaveLength(2);
  });
  test('the same seed gives the same pauses', async () => {
    const pauses = async (seed: number): Promise<number[]> => {
      const slept: number[] = [];
      let now = 0;
      const { url } = await serve({ '/': (_q, r) => void r.writeHead(503).end() });
      await fetcher({
        seed,
        limits: { backoffMs: 1_000 },
        pace: {
          now: () => now,
          sleep: async (ms) => {
            slept.push(ms);
            now += ms;
          },
        },
      }).fetch(url('/'));
      return slept;
    };
    expect(await pauses(1)).toEqual(await pauses(1));
    expect(await pauses(1)).not.toEqual(await pauses(2));
  });
  test('an answer that did not change is not sent again', async () => {
    const { url } = await serve({
      '/': (request, response) => {
        if (
          request.headers['if-none-match'] === '"v1"' &&
          request.headers['if-modified-since'] === 'Fri, 18 Oct 2024 10:00:00 GMT'
        )
          response.writeHead(304).end();
        else
          response
            .writeHead(200, {
              ETag: '"v1"',
              'Last-Modified': 'Fri, 18 Oct 2024 10:00:00 GMT',
              'Content-Type': 'text/html; charset=ISO-8859-1',
            })
            .end('x');
      },
    });
    const one = fetcher();
    const first = await one.fetch(url('/'));
    expect(first).toMatchObject({ kind: 'fetched', etag: '"v1"', mediaType: 'text/html', charset: 'ISO-8859-1' });
    expect(await one.fetch(url('/'), first as Validators)).toEqual({ kind: 'unchanged' });
  });
  test('closing ends what is under way', async () => {
    const { url } = await serve({ '/': () => undefined });
    const one = fetcher();
    const pending = one.fetch(url('/'));
    setTimeout(() => void one.close(), 50);
    await expect(pending).rejects.toThrow('the fetcher is closed');
  });
});
