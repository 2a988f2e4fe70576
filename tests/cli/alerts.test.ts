import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const cli = resolve(import.meta.dirname, '../../dist/cli.js');
const work = mkdtempSync(join(tmpdir(), 'holdout-alerts-'));
const posted: string[] = [];
let receiver: Server;

const run = (args: readonly string[], env: Record<string, string> = {}): Promise<{ status: number | null; stdout: string; stderr: string }> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [cli, ...args, '--register', join(work, 'register')], { env: { ...process.env, HOLDOUT_AUTHOR: 'Ana', ...env } });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
    child.on('close', (status) => done({ status, ...said }));
  });

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      posted.push(body);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  writeFileSync(join(work, 'q.yaml'), 'id: q\nbody: NATO\nproposal: Invite Ukraine to join the alliance.\n');
  writeFileSync(join(work, 'a.txt'), 'Hungary opposes inviting Ukraine to join the alliance.');
  writeFileSync(join(work, 'b.txt'), 'Slovakia opposes inviting Ukraine to join the alliance.');
});
afterAll(() => {
  receiver.close();
  rmSync(work, { recursive: true, force: true });
});

test('an alert is added, listed without its secret path, sent once by run, and removed', async () => {
  await run(['read', join(work, 'a.txt'), '--question', join(work, 'q.yaml')]);
  const address = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/hooks/T0KEN`;
  expect((await run(['alert', 'add', 'q', '--webhook', address])).status).not.toBe(0);
  expect(await run(['alert', 'add', 'q', '--webhook', address, '--allow-private'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Alert 1 on q goes to http:\/\/127\.0\.0\.1:\d+\/…/) });
  await run(['read', join(work, 'b.txt'), '--question', 'q']);
  const unset = await run(['alert', 'run', '--allow-private'], { HOLDOUT_WEBHOOK_SECRET: '' });
  expect(unset).toMatchObject({ status: 3, stderr: expect.stringContaining('HOLDOUT_WEBHOOK_SECRET') });
  const secret = { HOLDOUT_WEBHOOK_SECRET: 'plain secret' };
  const sent = await run(['alert', 'run', '--allow-private'], secret);
  expect(sent).toMatchObject({ status: 0, stdout: expect.stringMatching(/^1 {2}q: 1 change told to /) });
  expect(posted).toEqual([expect.stringContaining('Slovakia is now read as oppose')]);
  expect((await run(['alert', 'run', '--allow-private'], secret)).stdout).toContain('0 changes told');
  expect(posted).toHaveLength(1);
  const listed = await run(['alert', 'list']);
  expect(listed.stdout).toMatch(/what changes, for Ana; told up to/);
  for (const said of [unset, sent, listed]) expect(said.stdout + said.stderr).not.toMatch(/T0KEN|plain secret/);
  expect(await run(['alert', 'remove', '1'])).toMatchObject({ status: 0 });
  expect((await run(['alert', 'list'])).stdout).toMatch(/^Nobody is told/);
  expect((await run(['alert', 'remove', 'x'])).status).toBe(2);
}, 90_000);
