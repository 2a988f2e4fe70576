import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Register } from '../../src/register/index.js';
import { documentOf, failureOf, newFolder, openTest, question, removeFolders, simpleReading } from './helpers.js';
import { homes } from './homes.js';
import { inFolder } from './older-schema.js';

const bytesOf = (...numbers: number[]): Uint8Array => Uint8Array.from(numbers);
const entry = (words: string, analysis?: Uint8Array, reader = 'reader@1') => {
  const document = documentOf(words);
  return { document, reading: simpleReading(document, 'HUN', 'oppose', reader), ...(analysis ? { analysis } : {}) };
};

describe.each(homes.filter(({ available }) => available))('analyses in a register $name', (home) => {
  let register: Register;
  beforeAll(async () => {
    register = await openTest(await home.newPlace());
    await register.putQuestion(question());
  });
  afterAll(async () => {
    await register.close();
    await home.close();
  });

  test('come back as they were given, those asked for and no others', async () => {
    const long = Uint8Array.from({ length: 100_000 }, (_, k) => (k * k) % 251);
    const [one, two, three] = [entry('Hungary said no once.', bytesOf(0, 255, 92, 39, 0)), entry('Hungary said no twice.', long), entry('Hungary said no thrice.')];
    await register.putReadings('q', [one, two, three]);
    const ids = [one, two, three].map(({ document }) => document.id);
    expect(await register.analyses(ids)).toEqual(new Map([[ids[0], one.analysis], [ids[1], long]]));
    expect([...(await register.analyses([ids[1]!])).keys()]).toEqual([ids[1]]);
    expect((await register.analyses([])).size).toBe(0);
  });

  test('take the place of earlier ones, though the reading is there already', async () => {
    const [was, is] = [entry('Hungary said no again.', bytesOf(1)), entry('Hungary said no again.', bytesOf(2, 3))];
    expect(await register.putReadings('q', [was])).toEqual([true]);
    expect(await register.putReadings('q', [is])).toEqual([false]);
    expect((await register.analyses([is.document.id])).get(is.document.id)).toEqual(bytesOf(2, 3));
  });

  test('are not stored where the reading is refused', async () => {
    const wrong = entry('Hungary said no in vain.', bytesOf(1));
    await failureOf(register.putReadings('q', [{ ...wrong, reading: { ...wrong.reading, signals: [{ ...wrong.reading.signals[0]!, option: 'none' }] } }]));
    expect((await register.analyses([wrong.document.id])).size).toBe(0);
  });

  test('are left out of backups, and go with an erasure', async () => {
    const gone = entry('Hungary secretly said no.', bytesOf(83, 69, 67));
    await register.putReadings('q', [gone]);
    const lines: string[] = [];
    await register.dump((line) => Promise.resolve(void lines.push(line)));
    expect(lines.join('\n')).not.toContain('document_analysis');
    await register.erase(gone.document.id, 'Ana', 'order');
    expect((await register.analyses([gone.document.id])).size).toBe(0);
    expect(await failureOf(register.putReadings('q', [gone]))).toMatchObject({ code: 'document-erased' });
    expect((await register.analyses([gone.document.id])).size).toBe(0);
    expect((await register.examine()).problems).toEqual([]);
  });
});

test('a register of schema 13 opens without any, and takes them with the next readings', async () => {
  const folder = newFolder();
  const filled = await openTest(folder);
  await filled.putQuestion(question());
  const before = entry('Hungary said no before.');
  await filled.putReadings('q', [before]);
  await filled.close();
  await inFolder(folder, async (db) => {
    await sql`DROP TABLE document_analysis`.execute(db);
    await sql`DELETE FROM schema_version WHERE version >= 14`.execute(db);
  });
  const register = await openTest(folder, { mode: 'existing' });
  expect((await register.analyses([before.document.id])).size).toBe(0);
  await register.putReadings('q', [entry('Hungary said no before.', bytesOf(9), 'reader@2')]);
  expect(await register.analyses([before.document.id])).toEqual(new Map([[before.document.id, bytesOf(9)]]));
  await register.close();
  removeFolders();
});
