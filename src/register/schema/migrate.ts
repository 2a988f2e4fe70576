import { sql, type Kysely } from 'kysely';
import { HoldoutError } from '../../domain/failure.js';
import type { Migration } from './migration.js';
import { MIGRATIONS } from './migrations/index.js';
import type { Tables } from './tables.js';

/** Number of the lock that keeps two servers from migrating one database at once; any fixed number would do. */
const MIGRATION_LOCK = 4_865_627;

/**
 * Brings a database to the newest schema, all missing steps in one transaction: it happens whole or not at all. A database whose version
 * is beyond `migrations` fails with `register-newer` and is left alone.
 * @param place the register as messages call it
 * @param now system time to note beside each step
 */
export async function migrate(
  db: Kysely<Tables>,
  place: string,
  now: Date,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const newest = migrations.at(-1)?.version ?? 0;
  if (await isCurrent(db, place, newest)) return;
  await db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
    await sql`CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL)`.execute(
      tx,
    );
    const current = await versionOf(tx);
    refuseNewer(current, newest, place);
    if (current === 0) for (const comment of VERSION_COMMENTS) await sql.raw(comment).execute(tx);
    for (const migration of migrations.filter((step) => step.version > current)) {
      for (const statement of migration.statements) await sql.raw(statement).execute(tx);
      await tx
        .insertInto('schema_version')
        .values({ version: migration.version, name: migration.name, applied_at: now })
        .execute();
    }
  });
}

const VERSION_COMMENTS = [
  `COMMENT ON TABLE schema_version IS 'The steps of the schema that this register has taken.'`,
  `COMMENT ON COLUMN schema_version.version IS 'Number of the step: 1, 2, 3, … A program that does not know the highest refuses the register.'`,
  `COMMENT ON COLUMN schema_version.name IS 'Name of the step, e.g. "record".'`,
  `COMMENT ON COLUMN schema_version.applied_at IS 'System time (UTC): when the step was taken.'`,
];

async function isCurrent(db: Kysely<Tables>, place: string, newest: number): Promise<boolean> {
  const found = await sql<{ exists: boolean }>`SELECT to_regclass('schema_version') IS NOT NULL AS exists`.execute(db);
  if (found.rows[0]?.exists !== true) return false;
  const current = await versionOf(db);
  refuseNewer(current, newest, place);
  return current === newest;
}

async function versionOf(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('schema_version')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst();
  return row?.version ?? 0;
}

function refuseNewer(current: number, newest: number, place: string): void {
  if (current <= newest) return;
  throw new HoldoutError(
    'register-newer',
    `The register ${place} was made by a newer Holdout (schema ${current}, this one knows ${newest}); update Holdout or name another register with --register DIR.`,
  );
}
