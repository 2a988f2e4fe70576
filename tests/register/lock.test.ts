import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from '../../src/register/folder/lock.js';
import { ownIdentity } from '../../src/register/folder/process-identity.js';
import { spawnChild } from './spawn-child.js';
import { failureOf, newFolder, openTest, removeFolders } from './helpers.js';

let folder: string;
beforeEach(() => {
  folder = newFolder();
  mkdirSync(folder);
});
afterAll(removeFolders);

const lock = () => lockFolder(folder, 'REG', new Date('2026-01-01T00:00:00Z'));
const leave = (content: unknown): void =>
  writeFileSync(join(folder, 'lock'), typeof content === 'string' ? content : JSON.stringify(content));

describe('whose lock it is', () => {
  test('a held lock is refused, a released one is not', async () => {
    const first = await lock();
    expect(await failureOf(lock())).toMatchObject({
      code: 'register-locked',
      message: expect.stringContaining('already open in this process'),
    });
    await first.release();
    await first.release();
    const second = await lock();
    await first.release();
    expect(readdirSync(folder)).toEqual(['lock']);
    await second.release();
    expect(readdirSync(folder)).toEqual([]);
  });
  test('the lock of a process that ended, of a reused process number and of an earlier start of the machine are taken over', async () => {
    const own = await ownIdentity();
    const ended = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => ended.on('exit', resolve));
    const base = { ...own, holding: 'x', since: '2025-01-01T00:00:00Z' };
    const stale = [
      { ...base, pid: ended.pid },
      ...(own.started === null ? [] : [{ ...base, started: '1' }]),
      ...(own.boot === null ? [] : [{ ...base, boot: 'earlier' }]),
    ];
    for (const content of stale) {
      leave(content);
      await (await lock()).release();
      expect(readdirSync(folder)).toEqual([]);
    }
  });
  test('a lock from another machine, and one that cannot be understood, are respected and name the file to delete', async () => {
    leave({ ...(await ownIdentity()), host: `not-${hostname()}`, pid: 1, holding: 'x', since: '2025-01-01T00:00:00Z' });
    expect(await failureOf(lock())).toMatchObject({
      code: 'register-locked',
      message: expect.stringMatching(/on the machine not-.*delete .*lock/),
    });
    leave('{"pid": 12');
    expect(await failureOf(lock())).toMatchObject({
      code: 'register-locked',
      message: expect.stringMatching(/cannot be understood; delete/),
    });
  });
  test('of many that find a stale lock at once, exactly one gets it', async () => {
    const own = await ownIdentity();
    for (let round = 0; round < 60; round += 1) {
      leave({ ...own, pid: 2 ** 22 + 1, holding: `stale-${round}`, since: '2025-01-01T00:00:00Z' });
      const results = await Promise.allSettled(Array.from({ length: 8 }, lock));
      const held = results.filter((result) => result.status === 'fulfilled');
      expect(held).toHaveLength(1);
      await held[0]?.value.release();
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('two processes', () => {
  test('the second is refused by number and remedy; when the first is killed, the register opens with all it acknowledged', async () => {
    rmSync(folder, { recursive: true });
    const child = spawnChild('writer.ts', [folder, '120', 'hold']);
    await child.line(/^stored/);
    const failure = await failureOf(openTest(folder));
    expect(failure.code).toBe('register-locked');
    expect(failure.message).toMatch(new RegExp(`in use by process ${child.pid} since .*\`kill ${child.pid}\``));
    await child.kill();
    const register = await openTest(folder);
    const ids = new Set((await register.documents()).map(({ id }) => id as string));
    await register.close();
    expect(child.stored().filter((id) => !ids.has(id))).toEqual([]);
  });
  test('are never inside together, also when locks are left behind', async () => {
    const log = join(folder, '..', 'log');
    const children = Array.from({ length: 4 }, () => spawnChild('locker.ts', [folder, log, '9']));
    await Promise.all(children.map((child) => child.ended()));
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(4 * 9 * 2);
    const pairs = Array.from({ length: lines.length / 2 }, (_, i) => [lines[2 * i], lines[2 * i + 1]]);
    for (const [enter, leaving] of pairs) expect(leaving).toBe(enter?.replace('enter', 'leave'));
  });
});
