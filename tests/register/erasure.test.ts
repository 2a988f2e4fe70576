import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupRegister, restoreRegister } from '../../src/app/backup.js';
import { eraseDocument } from '../../src/app/erase-document.js';
import { followRound } from '../../src/app/follow/follow-round.js';
import { takeUpSource } from '../../src/app/follow/manage-sources.js';
import { readInputs } from '../../src/app/read-inputs.js';
import { reportCount, reportDocument } from '../../src/app/reports.js';
import { reviewSignal } from '../../src/app/review/decide.js';
import type { Document } from '../../src/domain/document.js';
import { unwrap } from '../../src/domain/unwrap.js';
import { Fetcher } from '../../src/gather/fetch/fetcher.js';
import type { Register } from '../../src/register/index.js';
import { day, documentOf, failureOf, newFolder, openTest, question, removeFolders, simpleReading, state } from './helpers.js';
import { send, startServer } from '../gather/fetch/server.js';
import { homes } from './homes.js';
import { asOfSchema, inFolder } from './older-schema.js';
import { query } from './postgres-server.js';

const today = day('2024-12-31');
const SECRET = 'Hungary secretly said no.';

describe.each(homes.filter(({ available }) => available))('an erasure in a register $name', (home) => {
  let register: Register;
  let place: string;
  let erased: Document;
  let kept: Document;
  beforeAll(async () => {
    place = await home.newPlace();
    register = await openTest(place);
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

  /** The columns, as `table.column`, in which some words stand. */
  const standing = async (words: string): Promise<string[]> => {
    const found = new Set<string>();
    for (const line of (await dumped()).split('\n').slice(1)) {
      const { t, r } = JSON.parse(line) as { t: string; r: Record<string, unknown> };
      for (const [column, value] of Object.entries(r)) if (JSON.stringify(value).replaceAll('\\"', '"').includes(words)) found.add(`${t}.${column}`);
    }
    return [...found].sort();
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
  test('takes title and address with it wherever they stand, of requests and followed pages too, and following does not bring them back', async () => {
    const web = await startServer({
      '/feed.xml': (request, response) =>
        send(`<rss version="2.0"><channel><title>Quay</title>${['secret-path', 'changed', 'other'].map((path) => `<item><title>On ${path}</title><link>http://${request.headers.host ?? ''}/${path}</link></item>`).join('')}</channel></rss>`, { 'Content-Type': 'application/rss+xml' })(request, response, 0),
      '/secret-path': send(page('Hidden headline', 'Hungary opposes it in words that must go.'), { ETag: '"hidden-tag"' }),
      '/changed': (request, response, count) => send(page(`Turned headline ${String(count)}`, `Germany supports it, for the ${String(count)}th time.`))(request, response, count),
      '/other': send(page('Plain headline', 'Spain has not said.')),
    });
    const fetcher = new Fetcher({ allowPrivate: true, limits: { hostDelayMs: 0, tries: 1, totalMs: 20_000 } });
    const round = async (): Promise<void> =>
      followRound({ register, question: (await register.question('q'))!, fetcher, now: () => new Date(), today: () => today, signal: new AbortController().signal, say: () => undefined });
    try {
      for (const path of ['/feed.xml', '/secret-path', '/changed']) await register.putSource('q', web.url(path), 'follow');
      await round();
      await round();
      const documents = await register.documents();
      const hidden = documents.filter((d) => d.address === web.url('/secret-path'));
      const versions = documents.filter((d) => d.address === web.url('/changed'));
      // One as the feed names it, one as the page itself.
      expect([hidden.length, versions.length > 1]).toEqual([2, true]);
      await register.putFetch({ question: 'q', address: web.url('/feed.xml'), outcome: 'fetched', message: `${web.url('/secret-path')} was slow.` });
      await register.putFetch({ question: 'q', address: web.url('/secret-path'), outcome: 'failed', isPermanent: true, code: 'fetch-failed', message: 'It answered 500.' });
      expect(await standing('/secret-path')).toEqual(['document.address', 'request.address', 'request.message', 'sighting.address', 'source.address']);
      const [first, second] = hidden;
      expect(unwrap(await eraseDocument(register, first!.id, 'Ana', 'court order 2/24')).sameWords).toEqual([second!.id]);
      unwrap(await eraseDocument(register, second!.id, 'Ana', 'court order 2/24'));
      for (const gone of ['/secret-path', 'Hidden headline', 'hidden-tag', 'words that must go']) expect([gone, await standing(gone)]).toEqual([gone, []]);
      expect(await standing('Erased with the document')).toEqual(['request.message']);
      expect(await standing('/other')).toEqual(['document.address', 'request.address', 'sighting.address']);
      // An address stays as long as something that was not erased stood there.
      unwrap(await eraseDocument(register, versions[0]!.id, 'Ana', 'court order 2/24'));
      expect(await standing('/changed')).toContain('source.address');
      for (const version of versions.slice(1)) unwrap(await eraseDocument(register, version.id, 'Ana', 'court order 2/24'));
      for (const gone of ['/changed', 'Turned headline']) expect([gone, await standing(gone)]).toEqual([gone, []]);
      const asked = web.asked.length;
      await round();
      expect(web.asked.slice(asked).map(({ path }) => path)).toEqual(['/feed.xml']);
      expect([...(await standing('/secret-path')), ...(await standing('/changed'))]).toEqual([]);
      expect(await takeUpSource(register, 'q', web.url('/changed'), true)).toMatchObject({ ok: false, error: { code: 'document-erased' } });
      expect((await register.sources('q')).map((s) => s.address)).toEqual([web.url('/feed.xml')]);
      expect((await register.examine()).problems).toEqual([]);
      const lines = (await dumped()).split('\n');
      const copy = await openTest(await home.newPlace());
      await copy.load(
        (async function* () {
          yield* lines;
        })(),
      );
      expect(await copy.unerased([web.url('/secret-path'), web.url('/other')])).toEqual(new Set([web.url('/other')]));
      await copy.close();
    } finally {
      await fetcher.close();
      await web.close();
    }
  });
  test('leaves nothing in any column of any table, and nothing else of a row may change', async () => {
    await register.close();
    await inDatabase(place, async (run) => {
      const tables = await run(`SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace`);
      expect(tables.length).toBeGreaterThan(20);
      for (const { name } of tables)
        for (const gone of ['ecretly', 'secret-path', 'Hidden headline', 'hidden-tag', 'words that must go', 'Turned headline', '/changed'])
          expect([name, gone, await run(`SELECT to_jsonb(t)::text AS row FROM ${String(name)} t WHERE strpos(to_jsonb(t)::text, '${gone}') > 0`)]).toEqual([name, gone, []]);
      for (const [table, change] of [['sighting', 'address = NULL'], ['sighting', 'seen_at = now()'], ['request', 'address = NULL'], ['request', `message = 'x'`], ['source', 'address = NULL'], ['source', `action = 'leave'`], ['erased_address', `hash = repeat('0', 64)`]] as const)
        await expect(run(`UPDATE ${table} SET ${change}`), `${table}: ${change}`).rejects.toThrow(/append-only: UPDATE/);
    });
  });
});

test('what an erasure before schema 11 left in sightings and requests goes when the register is opened', async () => {
  const filled = await openTest(newFolder());
  await filled.putQuestion(question('q', { members: ['HUN', 'DEU'].map(state) }));
  const [document, other] = ['Hungary said no.', 'Germany said no.'].map((text) => documentOf(text, { published: day('2024-10-01') }));
  for (const [each, member] of [[document!, 'HUN'], [other!, 'DEU']] as const) {
    await filled.putReading(each, 'q', simpleReading(each, member));
    await filled.putSighting({ address: `https://quay.example/${member}`, documentId: each.id, seenAt: '2024-10-01T00:00:00.000Z' }, []);
    await filled.putFetch({ question: 'q', address: `https://quay.example/${member}`, outcome: 'fetched', etag: `"${member}"` });
  }
  const folder = await asOfSchema(filled, 9);
  await filled.close();
  await inFolder(folder, async (db) => {
    await sql`INSERT INTO erasure (document_id, author, reason, removed, recorded_at) VALUES (${document!.id}, 'Ana', 'order', '{"statements": 1, "signals": 1, "decisions": 0}', now())`.execute(db);
    for (const table of ['signal', 'reading_statement'])
      await sql`DELETE FROM ${sql.table(table)} WHERE reading_id = 1`.execute(db);
    for (const table of ['statement', 'document_sketch', 'document_text']) await sql`DELETE FROM ${sql.table(table)} WHERE document_id = ${document!.id}`.execute(db);
  });
  const register = await openTest(folder, { mode: 'existing' });
  const lines: string[] = [];
  await register.dump((line) => Promise.resolve(void lines.push(line)));
  expect([lines.join().includes('example/HUN'), lines.join().includes('example/DEU'), lines.join().includes('\\"HUN\\"')]).toEqual([false, true, false]);
  expect(await register.unerased(['https://quay.example/HUN', 'https://quay.example/DEU'])).toEqual(new Set(['https://quay.example/DEU']));
  expect((await register.examine()).problems).toEqual([]);
  await register.close();
  removeFolders();
});

const page = (title: string, text: string): string => `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;

type Row = Readonly<Record<string, unknown>>;
/** SQL on the database of a register that nobody has open. */
async function inDatabase(place: string, action: (run: (text: string) => Promise<readonly Row[]>) => Promise<void>): Promise<void> {
  if (place.startsWith('postgres')) return action(async (text) => (await query(place, text)).rows as Row[]);
  const pglite = await PGlite.create(join(place, 'pg'));
  return action(async (text) => (await pglite.query<Row>(text)).rows).finally(() => pglite.close());
}
