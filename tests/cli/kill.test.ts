import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');
const question = join(root, 'examples/nato-ukraine-2024/question.yaml');
const DOCUMENTS = 60;
const KILLS = 5;

it('after kill -9 at any moment of reading, whole documents are left and reading again completes them without a double', async () => {
  const work = mkdtempSync(join(tmpdir(), 'holdout-kill-'));
  const coverage = join(work, 'coverage');
  mkdirSync(coverage);
  for (let i = 0; i < DOCUMENTS; i++) {
    writeFileSync(join(coverage, `${String(i).padStart(3, '0')}.txt`), `Hungary opposes an invitation to Ukraine to join NATO, envoy number ${String(i)} said. Poland supports the invitation. Spain has not decided.\n`.repeat(12));
  }
  const args = (register: string): string[] => [cli, 'read', coverage, '--question', question, '--register', register];
  const register = join(work, 'killed');
  for (let k = 0; k < KILLS; k++) {
    const child = spawn(process.execPath, args(register), { stdio: 'ignore' });
    const ended = new Promise<void>((done) => child.once('exit', () => { done(); }));
    await new Promise((done) => setTimeout(done, 700 + k * 350));
    child.kill('SIGKILL');
    await ended;
  }
  const again = spawnSync(process.execPath, args(register), { encoding: 'utf8' });
  expect(again.stderr).toBe('');
  expect(again.status).toBe(0);
  const clean = join(work, 'clean');
  spawnSync(process.execPath, args(clean));
  const idsOf = (dir: string): string[] =>
    spawnSync(process.execPath, [cli, 'statements', '--register', dir], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout.trim().split('\n').map((l) => (JSON.parse(l) as { id: string }).id).sort();
  const killed = idsOf(register);
  expect(new Set(killed).size).toBe(killed.length);
  expect(killed).toEqual(idsOf(clean));
}, 180_000);
