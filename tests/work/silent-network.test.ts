import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startProxy, type FaultyProxy } from '../../chaos/faulty-proxy.js';
import { createApi } from '../../src/api/create-api.js';
import type { Document } from '../../src/domain/document.js';
import type { IsoDate } from '../../src/domain/ids.js';
import { openRegister, type Register } from '../../src/register/index.js';
import { offlineReader } from '../../src/work/offline-reader.js';
import { readInOrder, type Item } from '../../src/work/read-in-order.js';
import { openQueue, type Queue } from '../../src/work/queue/queue.js';
import { submitAll } from '../../src/work/queue/submit.js';
import { work, type WorkEvent } from '../../src/work/queue/work.js';
import { newFolder, openTest, removeFolders } from '../register/helpers.js';
import { postgresBinaries, postgresTest, startPostgres, type PostgresServer } from '../register/postgres-server.js';
import { hashOf } from './hash-of.js';
import { inventedCoverage, inventedQuestion as question } from './invented-coverage.js';
import { natsBinary, natsTest, startNats, type NatsServers } from './nats-server.js';

const today = '2025-06-01' as IsoDate;
const SILENCE_MS = 1_000;
/** In which a worker that cannot be heard keeps others from writing no longer than this. */
const SESSION = '?options=-c%20TimeZone%3DUTC%20-c%20idle_in_transaction_session_timeout%3D1500';

async function* itemsOf(documents: Iterable<Document>): AsyncGenerator<Item<null>> {
  for (const document of documents) yield { job: { document }, of: null };
}

/** The server's address behind a proxy. */
const through = (address: string, { port }: FaultyProxy): string => address.replace(/:\d+(?=\/|$)/, `:${String(port)}`);
const portOf = (address: string): number => Number(/:(\d+)(?:\/|$)/.exec(address)?.[1]);

describe.skipIf(postgresBinaries === null)(postgresTest('a network that swallows packets between a server and its register'), () => {
  test('a request says so in one sentence, a long query does not count as silence, and all is well afterwards', async () => {
    const postgres = await startPostgres();
    const address = await postgres.newDatabase();
    const proxy = await startProxy(portOf(address));
    const register = await openRegister(through(address, proxy), { mode: 'create', silenceMs: SILENCE_MS });
    try {
      await register.putQuestion(question);
      const api = createApi({ register, today: () => today });
      const ask = async (): Promise<Response> => api.request('/api/questions');
      expect((await ask()).status).toBe(200);
      const locking = new pg.Client({ connectionString: address });
      await locking.connect();
      await locking.query('BEGIN; LOCK TABLE question IN ACCESS EXCLUSIVE MODE');
      const waiting = register.question(question.id);
      await new Promise((resolve) => setTimeout(resolve, 3 * SILENCE_MS));
      await locking.end();
      expect(await waiting).toMatchObject({ id: question.id });
      proxy.swallow(true);
      const answer = await ask();
      expect(answer.status).toBe(503);
      expect(((await answer.json()) as { detail: string }).detail).toMatch(/^The register postgres:\S+ cannot be reached: nothing answers there; [^\n]*\.$/);
      proxy.swallow(false);
      await expect.poll(async () => (await ask()).status, { timeout: 10_000 }).toBe(200);
    } finally {
      proxy.swallow(false);
      await register.close();
      await proxy.close();
      await postgres.stop();
    }
  });
});

describe.skipIf(natsBinary === null || postgresBinaries === null)(natsTest('a network that swallows what a worker says'), () => {
  let nats: NatsServers;
  let postgres: PostgresServer;
  beforeAll(async () => {
    [nats, postgres] = [await startNats(), await startPostgres()];
  });
  afterAll(async () => {
    await nats.stop();
    await postgres.stop();
    removeFolders();
  });

  test.each(['register', 'queue'] as const)('to the %s: its jobs are done by another, nothing is lost or doubled, and it works on afterwards', async (silent) => {
    const address = await postgres.newDatabase();
    const proxies = { register: await startProxy(portOf(address)), queue: await startProxy(nats.ports[0]!) };
    const options = { ackWaitMs: 1_500 };
    const [queue, cut] = [await openQueue(nats.address, options), await openQueue(through(nats.address, proxies.queue), options)];
    const register = await openRegister(address, { mode: 'create' });
    await register.putQuestion(question);
    const behind = await openRegister(through(address, proxies.register) + SESSION, { mode: 'existing', silenceMs: SILENCE_MS });
    const stop = new AbortController();
    const heard: WorkEvent[] = [];
    const begin = (its: Queue, where: Register, say: (event: WorkEvent) => void): Promise<void> => work({ queue: its, register: where, reader: offlineReader, read: offlineReader.read, signal: stop.signal, giveBackAfterMs: 500, say });
    const count = async (): Promise<number> => (await register.readings(question.id)).length;
    const submit = async (documents: Iterable<Document>): Promise<void> => {
      for await (const { submitted } of submitAll(queue, register, { question, wish: 'newest', reader: offlineReader.id, today }, itemsOf(documents))) expect(submitted?.ok).toBe(true);
    };
    // Others than those of the other test, which the queue still remembers.
    const all = [...inventedCoverage(180, silent.length)];
    try {
      await submit(all.slice(0, 120));
      const working = [begin(cut, behind, (event) => heard.push(event))];
      await expect.poll(() => heard.some(({ kind }) => kind === 'stored'), { timeout: 15_000 }).toBe(true);
      proxies[silent].swallow(true);
      working.push(begin(queue, register, () => undefined));
      await expect.poll(count, { timeout: 30_000 }).toBe(120);
      proxies[silent].swallow(false);
      const before = heard.length;
      let next = 120;
      const isBack = async (): Promise<boolean> => {
        await submit(all.slice(next, (next += 5)));
        return heard.slice(before).some(({ kind }) => kind === 'stored');
      };
      await expect.poll(isBack, { timeout: 30_000, interval: 300 }).toBe(true);
      await submit(all);
      await expect.poll(count, { timeout: 15_000 }).toBe(all.length);
      stop.abort();
      await Promise.all(working);
      const sentences = heard.flatMap((event) => (event.kind === 'waiting' ? [event.message] : []));
      // A queue that is silent for a short time may be back before the worker asks it again; a register is missed at once.
      if (silent === 'register') expect(sentences.length).toBeGreaterThan(0);
      for (const sentence of sentences) expect(sentence).toMatch(/^The (?:register|queue) [^\n]*\.$/);
      const alone = await openTest(newFolder());
      await alone.putQuestion(question);
      for await (const done of readInOrder(alone, { question, reader: offlineReader, today }, itemsOf(all), 0)) expect(done.stored?.ok).toBe(true);
      expect(await hashOf(register, question.id)).toBe(await hashOf(alone, question.id));
      await alone.close();
    } finally {
      for (const proxy of Object.values(proxies)) proxy.swallow(false);
      stop.abort();
      for (const each of [cut, queue]) await each.close();
      for (const each of [behind, register]) await each.close();
      for (const proxy of Object.values(proxies)) await proxy.close();
    }
  }, 120_000);
});
