/**
 * Scale: npx tsx bench/scale.ts [--documents 300]. Two workers against one by queue, the share of queue and register beside reading, documents
 * and characters per core-second, bytes per statement, and a new question against a first. Prints Markdown. Each figure is given by the clock and by
 * CPU-seconds, which a busy machine does not stretch. Each worker has one reading thread and, where `taskset` is, a core of its own; its
 * first documents, with start-up and compiling, are timed apart from as many after them. Needs nats-server and PostgreSQL's server programs, and `npm run build` first.
 */
import { spawn, spawnSync } from 'node:child_process';
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
import { sideBySide } from './side-by-side.js';

const at = process.argv.indexOf('--documents');
/** For each worker, twice. */
const DOCUMENTS = at < 0 ? 300 : Number(process.argv[at + 1]);
/** Rounds of one worker, two, and two for a question of which the articles say nothing. */
const ROUNDS = 3;
/** Read here before reading alone is timed, so that it is compiled. */
const WARM_UP = 200;
const CAN_PIN = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;

/** What a document took, in seconds. */
interface Cost {
  readonly documents: number;
  readonly wall: number;
  readonly workers: number;
  readonly postgres: number;
  readonly nats: number;
  readonly submitter: number;
}

/** Each worker's first `DOCUMENTS`, with its start-up, and as many after them. */
interface Costs {
  readonly cold: Cost;
  readonly steady: Cost;
}

interface Run extends Costs {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

const worker = (core: number, ...args: readonly string[]) => {
  const program = [process.execPath, 'dist/cli.js', 'work', ...args, '--threads', '1'];
  const [first = '', ...rest] = CAN_PIN ? ['taskset', '-c', String(core), ...program] : program;
  return spawn(first, rest, { stdio: 'ignore' });
};

/** Has twice `DOCUMENTS` for each worker read by so many, of one reading thread each; gives what each half took. */
async function byWorkers(count: number, asked: Question = question): Promise<Run> {
  const [nats, postgres] = [await startNats(), await startPostgres()];
  const address = await postgres.newDatabase();
  const register = await openRegister(address, { mode: 'create' });
  await register.putQuestion(asked);
  const queue = await openQueue(nats.address);
  const workers: ReturnType<typeof worker>[] = [];
  const submit = async (documents: Iterable<Document>): Promise<void> => {
    const items = async function* () {
      for (const document of documents) yield { job: { document }, of: null };
    };
    for await (const { submitted } of submitAll(queue, register, { question: asked, wish: 'newest', reader: offlineReader.id, today }, items())) if (submitted?.ok !== true) throw new Error('a document was refused');
  };
  const cpu = () => ({ workers: workers.reduce((n, { pid }) => n + cpuSeconds(pid!), 0), postgres: cpuSeconds(postgres.pid()), nats: nats.pids().reduce((n, pid) => n + cpuSeconds(pid), 0) });
  const documents = DOCUMENTS * count;
  const timed = async (from: number): Promise<Cost> => {
    const [before, own] = [cpu(), ownCpu()];
    let began = performance.now();
    await submit(coverage(documents, from));
    const submitter = ownCpu() - own;
    if (workers.length === 0) {
      began = performance.now();
      for (let core = 0; core < count; core += 1) workers.push(worker(core, '--queue', nats.address, '--register', address));
    }
    await read(queue, register, asked, from + documents);
    const after = cpu();
    const each = (seconds: number): number => seconds / documents;
    return { documents, wall: each((performance.now() - began) / 1_000), workers: each(after.workers - before.workers), postgres: each(after.postgres - before.postgres), nats: each(after.nats - before.nats), submitter: each(submitter) };
  };
  const [cold, steady] = [await timed(0), await timed(documents)];
  for (const each of workers) {
    each.kill('SIGTERM');
    await new Promise((resolve) => each.once('exit', resolve));
  }
  await queue.close();
  await nats.stop();
  await register.close();
  return { cold, steady, address, stop: () => postgres.stop() };
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

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const meanOf = (costs: readonly Cost[]): Cost => {
  const each = (of: keyof Cost): number => mean(costs.map((cost) => cost[of]));
  return { documents: each('documents'), wall: each('wall'), workers: each('workers'), postgres: each('postgres'), nats: each('nats'), submitter: each('submitter') };
};

// Reading alone, in this process and nothing else, is the yardstick. Machines change their speed by a quarter within minutes, so what is compared takes turns.
const asked = readableQuestion(question, today);
const askedElsewhere = readableQuestion(elsewhere, today);
const texts = [...coverage(DOCUMENTS, DOCUMENTS)];
const characters = texts.reduce((n, { text }) => n + text.length, 0);
async function readAlone(of: typeof asked): Promise<number> {
  const before = ownCpu();
  for (const document of texts) await offlineReader.read(document, of);
  return (ownCpu() - before) / texts.length;
}
for (const document of coverage(WARM_UP, 0)) await offlineReader.read(document, asked);
const [ones, twos, silents]: [Run[], Run[], Run[]] = [[], [], []];
const ceilings: number[] = [];
const alone: { readonly reading: number; readonly elsewhere: number }[] = [];
const readBoth = async () => alone.push({ reading: await readAlone(asked), elsewhere: await readAlone(askedElsewhere) });
for (let round = 0; round < ROUNDS; round += 1) {
  await readBoth();
  ceilings.push(await sideBySide());
  for (const [runs, workers, of] of [[ones, 1, question], [twos, 2, question], [silents, 2, elsewhere]] as const) {
    const run = await byWorkers(workers, of);
    // The last ones' tables are measured below.
    if (round < ROUNDS - 1 || runs === ones) await run.stop();
    runs.push(run);
  }
}
await readBoth();
const [one, two, silent] = [ones, twos, silents].map((runs) => ({ cold: meanOf(runs.map(({ cold }) => cold)), steady: meanOf(runs.map(({ steady }) => steady)) })) as [Costs, Costs, Costs];
const reading = mean(alone.map((each) => each.reading));
const readingElsewhere = mean(alone.map((each) => each.elsewhere));
let [first, again] = [0, 0];
for (const document of texts.slice(0, 200)) {
  const t0 = ownCpu();
  const statements = readStatements(document);
  const t1 = ownCpu();
  readAgainst(statements, document, asked);
  first += t1 - t0;
  again += ownCpu() - t1;
}
console.log(`${String(DOCUMENTS)} articles of ${(characters / DOCUMENTS).toFixed(0)} characters; Node ${process.version}, ${String(cpus().length)} cores (${cpus()[0]?.model.trim() ?? ''}); ${CAN_PIN ? 'each worker on a core of its own' : 'workers on any core'}, servers on all.\n`);
table(['reading alone', 'per core-second'], [['articles', (1 / reading).toFixed(1)], ['characters', (characters / texts.length / reading).toFixed(0)]]);
const servers = (c: Cost): number => c.postgres + c.nats;
const total = (c: Cost): number => c.workers + servers(c) + c.submitter;
table(
  ['', 'articles', 'a second by the clock', 'CPU-ms an article of workers', 'of PostgreSQL', 'of NATS', 'of the submitter'],
  (
    [
      ['one worker, with start-up', one.cold],
      ['one worker, once started', one.steady],
      ['two workers, with start-up', two.cold],
      ['two workers, once started', two.steady],
      ['two workers, once started, a question of which the articles say nothing', silent.steady],
    ] as const
  ).map(([name, c]) => [name, String(c.documents), (1 / c.wall).toFixed(1), ...[c.workers, c.postgres, c.nats, c.submitter].map((seconds) => (1_000 * seconds).toFixed(2))]),
);
const byClock = one.steady.wall / two.steady.wall;
/** What two cores do with two workers beside what one core does with one: CPU-seconds, so that other programs do not count. */
const byCpu = (a: Cost, b: Cost, shared: boolean): number => (2 * a.workers) / (b.workers + (shared ? servers(b) : 0));
const atLeast = (name: string, measured: number): string[] => [name, measured.toFixed(2), '≥ 1.8', (1.8 / measured).toFixed(2)];
const below = (name: string, share: number): string[] => [name, `${(100 * share).toFixed(1)}%`, '< 10%', (share / 0.1).toFixed(2)];
const beside = (name: string, measured: string): string[] => [name, measured, '–', '–'];
table(
  ['', 'measured', 'limit', 'ratio'],
  [
    atLeast('two workers : one, once started, by the clock', byClock),
    beside('the same in each round', ones.map(({ steady }, i) => (steady.wall / twos[i]!.steady.wall).toFixed(2)).join(', ')),
    beside('two readers side by side that share nothing : one, in each round: what this machine allows', ceilings.map((each) => each.toFixed(2)).join(', ')),
    ['two workers : one, as a share of what the machine allows', (byClock / mean(ceilings)).toFixed(2), '≥ 0.9', ((0.9 * mean(ceilings)) / byClock).toFixed(2)],
    atLeast('two workers : one by CPU-seconds, queue and register on the same two cores', byCpu(one.steady, two.steady, true)),
    atLeast('the same by CPU-seconds, queue and register on other machines', byCpu(one.steady, two.steady, false)),
    beside('two workers : one, with start-up, by the clock', (one.cold.wall / two.cold.wall).toFixed(2)),
    beside('the same by CPU-seconds, queue and register on the same two cores', byCpu(one.cold, two.cold, true).toFixed(2)),
    below('PostgreSQL and NATS : reading, CPU-seconds', servers(two.steady) / reading),
    below('the same for a question of which the articles say nothing', servers(silent.steady) / readingElsewhere),
    beside("the worker's own share (messages, hashes, SQL) : reading, CPU-seconds", `${((100 * (two.steady.workers - reading)) / reading).toFixed(1)}%`),
    beside('everything but reading : reading, CPU-seconds', `${((100 * (total(two.steady) - reading)) / reading).toFixed(1)}%`),
    beside('articles per core-second, everything counted', (1 / total(two.steady)).toFixed(1)),
    beside('scoring against a question : the stages before it (reading so far needs both for a new question)', `1 : ${(first / again).toFixed(1)}`),
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

const lasts = [twos.at(-1)!, silents.at(-1)!] as const;
const [spoken, unspoken] = [await sizesOf(lasts[0].address), await sizesOf(lasts[1].address)];
table(
  ['bytes an article, with indexes', 'each says something', 'none does'],
  [...[...spoken.tables.keys()].slice(0, 7).map((name) => [name, ((spoken.tables.get(name) ?? 0) / spoken.documents).toFixed(0), ((unspoken.tables.get(name) ?? 0) / unspoken.documents).toFixed(0)]), ['all tables', (spoken.bytes / spoken.documents).toFixed(0), (unspoken.bytes / unspoken.documents).toFixed(0)], ['all tables, a statement', (spoken.bytes / spoken.statements).toFixed(0), (unspoken.bytes / unspoken.statements).toFixed(0)]],
);
console.log(`${(spoken.statements / spoken.documents).toFixed(1)} statements and ${(spoken.signals / spoken.documents).toFixed(1)} signals an article; without anything to say ${(unspoken.signals / unspoken.documents).toFixed(1)} signals.`);
console.log(`Storing alone, one writer: ${(1 / (await storing(texts))).toFixed(0)} articles per core-second.`);
for (const run of lasts) await run.stop();
