import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';

/** What an input path is. `stream` is a pipe or device, whose size is not known before it is read. */
export interface InputEntry {
  readonly kind: 'file' | 'folder' | 'stream' | 'other';
  /** Size in bytes; 0 unless a file. */
  readonly bytes: number;
}

/** A name in a folder. Links are told apart so that folders are not walked in circles. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'linked-folder' | 'other';
}

/** The disk as gathering sees it; errors are Node's, with a `code`. */
export interface FileAccess {
  inspect(path: string): Promise<InputEntry>;
  list(path: string): Promise<readonly FolderEntry[]>;
  read(path: string): Promise<Uint8Array>;
  /** All bytes, or those from `start` (inclusive) to `end` (exclusive). */
  stream(path: string, range?: { readonly start: number; readonly end: number }): AsyncIterable<Uint8Array>;
}

/** The real disk. */
export const diskAccess: FileAccess = {
  async inspect(path) {
    const found = await stat(path);
    if (found.isFile()) return { kind: 'file', bytes: found.size };
    if (found.isDirectory()) return { kind: 'folder', bytes: 0 };
    return { kind: found.isFIFO() || found.isCharacterDevice() ? 'stream' : 'other', bytes: 0 };
  },
  async list(path) {
    const entries = await readdir(path, { withFileTypes: true });
    return Promise.all(
      entries.map(async (entry): Promise<FolderEntry> => {
        if (entry.isFile()) return { name: entry.name, kind: 'file' };
        if (entry.isDirectory()) return { name: entry.name, kind: 'folder' };
        if (!entry.isSymbolicLink()) return { name: entry.name, kind: 'other' };
        return { name: entry.name, kind: await linkTarget(`${path}/${entry.name}`) };
      }),
    );
  },
  read: (path) => readFile(path),
  // Node's ranges include their end.
  stream: (path, range) =>
    createReadStream(path, range === undefined ? {} : { start: range.start, end: range.end - 1 }),
};

async function linkTarget(path: string): Promise<FolderEntry['kind']> {
  try {
    const target = await stat(path);
    return target.isDirectory() ? 'linked-folder' : target.isFile() ? 'file' : 'other';
  } catch {
    // A dangling link is listed as a file, so that reading it says what is wrong.
    return (await lstat(path)).isSymbolicLink() ? 'file' : 'other';
  }
}
