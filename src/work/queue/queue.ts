import { jetstream, jetstreamManager, type Consumer, type JetStreamClient, type JetStreamManager, type StreamConfig } from '@nats-io/jetstream';
import * as nats from '@nats-io/transport-node';
import { readFile } from 'node:fs/promises';
import { HoldoutError } from '../../domain/failure.js';
import { parseQueueAddress, type QueueAddress } from './address.js';
import { consumerName, DEAD, DEAD_SUBJECT, JOBS, jobSubject, READERS } from './names.js';

const NS_A_MS = 1_000_000;
const CONNECT_MS = 5_000;
/** How long a cluster may take to choose another leader. */
const PATIENCE_MS = 60_000;
/** Within this time the same job is taken once; the register sees to it after that. */
const DUPLICATES_MS = 600_000;
/** Jobs that may wait at once: a submitter waits when there are so many. */
const MOST_WAITING = 20_000;
const ACK_WAIT_MS = 15_000;
/** How long a worker that has said nothing counts as one that runs. */
export const READER_ALIVE_MS = 30_000;
/** A text of more bytes than this goes through the register, whatever larger messages the server would take. */
const LARGEST_MESSAGE = 1_000_000;

/** What an opened queue gives to submitter, worker and inspector. */
export interface Queue {
  readonly shown: string;
  readonly connection: nats.NatsConnection;
  readonly stream: JetStreamClient;
  readonly manager: JetStreamManager;
  /** The largest message in bytes, with its headers. */
  readonly largestMessage: number;
  /** After this time without a sign of life a job goes to another worker. */
  readonly ackWaitMs: number;
  /** The consumer of a wish, made where there is none. */
  consumer(wish: string): Promise<Consumer>;
  /** Sends what is left and closes. */
  close(): Promise<void>;
}

/** How a queue is opened. */
export interface QueueOptions {
  /** A file of credentials (`.creds`) for servers that ask for them. */
  readonly credentials?: string;
  /** Jobs that may wait at once; it counts where the queue is made. */
  readonly mostWaiting?: number;
  /** After this time without a sign of life a job goes to another worker, 15,000 when absent; it counts where the queue is made. */
  readonly ackWaitMs?: number;
}

/**
 * Opens the queue on NATS servers with JetStream and makes its streams where there are none, each kept on three servers of a cluster.
 * Fails with `usage` for an address that is none, and `queue-unreachable`.
 */
export async function openQueue(address: string, options: QueueOptions = {}): Promise<Queue> {
  const where = parseQueueAddress(address);
  const ackWaitMs = options.ackWaitMs ?? ACK_WAIT_MS;
  const connection = await connect(where, options.credentials, ackWaitMs);
  try {
    const manager = await patiently(where, () => jetstreamManager(connection, { timeout: CONNECT_MS }));
    for (const config of streams(options.mostWaiting ?? MOST_WAITING)) await patiently(where, () => ensureStream(manager, config, connection.info?.cluster !== undefined));
    const stream = jetstream(connection, { timeout: CONNECT_MS });
    return {
      shown: where.shown,
      connection,
      stream,
      manager,
      largestMessage: Math.min(LARGEST_MESSAGE, connection.info?.max_payload ?? LARGEST_MESSAGE),
      ackWaitMs,
      consumer: (wish) =>
        patiently(where, async () => {
          await manager.consumers.add(JOBS, { durable_name: consumerName(wish), filter_subject: jobSubject(wish), ack_policy: 'explicit', ack_wait: ackWaitMs * NS_A_MS, max_ack_pending: MOST_WAITING, max_deliver: -1 });
          return stream.consumers.get(JOBS, consumerName(wish));
        }),
      close: async () => {
        await connection.drain().catch(() => connection.close());
      },
    };
  } catch (error) {
    await connection.close();
    throw error instanceof HoldoutError ? error : unreachable(where.shown, error);
  }
}

async function connect(where: QueueAddress, credentials: string | undefined, ackWaitMs: number): Promise<nats.NatsConnection> {
  const { user, pass, token } = where;
  try {
    return await nats.connect({
      servers: [...where.servers],
      name: 'holdout',
      timeout: CONNECT_MS,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 250,
      // A server that hangs is noticed after two of these.
      pingInterval: ackWaitMs / 3,
      ...(user === undefined ? {} : { user }),
      ...(pass === undefined ? {} : { pass }),
      ...(token === undefined ? {} : { token }),
      ...(credentials === undefined ? {} : { authenticator: nats.credsAuthenticator(await readFile(credentials)) }),
    });
  } catch (error) {
    throw unreachable(where.shown, error);
  }
}

const streams = (mostWaiting: number): readonly (Partial<StreamConfig> & { readonly name: string })[] => [
  { name: JOBS, subjects: ['holdout.jobs.>'], retention: 'workqueue', storage: 'file', discard: 'new', max_msgs: mostWaiting, duplicate_window: DUPLICATES_MS * NS_A_MS },
  { name: DEAD, subjects: [DEAD_SUBJECT], storage: 'file', duplicate_window: DUPLICATES_MS * NS_A_MS },
  { name: READERS, subjects: ['holdout.readers.>'], storage: 'memory', max_msgs_per_subject: 1, max_age: READER_ALIVE_MS * NS_A_MS, duplicate_window: READER_ALIVE_MS * NS_A_MS },
];

const STREAM_NOT_FOUND = 10_059;

async function ensureStream(manager: JetStreamManager, config: Partial<StreamConfig> & { readonly name: string }, isCluster: boolean): Promise<void> {
  try {
    await manager.streams.info(config.name);
  } catch (error) {
    if (codeOf(error) !== STREAM_NOT_FOUND) throw error;
    await manager.streams.add({ ...config, num_replicas: isCluster ? 3 : 1 });
  }
}

/** JetStream's number of an error; null for one of the connection. */
export const codeOf = (error: unknown): number | null => (error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : null);

/** Does something again while servers are away or choosing their leader. */
async function patiently<T>(where: QueueAddress, action: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (!isPassing(error) || performance.now() > until) throw unreachable(where.shown, error);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** Whether the same request may succeed in a moment: no answer, no leader, no servers that answer. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'JetStreamNotEnabled') return false;
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 0;
  return status === 503 || status === 408 || ['TimeoutError', 'RequestError', 'NoRespondersError', 'ConnectionError', 'JetStreamStatusError'].includes(error.name) || /timeout|temporarily|no responders|leader|not available|insufficient/i.test(error.message);
}

/** One sentence about a queue that cannot be reached, without secrets. */
export function unreachable(shown: string, cause: unknown): HoldoutError {
  const message = cause instanceof Error ? (cause.message.split('\n')[0] ?? '').slice(0, 200) : 'no reason given';
  const remedy = cause instanceof Error && cause.name === 'JetStreamNotEnabled' ? 'start nats-server with -js' : 'check the address and that nats-server runs with -js';
  return new HoldoutError('queue-unreachable', `The queue ${shown} cannot be used: ${message}; ${remedy}, then run the same command again: nothing is lost or doubled.`, { cause });
}
