import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgresBinaries, startPostgres, type PostgresServer } from '../register/postgres-server.js';
import { natsBinary, natsTest, startNats, type NatsServers } from '../work/nats-server.js';

const cli = resolve('dist/cli.js');
const example = resolve('examples/nato-ukraine-2024');
const oneSentence = /^holdout: [^\n]*[^.\n]\.\n$/;

function run(...args: string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('a queue that nothing answers gives one sentence and status 8', () => {
  expect(run('work', '--queue', 'nats://me:secret@127.0.0.1:1', '--status')).toMatchObject({ status: 8, stdout: '', stderr: expect.stringMatching(oneSentence) });
});
test('what workers cannot share, or is no number, is a mistake of usage', () => {
  for (const args of [
    ['work', '--queue', 'nats://127.0.0.1:1', '--register', 'folder'],
    ['work', '--queue', '127.0.0.1:4222', '--status'],
    ['work', '--queue', 'nats://127.0.0.1:1', '--resubmit', 'some'],
    ['work', '--queue', 'nats://127.0.0.1:1', '--threads', 'many'],
    ['read', '--question', 'q.yaml'],
    ['read', '--base', 'x', 'y', '--question', 'q.yaml'],
    ['read', 'y', '--shard', '3/2', '--question', 'q.yaml'],
  ])
    expect(run(...args)).toMatchObject({ status: 2, stderr: expect.stringMatching(oneSentence) });
});

describe.skipIf(natsBinary === null || postgresBinaries === null)(natsTest('holdout work'), () => {
  let nats: NatsServers;
  let postgres: PostgresServer;
  let register: string;
  const folder = mkdtempSync(join(tmpdir(), 'holdout-work-'));
  beforeAll(async () => {
    [nats, postgres] = [await startNats(), await startPostgres()];
    register = await postgres.newDatabase();
  });
  afterAll(async () => {
    await nats.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const handIn = (...inputs: string[]) => run('read', ...inputs, '--question', join(example, 'question.yaml'), '--register', register, '--queue', nats.address);

  test('reads what `read --queue` handed in, once, and ends with 0 at SIGTERM', async () => {
    expect(handIn(join(example, 'coverage'))).toMatchObject({ status: 0, stdout: 'nato-ukraine-2024: 4 handed to the queue, 0 waiting there already, 0 read already, 0 failed.\n' });
    expect(handIn(join(example, 'coverage')).stdout).toContain('0 handed to the queue, 4 waiting there already');
    expect(run('work', '--queue', nats.address, '--status').stdout).toMatch(/^4 waiting, 0 in work, 0 put aside/);
    const worker = spawn(process.execPath, [cli, 'work', '--queue', nats.address, '--register', register, '--threads', '1'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    worker.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise((done) => worker.once('exit', done));
    for (let tries = 0; tries < 200 && !run('work', '--queue', nats.address, '--status').stdout.startsWith('0 waiting, 0 in work'); tries += 1);
    worker.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said).toMatch(/4 read, 0 already there, 0 put aside; \d+ signals added\.\n$/);
    expect(run('count', 'nato-ukraine-2024', '--register', register).stdout).toMatch(/^Blocked: seven of 32 allies/);
    expect(handIn(join(example, 'coverage')).stdout).toContain('4 read already');
  });

  test('lists nothing put aside, and says what cannot be handed in', () => {
    expect(run('work', '--queue', nats.address, '--dead')).toMatchObject({ status: 0, stdout: 'No job was put aside.\n' });
    writeFileSync(join(folder, 'empty.txt'), '');
    expect(handIn(join(folder, 'empty.txt'))).toMatchObject({ status: 3, stderr: expect.stringMatching(oneSentence) });
  });
});
