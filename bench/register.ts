/**
 * The register against the limits of issue 5: npx tsx bench/register.ts [--signals 1000000] [--homes pglite,postgres] [--cpu]
 * Ingest in batches, memory while ingesting, opening, and counts as of any day; each with its ratio to the limit (below 1 is within it) and
 * beside an alternative: the same rows appended to a file of JSON lines, and a count from them by a whole scan.
 */
import { appendFileSync, createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { reportCount } from '../src/app/reports.js';
import { derivePosition, type WeighedSignal } from '../src/count/positions.js';
import type { Document } from '../src/domain/document.js';
import type { IsoDate } from '../src/domain/ids.js';
import type { Reading } from '../src/domain/signal.js';
import { STANCES } from '../src/domain/stance.js';
import { unwrap } from '../src/domain/unwrap.js';
import { createDocument } from '../src/gather/index.js';
import { resolveBody, rosterAt } from '../src/knowledge/bodies.js';
import { openRegister } from '../src/register/index.js';
import { startPostgres } from '../tests/register/postgres-server.js';
import { testSeed } from '../tests/register/helpers.js';

const argument = (name: string, otherwise: string): string => process.argv[process.argv.indexOf(`--${name}`) + 1] ?? otherwise;
const SIGNALS = process.argv.includes('--signals') ? Number(argument('signals', '')) : 1_000_000;
const HOMES = process.argv.includes('--homes') ? argument('homes', '').split(',') : ['pglite', 'postgres'];
const SIGNALS_A_DOCUMENT = 10;
const DOCUMENTS_A_QUESTION = 100;
const BATCH = 50;
const COUNTS = 60;
const LIMITS = { ingest: 2_000, openSeconds: 1, countMs: 50, growth: 1.5 };

const roster = rosterAt(resolveBody('nato')!, '2024-06-01' as IsoDate);
let seed = 42;
const random = (n: number): number => Math.floor(((seed = (seed * 48271) % 2147483647) / 2147483647) * n);
const dayOf = (n: number): IsoDate => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10) as IsoDate;
const questionId = (q: number): string => `bench-${String(q)}`;

/** Invented coverage: ten sentences of ten members, no two documents alike. */
function entry(q: number, d: number): { document: Document; reading: Reading } {
  const members = Array.from({ length: SIGNALS_A_DOCUMENT }, () => roster[random(roster.length)]!);
  const sentences = members.map((m, i) => `The ${m} minister said on the ${String(random(1e6))}th point of file ${String(q)}/${String(d)}.${String(i)} that the matter of ${String(random(1e6))} tonnes would be weighed with care.`);
  const document = createDocument({ text: sentences.join('\n'), published: dayOf(random(1_800)), publisher: `Outlet ${String(random(40))}` }, 'text');
  let start = 0;
  const spans = sentences.map((s) => {
    const span = { start, end: start + s.length };
    start = span.end + 1;
    return span;
  });
  return {
    document,
    reading: {
      reader: 'bench@1',
      statements: spans.map((span, i) => ({ speaker: `Minister ${String(i)}`, speaksFor: { kind: 'state', state: members[i]! }, about: [members[i]!], attribution: 'on-record', directness: 'indirect', source: [], cue: [], content: [span], rule: 'bench' })),
      signals: spans.map((span, i) => ({ member: members[i]!, option: 'it', stance: STANCES[random(3)]!, firmness: 0.8, confidence: 0.8, reasons: [], asOf: document.published!, statement: i, evidence: [span], rule: 'bench' })),
    },
  };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
/** Elapsed seconds; with --cpu, seconds of this process's own work, which a busy machine does not stretch (a server's work is not in it). */
const CPU = process.argv.includes('--cpu');
const seconds = async (action: () => Promise<unknown>): Promise<number> => {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await action();
  const { user, system } = process.cpuUsage(used);
  return CPU ? (user + system) / 1e6 : (performance.now() - began) / 1_000;
};
const megabytes = (): number => Math.round(process.memoryUsage().rss / 1e6);
const row = (home: string, what: string, value: string, limit: string, ratio: number, beside: string): void => console.log(`| ${home} | ${what} | ${value} | ${limit} | ${ratio.toFixed(2)} | ${beside} |`);

/** The alternative: a file of JSON lines, appended to and read whole for each count. */
async function jsonLines(folder: string, documents: number): Promise<{ ingest: number; countMs: number }> {
  const file = join(folder, 'signals.jsonl');
  seed = 42;
  const took = await seconds(async () => {
    for (let d = 0; d < documents; d += BATCH) {
      const lines: string[] = [];
      for (let i = d; i < Math.min(documents, d + BATCH); i += 1) {
        const { document, reading } = entry(Math.floor(i / DOCUMENTS_A_QUESTION), i);
        for (const signal of reading.signals) lines.push(JSON.stringify({ q: Math.floor(i / DOCUMENTS_A_QUESTION), document: document.id, signal }));
      }
      appendFileSync(file, `${lines.join('\n')}\n`);
    }
  });
  const count = await seconds(async () => {
    const found: WeighedSignal[] = [];
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const { q, document, signal } = JSON.parse(line) as { q: number; document: string; signal: WeighedSignal['signal'] & { asOf: string } };
      if (q === 0 && signal.asOf <= '2022-06-01') found.push({ signal, attribution: 'on-record', origin: document, order: found.length, ownVoice: true });
    }
    for (const member of roster) derivePosition(member, found);
  });
  console.log(`\nJSON lines: ${String(Math.round(statSync(file).size / 1e6))} MB.`);
  return { ingest: (documents * SIGNALS_A_DOCUMENT) / took, countMs: count * 1_000 };
}

const documents = Math.ceil(SIGNALS / SIGNALS_A_DOCUMENT);
const questions = Math.ceil(documents / DOCUMENTS_A_QUESTION);
const folder = mkdtempSync(join(tmpdir(), 'holdout-bench-'));
const beside = await jsonLines(folder, documents);
console.log(`${String(documents * SIGNALS_A_DOCUMENT)} signals in ${String(documents)} documents of ${String(questions)} questions; Node ${process.version}.\n`);
console.log('| home | what | measured | limit | ratio | beside: JSON lines |\n| --- | --- | --- | --- | --- | --- |');
for (const home of HOMES) {
  const server = home === 'postgres' ? await startPostgres() : null;
  const place = server ? await server.newDatabase() : join(folder, 'register');
  const open = async () => openRegister(place, { mode: 'create', seed: await testSeed() });
  seed = 42;
  let register = await open();
  const memory: number[] = [];
  let stored = 0;
  const took = await seconds(async () => {
    for (let q = 0; q < questions; q += 1) {
      await register.putQuestion({ id: questionId(q), title: `Question ${String(q)}`, body: 'nato', rule: 'consensus', date: dayOf(1_800), options: [{ id: 'it', proposal: 'Do it', aliases: [] }] });
      for (let d = 0; d < DOCUMENTS_A_QUESTION && stored < documents; d += BATCH) {
        const batch = Array.from({ length: Math.min(BATCH, documents - stored) }, (_, i) => entry(q, stored + i));
        await register.putReadings(questionId(q), batch);
        stored += batch.length;
      }
      memory.push(megabytes());
      if (process.stderr.isTTY) process.stderr.write(`\r${home}: ${String(stored * SIGNALS_A_DOCUMENT)} signals`);
    }
  });
  const rate = (stored * SIGNALS_A_DOCUMENT) / took;
  row(home, 'signals a second, in batches of 500', rate.toFixed(0), `≥ ${String(LIMITS.ingest)}`, LIMITS.ingest / rate, beside.ingest.toFixed(0));
  const [early, late] = [median(memory.slice(Math.floor(memory.length * 0.2), Math.floor(memory.length * 0.4) + 1)), median(memory.slice(-Math.max(1, Math.floor(memory.length / 5))))];
  row(home, 'memory late : early in the ingest', `${String(late)} : ${String(early)} MB`, `≤ ${String(LIMITS.growth)}`, late / early / LIMITS.growth, '–');
  await register.close();
  const opening: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    opening.push(await seconds(async () => (register = await open())));
    if (i < 4) await register.close();
  }
  row(home, 'opening, median seconds of 5', median(opening).toFixed(2), `< ${String(LIMITS.openSeconds)}`, median(opening) / LIMITS.openSeconds, '0');
  const counts = async (pick: () => number): Promise<number[]> => {
    const times: number[] = [];
    for (let i = 0; i < COUNTS; i += 1) {
      const q = pick();
      const asOf = dayOf(random(1_800));
      times.push(1_000 * (await seconds(async () => unwrap(await reportCount(register, questionId(q), { asOf }, dayOf(1_800))))));
    }
    return times;
  };
  const cold = await counts(() => random(questions));
  row(home, `count of any question as of any day, median ms of ${String(COUNTS)}`, median(cold).toFixed(1), `< ${String(LIMITS.countMs)}`, median(cold) / LIMITS.countMs, beside.countMs.toFixed(0));
  const warm = await counts(() => 0);
  row(home, 'count of one question as of any day, median ms', median(warm).toFixed(1), `< ${String(LIMITS.countMs)}`, median(warm) / LIMITS.countMs, beside.countMs.toFixed(0));
  await register.close();
  await server?.stop();
}
rmSync(folder, { recursive: true, force: true });

