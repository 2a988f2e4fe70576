import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { HoldoutError } from '../domain/failure.js';
import type { Examination, Register } from '../register/index.js';

/** What a backup file holds. */
export interface BackupSummary {
  readonly rows: number;
  /** Over the lines before the last, each with its line feed. */
  readonly sha256: string;
}

/**
 * Writes the whole register to a gzipped file of JSON lines, of which the last holds a checksum over the others, and reads it back to
 * verify it. The file appears whole or not at all. Fails with `input-unreadable` when it cannot be written.
 */
export async function backupRegister(register: Register, path: string): Promise<BackupSummary> {
  const draft = `${path}.draft-${process.pid}`;
  const hash = createHash('sha256');
  let lines = 0;
  try {
    const gzip = createGzip();
    const file = gzip.pipe(createWriteStream(draft, { mode: 0o600 }));
    // Told apart from failures of the register, which also come with system codes.
    const written = Promise.all([finished(gzip), finished(file)]).catch((cause: unknown) => {
      gzip.destroy();
      throw unwritable(path, cause);
    });
    written.catch(() => undefined);
    await register.dump(async (line) => {
      hash.update(`${line}\n`);
      lines += 1;
      if (gzip.destroyed) await written;
      if (!gzip.write(`${line}\n`)) await Promise.race([once(gzip, 'drain'), written]);
    });
    gzip.end(`${JSON.stringify({ rows: lines - 1, sha256: hash.digest('hex') })}\n`);
    await written;
    const summary = await verifyBackup(draft);
    await rename(draft, path);
    return summary;
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause instanceof HoldoutError ? cause : unwritable(path, cause);
  }
}

/** Reads a backup through and checks its checksum; fails with `input-unreadable` when it is none, cut short or altered. */
export async function verifyBackup(path: string): Promise<BackupSummary> {
  let rows = -1;
  const hash = createHash('sha256');
  let held: string | null = null;
  for await (const line of linesOf(path)) {
    if (held !== null) {
      hash.update(`${held}\n`);
      rows += 1;
    }
    held = line;
  }
  const sha256 = hash.digest('hex');
  if (held !== JSON.stringify({ rows, sha256 })) throw damaged(path);
  return { rows, sha256 };
}

/**
 * Fills an empty register from a backup, all of it or nothing: the file is verified before, and every span against its text after. Fails
 * with `input-unreadable` for a damaged file, `usage` for a register that is not empty and `register-corrupt` when the examination finds
 * something wrong in what was restored.
 */
export async function restoreRegister(
  register: Register,
  path: string,
): Promise<Examination & { readonly rows: number }> {
  const { rows } = await verifyBackup(path);
  await register.load(firstLines(path, rows + 1));
  const examination = await register.examine();
  const [problem] = examination.problems;
  if (problem !== undefined) {
    throw new HoldoutError(
      'register-corrupt',
      `The backup ${path} was restored and is not sound: ${problem.replace(/\.$/, '')} (${examination.problems.length} in all); see them with holdout doctor.`,
    );
  }
  return { ...examination, rows };
}

async function* firstLines(path: string, count: number): AsyncGenerator<string> {
  let given = 0;
  for await (const line of linesOf(path)) {
    if (given >= count) return;
    given += 1;
    yield line;
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  file.pipe(gunzip).setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of gunzip) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (cause) {
    if (codeOf(cause).startsWith('Z_')) throw damaged(path, cause);
    throw new HoldoutError(
      'input-unreadable',
      `The backup ${path} cannot be read (${codeOf(cause)}); check its name and permissions.`,
      { cause },
    );
  } finally {
    file.destroy();
    gunzip.destroy();
  }
  if (rest !== '') yield rest;
}

const damaged = (path: string, cause?: unknown): HoldoutError =>
  new HoldoutError(
    'input-unreadable',
    `The backup ${path} is damaged or no backup: its checksum does not fit; take another copy.`,
    { cause },
  );

const unwritable = (path: string, cause: unknown): HoldoutError =>
  new HoldoutError(
    'input-unreadable',
    `The backup ${path} could not be written (${codeOf(cause)}); check the folder and its space.`,
    { cause },
  );

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
