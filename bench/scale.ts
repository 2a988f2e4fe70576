/**
 * Scale: npx tsx bench/scale.ts [--documents 600]. Two workers against one by queue, the share of queue and register beside reading, documents
 * and characters per core-second, bytes per statement, and a new question against a first. Prints Markdown. Each figure is given by the clock and by
 * CPU-seconds, which a busy machine does not stretch. Needs nats-server and PostgreSQL's server programs, and `npm run build` first.
 */
import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import type { Document } from '../src/domain/document.js';
import type { Question } from '../src/domain/question.js';
import { openRegister, type Register } from '../src/register/index.js';
import { offlineReader } from '../src/work/offline-reader.js';
import { queueState } from '../src/work/queue/dead-letters.js';
import { openQueue, type Queue } from '../src/work/queue/queue.js';
import { submitAll } from '../src/work/queue/submit.js';
import { readableQuestion } from '../src/work/readable-question.js';
import { query, startPostgres } from '../tests/register/postgres-server.js';
import { startNats } from '../tests/work/nats-server.js';
import { readAgainst, readDocument, readStatements } from '../src/read/read-document.js';
import { coverage, elsewhere, ownCpu, question, today } from './articles.js';
import { cpuSeconds } from './cpu-time.js';

const at = process.argv.indexOf('--documents');
const DOCUMENTS = at < 0 ? 600 : Number(process.argv[at + 1]);
/** Read before anything is timed, so that the programs are compiled. */
const WARM_UP = 200;
interface Cost {
  readonly wall: number;
  readonly workers: number;
  readonly postgres: number;
  readonly nats: number;
  readonly submitter: number;
}

/** Has the documents read by so many workers of one thread each, warm; gives what it took. */
async function byWorkers(count: number, asked: Question = question): Promise<Cost & { readonly address: string; readonly stop: () => Promise<void> }> {
  const [nats, postgres] = [await startNats(), await startPostgres()];
  const address = await postgres.newDatabase();
  const register = await openRegister(address, { mode: 'create' });
  await register.putQuestion(asked);
  const queue = await openQueue(nats.address);
  const workers = Array.from({ length: count }, () => spawn(process.execPath, ['dist/cli.js', 'work', '--queue', nats.address, '--register', address, '--threads', '1'], { stdio: 'ignore' }));
  const submit = async (documents: Iterable<Document>): Promise<void> => {
    const items = async function* () {
      for (const document of documents) yield { job: { document }, of: null };
    };
    for await (const { submitted } of submitAll(queue, register, { question: asked, wish: 'newest', reader: offlineReader.id, today }, items())) if (submitted?.ok !== true) throw new Error('a document was refused');
  };
  await submit(coverage(WARM_UP, 0));
  await read(queue, register, asked, WARM_UP);
  const cpu = () => ({ workers: workers.reduce((n, { pid }) => n + cpuSeconds(pid!), 0), postgres: cpuSeconds(postgres.pid()), nats: nats.pids().reduce((n, pid) => n + cpuSeconds(pid), 0), submitter: ownCpu() });
  const [before, began] = [cpu(), performance.now()];
  await submit(coverage(DOCUMENTS, WARM_UP));
  const submitted = ownCpu();
  await read(queue, register, asked, WARM_UP + DOCUMENTS);
  const wall = (performance.now() - began) / 1_000;
  const after = cpu();
  for (const worker of workers) {
    worker.kill('SIGTERM');
    await new Promise((resolve) => worker.once('exit', resolve));
  }
  await queue.close();
  await nats.stop();
  await register.close();
  return { wall, workers: after.workers - before.workers, postgres: after.postgres - before.postgres, nats: after.nats - before.nats, submitter: submitted - before.submitter, address, stop: () => postgres.stop() };
}

/** Waits until the queue is empty, then checks that so many documents were read; looks seldom, so as not to cost what is measured. */
async function read(queue: Queue, register: Register, asked: Question, count: number): Promise<void> {
  for (;;) {
    const { waiting, inWork } = await queueState(queue);
    if (waiting + inWork === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const found = (await register.readings(asked.id)).length;
  if (found !== count) throw new Error(`${String(found)} of ${String(count)} documents were read`);
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): void => console.log(`| ${head.join(' | ')} |\n| ${head.map(() => '---').join(' | ')} |\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`);

// Reading alone, in this process and nothing else, as the yardstick.
const asked = readableQuestion(question, today);
const askedElsewhere = readableQuestion(elsewhere, today);
for (const document of coverage(WARM_UP, 0)) await offlineReader.read(document, asked);
const texts = [...coverage(DOCUMENTS, WARM_UP)];
const characters = texts.reduce((n, { text }) => n + text.length, 0);
const startCpu = ownCpu();
for (const document of texts) await offlineReader.read(document, asked);
const reading = ownCpu() - startCpu;
const elsewhereCpu = ownCpu();
for (const document of texts) await offlineReader.read(document, askedElsewhere);
const readingElsewhere = ownCpu() - elsewhereCpu;
let [first, again] = [0, 0];
for (const document of texts.slice(0, 200)) {
  const t0 = ownCpu();
  const statements = readStatements(document);
  const t1 = ownCpu();
  readAgainst(statements, document, asked);
  first += t1 - t0;
  again += ownCpu() - t1;
}
console.log(`${String(DOCUMENTS)} articles of ${(characters / DOCUMENTS).toFixed(0)} characters; Node ${process.version}, ${String(cpus().length)} cores (${cpus()[0]?.model.trim() ?? ''}).\n`);
table(['reading alone', 'per core-second'], [['articles', (DOCUMENTS / reading).toFixed(1)], ['characters', (characters / reading).toFixed(0)]]);
const one = await byWorkers(1);
await one.stop();
const two = await byWorkers(2);
const silent = await byWorkers(2, elsewhere);
const total = (c: Cost): number => c.workers + c.postgres + c.nats + c.submitter;
table(
  ['', 'seconds by the clock', 'CPU-s of workers', 'of PostgreSQL', 'of NATS', 'of the submitter'],
  ([['one worker', one], ['two workers', two], ['two workers, a question of which the articles say nothing', silent]] as const).map(([name, c]) => [name, c.wall.toFixed(1), c.workers.toFixed(1), c.postgres.toFixed(1), c.nats.toFixed(1), c.submitter.toFixed(1)]),
);
const servers = (c: Cost, alone: number): string => `${((100 * (c.postgres + c.nats)) / alone).toFixed(1)}%`;
table(
  ['', 'measured', 'target'],
  [
    ['two workers : one, by the clock', (one.wall / two.wall).toFixed(2), '≥ 1.8'],
    ['two workers : one, on two free cores (twice the CPU-seconds of workers with one : with two)', ((2 * one.workers) / two.workers).toFixed(2), '≥ 1.8'],
    ['NATS and PostgreSQL : reading, CPU-seconds', servers(two, reading), '< 10%'],
    ['the same for a question of which the articles say nothing', servers(silent, readingElsewhere), '< 10%'],
    ["the worker's own share (messages, hashes, SQL) : reading, CPU-seconds", `${((100 * (two.workers - reading)) / reading).toFixed(1)}%`, '–'],
    ['everything but reading : reading, CPU-seconds', `${((100 * (total(two) - reading)) / reading).toFixed(1)}%`, '–'],
    ['articles per core-second, everything counted', (DOCUMENTS / total(two)).toFixed(1), '–'],
    ['scoring against a question : the stages before it (reading so far needs both for a new question)', `1 : ${(first / again).toFixed(1)}`, '–'],
  ],
);

/** What the register's tables take on disk, with their indexes. */
async function sizesOf(address: string): Promise<{ readonly tables: ReadonlyMap<string, number>; readonly documents: number; readonly statements: number; readonly signals: number; readonly bytes: number }> {
  const { rows } = await query(address, `SELECT relname AS name, pg_total_relation_size(oid)::int AS bytes FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 2 DESC`);
  const tables = new Map((rows as { name: string; bytes: number }[]).map(({ name, bytes }) => [name, bytes]));
  const counted = (await query(address, 'SELECT (SELECT count(*) FROM document)::int AS documents, (SELECT count(*) FROM statement)::int AS statements, (SELECT count(*) FROM signal)::int AS signals')).rows[0] as { documents: number; statements: number; signals: number };
  return { tables, ...counted, bytes: [...tables.values()].reduce((a, b) => a + b, 0) };
}

/** Storing alone, by one writer in transactions of 32: CPU-seconds of writer and server, which on a free machine is what each turn to write lasts. */
async function storing(documents: readonly Document[]): Promise<number> {
  const postgres = await startPostgres();
  const register = await openRegister(await postgres.newDatabase(), { mode: 'create' });
  await register.putQuestion(question);
  const entries = documents.map((document) => ({ document, reading: readDocument(document, asked) }));
  const half = entries.length / 2;
  const put = async (part: typeof entries): Promise<void> => {
    for (let i = 0; i < part.length; i += 32) await register.putReadings(question, part.slice(i, i + 32));
  };
  await put(entries.slice(0, half));
  const before = ownCpu() + cpuSeconds(postgres.pid());
  await put(entries.slice(half));
  const used = ownCpu() + cpuSeconds(postgres.pid()) - before;
  await register.close();
  await postgres.stop();
  return used / (entries.length - half);
}

const [spoken, unspoken] = [await sizesOf(two.address), await sizesOf(silent.address)];
table(
  ['bytes an article, with indexes', 'each says something', 'none does'],
  [...[...spoken.tables.keys()].slice(0, 7).map((name) => [name, ((spoken.tables.get(name) ?? 0) / spoken.documents).toFixed(0), ((unspoken.tables.get(name) ?? 0) / unspoken.documents).toFixed(0)]), ['all tables', (spoken.bytes / spoken.documents).toFixed(0), (unspoken.bytes / unspoken.documents).toFixed(0)], ['all tables, a statement', (spoken.bytes / spoken.statements).toFixed(0), (unspoken.bytes / unspoken.statements).toFixed(0)]],
);
console.log(`${(spoken.statements / spoken.documents).toFixed(1)} statements and ${(spoken.signals / spoken.documents).toFixed(1)} signals an article; without anything to say ${(unspoken.signals / unspoken.documents).toFixed(1)} signals.`);
console.log(`Storing alone, one writer: ${(1 / (await storing(texts))).toFixed(0)} articles per core-second.`);
await two.stop();
await silent.stop();
