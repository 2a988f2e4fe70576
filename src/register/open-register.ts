import { mkdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import { HoldoutError } from '../domain/failure.js';
import { corrupt, createData, DATA, inspectFolder, noRegister } from './folder/data-folder.js';
import { diskFull, isDiskNearlyFull, saysDiskFull } from './folder/disk-full.js';
import { lockFolder } from './folder/lock.js';
import { writeRoom } from './folder/write-room.js';
import { COLUMN_PARSERS } from './pglite/column-parsers.js';
import { pgliteDialect } from './pglite/pglite-dialect.js';
import { isPostgresAddress } from './postgres/address.js';
import { openPostgres } from './postgres/open-postgres.js';
import { Register } from './register.js';
import { migrate } from './schema/migrate.js';
import type { Tables } from './schema/tables.js';
import { observeQuery } from '../observe/queries.js';

/** How to open a register. */
export interface OpenOptions {
  /** `create` makes one where there is none; `existing` fails with `register-missing` then. */
  readonly mode: 'create' | 'existing';
  /** System time; the machine's clock when absent. */
  readonly clock?: () => Date;
  /** A file made by `writeSeed`, which makes creating several times faster; the one built into `dist/` when absent. */
  readonly seed?: string | URL;
  /** On a server: after so many milliseconds without an answer it is looked for, and given up when it is not found; 15,000 when absent. */
  readonly silenceMs?: number;
}

/**
 * Opens the register in a folder for this process alone. Fails with `register-missing`, `register-locked`, `register-newer`,
 * `register-corrupt` or `disk-full`, each with a sentence that names the folder. Creating takes seconds (under one with a seed), opening
 * 0.2–0.4 s. A `postgres://` address opens a shared register on a server instead; see `openPostgres` for its failures.
 */
export async function openRegister(dir: string, options: OpenOptions): Promise<Register> {
  if (isPostgresAddress(dir)) return openPostgres(dir, options.mode, options.clock ?? (() => new Date()), options.silenceMs);
  const folder = resolve(dir);
  const place = displayPath(folder);
  const clock = options.clock ?? (() => new Date());
  const explain = (error: unknown): Promise<unknown> => explained(error, folder, place);
  try {
    return await open(folder, place, clock, options, explain);
  } catch (error) {
    throw error instanceof HoldoutError ? error : await explain(error);
  }
}

async function open(
  folder: string,
  place: string,
  clock: () => Date,
  options: OpenOptions,
  explain: (error: unknown) => Promise<unknown>,
): Promise<Register> {
  const before = await inspectFolder(folder, place);
  if (before !== 'register' && options.mode === 'existing') throw noRegister(place);
  if (before === 'absent') await mkdir(folder, { recursive: true });
  const lock = await lockFolder(folder, place, clock());
  try {
    // Looked at again under the lock: another process may have made it meanwhile.
    if ((await inspectFolder(folder, place)) !== 'register') {
      await writeRoom(folder, place, async () => undefined).prepare(EMPTY_REGISTER_BYTES);
      await createData(folder, async (draft) => {
        const created = await openDatabase(draft, await seedBlob(options.seed));
        await migrate(created.db, place, clock()).finally(() => created.close());
      });
    }
    const database = await openDatabase(join(folder, DATA));
    try {
      await migrate(database.db, place, clock());
    } catch (error) {
      await database.close();
      throw error;
    }
    let shutting: Promise<void> | undefined;
    const shut = (): Promise<void> => (shutting ??= database.close().finally(() => lock.release()));
    const room = writeRoom(folder, place, () => sql`CHECKPOINT`.execute(database.db));
    return new Register({ db: database.db, place, clock, prepareWrite: room.prepare, explain, shut, analyse: async () => void (await sql`ANALYZE`.execute(database.db)) });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** What an empty database takes, for the check before it is made (39 MB, less what the reserve covers). */
const EMPTY_REGISTER_BYTES = 5_000_000;

interface Database {
  readonly db: Kysely<Tables>;
  close(): Promise<void>;
}

async function openDatabase(data: string, seed?: Blob): Promise<Database> {
  const pglite = await startPGlite(data, seed);
  const db = new Kysely<Tables>({ dialect: pgliteDialect(pglite), log: observeQuery });
  return {
    db,
    close: async () => {
      // A database that died of a full disk cannot shut down in order; what it acknowledged is in its log.
      await db.destroy().catch(() => undefined);
    },
  };
}

async function startPGlite(data: string, seed?: Blob): Promise<PGlite> {
  // Loaded late: the commands that need no register should not wait for 9 MB of wasm.
  const { PGlite } = await import('@electric-sql/pglite');
  return PGlite.create(data, { parsers: { ...COLUMN_PARSERS }, ...(seed === undefined ? {} : { loadDataDir: seed }) });
}

async function seedBlob(seed: string | URL | undefined): Promise<Blob | undefined> {
  try {
    return new Blob([await readFile(seed ?? new URL('./register-seed.tar.gz', import.meta.url))]);
  } catch (error) {
    // Without the built seed the database is made from scratch; a seed that was asked for must be there.
    if (seed === undefined) return undefined;
    throw error;
  }
}

async function explained(error: unknown, folder: string, place: string): Promise<unknown> {
  if (saysDiskFull(error)) return diskFull(place, error);
  if (!isDatabaseFailure(error)) return error;
  if (await isDiskNearlyFull(folder)) return diskFull(place, error);
  return corrupt(place, `its database reports "${firstLine(error)}"`, error);
}

/** Classes of SQLSTATE that mean damage (XX internal, 58 system, 53 resources), and any death of the wasm module. */
function isDatabaseFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(?:XX|58|53)...$/.test(code) ||
    error.name === 'ExitStatus' ||
    error.name === 'ErrnoError' ||
    error instanceof WebAssembly.RuntimeError ||
    /PGlite|initdb|wasm|Aborted/i.test(error.message)
  );
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200) ?? '';

/** The path as a user would write it: relative when it is inside the working directory. */
function displayPath(folder: string): string {
  const short = relative(process.cwd(), folder);
  return short === '' || short.startsWith('..') ? folder : short;
}
