/** Child process: takes the folder lock again and again, and notes in a shared log when it enters and leaves. */
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from '../../../src/register/folder/lock.js';

const [folder = '', log = '', rounds = '0'] = process.argv.slice(2);
for (let entered = 0; entered < Number(rounds);) {
  const lock = await lockFolder(folder, folder, new Date()).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'register-locked') return null;
    throw error;
  });
  if (lock === null) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    continue;
  }
  appendFileSync(log, `enter ${process.pid}\n`);
  await new Promise((resolve) => setTimeout(resolve, 1));
  appendFileSync(log, `leave ${process.pid}\n`);
  entered += 1;
  // Every third time the lock is left behind as a killed process leaves it: with the number of a process that is not there.
  if (entered % 3 === 0) abandon();
  else await lock.release();
}

function abandon(): void {
  const path = join(folder, 'lock');
  const content = JSON.parse(readFileSync(path, 'utf8')) as { pid: number };
  writeFileSync(`${path}.draft-${process.pid}`, JSON.stringify({ ...content, pid: 2 ** 22 + 1 }));
  renameSync(`${path}.draft-${process.pid}`, path);
}
