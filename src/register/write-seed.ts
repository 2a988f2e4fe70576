import { rename, writeFile } from 'node:fs/promises';
import { Kysely } from 'kysely';
import { COLUMN_PARSERS } from './pglite/column-parsers.js';
import { pgliteDialect } from './pglite/pglite-dialect.js';
import { migrate } from './schema/migrate.js';
import type { Tables } from './schema/tables.js';

/**
 * Writes an empty register of the newest schema as a gzipped tar, from which `openRegister` makes new ones several times faster. For the
 * build and the tests; the file appears whole or not at all.
 */
export async function writeSeed(path: string): Promise<void> {
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await PGlite.create({ parsers: { ...COLUMN_PARSERS } });
  const db = new Kysely<Tables>({ dialect: pgliteDialect(pglite) });
  try {
    await migrate(db, path, new Date());
    const dump = await pglite.dumpDataDir('gzip');
    const draft = `${path}.draft-${process.pid}`;
    await writeFile(draft, Buffer.from(await dump.arrayBuffer()));
    await rename(draft, path);
  } finally {
    await db.destroy();
  }
}
