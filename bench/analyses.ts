/**
 * Kept analyses: npx tsx bench/analyses.ts [--documents 400]. What a first reading pays for keeping what no question changes, and what a further
 * question saves, by CPU-seconds of this process: the reader alone, and with a register on PGlite. Prints Markdown; ratios below 1 are within the limit.
 */
import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rereadDocuments } from '../src/app/review/reread.js';
import { unwrap } from '../src/domain/unwrap.js';
import { analyse } from '../src/read/analysis/analyse.js';
import { decodeAnalysis, encodeAnalysis } from '../src/read/kept-analysis.js';
import { readAnalysed, readDocument } from '../src/read/read-document.js';
import { openRegister } from '../src/register/index.js';
import { readOffline } from '../src/work/offline-reader.js';
import { readableQuestion } from '../src/work/readable-question.js';
import { coverage, elsewhere, ownCpu, question, today } from './articles.js';

const at = process.argv.indexOf('--documents');
const DOCUMENTS = at < 0 ? 400 : Number(process.argv[at + 1]);
/** What a first reading may cost more, and how many times as fast a further question must be. */
const [MOST_EXTRA, LEAST_GAIN] = [0.03, 2.5];

const documents = [...coverage(DOCUMENTS, 0)];
const characters = documents.reduce((n, { text }) => n + text.length, 0);
const kept = documents.map((document) => encodeAnalysis(analyse(document)));
const bytes = kept.reduce((n, { length }) => n + length, 0);
const [asked, askedElsewhere] = [readableQuestion(question, today), readableQuestion(elsewhere, today)];

/** Rounds of which each document's median counts, after one that warms up. */
const ROUNDS = 5;

/** CPU-seconds of each way over all documents, taken in turn document by document so that a busy machine slows all alike. */
function inTurn(ways: readonly ((k: number) => unknown)[]): number[] {
  const spent = ways.map(() => documents.map((): number[] => []));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (let k = 0; k < documents.length; k += 1)
      ways.forEach((way, w) => {
        const before = ownCpu();
        way(k);
        if (round > 0) spent[w]?.[k]?.push(ownCpu() - before);
      });
  return spent.map((each) => each.reduce((n, times) => n + times.sort((a, b) => a - b)[(ROUNDS - 1) / 2]!, 0));
}
const [afresh = 0, keeping = 0, again = 0, afreshElsewhere = 0, againElsewhere = 0] = inTurn([
  (k) => readDocument(documents[k]!, asked),
  (k) => readOffline(documents[k]!, asked, null),
  (k) => readAnalysed(decodeAnalysis(kept[k]!, documents[k]!)!, asked),
  (k) => readDocument(documents[k]!, askedElsewhere),
  (k) => readAnalysed(decodeAnalysis(kept[k]!, documents[k]!)!, askedElsewhere),
]);

/** CPU-seconds of asking all stored documents a first question and two more, of which they speak and do not, with a register on PGlite. */
async function withRegister(keeps: boolean): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-bench-'));
  const register = await openRegister(join(folder, 'register'), { mode: 'create' });
  if (!keeps) {
    const put = register.putReadings.bind(register);
    register.putReadings = (of, entries) => put(of, entries.map(({ document, reading }) => ({ document, reading })));
  }
  await register.putDocuments(documents);
  const spent: number[] = [];
  for (const asked of [{ ...elsewhere, id: 'first' }, question, elsewhere]) {
    await register.putQuestion(asked);
    const before = ownCpu();
    unwrap(await rereadDocuments(register, asked.id, today, undefined, undefined, 0, 'all'));
    spent.push(ownCpu() - before);
  }
  await register.close();
  rmSync(folder, { recursive: true });
  return spent;
}

// In turn, after one that only warms up.
await withRegister(true);
const runs = { afresh: [] as (readonly number[])[], keeping: [] as (readonly number[])[] };
for (let round = 0; round < 2; round += 1) {
  runs.afresh.push(await withRegister(false));
  runs.keeping.push(await withRegister(true));
}
const meanOf = (rows: readonly (readonly number[])[], k: number): number => rows.reduce((n, row) => n + (row[k] ?? 0) / rows.length, 0);
const [firstAfresh = 0, spokenAfresh = 0, unspokenAfresh = 0] = [0, 1, 2].map((k) => meanOf(runs.afresh, k));
const [firstKeeping = 0, spokenAgain = 0, unspokenAgain = 0] = [0, 1, 2].map((k) => meanOf(runs.keeping, k));

const rate = (seconds: number): string => (DOCUMENTS / seconds).toFixed(1);
const row = (name: string, before: number, after: number): string => `| ${name} | ${rate(before)} | ${rate(after)} | ${(before / after).toFixed(2)} | ${(LEAST_GAIN / (before / after)).toFixed(2)} |`;
console.log(`${String(DOCUMENTS)} articles of ${(characters / DOCUMENTS).toFixed(0)} characters; Node ${process.version}. A kept analysis takes ${(bytes / DOCUMENTS).toFixed(0)} bytes an article, ${(bytes / characters).toFixed(2)} a character.\n`);
console.log('| articles per core-second for a further question | afresh | from kept analyses | times as many | limit : that |\n| --- | --- | --- | --- | --- |');
console.log(row('reader, every article speaks of it', afresh, again));
console.log(row('reader, none does', afreshElsewhere, againElsewhere));
console.log(row('reader and register on PGlite, every article speaks of it', spokenAfresh, spokenAgain));
console.log(`${row('the same, none does', unspokenAfresh, unspokenAgain)}\n`);
console.log('| what keeping costs a first reading | measured | limit | measured : limit |\n| --- | --- | --- | --- |');
const extra = (name: string, before: number, after: number): string => `| ${name} | ${((100 * (after - before)) / before).toFixed(1)}% | ${String(100 * MOST_EXTRA)}% | ${((after - before) / before / MOST_EXTRA).toFixed(2)} |`;
console.log(extra('reader', afresh, keeping));
console.log(extra('reader and register on PGlite', firstAfresh, firstKeeping));
