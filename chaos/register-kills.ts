/**
 * kill -9 while a register is written to: npx tsx chaos/register-kills.ts [--kills 100] [--homes pglite,postgres]
 * On PGlite the writing process is killed, on PostgreSQL the server with all its processes, which then recovers. After each kill everything
 * that the writer was told is stored must be there, whole and once. Ends with status 1 at the first that is not.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Register } from '../src/register/index.js';
import { STATEMENTS_EACH } from '../tests/register/children/corpus.js';
import { openTest, testSeed } from '../tests/register/helpers.js';
import { startPostgres, type PostgresServer } from '../tests/register/postgres-server.js';
import { spawnChild, type Child } from '../tests/register/spawn-child.js';

export type KilledHome = 'pglite' | 'postgres';

/** What a run of kills came to. */
export interface KillReport {
  readonly home: KilledHome;
  readonly kills: number;
  /** Documents that a writer was told are stored before its kill. */
  readonly acknowledged: number;
  /** Kills that met a document on its way: it was stored, and nobody had been told. */
  readonly unacknowledged: number;
  readonly documents: number;
}

/** Documents of the corpus for each kill: more than a writer can store before it, so that none runs out. */
export const DOCUMENTS_A_KILL = 20;
const STORED_AT_MOST = 6;
/** Every so many kills one comes at any moment before the first document is stored: while the register is made, opened or migrated. */
const EARLY_EVERY = 4;
const EARLY_WITHIN_MS = 2_500;
const WITHIN_MS = 25;

const random = (below: number): number => Math.floor(Math.random() * below);
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Kills in mid-write so many times; rejects with an AssertionError when anything is lost, doubled or torn. */
export async function killWhileWriting(home: KilledHome, kills: number, say: (line: string) => void = () => undefined): Promise<KillReport> {
  const size = kills * DOCUMENTS_A_KILL;
  const folder = mkdtempSync(join(tmpdir(), 'holdout-kills-'));
  const server = home === 'postgres' ? await startPostgres() : null;
  try {
    await testSeed();
    const place = server ? await server.newDatabase() : join(folder, 'register');
    const acknowledged = new Set<string>();
    let unacknowledged = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const child = spawnChild('writer.ts', [place, String(size)]);
      await momentOf(kill, child);
      await (server ? killServer(server, child) : child.kill());
      const told = child.stored();
      for (const id of told) acknowledged.add(id);
      if (server === null && !existsSync(join(place, 'pg'))) continue;
      const isTenth = (kill + 1) % 10 === 0;
      const stored = await documentsOf(place, acknowledged, isTenth, `after kill ${String(kill + 1)}`);
      unacknowledged += stored.length - acknowledged.size;
      for (const id of stored) acknowledged.add(id);
      if (isTenth) say(`${home}: ${String(kill + 1)} kills, ${String(acknowledged.size)} documents, nothing lost.`);
    }
    await spawnChild('writer.ts', [place, String(size)]).ended();
    const documents = (await documentsOf(place, acknowledged, true, 'at the end')).length;
    assert.equal(documents, size, 'the last writer completes the corpus');
    return { home, kills, acknowledged: acknowledged.size, unacknowledged, documents };
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function momentOf(kill: number, child: Child): Promise<void> {
  if (kill % EARLY_EVERY === 0) await Promise.race([wait(random(EARLY_WITHIN_MS)), child.line(/^stored/)]);
  else {
    await child.line(/^stored/, 1 + random(STORED_AT_MOST));
    await wait(random(WITHIN_MS));
  }
}

/** The server goes, its writer must say so and end, and the server recovers. */
async function killServer(server: PostgresServer, child: Child): Promise<void> {
  await server.kill();
  await assert.rejects(child.ended(), /register-unreachable/, 'a writer whose server was killed says so');
  await server.start();
}

/** Checks that every document is whole and once and none that was acknowledged is missing, and every span where `examined`; gives their ids. */
function documentsOf(place: string, acknowledged: ReadonlySet<string>, examined: boolean, when: string): Promise<string[]> {
  return inRegister(place, async (register) => {
    const ids = (await register.documents()).map(({ id }) => id as string);
    assert.equal(new Set(ids).size, ids.length, `no document is doubled ${when}`);
    const missing = [...acknowledged].filter((id) => !ids.includes(id));
    assert.deepEqual(missing, [], `nothing acknowledged is lost ${when}`);
    const whole = Object.fromEntries(ids.map((id) => [id, STATEMENTS_EACH]));
    const signals = ids.length === 0 ? [] : await register.signals({ question: 'q' });
    assert.deepEqual(perDocument(signals), whole, `signals are whole ${when}`);
    assert.deepEqual(perDocument(await register.statements()), whole, `statements are whole ${when}`);
    assert.equal(new Set(signals.map(({ id }) => id)).size, signals.length, `no signal is doubled ${when}`);
    if (examined) assert.deepEqual((await register.examine()).problems, [], `doctor finds nothing ${when}`);
    return ids;
  });
}

const perDocument = (rows: readonly { readonly documentId: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { documentId } of rows) counts[documentId] = (counts[documentId] ?? 0) + 1;
  return counts;
};

async function inRegister<T>(place: string, action: (register: Register) => Promise<T>): Promise<T> {
  const register = await openTest(place);
  return action(register).finally(() => register.close());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const argument = (name: string, otherwise: string): string => (process.argv.includes(`--${name}`) ? (process.argv[process.argv.indexOf(`--${name}`) + 1] ?? otherwise) : otherwise);
  const kills = Number(argument('kills', '100'));
  if (!Number.isInteger(kills) || kills < 1) throw new Error('--kills takes a whole number from 1');
  for (const home of argument('homes', 'pglite,postgres').split(',')) {
    if (home !== 'pglite' && home !== 'postgres') throw new Error(`--homes takes pglite and postgres, not ${home}`);
    const began = performance.now();
    const report = await killWhileWriting(home, kills, (line) => console.log(line));
    console.log(`${home}: ${String(report.kills)} kills, ${String(report.documents)} documents; nothing acknowledged was lost and nothing doubled (${String(report.unacknowledged)} were stored that nobody had been told of); ${((performance.now() - began) / 1_000).toFixed(0)} s.`);
  }
}
