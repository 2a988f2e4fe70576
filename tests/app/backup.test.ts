import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PGlite } from '@electric-sql/pglite';
import { backupRegister, restoreRegister, verifyBackup } from '../../src/app/backup.js';
import { declarePosition } from '../../src/app/review/decide.js';
import type { Register } from '../../src/register/index.js';
import { corpusEntry } from '../register/children/corpus.js';
import {
  documentOf,
  failureOf,
  newFolder,
  openTest,
  question,
  removeFolders,
  simpleReading,
} from '../register/helpers.js';
import { homes } from '../register/homes.js';

const oneSentence = /^[^\n]*[^.\n]\.$/;
const place = (): string => {
  const folder = newFolder();
  mkdirSync(dirname(folder), { recursive: true });
  return join(dirname(folder), 'register.backup');
};
const everything = async (r: Register) => [
  await r.documents(),
  await r.questions(),
  await r.statements(),
  await r.signals({ question: 'q' }),
  await r.reviews({ question: 'q' }),
  await r.readings('q'),
];

describe.each(homes.filter(({ available }) => available))('a backup of a register $name', (home) => {
  let register: Register;
  let file: string;
  beforeAll(async () => {
    register = await openTest(await home.newPlace());
    await register.putQuestion(question());
    for (let i = 0; i < 30; i += 1) await register.putReading(corpusEntry(i).document, 'q', corpusEntry(i).reading);
    const odd = documentOf('„Nein“ – 😀 said Hungary: \\u0041 "no"\tend.');
    await register.putReading(odd, 'q', simpleReading(odd, 'HUN'));
    expect(
      await declarePosition(register, 'q', { member: 'HUN', stance: 'support' }, { author: 'Ana', note: 'n' }),
    ).toMatchObject({ ok: true });
    file = place();
    await backupRegister(register, file);
  });
  afterAll(async () => {
    await register.close();
    await home.close();
    removeFolders();
  });

  test.each(homes.filter(({ available }) => available))(
    'restored $name it is the same in every row and goes on',
    async (other) => {
      const restored = await openTest(await other.newPlace());
      const found = await restoreRegister(restored, file);
      expect(found).toMatchObject({ documents: 31, statements: 361, signals: 361, problems: [] });
      expect(await everything(restored)).toEqual(await everything(register));
      // The numbers go on after the restored ones.
      const next = documentOf('Hungary said no once more.');
      expect(await restored.putReading(next, 'q', simpleReading(next, 'HUN'))).toEqual({ added: true });
      const again = place();
      await backupRegister(restored, again);
      expect(await failureOf(restoreRegister(restored, again))).toMatchObject({
        code: 'usage',
        message: expect.stringMatching(oneSentence),
      });
      await restored.close();
    },
  );
  test('a cut, an altered and a wrong file are refused before anything is restored', async () => {
    const target = await openTest(newFolder());
    const damage: [string, () => Buffer][] = [
      ['cut', () => readFileSync(file).subarray(0, 2_000)],
      ['altered', () => gzipSync(gunzipSync(readFileSync(file)).toString().replace('oppose', 'suppot'))],
      [
        'last line missing',
        () => gzipSync(gunzipSync(readFileSync(file)).toString().split('\n').slice(0, -2).join('\n')),
      ],
      ['no backup', () => Buffer.from('hello')],
      ['empty', () => gzipSync('')],
    ];
    for (const [what, bytes] of damage) {
      const bad = place();
      writeFileSync(bad, bytes());
      expect(await failureOf(restoreRegister(target, bad)), what).toMatchObject({
        code: 'input-unreadable',
        message: expect.stringMatching(oneSentence),
      });
    }
    expect(await failureOf(verifyBackup(place()))).toMatchObject({
      code: 'input-unreadable',
      message: expect.stringContaining('ENOENT'),
    });
    expect(await target.documents()).toEqual([]);
    await target.close();
  });
  test('a backup that cannot be written leaves nothing behind', async () => {
    const path = place();
    expect(await failureOf(backupRegister(register, join(dirname(path), 'nowhere', 'x')))).toMatchObject({
      code: 'input-unreadable',
    });
    expect(readdirSync(dirname(path))).toEqual([]);
  });
  test('the examination finds the register sound', async () => {
    expect((await register.examine()).problems).toEqual([]);
  });
});

describe('the doctor names what is wrong and where', () => {
  const cases: [string, string, RegExp][] = [
    ['an altered text', 'document_text', /text of document \w+ is not the one/],
    ['an altered quote', 'signal', /signal \w+/],
    ['an altered speaker', 'statement', /statement \w+ is not the one that was stored/],
  ];
  const changes: Record<string, string> = {
    document_text: `UPDATE document_text SET text = 'Hungary said yo.'`,
    signal: `UPDATE signal SET quote = 'Hungary said yes'`,
    statement: `UPDATE statement SET speaker = 'Somebody else'`,
  };
  test.each(cases)('%s', async (_what, table, message) => {
    const folder = newFolder();
    const register = await openTest(folder);
    await register.putQuestion(question());
    const document = documentOf('Hungary said no.');
    await register.putReading(document, 'q', simpleReading(document, 'HUN'));
    await register.close();
    const pglite = await PGlite.create(join(folder, 'pg'));
    await pglite.exec(`ALTER TABLE ${table} DISABLE TRIGGER ALL; ${changes[table] ?? ''}`);
    await pglite.close();
    const again = await openTest(folder);
    const { problems } = await again.examine();
    await again.close();
    expect(problems.join('\n')).toMatch(message);
    expect(problems.join('\n')).toContain(document.id);
  });
});
