import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IsoDate } from '../src/domain/ids.js';
import { seeded } from '../src/model/random.js';
import { openRegister } from '../src/register/index.js';
import { offlineReader } from '../src/work/offline-reader.js';
import { readInOrder, type Item } from '../src/work/read-in-order.js';
import { inventedCoverage, inventedQuestion as question } from '../tests/work/invented-coverage.js';
import { hashOf } from '../tests/work/hash-of.js';
import { query, startPostgres } from '../tests/register/postgres-server.js';
import { startPlace } from './place.js';
import { storm, type Aftermath, type Fault } from './storm.js';

const MEGABYTE = 1_000_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Fills the disk that PostgreSQL writes to, waits, and makes room again. Null where no small disk can be mounted. */
export async function fullDisk(count: number, note: (line: string) => void): Promise<Aftermath | null> {
  const disk = join(tmpdir(), `holdout-small-disk-${String(process.pid)}`);
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=220m,mode=777', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    rmSync(disk, { recursive: true });
    return null;
  }
  const ballast = join(disk, 'ballast');
  const fault: Fault = {
    name: 'disk of PostgreSQL full for six seconds',
    inject: async ({ postgres }) => {
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(ballast, Buffer.alloc(bavail * bsize));
      await pause(6_000);
      rmSync(ballast);
      // Without room for its log PostgreSQL ends itself; whoever runs it starts it again.
      if (!(await postgres.isUp())) await postgres.start();
    },
  };
  const place = await startPlace(disk);
  try {
    return await storm(place, count, [fault, fault], 2, note);
  } finally {
    await place.stop();
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

/**
 * A PostgreSQL on a slow device: all its writes and syncs, of the log, of checkpoints and of everything else, go through a shim
 * (`slow-device.c`, by LD_PRELOAD) that makes them wait as such a device would. Null where no C compiler is.
 */
export async function slowDevice(count: number, note: (line: string) => void): Promise<Aftermath | null> {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-slow-device-'));
  try {
    const shim = join(folder, 'slow-device.so');
    try {
      execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', shim, fileURLToPath(new URL('slow-device.c', import.meta.url)), '-ldl'], { stdio: 'ignore' });
      chmodSync(folder, 0o755);
    } catch {
      return null;
    }
    const place = await startPlace(undefined, { LD_PRELOAD: shim, SLOW_SYNC_US: '100000', SLOW_MEGABYTE_US: '200000' });
    try {
      return await storm(place, count, [], 2, note);
    } finally {
      await place.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads with a clock that jumps by up to a day, either way, at every look; gives the hash, and the readings recorded before an earlier one. */
export async function jumpingClock(count: number): Promise<{ readonly hash: string; readonly backwards: number }> {
  const server = await startPostgres();
  try {
    const address = await server.newDatabase();
    const random = seeded(3);
    const register = await openRegister(address, { mode: 'create', clock: () => new Date(Date.now() + (random() - 0.5) * 2 * 86_400_000) });
    await register.putQuestion(question);
    for await (const { stored } of readInOrder(register, { question, reader: offlineReader, today: '2025-06-01' as IsoDate }, items(count), 0)) if (stored?.ok !== true) throw new Error('a document was not read');
    const hash = await hashOf(register, question.id);
    await register.close();
    const found = await query(address, 'SELECT count(*)::int AS n FROM reading a JOIN reading b ON b.id = a.id + 1 WHERE b.recorded_at < a.recorded_at');
    return { hash, backwards: (found.rows[0] as { n: number }).n };
  } finally {
    await server.stop();
  }
}

/** Reads from a source that never ends until it is stopped; gives documents stored and given, and memory in MB after a tenth and at the end. */
export async function endlessFeed(seconds: number): Promise<{ readonly stored: number; readonly given: number; readonly earlyMb: number; readonly lateMb: number }> {
  const server = await startPostgres();
  try {
    const register = await openRegister(await server.newDatabase(), { mode: 'create' });
    await register.putQuestion(question);
    let [stored, given, earlyMb, lateMb] = [0, 0, 0, 0];
    const counted = async function* (): AsyncGenerator<Item<null>> {
      for await (const item of items(Number.POSITIVE_INFINITY)) {
        given += 1;
        yield item;
      }
    };
    const began = performance.now();
    for await (const done of readInOrder(register, { question, reader: offlineReader, today: '2025-06-01' as IsoDate }, counted())) {
      if (done.stored?.ok === true) stored += 1;
      const elapsed = (performance.now() - began) / 1_000;
      lateMb = process.memoryUsage.rss() / MEGABYTE;
      if (elapsed < seconds / 5) earlyMb = Math.max(earlyMb, lateMb);
      if (elapsed > seconds) break;
    }
    const held = (await register.documents({ question: question.id })).length;
    if (held < stored) throw new Error('documents were said to be stored and are not there');
    await register.close();
    return { stored: held, given, earlyMb, lateMb };
  } finally {
    await server.stop();
  }
}

async function* items(count: number): AsyncGenerator<Item<null>> {
  for (const document of inventedCoverage(count)) yield { job: { document }, of: null };
}
