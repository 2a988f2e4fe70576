import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupRegister, restoreRegister } from '../../src/app/backup.js';
import { eraseDocument } from '../../src/app/erase-document.js';
import { readInputs } from '../../src/app/read-inputs.js';
import { reportCount, reportDocument } from '../../src/app/reports.js';
import { reviewSignal } from '../../src/app/review/decide.js';
import type { Document } from '../../src/domain/document.js';
import { unwrap } from '../../src/domain/unwrap.js';
import type { Register } from '../../src/register/index.js';
import { day, documentOf, failureOf, openTest, question, simpleReading, state } from './helpers.js';
import { homes } from './homes.js';

const today = day('2024-12-31');
const SECRET = 'Hungary secretly said no.';

describe.each(homes.filter(({ available }) => available))('an erasure in a register $name', (home) => {
  let register: Register;
  let erased: Document;
  let kept: Document;
  beforeAll(async () => {
    register = await openTest(await home.newPlace());
    await register.putQuestion(question('q', { members: ['HUN', 'DEU'].map(state) }));
    erased = documentOf(SECRET, { published: day('2024-10-01'), title: 'Secretly' });
    kept = documentOf('Germany said no.', { published: day('2024-10-01') });
    await register.putReading(erased, 'q', simpleReading(erased, 'HUN'));
    await register.putReading(kept, 'q', simpleReading(kept, 'DEU'));
    const [signal] = await register.signals({ question: 'q', member: state('HUN') });
    unwrap(await reviewSignal(register, 'q', 'accept', signal!.id, {}, { author: 'Ana', note: '' }));
  });
  afterAll(async () => {
    await register.close();
    await home.close();
  });

  const dumped = async (): Promise<string> => {
    const lines: string[] = [];
    await register.dump((line) => Promise.resolve(void lines.push(line)));
    return lines.join('\n');
  };

  test('needs an author and a reason, and a document that is there', async () => {
    for (const [id, author, reason] of [[erased.id, 'Ana', ' '], [erased.id, ' ', 'order'], ['0'.repeat(12), 'Ana', 'order']] as const)
      expect((await eraseDocument(register, id, author, reason)).ok).toBe(false);
    expect(await dumped()).toContain(SECRET);
  });
  test('removes every word of the document, says what went, and leaves the rest and a tombstone', async () => {
    const knownBefore = new Date();
    const tombstone = unwrap(await eraseDocument(register, erased.id.slice(0, 10), 'Ana', 'court order 1/24'));
    expect(tombstone).toMatchObject({ documentId: erased.id, author: 'Ana', reason: 'court order 1/24', removed: { statements: 1, signals: 1, decisions: 1 }, sameWords: [] });
    expect(await dumped()).not.toMatch(/ecretly/);
    const count = unwrap(await reportCount(register, 'q', {}, today));
    expect(count.members.map((m) => [m.member, m.stance])).toEqual([['HUN', 'unknown'], ['DEU', 'oppose']]);
    expect(count.documents).toBe(1);
    expect(unwrap(await reportCount(register, 'q', { knownAt: knownBefore }, today)).members[0]?.stance).toBe('unknown');
    expect(await reportDocument(register, erased.id, 'q')).toMatchObject({ ok: false, error: { code: 'document-erased', message: expect.stringContaining('court order 1/24') } });
    expect(await register.erasures()).toHaveLength(1);
    expect(unwrap(await reportDocument(register, kept.id, 'q')).text).toBe('Germany said no.');
  });
  test('holds against reading the same document again', async () => {
    expect(await failureOf(register.putReading(erased, 'q', simpleReading(erased, 'HUN', 'oppose', 'reader@9')))).toMatchObject({ code: 'document-erased' });
    const file = join(mkdtempSync(join(tmpdir(), 'holdout-erasure-')), 'a.txt');
    writeFileSync(file, SECRET);
    const undated = documentOf(SECRET);
    await register.putReading(undated, 'q', { reader: 'reader@0', statements: [], signals: [] });
    const outcomes = async () => {
      const found: { kind: string; code?: string }[] = [];
      for await (const outcome of readInputs(register, (await register.question('q'))!, [file], {}, today)) found.push(outcome);
      return found;
    };
    expect((await outcomes())[0]?.kind).toBe('read');
    const address = (await register.documents()).find((d) => d.textSha256 === erased.textSha256)!;
    unwrap(await eraseDocument(register, address.id, 'Ana', 'court order 1/24'));
    expect(await outcomes()).toMatchObject([{ kind: 'failed', code: 'document-erased' }]);
  });
  test('is sound to doctor, and survives backup and restore without its words', async () => {
    expect(await register.examine()).toMatchObject({ documents: 1, erased: 2, problems: [] });
    const file = join(mkdtempSync(join(tmpdir(), 'holdout-erasure-')), 'b.gz');
    await backupRegister(register, file);
    expect(gunzipSync(readFileSync(file)).toString()).not.toMatch(/ecretly/);
    const copy = await openTest(await home.newPlace());
    try {
      expect(await restoreRegister(copy, file)).toMatchObject({ documents: 1, erased: 2, problems: [] });
      expect(await copy.erasures()).toEqual(await register.erasures());
    } finally {
      await copy.close();
    }
  });
});
