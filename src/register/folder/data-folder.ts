import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldoutError } from '../../domain/failure.js';

/** Where the database lies inside a register folder. */
export const DATA = 'pg';
const DRAFT = 'pg.draft';
/** Major version of PostgreSQL that the bundled PGlite is. */
const POSTGRES_MAJOR = 18;

/** Says whether `folder` holds a register; fails when it is no folder, is somebody else's, or holds data this PGlite cannot open. */
export async function inspectFolder(folder: string, place: string): Promise<'register' | 'empty' | 'absent'> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') return 'absent';
    if (code === 'ENOTDIR')
      throw missing(`${place} is a file and cannot hold a register; name a folder with --register DIR.`, cause);
    throw missing(
      `The register ${place} cannot be opened (${String(code)}); check the permissions of the folder.`,
      cause,
    );
  }
  if (names.includes(DATA)) {
    await checkData(join(folder, DATA), place);
    return 'register';
  }
  const others = names.filter((name) => name !== DRAFT && !name.startsWith('lock'));
  if (others.length === 0) return 'empty';
  throw missing(
    `The folder ${place} holds other files and no register; name an empty or new folder with --register DIR.`,
  );
}

/** The failure for `existing` mode when nothing is there. */
export const noRegister = (place: string): HoldoutError =>
  missing(
    `There is no register in ${place}; make one with \`holdout read FILE --question QUESTION\` or name another with --register DIR.`,
  );

const missing = (message: string, cause?: unknown): HoldoutError =>
  new HoldoutError('register-missing', message, { cause });

async function checkData(data: string, place: string): Promise<void> {
  const found = await stat(data);
  const version = found.isDirectory() ? await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => '') : '';
  const major = Number(version.trim());
  if (major === POSTGRES_MAJOR) return;
  if (major > POSTGRES_MAJOR) {
    throw new HoldoutError(
      'register-newer',
      `The register ${place} was made by a newer Holdout (PostgreSQL ${major}, this one has ${POSTGRES_MAJOR}); update Holdout or name another register with --register DIR.`,
    );
  }
  throw corrupt(
    place,
    version.trim() === ''
      ? 'its database has no version file'
      : `its database has version "${version.trim().slice(0, 20)}"`,
  );
}

/** The failure for a register that is there and cannot be used. */
export const corrupt = (place: string, detail: string, cause?: unknown): HoldoutError =>
  new HoldoutError(
    'register-corrupt',
    `The register ${place} is damaged: ${detail}; restore it from a copy, or move it away and read the sources again.`,
    { cause },
  );

/**
 * Makes the database folder whole or not at all: `make` fills a draft folder, which then gets its name. A draft left by a killed process is
 * removed. The folder must be locked.
 */
export async function createData(folder: string, make: (draft: string) => Promise<void>): Promise<void> {
  const draft = join(folder, DRAFT);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  try {
    await make(draft);
    await rename(draft, join(folder, DATA));
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    throw cause;
  }
}
