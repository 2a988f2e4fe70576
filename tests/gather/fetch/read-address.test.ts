import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fetcher } from '../../../src/gather/fetch/fetcher.js';
import { loadDocuments, type Gathered } from '../../../src/gather/index.js';
import { makePdf } from '../make/pdf.js';
import { send, startServer, type TestServer } from './server.js';

let server: TestServer;
let fetcher: Fetcher;
const page = (more = ''): string =>
  `<!doctype html><html><head><title>Latin</title>${more}</head><body><p>Orb\xe1n said that Hungary would not agree.</p></body></html>`;
beforeAll(async () => {
  server = await startServer({
    '/latin': send(Buffer.from(page(), 'latin1'), { 'Content-Type': 'text/html; charset=windows-1252' }),
    '/paper.pdf': send(makePdf([[{ text: 'Hungary said no.', y: 700 }]]), { 'Content-Type': 'application/pdf' }),
    '/moved': send('', { Location: '/latin' }, 301),
    '/feed': send('<rss/>', { 'Content-Type': 'application/rss+xml' }),
    '/photo': send(Buffer.from('89504e470d0a1a0a', 'hex'), { 'Content-Type': 'image/png' }),
    '/thief': send(page('<link rel="canonical" href="https://harbour.example/their-article">').replace('\xe1', 'a')),
    '/text': send('Hungary said no, in plain text.', { 'Content-Type': 'text/plain' }),
  });
  fetcher = new Fetcher({ allowPrivate: true, limits: { hostDelayMs: 0, tries: 1 } });
});
afterAll(async () => {
  await fetcher.close();
  await server.close();
});
const load = async (path: string): Promise<Gathered> => {
  const all: Gathered[] = [];
  for await (const item of loadDocuments([server.url(path)], {}, { fetcher: async () => fetcher })) all.push(item);
  expect(all).toHaveLength(1);
  return all[0]!;
};

describe('a web address as an input', () => {
  test('a page is read in the encoding its server names, and a PDF as a PDF', async () => {
    expect(await load('/latin')).toMatchObject({
      document: { text: 'Orbán said that Hungary would not agree.', title: 'Latin', address: server.url('/latin') },
    });
    expect(await load('/paper.pdf')).toMatchObject({ document: { text: 'Hungary said no.', format: 'pdf' } });
    expect(await load('/text')).toMatchObject({ document: { format: 'text' } });
  });
  test('its address is where it was found in the end', async () => {
    expect(await load('/moved')).toMatchObject({ document: { address: server.url('/latin') } });
  });
  test('a page cannot pass for one of another host', async () => {
    expect(await load('/thief')).toMatchObject({ document: { address: server.url('/thief') } });
  });
  test('a feed and a picture are refused with what to do', async () => {
    expect(await load('/feed')).toMatchObject({
      failure: { code: 'input-binary', message: expect.stringMatching(/holdout follow/) },
    });
    expect(await load('/photo')).toMatchObject({
      failure: { code: 'input-binary', message: expect.stringMatching(/image\/png/) },
    });
    expect(await load('/nowhere')).toMatchObject({
      failure: { code: 'fetch-failed', message: expect.stringMatching(/404 \(Not Found\)/) },
    });
  });
});
