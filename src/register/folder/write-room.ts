import { statfs } from 'node:fs/promises';
import { diskFull } from './disk-full.js';

/** Two log segments of 16 MB and some pages of tables and indexes. */
const RESERVE_BYTES = 40_000_000;
/** Log, table, index and page images together take up to about this many times a text. */
const GROWTH_FACTOR = 4;
/** Text after which the log is folded into the tables: PGlite has no background process to do it, and the log would grow until closing. */
const TEXT_BETWEEN_CHECKPOINTS_BYTES = 24_000_000;

/** Keeps an embedded database within its disk. */
export interface WriteRoom {
  /** To be called before writing about `bytes`; fails with `disk-full` while there is still room to fail in order. */
  prepare(bytes: number): Promise<void>;
}

/**
 * Room to write on the disk of `folder`. PGlite survives a table that cannot grow, but a log that cannot grow leaves it spinning for
 * ever, so space is checked before each write instead of waiting for the error.
 * @param checkpoint folds the log into the tables
 */
export function writeRoom(folder: string, place: string, checkpoint: () => Promise<unknown>): WriteRoom {
  let written = 0;
  return {
    async prepare(bytes) {
      const disk = await statfs(folder);
      const available = disk.bavail * disk.bsize;
      if (available < RESERVE_BYTES + GROWTH_FACTOR * bytes) throw diskFull(place, undefined, available);
      written += bytes;
      if (written < TEXT_BETWEEN_CHECKPOINTS_BYTES) return;
      await checkpoint();
      written = 0;
    },
  };
}
