import type { JsMsg } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import { HoldoutError } from '../../domain/failure.js';
import { DEAD, DEAD_SUBJECT, JOBS } from './names.js';
import { readMessage } from './message.js';
import type { Queue } from './queue.js';

/** A job that could not be done. */
export interface DeadLetter {
  /** By which it is handed in again. */
  readonly number: number;
  readonly at: string;
  readonly reason: string;
  /** How often it was given to a worker. */
  readonly deliveries: number;
  /** Absent where the message cannot be read. */
  readonly question?: string;
  readonly documentId?: string;
  readonly title?: string;
}

/** Puts a job aside with the reason, and takes it off the queue. */
export async function bury(queue: Queue, message: JsMsg, reason: string): Promise<void> {
  const about = headers();
  about.set('Holdout-Reason', reason.replace(/[\r\n]+/g, ' ').slice(0, 500));
  about.set('Holdout-Subject', message.subject);
  about.set('Holdout-Deliveries', String(message.info.deliveryCount));
  // Buried twice, after a death between the two steps, it is there once.
  await queue.stream.publish(DEAD_SUBJECT, message.data, { msgID: `dead-${String(message.seq)}-${message.timestamp}`, headers: about });
  message.term();
}

/** All jobs that were put aside, the oldest first. */
export async function* deadLetters(queue: Queue): AsyncGenerator<DeadLetter> {
  for await (const { number, message } of stored(queue)) {
    const job = readMessage(message.data);
    yield {
      number,
      at: message.time.toISOString(),
      reason: message.header.get('Holdout-Reason'),
      deliveries: Number(message.header.get('Holdout-Deliveries')),
      ...('error' in job ? {} : { question: job.message.question, documentId: job.message.document.id, ...(job.message.document.title === undefined ? {} : { title: job.message.document.title }) }),
    };
  }
}

/** Hands jobs that were put aside in again; gives how many. Fails with `usage` for a number that none has. */
export async function resubmit(queue: Queue, which: 'all' | number): Promise<number> {
  let count = 0;
  for await (const { number, message } of stored(queue)) {
    if (which !== 'all' && which !== number) continue;
    // A key of its own, since the queue remembers the job's.
    await queue.stream.publish(message.header.get('Holdout-Subject'), message.data, { msgID: `again-${String(number)}-${message.time.toISOString()}` });
    await queue.manager.streams.deleteMessage(DEAD, number);
    count += 1;
  }
  if (count === 0 && which !== 'all') throw new HoldoutError('usage', `No job was put aside under number ${String(which)}; list them with: holdout work --dead.`);
  return count;
}

async function* stored(queue: Queue) {
  const { state } = await queue.manager.streams.info(DEAD);
  for (let number = state.first_seq; number <= state.last_seq && state.messages > 0; number += 1) {
    const message = await queue.manager.streams.getMessage(DEAD, { seq: number });
    if (message !== null) yield { number, message };
  }
}

/** How much waits, is being done, and was put aside. */
export async function queueState(queue: Queue): Promise<{ readonly waiting: number; readonly inWork: number; readonly dead: number; readonly byReader: readonly { readonly wish: string; readonly waiting: number; readonly inWork: number }[] }> {
  const jobs = await queue.manager.streams.info(JOBS);
  const byReader: { wish: string; waiting: number; inWork: number }[] = [];
  for await (const consumer of queue.manager.consumers.list(JOBS)) byReader.push({ wish: consumer.name.replace(/^jobs-/, ''), waiting: consumer.num_pending, inWork: consumer.num_ack_pending });
  const inWork = byReader.reduce((n, each) => n + each.inWork, 0);
  return { waiting: jobs.state.messages - inWork, inWork, dead: (await queue.manager.streams.info(DEAD)).state.messages, byReader };
}
