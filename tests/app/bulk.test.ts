import { spawn } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Cursor } from '../../src/app/bulk/cursor.js';
import { gatherBulk, type BulkOptions } from '../../src/app/bulk/gather-bulk.js';
import { readList } from '../../src/app/bulk/read-list.js';
import { parseShard } from '../../src/app/bulk/shard.js';
import { progressText } from '../../src/cli/progress.js';
import { openFetcher, type GatherDeps } from '../../src/gather/index.js';
import { openRegister } from '../../src/register/index.js';
import { unwrap } from '../../src/domain/unwrap.js';
import { failureOf } from '../register/helpers.js';
import { inventedCoverage, inventedQuestion } from '../work/invented-coverage.js';

const folder = mkdtempSync(join(tmpdir(), 'holdout-bulk-'));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const dump = [...inventedCoverage(40)].map(({ text, title, published }) => JSON.stringify({ title, text, published })).join('\n');

async function titles(inputs: readonly string[], bulk: BulkOptions, cursor?: Cursor, deps: GatherDeps = {}): Promise<string[]> {
  const all: string[] = [];
  for await (const { item } of gatherBulk(inputs, bulk, {}, deps, cursor ?? (await Cursor.open(null, [])))) all.push(item.kind === 'document' ? (item.document.title ?? '') : item.kind === 'failed' ? item.failure.code : item.reason);
  return all;
}

describe('a list', () => {
  const inputs = async (list: string, base?: string): Promise<(string | null)[]> => {
    const all: (string | null)[] = [];
    for await (const { input } of readList(list, base)) all.push(input);
    return all;
  };
  test('of a crawl names archives below its address', async () => {
    const list = file('warc.paths.gz', gzipSync('crawl-data/CC-NEWS/2024/10/a.warc.gz\ncrawl-data/CC-NEWS/2024/10/b.warc.gz\n'));
    expect(await inputs(list, 'https://data.example/')).toEqual(['https://data.example/crawl-data/CC-NEWS/2024/10/a.warc.gz', 'https://data.example/crawl-data/CC-NEWS/2024/10/b.warc.gz']);
  });
  test('as GDELT writes it gives the address in the last column that has one', async () => {
    const list = file('gdelt.csv', '1\t20241018\tUSA\thttps://first.example/x\t0.5\thttps://news.example/a\n2\t20241018\tFRA\tnone\n\n# a note\n');
    expect(await inputs(list)).toEqual(['https://news.example/a', null, null, null]);
  });
  test('of files is relative to itself, and one that is not there is said in a sentence', async () => {
    expect(await inputs(file('files.txt', 'a.txt\r\n/b.txt\n'))).toEqual([join(folder, 'a.txt'), '/b.txt']);
    expect(await failureOf(inputs(join(folder, 'none.txt')))).toMatchObject({ code: 'input-unreadable', message: expect.stringMatching(/^[^\n]*[^.\n]\.$/) });
    expect(await failureOf(inputs(file('broken.gz', Buffer.from('1f8b0800ff', 'hex'))))).toMatchObject({ code: 'input-unreadable' });
  });
});

describe('a dump of JSON Lines', () => {
  test('packed is read line by line, as the same unpacked', async () => {
    expect(await titles([file('dump.jsonl.gz', gzipSync(dump))], {})).toEqual(await titles([file('dump.jsonl', dump)], {}));
  });
  test('that is damaged gives what comes before the damage', async () => {
    const packed = gzipSync(dump);
    const found = await titles([file('cut.jsonl.gz', packed.subarray(0, packed.length - 40))], {});
    expect(found.at(-1)).toBe('input-unreadable');
    expect(found.length).toBeGreaterThan(1);
  });
});

test('shards are parts: each document and each line is of one of them', async () => {
  const whole = await titles([join(folder, 'dump.jsonl')], {});
  const shards = ['1/3', '2/3', '3/3'].map((raw) => unwrap(parseShard(raw)));
  const parts = await Promise.all(shards.map((shard) => titles([join(folder, 'dump.jsonl')], { shard })));
  expect(parts.every((part) => part.length > 0)).toBe(true);
  expect(parts.flat().sort()).toEqual([...whole].sort());
  for (let i = 0; i < 5; i += 1) file(`line-${String(i)}.txt`, `Report ${String(i)} of the session.`);
  const list = file('lines.txt', Array.from({ length: 5 }, (_, i) => `line-${String(i)}.txt`).join('\n'));
  const lines = await Promise.all(shards.map((shard) => titles([], { list, shard })));
  expect(lines.map((part) => part.length)).toEqual([2, 2, 1]);
  for (const raw of ['0/3', '4/3', '1', 'a/b']) expect(parseShard(raw).ok).toBe(false);
});

describe('a cursor', () => {
  test('goes on where a run stopped, and is refused for other work', async () => {
    const list = join(folder, 'lines.txt');
    const place = join(folder, 'cursor.json');
    const first = await Cursor.open(place, ['work']);
    let seen = 0;
    for await (const { reached } of gatherBulk([join(folder, 'dump.jsonl')], { list }, {}, {}, first)) {
      if (reached !== null) await first.reach(reached);
      seen += 1;
      if (seen === 42) break;
    }
    await first.save();
    expect((await titles([join(folder, 'dump.jsonl')], { list }, await Cursor.open(place, ['work']))).length).toBe(3);
    expect(await failureOf(Cursor.open(place, ['other work']))).toMatchObject({ code: 'usage', message: expect.stringContaining('other inputs') });
    expect(await failureOf(Cursor.open(list, ['work']))).toMatchObject({ code: 'usage', message: expect.stringContaining('no cursor') });
  });

  test('after kill -9 of `holdout read` the next run goes on, and nothing is lost or doubled', async () => {
    const coverage = join(folder, 'coverage');
    mkdirSync(coverage);
    const names = [...inventedCoverage(200, 5)].map(({ text }, i) => {
      writeFileSync(join(coverage, `${String(i)}.txt`), text);
      return `coverage/${String(i)}.txt`;
    });
    const list = file('coverage.txt', names.join('\n'));
    // JSON is YAML.
    const question = file('question.yaml', JSON.stringify({ id: inventedQuestion.id, title: inventedQuestion.title, body: 'nato', rule: 'consensus', date: '2025-06-01', options: inventedQuestion.options }));
    const [register, cursor] = [join(folder, 'register'), join(folder, 'killed.json')];
    const run = () => spawn(process.execPath, [resolve('dist/cli.js'), 'read', '--list', list, '--cursor', cursor, '--question', question, '--register', register], { stdio: 'ignore' });
    const child = run();
    const gone = new Promise((done) => child.once('exit', done));
    for (let tries = 0; tries < 600 && !existsSync(cursor); tries += 1) await new Promise((done) => setTimeout(done, 20));
    child.kill('SIGKILL');
    await gone;
    const { done: reached } = JSON.parse(readFileSync(cursor, 'utf8')) as { done: number };
    expect(reached).toBeLessThan(names.length);
    expect(await new Promise((done) => run().once('exit', done))).toBe(0);
    const opened = await openRegister(register, { mode: 'existing' });
    expect((await opened.readings(inventedQuestion.id)).length).toBe(names.length);
    await opened.close();
  });
});

describe('archives at web addresses', () => {
  let server: Server;
  let base: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else if (request.url?.endsWith('missing.warc.gz')) response.writeHead(404).end();
      else createReadStream(resolve('tests/gather/files/warc-packed/source.warc.gz')).pipe(response);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  test('that a list names are fetched and read record by record; one that is missing is said and the rest goes on', async () => {
    const list = file('archives.txt', 'crawl/missing.warc.gz\ncrawl/a.warc.gz\n');
    const fetcher = await openFetcher({ allowPrivate: true, limits: { hostDelayMs: 0, tries: 1 } });
    const fetched = await titles([], { list, base }, undefined, { fetcher: () => Promise.resolve(fetcher) });
    await fetcher.close();
    expect(fetched).toEqual(['fetch-failed', ...(await titles(['tests/gather/files/warc-packed/source.warc.gz'], {}))]);
    expect(fetched.length).toBeGreaterThan(2);
  });
  test('larger than the limit are cut off, and no part of them is left', async () => {
    const fetcher = await openFetcher({ allowPrivate: true, limits: { hostDelayMs: 0, tries: 1 } });
    const outcome = await fetcher.download(`${base}a.warc.gz`, join(folder, 'cut-off'), { bytes: 100, totalMs: 10_000 });
    await fetcher.close();
    expect(outcome).toMatchObject({ kind: 'failed', failure: { code: 'input-too-large' } });
    // A file that is still being opened would appear now.
    await new Promise((done) => setTimeout(done, 100));
    expect(existsSync(join(folder, 'cut-off'))).toBe(false);
  });
});

test('progress says rate and time left once there is something to go by', () => {
  expect(progressText(1, 0.5, null)).toBe('1 document');
  expect(progressText(120, 10, null)).toBe('120 documents, 12.0 a second');
  expect(progressText(120, 10, 0.25)).toBe('120 documents, 12.0 a second, 25% done, 30 s left');
  expect(progressText(1_000_000, 86_400, 0.1)).toBe('1000000 documents, 11.6 a second, 10% done, 9 days left');
});
