import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submitStored } from '../../src/app/review/reread.js';
import type { Document } from '../../src/domain/document.js';
import { unwrap } from '../../src/domain/unwrap.js';
import type { IsoDate } from '../../src/domain/ids.js';
import { createDocument } from '../../src/gather/index.js';
import type { Register } from '../../src/register/index.js';
import { offlineReader } from '../../src/work/offline-reader.js';
import { readInOrder, type Item } from '../../src/work/read-in-order.js';
import { deadLetters, queueState, resubmit } from '../../src/work/queue/dead-letters.js';
import { jobSubject } from '../../src/work/queue/names.js';
import { openQueue, type Queue } from '../../src/work/queue/queue.js';
import { submitAll, type Submission } from '../../src/work/queue/submit.js';
import { work, type WorkEvent } from '../../src/work/queue/work.js';
import { err } from '../../src/domain/result.js';
import type { Reader } from '../../src/read/reader.js';
import { failureOf, newFolder, openTest, removeFolders } from '../register/helpers.js';
import { postgresBinaries, startPostgres, type PostgresServer } from '../register/postgres-server.js';
import { hashOf } from './hash-of.js';
import { inventedCoverage, inventedQuestion as question } from './invented-coverage.js';
import { natsBinary, natsTest, startNats, type NatsServers } from './nats-server.js';

const today = '2025-06-01' as IsoDate;
const newest: Submission = { question, wish: 'newest', reader: offlineReader.id, today };

async function* itemsOf(documents: Iterable<Document>): AsyncGenerator<Item<string>> {
  for (const document of documents) yield { job: { document }, of: document.title ?? '' };
}

async function submit(queue: Queue, register: Register, documents: Iterable<Document>, submission = newest): Promise<string[]> {
  const all: string[] = [];
  for await (const { submitted } of submitAll(queue, register, submission, itemsOf(documents))) all.push(submitted?.ok === true ? submitted.value : 'failed');
  return all;
}

async function workUntilEmpty(queue: Queue, register: Register, reader: Reader = offlineReader): Promise<WorkEvent[]> {
  const events: WorkEvent[] = [];
  await work({ queue, register, reader, read: reader.read, signal: new AbortController().signal, untilEmpty: true, say: (event) => events.push(event) });
  return events;
}

test('a queue that is no address, or that nothing answers, is refused in a sentence that keeps the password to itself', async () => {
  expect(await failureOf(openQueue('http://127.0.0.1:4222'))).toMatchObject({ code: 'usage' });
  const failure = await failureOf(openQueue('nats://me:secret@127.0.0.1:1'));
  expect(failure.code).toBe('queue-unreachable');
  expect(failure.message).toMatch(/^[^\n]*[^.\n]\.$/);
  expect(failure.message).toContain('nats://127.0.0.1:1');
  expect(failure.message).not.toContain('secret');
});

describe.skipIf(natsBinary === null || postgresBinaries === null)(natsTest('a queue of documents'), () => {
  let nats: NatsServers;
  let postgres: PostgresServer;
  let queue: Queue;
  let register: Register;
  const documents = [...inventedCoverage(64)];
  beforeAll(async () => {
    [nats, postgres] = [await startNats(), await startPostgres()];
    queue = await openQueue(nats.address);
    register = await openTest(await postgres.newDatabase());
    await register.putQuestion(question);
  });
  afterAll(async () => {
    await register.close();
    await queue.close();
    await nats.stop();
    await postgres.stop();
    removeFolders();
  });

  test('workers read what a run on one machine reads, each document once however often it is handed in', async () => {
    expect(new Set(await submit(queue, register, documents))).toEqual(new Set(['submitted']));
    expect(new Set(await submit(queue, register, documents))).toEqual(new Set(['waiting']));
    await Promise.all([workUntilEmpty(queue, register), workUntilEmpty(queue, register)]);
    expect(new Set(await submit(queue, register, documents))).toEqual(new Set(['known']));
    const alone = await openTest(newFolder());
    await alone.putQuestion(question);
    for await (const done of readInOrder(alone, { question, reader: offlineReader, today }, itemsOf(documents), 0)) expect(done.stored?.ok).toBe(true);
    expect(await hashOf(register, question.id)).toBe(await hashOf(alone, question.id));
    const ids = documents.map(({ id }) => id);
    expect([...(await register.analyses(ids))].sort()).toEqual([...(await alone.analyses(ids))].sort());
    await alone.close();
    expect(await queueState(queue)).toMatchObject({ waiting: 0, inWork: 0, dead: 0 });
  });

  test('a text larger than a message goes through the register', async () => {
    const sentence = 'The ambassador of Norway said that Norway supports the harbour fund.\n';
    const long = createDocument({ text: `${sentence}${'The weather over the harbour was fair that day.\n'.repeat(30_000)}`, title: 'Long' }, 'text');
    const reader: Reader = { ...offlineReader, read: (source, asked) => offlineReader.read({ ...source, text: source.text.slice(0, 500) }, asked) };
    expect(await submit(queue, register, [long])).toEqual(['submitted']);
    await workUntilEmpty(queue, register, reader);
    expect(await register.readBy(question.id, offlineReader.id, [long.id])).toEqual(new Set([long.id]));
  });

  test('stored documents are handed to workers for another question', async () => {
    const other = { ...question, id: 'harbour-fund-again', title: 'The harbour fund, asked again' };
    await register.putQuestion(other);
    const handIn = async () => unwrap(await submitStored(queue, register, other.id, today, 'all', () => undefined));
    const stored = (await register.documents()).length;
    expect(await handIn()).toEqual({ submitted: stored, waiting: 0, known: 0, failed: 0 });
    expect(await handIn()).toEqual({ submitted: 0, waiting: stored, known: 0, failed: 0 });
    await workUntilEmpty(queue, register);
    expect(await handIn()).toEqual({ submitted: 0, waiting: 0, known: stored, failed: 0 });
    expect((await register.signals({ question: other.id })).length).toBe((await register.signals({ question: question.id })).length);
    expect(await submitStored(queue, register, 'unheard-of', today, 'all', () => undefined)).toMatchObject({ ok: false, error: { code: 'question-unknown' } });
  });

  test('what no reader can read is put aside with the reason, and can be handed in again', async () => {
    const [poison, fine] = [...inventedCoverage(2, 7)];
    let isPoison = true;
    const reader: Reader = {
      id: offlineReader.id,
      read: (source, asked) => (isPoison && source.title === poison!.title && source.text === poison!.text ? Promise.resolve(err({ code: 'reader-failed', category: 'ours', message: 'It ended its thread.' })) : offlineReader.read(source, asked)),
    };
    await submit(queue, register, [poison!, fine!]);
    await queue.stream.publish(jobSubject('newest'), new TextEncoder().encode('{"version":9}'));
    await workUntilEmpty(queue, register, reader);
    const letters = [];
    for await (const letter of deadLetters(queue)) letters.push(letter);
    expect(letters.map(({ reason, title, deliveries }) => [reason, title, deliveries])).toEqual([
      [expect.stringContaining('no job of this version'), undefined, 1],
      ['It ended its thread.', poison!.title, 5],
    ]);
    expect(await register.readBy(question.id, offlineReader.id, [poison!.id, fine!.id])).toEqual(new Set([fine!.id]));
    isPoison = false;
    expect(await resubmit(queue, letters[1]!.number)).toBe(1);
    await workUntilEmpty(queue, register, reader);
    expect(await register.readBy(question.id, offlineReader.id, [poison!.id])).toEqual(new Set([poison!.id]));
    expect((await queueState(queue)).dead).toBe(1);
    expect(await failureOf(resubmit(queue, 999))).toMatchObject({ code: 'usage' });
  });

  test('a worker that is told to stop finishes what it began and gives the rest back', async () => {
    const some = [...inventedCoverage(60, 13)];
    await submit(queue, register, some);
    const stop = new AbortController();
    await work({
      queue,
      register,
      reader: offlineReader,
      read: offlineReader.read,
      signal: stop.signal,
      say: ({ kind }) => {
        if (kind === 'stored') stop.abort();
      },
    });
    const stored = (await register.readBy(question.id, offlineReader.id, some.map(({ id }) => id))).size;
    expect(stored).toBeGreaterThan(0);
    // The server takes acknowledgements and what is given back in its own time.
    await expect.poll(async () => (({ waiting, inWork }) => stored + waiting + inWork)(await queueState(queue)), { timeout: 5_000 }).toBe(some.length);
    await workUntilEmpty(queue, register);
    expect((await register.readBy(question.id, offlineReader.id, some.map(({ id }) => id))).size).toBe(some.length);
  });

  test('a submitter waits while the queue is full', async () => {
    const other = await startNats();
    const small = await openQueue(other.address, { mostWaiting: 10 });
    const some = [...inventedCoverage(30, 17)];
    const [outcomes] = await Promise.all([
      submit(small, register, some),
      (async () => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        expect((await queueState(small)).waiting).toBe(10);
        const stop = new AbortController();
        const working = work({ queue: small, register, reader: offlineReader, read: offlineReader.read, signal: stop.signal });
        for (let tries = 0; tries < 200 && (await register.readBy(question.id, offlineReader.id, some.map(({ id }) => id))).size < some.length; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
        stop.abort();
        await working;
      })(),
    ]);
    expect(outcomes).toHaveLength(30);
    expect((await register.readBy(question.id, offlineReader.id, some.map(({ id }) => id))).size).toBe(30);
    await small.close();
    await other.stop();
  });

  test('old and new readers side by side: each job is read by the version it wants, the newest by the newest that runs, and an older result supersedes nothing', async () => {
    const versioned = (version: string): Reader => ({
      id: `holdout-reader@${version}`,
      read: async (source, asked) => {
        const answer = await offlineReader.read(source, asked);
        return answer.ok ? { ok: true, value: { reading: { ...answer.value.reading, reader: `holdout-reader@${version}` } } } : answer;
      },
    });
    const [old, latest] = [versioned('9.1.0'), versioned('9.2.0')];
    const some = [...inventedCoverage(40, 11)];
    const stop = new AbortController();
    const workers = [old, latest].map((reader) => work({ queue, register, reader, read: reader.read, signal: stop.signal }));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await submit(queue, register, some);
    await submit(queue, register, some.slice(0, 10), { ...newest, wish: old.id });
    await submit(queue, register, some.slice(0, 5), { ...newest, wish: latest.id });
    for (let tries = 0; tries < 200; tries += 1) {
      const { waiting, inWork } = await queueState(queue);
      if (waiting + inWork === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    stop.abort();
    await Promise.all(workers);
    const readers = new Map<string, number>();
    for (const { reader, documentId } of await register.signals({ question: question.id })) if (some.some(({ id }) => id === documentId)) readers.set(reader, (readers.get(reader) ?? 0) + 1);
    expect([...readers.keys()]).toEqual([latest.id]);
    expect((await register.readBy(question.id, latest.id, some.map(({ id }) => id))).size).toBe(some.length);
  });
});
