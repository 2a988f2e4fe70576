import { afterAll, beforeAll, expect, test } from 'vitest';
import { previewQuestion } from '../../src/app/preview-question.js';
import { textRelations } from '../../src/app/models/text-relations.js';
import { rereadDocuments } from '../../src/app/review/reread.js';
import type { Document } from '../../src/domain/document.js';
import type { IsoDate, StateCode } from '../../src/domain/ids.js';
import type { Question } from '../../src/domain/question.js';
import { unwrap } from '../../src/domain/unwrap.js';
import { createDocument } from '../../src/gather/index.js';
import { analyse } from '../../src/read/analysis/analyse.js';
import { encode } from '../../src/read/analysis/encode.js';
import { encodeAnalysis } from '../../src/read/kept-analysis.js';
import type { Reader } from '../../src/read/reader.js';
import type { Register } from '../../src/register/index.js';
import { offlineReader } from '../../src/work/offline-reader.js';
import { readInOrder } from '../../src/work/read-in-order.js';
import { ReadingPool } from '../../src/work/threads/reading-pool.js';
import { readableQuestion } from '../../src/work/readable-question.js';
import { newFolder, openTest, removeFolders } from '../register/helpers.js';
import { hashOf } from './hash-of.js';
import { inventedCoverage, inventedQuestion } from './invented-coverage.js';

const today = '2025-06-01' as IsoDate;
const costs: Question = { ...inventedQuestion, id: 'costs', title: 'Costs', options: [{ id: 'share', proposal: 'Share the costs of the harbour fund', aliases: [] }] };
const short = [...inventedCoverage(96, 5)];
/** Long enough for threads to be started. */
const documents = Array.from({ length: 16 }, (_, k) => createDocument({ text: short.slice(6 * k, 6 * k + 6).map(({ text }) => text).join('\n'), title: `Session ${String(k)}`, publisher: 'Quay', published: '2025-05-01' as IsoDate }, 'text'));
const ids = documents.map(({ id }) => id);
const keptOf = (given: readonly Document[]): ReadonlyMap<string, Uint8Array> => new Map(given.map((document) => [document.id, encodeAnalysis(analyse(document))]));

/** What the second question gets from texts that are read afresh for it. */
let expected: { readonly said: string; readonly hash: string };
beforeAll(async () => {
  const register = await openTest(newFolder());
  await register.putQuestion(costs);
  await register.putDocuments(documents);
  const { reader, seen } = watched();
  unwrap(await rereadDocuments(register, 'costs', today, reader, undefined, 0, 'all'));
  expect(seen).toEqual(documents.map(() => [false, true]));
  expect((await register.signals({ question: 'costs' })).length).toBeGreaterThan(10);
  expected = { said: await saidOf(register, 'costs'), hash: await hashOf(register, 'costs') };
  await register.close();
}, 60_000);
afterAll(removeFolders);

async function mustBeAsExpected(register: Register): Promise<void> {
  expect(await saidOf(register, 'costs')).toBe(expected.said);
  expect(await hashOf(register, 'costs')).toBe(expected.hash);
}

/** A register in which the documents were read for the first question, by this many threads. */
async function readOnce(threads: number, given: readonly Document[] = documents): Promise<Register> {
  const register = await openTest(newFolder());
  await register.putQuestion(inventedQuestion);
  await register.putQuestion(costs);
  const items = async function* () {
    for (const document of given) yield { job: { document }, of: null };
  };
  for await (const { stored } of readInOrder(register, { question: inventedQuestion, reader: offlineReader, today }, items(), threads)) expect(stored?.ok).toBe(true);
  return register;
}

/** The offline reader, and for each text whether an analysis of it was at hand, and whether one was made. */
function watched(): { readonly reader: Reader; readonly seen: (readonly [atHand: boolean, made: boolean])[] } {
  const seen: (readonly [boolean, boolean])[] = [];
  const read: Reader['read'] = async (source, question, kept) => {
    const answer = await offlineReader.read(source, question, kept);
    seen.push([kept != null, answer.ok && answer.value.analysis !== undefined]);
    return answer;
  };
  return { reader: { ...offlineReader, read }, seen };
}

/** All that readings of a question say, but for times of recording. */
async function saidOf(register: Register, id: string): Promise<string> {
  const said = [await register.signals({ question: id }), await register.statements({ question: id })];
  const sorted = said.map((rows) => rows.map((row) => JSON.stringify(row, (key, value: unknown) => (key === 'recordedAt' ? undefined : value))).sort());
  return sorted.flat().join('\n');
}

test('a further question is answered from what was kept, and just as if every text were read afresh', async () => {
  const register = await readOnce(0);
  expect(await register.analyses(ids)).toEqual(keptOf(documents));
  const { reader, seen } = watched();
  expect(unwrap(await rereadDocuments(register, 'costs', today, reader, undefined, 0, 'all'))).toMatchObject({ read: documents.length, failed: 0 });
  expect(seen).toEqual(documents.map(() => [true, false]));
  await mustBeAsExpected(register);

  // A restored register has no analyses and the same hash.
  const lines: string[] = [];
  await register.dump((line) => Promise.resolve(void lines.push(line)));
  await register.close();
  const restored = await openTest(newFolder());
  await restored.load(
    (async function* () {
      yield* lines;
    })(),
  );
  expect((await restored.analyses(ids)).size).toBe(0);
  await mustBeAsExpected(restored);
  await restored.close();
});

test('threads keep what they found and read from what is kept, as one thread does', async () => {
  const register = await readOnce(2);
  expect(await register.analyses(ids)).toEqual(keptOf(documents));
  unwrap(await rereadDocuments(register, 'costs', today, offlineReader, undefined, 2, 'all'));
  await mustBeAsExpected(register);
  await register.close();

  const pool = new ReadingPool(1);
  const [document] = documents;
  const asked = readableQuestion(costs, today);
  const kept = encodeAnalysis(analyse(document!));
  const [withIt, without] = [unwrap(await pool.read(document!, asked, kept)), unwrap(await pool.read(document!, asked, null))];
  expect(withIt.analysis).toBeUndefined();
  expect(without.analysis && [...without.analysis]).toEqual([...kept]);
  expect(withIt.reading).toEqual(without.reading);
  await pool.close();
});

test('what is damaged, of another reader, of another text or missing is made again and changes no reading', async () => {
  const register = await readOnce(0);
  const good = await register.analyses(ids);
  const [a, b, c, d] = documents;
  const damaged = good.get(a!.id)!.slice();
  damaged[12]! ^= 4;
  const spoilt = [
    { document: a!, analysis: damaged },
    { document: b!, analysis: encode(analyse(b!), 'holdout-reader@0.0.1') },
    { document: c!, analysis: good.get(d!.id)! },
    { document: d!, analysis: new Uint8Array(0) },
  ];
  await register.putReadings(inventedQuestion, spoilt.map((each) => ({ ...each, reading: { reader: 'spoiler@1', statements: [], signals: [] } })));
  expect((await register.analyses(ids)).get(a!.id)).toEqual(damaged);
  const { reader, seen } = watched();
  unwrap(await rereadDocuments(register, 'costs', today, reader, undefined, 0, 'all'));
  expect(seen.filter(([, made]) => made)).toHaveLength(spoilt.length);
  expect(await register.analyses(ids)).toEqual(good);
  await mustBeAsExpected(register);
  await register.close();
});

test('a preview and the relations in texts are the same with and without what is kept, and store nothing', async () => {
  const kept = await readOnce(0, documents.slice(0, 8));
  const bare = await openTest(newFolder());
  await bare.putDocuments(documents.slice(0, 8));
  const some = ids.slice(0, 8);
  const states = ['HUN', 'POL', 'ESP', 'DEU'] as StateCode[];
  expect(await previewQuestion(kept, costs, today)).toEqual(await previewQuestion(bare, costs, today));
  expect(await textRelations(kept, some, states, 'nato')).toEqual(await textRelations(bare, some, states, 'nato'));
  expect((await bare.analyses(some)).size).toBe(0);
  await kept.close();
  await bare.close();
});
