import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { follow } from '../../src/app/follow/follow.js';
import { followRound, type FollowEvent } from '../../src/app/follow/follow-round.js';
import { listFailed, listSources, retryFailed } from '../../src/app/follow/list-sources.js';
import { Fetcher } from '../../src/gather/fetch/fetcher.js';
import type { Register } from '../../src/register/index.js';
import { day, newFolder, openTest, question, removeFolders } from '../register/helpers.js';
import { send, startServer, type Answer, type TestServer } from '../gather/fetch/server.js';

const HOUR = 3_600_000;
const START = Date.parse('2024-10-20T00:00:00Z');
let now = START;
let register: Register;
let fetcher: Fetcher;
const servers: TestServer[] = [];
let asked = 0;
let id = '';
beforeAll(async () => {
  register = await openTest(newFolder(), { clock: () => new Date(now) });
});
beforeEach(async () => {
  // Each test has a question and days of its own in one register, whose time never runs backwards.
  asked += 1;
  id = `q${asked}`;
  now = START + asked * 100 * 24 * HOUR;
  await register.putQuestion(question(id));
  fetcher = new Fetcher({ allowPrivate: true, limits: { hostDelayMs: 0, tries: 1, totalMs: 2_000 } });
});
afterEach(async () => {
  await fetcher.close();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(async () => {
  await register.close();
  removeFolders();
});

const serve = async (routes: Readonly<Record<string, Answer>>): Promise<TestServer> => {
  const server = await startServer(routes);
  servers.push(server);
  return server;
};
const page = (title: string, text: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;
const rss = (...paths: string[]): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title>${paths.map((path) => `<item><title>On ${path}</title><link>${path}</link><pubDate>Fri, 18 Oct 2024 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>${'The feed says it all. '.repeat(40)}</p>]]></content:encoded></item>`).join('')}</channel></rss>`;
const feed = (body: string): Answer => send(body, { 'Content-Type': 'application/rss+xml' });
const round = async (signal = new AbortController().signal): Promise<FollowEvent[]> => {
  const events: FollowEvent[] = [];
  await followRound({
    register,
    question: question(id),
    fetcher,
    now: () => new Date(now),
    today: () => day('2024-10-20'),
    signal,
    say: (event) => void events.push(event),
  });
  return events;
};
const kinds = (events: readonly FollowEvent[]): string[] =>
  events.map(({ kind, address }) => `${kind} ${new URL(address).pathname}`);

describe('a round', () => {
  test('reads the articles that a feed names, with the facts the pages lack, and asks for none of them twice', async () => {
    const server = await serve({
      '/feed': (request, response) =>
        void (request.headers['if-none-match'] === '"1"'
          ? response.writeHead(304).end()
          : response.writeHead(200, { ETag: '"1"' }).end(rss('/a', '/b'))),
      '/a': send(page('Hungary says no', 'Hungary opposes it, and says so loudly.')),
      '/b': send(page('Spain', 'Spain has not said.')),
    });
    await register.putSource(id, server.url('/feed'), 'follow');
    expect(kinds(await round())).toEqual(['read /a', 'read /b']);
    const byTitle = (await register.documents({ question: id })).sort((a, b) =>
      (a.title ?? '') < (b.title ?? '') ? -1 : 1,
    );
    expect(byTitle).toMatchObject([
      {
        title: 'Hungary says no',
        publisher: 'Harbour Post',
        published: '2024-10-18',
        address: server.url('/a'),
        format: 'html',
      },
      { title: 'Spain', publisher: 'Harbour Post' },
    ]);
    now += 15 * 60_000;
    expect(await round()).toEqual([]);
    expect(server.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/feed', '/a', '/b', '/feed']);
    expect(await listSources(register, id)).toMatchObject([
      { address: server.url('/feed'), articles: 2, failed: 0, failure: null, lastSeen: new Date(now).toISOString() },
    ]);
  });

  test('looks at an article again when corrections may have come, and a changed one is a new version', async () => {
    const server = await serve({
      '/feed': feed(rss('/a')),
      '/a': (_request, response, count) =>
        void response
          .setHeader('Content-Type', 'text/html')
          .end(page('Hungary', count <= 2 ? 'Hungary opposes it, and says so.' : 'Hungary has not said.')),
    });
    await register.putSource(id, server.url('/feed'), 'follow');
    await round();
    now += HOUR / 2;
    expect(await round()).toEqual([]);
    now += HOUR / 2;
    expect(kinds(await round())).toEqual(['known /a']);
    now += 6 * HOUR;
    expect(await round()).toMatchObject([{ kind: 'read', isNewVersion: true }]);
    now += 24 * HOUR;
    expect(kinds(await round())).toEqual(['known /a']);
    const sightings = await register.sightings({ address: server.url('/a') });
    expect(new Set(sightings.map(({ documentId }) => documentId)).size).toBe(2);
    expect(sightings).toHaveLength(4);
  });

  test('a followed page is read itself, each round, and each change is a version', async () => {
    const server = await serve({
      '/page': (_q, response, count) =>
        void response
          .setHeader('Content-Type', 'text/html')
          .end(page('Position', `Hungary opposes it for the ${count}th time.`)),
    });
    await register.putSource(id, server.url('/page'), 'follow');
    expect(await round()).toMatchObject([{ kind: 'read', isNewVersion: false }]);
    expect(await round()).toMatchObject([{ kind: 'read', isNewVersion: true }]);
  });

  test('a sitemap of sitemaps is followed down, and one that is missing is said', async () => {
    const server = await serve({
      '/index.xml': (request, response) =>
        void response.end(
          `<sitemapindex><sitemap><loc>http://${request.headers.host}/one.xml</loc></sitemap><sitemap><loc>http://${request.headers.host}/two.xml</loc></sitemap></sitemapindex>`,
        ),
      '/one.xml': (request, response) =>
        void response.end(
          `<urlset xmlns:news="x"><url><loc>http://${request.headers.host}/a</loc><news:news><news:publication><news:name>Il Porto</news:name></news:publication></news:news></url></urlset>`,
        ),
      '/a': send(page('Italy', 'Italy supports it.')),
    });
    await register.putSource(id, server.url('/index.xml'), 'follow');
    const events = await round();
    expect(kinds(events)).toEqual(['read /a', 'note /index.xml']);
    expect(events[1]).toMatchObject({ message: '1 of its 2 sitemaps could not be read.' });
    expect(await register.documents({ question: id })).toMatchObject([{ publisher: 'Il Porto' }]);
  });

  test('an article that is closed to us is read from the feed where the feed carries it', async () => {
    const server = await serve({
      '/feed': feed(rss('/paid', '/secret')),
      '/paid': send('', {}, 402),
      '/robots.txt': send('User-agent: *\nDisallow: /secret'),
    });
    await register.putSource(id, server.url('/feed'), 'follow');
    const events = await round();
    expect(kinds(events)).toEqual(['read /paid', 'note /paid', 'read /secret', 'note /secret']);
    expect(events[3]).toMatchObject({
      message: expect.stringMatching(/robots\.txt .*, so the text in the feed was read instead\.$/),
    });
    for (const path of ['/paid', '/secret'])
      expect(await register.sightings({ address: server.url(path) })).toEqual([]);
    now += HOUR;
    expect(kinds(await round())).toEqual(['known /paid', 'note /paid', 'known /secret', 'note /secret']);
  });

  test('what fails for good waits for a person, what may pass is tried again five times', async () => {
    const server = await serve({
      '/feed': feed(rss('/gone', '/flaky', '/empty')),
      '/gone': (_q, response, count) =>
        void response
          .writeHead(count === 1 ? 404 : 200, { 'Content-Type': 'text/html' })
          .end(page('Back', 'Hungary opposes it.')),
      '/flaky': send('', {}, 503),
      '/empty': send('<html><body></body></html>'),
    });
    await register.putSource(id, server.url('/feed'), 'follow');
    expect((await round()).map((event) => [kinds([event])[0], event.kind === 'failed' && event.isGivenUp])).toEqual([
      ['failed /gone', true],
      ['failed /flaky', false],
      ['failed /empty', true],
    ]);
    for (let i = 0; i < 4; i += 1) {
      now += 60_000;
      expect(kinds(await round())).toEqual(['failed /flaky']);
    }
    now += 60_000;
    expect(await round()).toEqual([]);
    const failed = await listFailed(register, id);
    expect(
      failed.map(({ address, failures, isGivenUp, via }) => [new URL(address).pathname, failures, isGivenUp, via]),
    ).toEqual([
      ['/gone', 1, true, server.url('/feed')],
      ['/flaky', 5, true, server.url('/feed')],
      ['/empty', 1, true, server.url('/feed')],
    ]);
    expect(await retryFailed(register, [server.url('/gone')])).toEqual({ ok: true, value: 1 });
    expect(kinds(await round())).toEqual(['read /gone']);
    expect((await listFailed(register, id)).map(({ address }) => new URL(address).pathname)).toEqual([
      '/flaky',
      '/empty',
    ]);
    expect(await retryFailed(register, ['https://elsewhere.example/'])).toMatchObject({
      ok: false,
      error: { code: 'usage' },
    });
    expect(await retryFailed(register, 'all', id)).toEqual({ ok: true, value: 2 });
    expect(kinds(await round())).toEqual(['failed /flaky', 'failed /empty']);
  });

  test('a feed that never ends or lies about its length is cut, said, and does not hold up the others', async () => {
    const server = await serve({
      '/endless': (_request, response) => {
        response.writeHead(200);
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, '<item>')));
        };
        response.on('drain', more);
        more();
      },
      '/short': (_request, response) => {
        response.writeHead(200, { 'Content-Length': '100000' }).write('<rss version="2.0">');
        setTimeout(() => response.destroy(), 20);
      },
      '/feed': feed(rss('/a')),
      '/a': send(page('Spain', 'Spain supports it.')),
    });
    for (const path of ['/endless', '/short', '/feed']) await register.putSource(id, server.url(path), 'follow');
    const events = await round();
    expect(kinds(events).sort()).toEqual(['failed /endless', 'failed /short', 'read /a']);
    for (const event of events) if (event.kind === 'failed') expect(event.message).toMatch(/^[^\n]*[^.\n]\.$/);
  });

  test('a stop leaves whole documents, and the next round goes on with the rest', async () => {
    const stop = new AbortController();
    const server = await serve({
      '/feed': feed(rss('/a', '/b', '/c')),
      '/a': send(page('A', 'Hungary opposes it.')),
      '/b': (_q, response, count) => {
        if (count === 1) stop.abort(new Error('stopped'));
        else response.setHeader('Content-Type', 'text/html').end(page('B', 'Spain supports it.'));
      },
      '/c': send(page('C', 'Malta waits.')),
    });
    await register.putSource(id, server.url('/feed'), 'follow');
    await expect(round(stop.signal)).rejects.toThrow('stopped');
    expect(await register.documents({ question: id })).toHaveLength(1);
    expect(kinds(await round())).toEqual(['read /b', 'read /c']);
  });

  test('what is left is not asked any more, and can be taken up again', async () => {
    const server = await serve({ '/page': send(page('P', 'Hungary opposes it.')) });
    const address = server.url('/page');
    expect(await register.putSource(id, address, 'follow')).toBe(true);
    expect(await register.putSource(id, address, 'follow')).toBe(false);
    expect(await register.putSource(id, address, 'leave')).toBe(true);
    expect(await round()).toEqual([]);
    expect(await register.sources(id)).toEqual([]);
    await register.putSource(id, address, 'follow');
    expect(kinds(await round())).toEqual(['read /page']);
  });
});

describe('the schedule', () => {
  test('rounds begin at their times until the signal, and the last one ends in order', async () => {
    const server = await serve({ '/page': send(page('P', 'Hungary opposes it.')) });
    await register.putSource(id, server.url('/page'), 'follow');
    const stop = new AbortController();
    const start = now;
    const began: number[] = [];
    let rounds = 0;
    await follow({
      questionId: id,
      inRegister: async (action) => {
        began.push((now - start) / 60_000);
        await action(register);
        now += 4 * 60_000;
      },
      fetcher,
      pace: { now: () => now, sleep: async (ms) => void (now += ms) },
      today: () => day('2024-10-20'),
      everyMs: 15 * 60_000,
      signal: stop.signal,
      say: () => undefined,
      onRound: () => {
        rounds += 1;
        if (rounds === 3) stop.abort(new Error('stopped'));
      },
    });
    expect(began).toEqual([0, 15, 30]);
  });
  test('a question that is not there is one sentence', async () => {
    const nothing = {
      questionId: 'none',
      inRegister: (action: (r: Register) => Promise<void>) => action(register),
      fetcher,
      pace: { now: () => now, sleep: async () => undefined },
      today: () => day('2024-10-20'),
      everyMs: null,
      signal: new AbortController().signal,
      say: () => undefined,
      onRound: () => undefined,
    };
    await expect(follow(nothing)).rejects.toMatchObject({ code: 'question-unknown' });
  });
});
