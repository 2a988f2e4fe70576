import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { send, startServer, type TestServer } from '../gather/fetch/server.js';

const cli = resolve(import.meta.dirname, '../../dist/cli.js');
const work = mkdtempSync(join(tmpdir(), 'holdout-follow-'));
const register = ['--register', join(work, 'register')];
let server: TestServer;

const start = (args: readonly string[]): ChildProcess => spawn(process.execPath, [cli, ...args, ...register]);
const ended = (child: ChildProcess): Promise<{ status: number | null; stdout: string; stderr: string }> =>
  new Promise((done) => {
    const said = { stdout: '', stderr: '' };
    child.stdout?.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
    child.on('close', (status) => done({ status, ...said }));
  });
const run = (...args: string[]) => ended(start(args));

beforeAll(async () => {
  server = await startServer({
    '/feed': send(
      '<rss version="2.0"><channel><title>Harbour Post</title><item><link>/a</link></item><item><link>/gone</link></item></channel></rss>',
      { 'Content-Type': 'application/rss+xml' },
    ),
    '/a': send(
      '<!doctype html><html><head><title>No</title></head><body><p>Hungary opposes inviting Ukraine to join the alliance.</p></body></html>',
    ),
  });
  writeFileSync(join(work, 'q.yaml'), 'id: q\nbody: NATO\nproposal: Invite Ukraine to join the alliance.\n');
});
afterAll(async () => {
  await server.close();
  rmSync(work, { recursive: true, force: true });
});

describe('following from the command line', () => {
  test('one round reads a feed’s articles; what failed can be seen and tried again', async () => {
    const followed = await run(
      'follow',
      server.url('/feed'),
      '--question',
      join(work, 'q.yaml'),
      '--once',
      '--allow-private',
    );
    expect(followed.stdout).toMatch(/Z q: 1 read, 0 already there, 1 failed; 1 signals added\.\n$/);
    expect(followed.stderr).toMatch(
      /\/gone was answered with status 404 \(Not Found\); .* \(left until `holdout sources retry`\)\n$/,
    );
    expect(followed.status).toBe(3);
    expect(JSON.parse((await run('sources', 'failed', '--question', 'q', '--json')).stdout)).toMatchObject([
      { address: server.url('/gone'), failures: 1, isGivenUp: true, via: server.url('/feed'), code: 'fetch-failed' },
    ]);
    expect((await run('sources', 'retry', server.url('/gone'))).stdout).toBe(
      '1 address is tried again in the next round.\n',
    );
  });

  test('it goes on until it is told to stop, and then stops in order', async () => {
    const child = start(['follow', server.url('/a'), '--question', 'q', '--allow-private', '--every', '1h']);
    child.stdout?.once('data', () => child.kill('SIGTERM'));
    const { status, stdout } = await ended(child);
    expect(stdout).toMatch(
      / q: 1 read, 0 already there, 1 failed; 1 signals added\.\nStopped; what was read is stored\.\n$/,
    );
    expect(status).toBe(0);
  });

  test('without the switch a private address is refused, by follow as by read', async () => {
    const bare = server.url('/').replace(/:\d+/, '');
    const read = await run('read', `${bare}a`, '--question', 'q');
    expect([read.status, read.stderr]).toEqual([
      3,
      expect.stringMatching(
        /^holdout: http:\/\/127\.0\.0\.1\/a is not fetched, because it is at 127\.0\.0\.1, which is no address of the public Internet; --allow-private allows it\.\n$/,
      ),
    ]);
    const follow = await run('follow', 'ftp://feed.example/', '--question', 'q', '--once');
    expect([follow.status, follow.stderr]).toEqual([3, expect.stringMatching(/only http and https/)]);
  });

  test.each([
    [
      ['follow', 'https://feed.example/', '--question', 'q', '--every', '10s'],
      /--every is "10s"; write a time from 1m to 7d/,
    ],
    [['follow', 'https://feed.example/', '--question', 'q', '--contact', 'two words'], /--contact goes into a header/],
  ])('%j is refused in one sentence', async (args, message) => {
    const { status, stderr } = await run(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});
