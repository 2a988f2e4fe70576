import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HoldoutError } from '../../domain/failure.js';
import { ownIdentity, stateOf, type ProcessIdentity } from './process-identity.js';

/** A held lock; `release` gives it back and may be called twice. */
export interface FolderLock {
  release(): Promise<void>;
}

interface LockContent extends ProcessIdentity {
  /** Names this one holding of the lock. */
  readonly holding: string;
  /** When it was taken, ISO 8601. */
  readonly since: string;
}

const LOCK = 'lock';
const MOST_ATTEMPTS = 20;
/** A draft lives for milliseconds; one this old was left by a killed process. */
const OLD_DRAFT_MS = 60_000;

/**
 * Takes the register folder for this process alone, or fails with `register-locked`, naming the holder. PGlite has no lock of its own and
 * a second process would lose rows silently.
 *
 * The lock is a file made by `link`, which is atomic and brings its content with it. The lock of a process that is gone is taken over:
 * whoever first makes the file `lock.taken-<holding>-<n>` may remove that very lock, so two that find it stale at once cannot remove each
 * other's new one. Locks from other machines cannot be judged and are respected.
 * @param place the register as messages call it
 */
export async function lockFolder(folder: string, place: string, now: Date): Promise<FolderLock> {
  const content: LockContent = { ...(await ownIdentity()), holding: randomUUID(), since: now.toISOString() };
  const path = join(folder, LOCK);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    if (await createWhole(path, content)) {
      await removeLeftovers(folder, content.holding);
      return { release: async () => void (await removeIfHeld(path, content.holding)) };
    }
    const held = await readLock(path);
    if (held === 'gone') continue;
    if (held === 'unreadable') {
      throw locked(
        `The lock file ${path} of the register cannot be understood; delete it if no other holdout is running, then try again.`,
      );
    }
    const state = await stateOf(held);
    if (state === 'running') throw locked(inUse(place, held));
    if (state === 'unknown') throw locked(elsewhere(place, path, held));
    await takeOver(folder, path, held, content);
  }
  throw locked(`The register ${place} is being opened by several processes at once; wait a moment and try again.`);
}

const locked = (message: string): HoldoutError => new HoldoutError('register-locked', message);

const inUse = (place: string, held: LockContent): string =>
  held.pid === process.pid
    ? `The register ${place} is already open in this process (${held.pid}); close it before opening it again.`
    : `The register ${place} is in use by process ${held.pid} since ${held.since}; wait until it has finished or stop it with \`kill ${held.pid}\`, then try again.`;

const elsewhere = (place: string, path: string, held: LockContent): string =>
  `The register ${place} is in use by process ${held.pid} on the machine ${held.host} since ${held.since}; stop it there, or delete ${path} if that process is gone, then try again.`;

/** Makes the file with all its content at once; false when it exists. */
async function createWhole(path: string, content: LockContent): Promise<boolean> {
  const draft = join(dirname(path), `${LOCK}.draft-${randomUUID()}`);
  const json = `${JSON.stringify(content)}\n`;
  try {
    await writeFile(draft, json);
    await link(draft, path);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    // File systems without hard links (FAT, some network shares): exclusive creation is atomic too, but its content follows a moment later.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(cause))) throw cause;
    return await createExclusive(path, json);
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

async function createExclusive(path: string, json: string): Promise<boolean> {
  try {
    await writeFile(path, json, { flag: 'wx' });
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
}

async function readLock(path: string): Promise<LockContent | 'gone' | 'unreadable'> {
  let json: string;
  try {
    json = await readFile(path, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return 'gone';
    throw cause;
  }
  try {
    const value: unknown = JSON.parse(json);
    return isLockContent(value) ? value : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

function isLockContent(value: unknown): value is LockContent {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, host, boot, started, holding, since } = value as Partial<Record<keyof LockContent, unknown>>;
  return (
    Number.isInteger(pid) &&
    typeof host === 'string' &&
    (boot === null || typeof boot === 'string') &&
    (started === null || typeof started === 'string') &&
    typeof holding === 'string' &&
    typeof since === 'string'
  );
}

/** Removes the lock `stale` if this process wins the right to; returns in any case, for the next attempt. */
async function takeOver(folder: string, path: string, stale: LockContent, own: LockContent): Promise<void> {
  for (let n = 0; n < MOST_ATTEMPTS; n += 1) {
    const right = join(folder, `${LOCK}.taken-${stale.holding}-${n}`);
    if (await createWhole(right, own)) {
      // Holders of earlier rights are gone, so nobody else may remove this lock between the check and the removal.
      // Where the stale lock was gone already, this right is of no use to anybody and must not be left behind.
      if (!(await removeIfHeld(path, stale.holding))) await unlink(right).catch(() => undefined);
      return;
    }
    const winner = await readLock(right);
    if (winner === 'gone' || winner === 'unreadable') return;
    if ((await stateOf(winner)) !== 'gone') return;
  }
}

/** Removes a lock if it is this holding of it; whether it was. */
async function removeIfHeld(path: string, holding: string): Promise<boolean> {
  const held = await readLock(path);
  if (typeof held !== 'object' || held.holding !== holding) return false;
  await unlink(path);
  return true;
}

/** Rights to take over earlier locks, and drafts of processes killed while locking, mean nothing once the lock is held. */
async function removeLeftovers(folder: string, holding: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const isRight = name.startsWith(`${LOCK}.taken-`) && !name.includes(holding);
    const isDraft = name.startsWith(`${LOCK}.draft-`) && (await ageMs(join(folder, name))) > OLD_DRAFT_MS;
    if (isRight || isDraft) await unlink(join(folder, name)).catch(() => undefined);
  }
}

async function ageMs(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found === null ? 0 : Date.now() - found.mtimeMs;
}

const codeOf = (cause: unknown): string => (cause instanceof Error && 'code' in cause ? String(cause.code) : '');
