import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import type { Register } from '../../src/register/index.js';
import { pgliteDialect } from '../../src/register/pglite/pglite-dialect.js';
import { migrate } from '../../src/register/schema/migrate.js';
import { MIGRATIONS } from '../../src/register/schema/migrations/index.js';
import type { Tables } from '../../src/register/schema/tables.js';
import { newFolder } from './helpers.js';

/** The database of a folder that nobody has open, for what the register itself would never do. */
export async function inFolder<T>(folder: string, action: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const db = new Kysely<Tables>({ dialect: pgliteDialect(await PGlite.create(join(folder, 'pg'))) });
  return action(db).finally(() => db.destroy());
}

/** A folder with what a register holds, as an older schema would have it. */
export async function asOfSchema(register: Register, version: number): Promise<string> {
  const lines: string[] = [];
  await register.dump((line) => Promise.resolve(void lines.push(line)));
  const folder = newFolder();
  mkdirSync(folder);
  await inFolder(folder, async (db) => {
    await migrate(db, folder, new Date(), MIGRATIONS.slice(0, version));
    for (const line of lines.slice(1)) {
      const { t, r } = JSON.parse(line) as { t: string; r: unknown };
      await sql`INSERT INTO ${sql.table(t)} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::${sql.table(t)}, ${JSON.stringify(r)}::jsonb)`.execute(db);
    }
  });
  return folder;
}
