import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRegister } from '../../src/register/index.js';
import { pgliteDialect } from '../../src/register/pglite/pglite-dialect.js';
import { migrate } from '../../src/register/schema/migrate.js';
import { MIGRATIONS } from '../../src/register/schema/migrations/index.js';
import type { Tables } from '../../src/register/schema/tables.js';
import { documentOf, failureOf, newFolder, openTest, question, removeFolders, simpleReading } from './helpers.js';

const document = documentOf('Hungary said no.');
let original: string;
beforeAll(async () => {
  original = newFolder();
  const register = await openTest(original);
  await register.putQuestion(question());
  await register.putReading(document, 'q', simpleReading(document, 'HUN'));
  await register.close();
});
afterAll(removeFolders);

/** A copy of the register with one document, changed by SQL or on disk. */
async function altered(change: (folder: string) => void | Promise<void>): Promise<string> {
  const folder = newFolder();
  cpSync(original, folder, { recursive: true });
  await change(folder);
  return folder;
}
const bySql = (statements: string) => async (folder: string) => {
  const pglite = await PGlite.create(join(folder, 'pg'));
  await pglite.exec(statements);
  await pglite.close();
};
const oneSentence = /^[^\n]*[^.\n]\.$/;

describe('folders that hold no register', () => {
  test('existing mode says so and makes nothing', async () => {
    const folder = newFolder();
    expect(await failureOf(openRegister(folder, { mode: 'existing' }))).toMatchObject({
      code: 'register-missing',
      message: expect.stringMatching(/There is no register in .*holdout read.*--register DIR/),
    });
    expect(readdirSync(join(folder, '..'))).toEqual([]);
  });
  test('somebody else’s folder is left alone', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.txt'), 'x');
    expect(await failureOf(openTest(folder))).toMatchObject({
      code: 'register-missing',
      message: expect.stringContaining('holds other files'),
    });
    expect(readdirSync(folder)).toEqual(['thesis.txt']);
  });
  test('a file is no folder', async () => {
    const folder = newFolder();
    writeFileSync(folder, 'x');
    expect(await failureOf(openTest(folder))).toMatchObject({
      code: 'register-missing',
      message: expect.stringContaining('is a file'),
    });
  });
  test('a creation that was killed half-way is begun again', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'pg.draft/base'), { recursive: true });
    writeFileSync(join(folder, 'pg.draft/PG_VERSION'), '18\n');
    const register = await openTest(folder);
    expect(await register.documents()).toEqual([]);
    await register.close();
    expect(readdirSync(folder)).toEqual(['pg']);
  });
});

describe('registers that cannot be used are refused in one sentence', () => {
  const cases: [string, (folder: string) => void | Promise<void>, string, RegExp][] = [
    [
      'a newer schema',
      bySql(`INSERT INTO schema_version VALUES (99, 'future', now())`),
      'register-newer',
      /schema 99.*update Holdout/,
    ],
    ['a newer PostgreSQL', (f) => writeFileSync(join(f, 'pg/PG_VERSION'), '19\n'), 'register-newer', /PostgreSQL 19/],
    ['no version file', (f) => rmSync(join(f, 'pg/PG_VERSION')), 'register-corrupt', /no version file/],
    [
      'a control file of zeros',
      (f) => writeFileSync(join(f, 'pg/global/pg_control'), Buffer.alloc(8192)),
      'register-corrupt',
      /is damaged/,
    ],
    ['a log of no length', (f) => truncateAll(join(f, 'pg/pg_wal')), 'register-corrupt', /is damaged/],
    ['an empty data folder', (f) => rmSync(join(f, 'pg/base'), { recursive: true }), 'register-corrupt', /is damaged/],
  ];
  test.each(cases)('%s', async (_what, change, code, message) => {
    const folder = await altered(change);
    const failure = await failureOf(openTest(folder));
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(message);
    expect(failure.message).toMatch(oneSentence);
    expect(readdirSync(folder)).toEqual(['pg']);
  });

  test('a refused newer register is unchanged: without the new step it opens with all it had', async () => {
    const folder = await altered(bySql(`INSERT INTO schema_version VALUES (${MIGRATIONS.length + 1}, 'future', now())`));
    await failureOf(openTest(folder));
    await bySql(`DELETE FROM schema_version WHERE version = ${MIGRATIONS.length + 1}`)(folder);
    const register = await openTest(folder);
    expect(await register.signals({ question: 'q' })).toHaveLength(1);
    await register.close();
  });

  const unlocked = (table: string, change: string) => bySql(`ALTER TABLE ${table} DISABLE TRIGGER ALL; ${change}`);
  test.each([
    ['an altered text', unlocked('document_text', `UPDATE document_text SET text = 'Hungary said yo.'`)],
    ['a missing text', unlocked('document_text', 'DELETE FROM document_text')],
    ['an altered quote', unlocked('signal', `UPDATE signal SET quote = 'Hungary said yes'`)],
    [
      'an altered span',
      unlocked('signal', `UPDATE signal SET evidence = '[{"start": 1, "end": 16, "exact": "Hungary said no"}]'`),
    ],
    [
      'an altered statement',
      unlocked('statement', `UPDATE statement SET content = '[{"start": 0, "end": 99, "exact": "Hungary said no"}]'`),
    ],
  ])('%s is noticed when it is read, by document', async (_what, change) => {
    const register = await openTest(await altered(change));
    const failure = await failureOf(register.signals({ question: 'q' }));
    await register.close();
    expect(failure).toMatchObject({ code: 'register-corrupt', message: expect.stringContaining(document.id) });
    expect(failure.message).toMatch(oneSentence);
  });
});

describe('the schema', () => {
  const connect = async (folder: string): Promise<Kysely<Tables>> =>
    new Kysely<Tables>({ dialect: pgliteDialect(await PGlite.create(join(folder, 'pg'))) });

  test('nothing can be changed or removed', async () => {
    const db = await connect(await altered(() => undefined));
    for (const table of [
      'document',
      'document_text',
      'question',
      'reading',
      'statement',
      'reading_statement',
      'signal',
    ]) {
      await expect(sql`DELETE FROM ${sql.table(table)}`.execute(db)).rejects.toThrow(/append-only: DELETE/);
      await expect(sql`TRUNCATE ${sql.table(table)} CASCADE`.execute(db)).rejects.toThrow(/append-only: TRUNCATE/);
    }
    await expect(sql`UPDATE signal SET stance = 'support'`.execute(db)).rejects.toThrow(/append-only: UPDATE/);
    await db.destroy();
  });
  test('a migration that fails half-way leaves the schema it found', async () => {
    const db = await connect(await altered(() => undefined));
    const failing = [
      ...MIGRATIONS,
      { version: MIGRATIONS.length + 1, name: 'broken', statements: ['CREATE TABLE half (a integer)', 'SELECT 1 / 0'] },
    ];
    await expect(migrate(db, 'test', new Date(), failing)).rejects.toThrow(/division by zero/);
    const found = await sql<{
      half: string | null;
      version: number;
    }>`SELECT to_regclass('half')::text AS half, (SELECT max(version) FROM schema_version) AS version`.execute(db);
    expect(found.rows).toEqual([{ half: null, version: MIGRATIONS.length }]);
    await db.destroy();
  });
  test('migrations are numbered without gaps', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, i) => i + 1));
  });
});

/** Mounts need rights that not every machine gives; without them the test is listed as skipped. */
function smallDisk(megabytes: number): string | null {
  const folder = newFolder();
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return null;
  }
}

describe('a full disk', () => {
  const disk = smallDisk(110);
  afterAll(() => {
    if (disk) execFileSync('umount', [disk]);
  });
  test.skipIf(disk === null)(
    `is refused with a sentence and loses nothing${disk === null ? ' (skipped: mounting is not allowed here)' : ''}`,
    async () => {
      const folder = join(disk ?? '', 'register');
      const filler = join(disk ?? '', 'filler');
      const register = await openTest(folder);
      await register.putQuestion(question());
      const texts = Array.from({ length: 3 }, (_, i) => documentOf(`Hungary said no for the ${i}th time.`));
      await register.putReading(texts[0]!, 'q', simpleReading(texts[0]!, 'HUN'));
      appendFileSync(filler, Buffer.alloc(40_000_000));
      const failure = await failureOf(register.putReading(texts[1]!, 'q', simpleReading(texts[1]!, 'HUN')));
      expect(failure).toMatchObject({ code: 'disk-full', message: expect.stringContaining('free some space') });
      expect(failure.message).toMatch(oneSentence);
      await register.close();
      try {
        appendFileSync(filler, Buffer.alloc(80_000_000));
      } catch {
        // Full to the last byte, as meant.
      }
      expect(await failureOf(openTest(folder))).toMatchObject({ code: 'disk-full' });
      rmSync(filler);
      const again = await openTest(folder);
      expect(await again.documents()).toHaveLength(1);
      for (const text of texts) await again.putReading(text, 'q', simpleReading(text, 'HUN'));
      expect(await again.signals({ question: 'q' })).toHaveLength(3);
      await again.close();
    },
  );
});

function truncateAll(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile()) truncateSync(join(folder, entry.name), 0);
}
