import { DOCUMENTS_A_KILL, killWhileWriting } from '../../chaos/register-kills.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { corpusEntry, STATEMENTS_EACH } from './children/corpus.js';
import { schemaReference } from '../../src/register/schema/schema-reference.js';
import { documentOf, failureOf, openTest, question, simpleReading } from './helpers.js';
import { postgresBinaries, postgresTest, query, startPostgres, type PostgresServer } from './postgres-server.js';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from '../../src/register/schema/tables.js';

const oneSentence = /^[^\n]*[^.\n]\.$/;

test('an address that nothing answers is refused in a sentence that keeps the password to itself', async () => {
  const failure = await failureOf(openTest('postgres://me:secret@127.0.0.1:1/x?password=secret'));
  expect(failure.code).toBe('register-unreachable');
  expect(failure.message).toMatch(oneSentence);
  expect(failure.message).toContain('postgres://me@127.0.0.1:1/x');
  expect(failure.message).not.toContain('secret');
});

describe.skipIf(postgresBinaries === null)(postgresTest('a register on a PostgreSQL server'), () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  test('existing mode says that there is none and makes nothing', async () => {
    const address = await server.newDatabase();
    const failure = await failureOf(openTest(address, { mode: 'existing' }));
    expect(failure).toMatchObject({ code: 'register-missing', message: expect.stringMatching(oneSentence) });
    expect((await query(address, `SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).rowCount).toBe(0);
  });
  test('a database that is not there is named with the remedy', async () => {
    const address = (await server.newDatabase()).replace(/register_\d+$/, 'nowhere');
    expect(await failureOf(openTest(address))).toMatchObject({
      code: 'register-unreachable',
      message: expect.stringContaining('createdb'),
    });
  });
  test('a newer schema is refused', async () => {
    const address = await server.newDatabase();
    await (await openTest(address)).close();
    await query(address, `INSERT INTO schema_version VALUES (99, 'future', now())`);
    expect(await failureOf(openTest(address))).toMatchObject({
      code: 'register-newer',
      message: expect.stringContaining('schema 99'),
    });
  });
  test('the schema is the one of SCHEMA.md', async () => {
    const address = await server.newDatabase();
    await (await openTest(address)).close();
    const db = new Kysely<Tables>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: address }) }),
    });
    const reference = await schemaReference(db);
    await db.destroy();
    await expect(reference).toMatchFileSnapshot('../../src/register/SCHEMA.md');
  });
  test('nothing can be changed or removed', async () => {
    const address = await server.newDatabase();
    const register = await openTest(address);
    await register.putQuestion(question());
    const document = documentOf('Hungary said no.');
    await register.putReading(document, 'q', simpleReading(document, 'HUN'));
    await register.close();
    await expect(query(address, 'DELETE FROM signal')).rejects.toThrow(/append-only: DELETE/);
    await expect(query(address, `UPDATE statement SET speaker = 'x'`)).rejects.toThrow(/append-only: UPDATE/);
  });
  test('several openings at once make one register, and several writers make each document once, in the order of time', async () => {
    const address = await server.newDatabase();
    const registers = await Promise.all(Array.from({ length: 4 }, () => openTest(address)));
    await Promise.all(registers.map((register) => register.putQuestion(question())));
    const added = await Promise.all(
      registers.flatMap((register) =>
        Array.from({ length: 20 }, async (_, i) => {
          const { document, reading } = corpusEntry(i);
          return (await register.putReading(document, 'q', reading)).added;
        }),
      ),
    );
    expect(added.filter(Boolean)).toHaveLength(20);
    expect(await registers[0]!.signals({ question: 'q' })).toHaveLength(20 * STATEMENTS_EACH);
    for (const register of registers) await register.close();
    const times = await query(
      address,
      'SELECT count(*)::int AS n FROM reading a JOIN reading b ON a.id < b.id AND a.recorded_at > b.recorded_at',
    );
    expect(times.rows).toEqual([{ n: 0 }]);
    expect((await query(address, 'SELECT count(*)::int AS n FROM question')).rows).toEqual([{ n: 1 }]);
  });

  const KILLS = 4;
  test(`kill -9 of PostgreSQL at ${KILLS} moments in mid-write: nothing acknowledged is lost, nothing doubled, and the writer says what to do`, async () => {
    const report = await killWhileWriting('postgres', KILLS);
    expect(report).toMatchObject({ kills: KILLS, documents: KILLS * DOCUMENTS_A_KILL });
    expect(report.acknowledged).toBeGreaterThan(0);
  }, 110_000);
});
