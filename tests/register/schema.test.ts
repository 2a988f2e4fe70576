import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pgliteDialect } from '../../src/register/pglite/pglite-dialect.js';
import { schemaReference } from '../../src/register/schema/schema-reference.js';
import type { Tables } from '../../src/register/schema/tables.js';
import { newFolder, openTest, removeFolders } from './helpers.js';

let db: Kysely<Tables>;
beforeAll(async () => {
  const folder = newFolder();
  await (await openTest(folder)).close();
  db = new Kysely<Tables>({ dialect: pgliteDialect(await PGlite.create(join(folder, 'pg'))) });
});
afterAll(async () => {
  await db.destroy();
  removeFolders();
});

test('SCHEMA.md is what the migrations make', async () => {
  await expect(await schemaReference(db)).toMatchFileSnapshot('../../src/register/SCHEMA.md');
});

test('every table and every column says what it means', async () => {
  const silent = await sql<{ name: string }>`
    SELECT c.relname || coalesce('.' || a.attname, '') AS name
    FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND (obj_description(c.oid, 'pg_class') IS NULL OR col_description(c.oid, a.attnum) IS NULL)`.execute(db);
  expect(silent.rows).toEqual([]);
});

test('every table but the schema’s own and what texts give again is append-only', async () => {
  const open = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = c.relname || '_append_only') ORDER BY 1`.execute(
    db,
  );
  expect(open.rows).toEqual([{ name: 'document_analysis' }, { name: 'schema_version' }]);
});

test.each(['statement', 'signal'])('the id of a %s is a hash or refused', async (table) => {
  const columns = { document_id: sql`'d'`, speaker: sql`'s'`, speaks_for_kind: sql`'nobody'`, about: sql`'{}'`, attribution: sql`'outlet'`, directness: sql`'direct'`, source: sql`'[]'`, cue: sql`'[]'`, content: sql`'[{}]'` };
  const others = { reading_id: sql`1`, ordinal: sql`0`, statement_ordinal: sql`0`, member: sql`'HUN'`, option_id: sql`'a'`, stance: sql`'support'`, firmness: sql`1`, confidence: sql`1`, reasons: sql`'[]'`, evidence: sql`'[{}]'`, rule: sql`'r'` };
  const row = { ...(table === 'statement' ? columns : others), quote: sql`'q'`, recorded_at: sql`now()` };
  const put = (id: string) => sql`INSERT INTO ${sql.table(table)} (id, ${sql.join(Object.keys(row).map((name) => sql.ref(name)))}) VALUES (${id}, ${sql.join(Object.values(row))})`.execute(db);
  for (const id of ['', 'ab', 'a'.repeat(63), 'a'.repeat(65), 'A'.repeat(64)]) await expect(put(id)).rejects.toThrow(`${table}_id_check`);
  for (const id of ['g'.repeat(64), `${'a'.repeat(63)} `]) await expect(put(id)).rejects.toThrow(/hexadecimal/);
  await expect(put('0123456789abcdef'.repeat(4))).rejects.toThrow(/foreign key/);
});
