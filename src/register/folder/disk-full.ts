import { statfs } from 'node:fs/promises';
import { HoldoutError } from '../../domain/failure.js';

/** PostgreSQL adds log segments of 16 MB; below twice that a dying database died of the disk. */
const TOO_LITTLE_BYTES = 32_000_000;

const OUT_OF_SPACE = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Whether an error, or what caused it, says that the disk is full (Node, Emscripten or PostgreSQL's disk_full). */
export function saysDiskFull(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Object && depth < 5; depth += 1) {
    if ('code' in at && OUT_OF_SPACE.has(String(at.code))) return true;
    if ('message' in at && /no space left on device|disk quota exceeded/i.test(String(at.message))) return true;
    at = 'cause' in at ? at.cause : undefined;
  }
  return false;
}

/** Whether the disk that holds `folder` has next to no room left for this user; false when it cannot be told. */
export async function isDiskNearlyFull(folder: string): Promise<boolean> {
  try {
    const disk = await statfs(folder);
    return disk.bavail * disk.bsize < TOO_LITTLE_BYTES;
  } catch {
    return false;
  }
}

/** The failure for a full disk; `bytesLeft` when it is known. */
export const diskFull = (place: string, cause: unknown, bytesLeft?: number): HoldoutError =>
  new HoldoutError(
    'disk-full',
    `The disk that holds the register ${place} is full${bytesLeft === undefined ? '' : ` (${Math.floor(bytesLeft / 1e6)} MB left)`}; free some space and run the same command again: everything stored so far is kept and nothing is doubled.`,
    { cause },
  );
