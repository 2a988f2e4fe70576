import { Kysely, PostgresDialect, sql } from 'kysely';
import { HoldoutError } from '../../domain/failure.js';
import { COLUMN_PARSERS } from '../pglite/column-parsers.js';
import { Register } from '../register.js';
import { migrate } from '../schema/migrate.js';
import type { Tables } from '../schema/tables.js';
import { displayAddress } from './address.js';
import { explainPostgres, unreachable } from './failures.js';
import { watchSilence } from './silence.js';
import { observeQuery } from '../../observe/queries.js';

/** The oldest server whose SQL the register uses; what Debian 12 ships. */
const OLDEST_MAJOR = 15;
const CONNECT_TIMEOUT_MS = 10_000;
/** How long a server may be silent before it is asked whether it is there. */
const SILENCE_MS = 15_000;
/**
 * Settings of each connection. Writers take turns, so one whose machine or network has gone must not keep its turn: the server looks for
 * it after half a minute, and ends a transaction in which nothing happens.
 */
const SESSION = '-c TimeZone=UTC -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3 -c tcp_user_timeout=60000 -c idle_in_transaction_session_timeout=300000';
/** Long values are packed by LZ4 where the server can, at half of what storing a digest takes otherwise and in as few bytes. */
const COMPRESS = `SELECT set_config(name, 'lz4', false) FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)`;
/** Connections of one process; a count takes three at once. */
const POOL_SIZE = 8;

/**
 * Opens the register in a PostgreSQL database that several processes may share; writers take turns. Its tables lie in the first schema of
 * the user's search path. Fails with `register-unreachable` (no server, no such database, no rights, or PostgreSQL below 15),
 * `register-missing` (mode `existing` and no tables yet) or `register-newer`.
 * @param silenceMs after so long without an answer the server is looked for, and given up when it is not found (`register-unreachable`)
 * @param address `postgres://user:password@host:port/database`, with node-postgres's parameters (`?sslmode=require`)
 */
export async function openPostgres(address: string, mode: 'create' | 'existing', clock: () => Date, silenceMs = SILENCE_MS): Promise<Register> {
  const place = displayAddress(address);
  // Loaded late: most registers are folders.
  const { Pool, types } = (await import('pg')).default;
  const config = { connectionString: address, application_name: 'holdout' };
  let pool: InstanceType<typeof Pool>;
  try {
    pool = new Pool({
      ...config,
      max: POOL_SIZE,
      connectionTimeoutMillis: Math.min(CONNECT_TIMEOUT_MS, silenceMs),
      keepAlive: true,
      keepAliveInitialDelayMillis: 30_000,
      options: SESSION,
      types: { getTypeParser: (oid, format) => COLUMN_PARSERS[oid] ?? types.getTypeParser(oid, format) },
    });
  } catch (cause) {
    throw unreachable(place, 'its address cannot be understood', cause);
  }
  // A connection that the server cuts, idle or in use, fails its query and is replaced; without listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    watchSilence(client, config, silenceMs);
    client.query(COMPRESS).catch(() => undefined);
  });
  const explain = (error: unknown): Promise<unknown> => Promise.resolve(explainPostgres(error, place));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log: observeQuery });
  try {
    await refuseOld(db, place);
    if (mode === 'existing') await refuseMissing(db, place);
    await migrate(db, place, clock());
  } catch (error) {
    await db.destroy();
    throw error instanceof HoldoutError ? error : await explain(error);
  }
  let shutting: Promise<void> | undefined;
  return new Register({
    db,
    place,
    clock,
    // The server watches its own disk, and says so as 53100.
    prepareWrite: () => Promise.resolve(),
    explain,
    shut: () => (shutting ??= db.destroy()),
  });
}

async function refuseOld(db: Kysely<Tables>, place: string): Promise<void> {
  const found = await sql<{
    version: number;
  }>`SELECT current_setting('server_version_num')::integer AS version`.execute(db);
  const major = Math.floor((found.rows[0]?.version ?? 0) / 10_000);
  if (major >= OLDEST_MAJOR) return;
  throw new HoldoutError(
    'register-unreachable',
    `The register ${place} lies on PostgreSQL ${major} and Holdout needs ${OLDEST_MAJOR} or later; name a newer server with --register postgres://….`,
    { category: 'unsupported' },
  );
}

async function refuseMissing(db: Kysely<Tables>, place: string): Promise<void> {
  const found = await sql<{ there: boolean }>`SELECT to_regclass('schema_version') IS NOT NULL AS there`.execute(db);
  if (found.rows[0]?.there === true) return;
  throw new HoldoutError(
    'register-missing',
    `There is no register in ${place}; make one with \`holdout read FILE --question QUESTION --register ${place}\`.`,
  );
}
