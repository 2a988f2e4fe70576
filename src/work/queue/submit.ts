import { SpanKind } from '@opentelemetry/api';
import { headers, type MsgHdrs } from '@nats-io/transport-node';
import type { Failure } from '../../domain/failure.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { IsoDate } from '../../domain/ids.js';
import type { Question } from '../../domain/question.js';
import { erasedMessage } from '../../domain/erasure.js';
import { carrier, traced } from '../../observe/trace.js';
import type { Register } from '../../register/index.js';
import { chunksOf } from '../chunks.js';
import type { Job } from '../job.js';
import type { Item } from '../read-in-order.js';
import { jobKey, messageOf } from './message.js';
import { jobSubject, NEWEST } from './names.js';
import { codeOf, isPassing, unreachable, type Queue } from './queue.js';

/** Jobs on the way to the server at once. */
const AT_ONCE = 64;
/** The server is full: how long until it is asked again. */
const FULL_PAUSE_MS = 200;
const MOST_MESSAGES_REACHED = 10_077;
/** How long servers may be away before a submitter gives up. */
const PATIENCE_MS = 120_000;

/** What became of a job that was handed in: taken by the queue, waiting there already, or read already. */
export type Submitted = 'submitted' | 'waiting' | 'known';

/** What jobs are handed in for. */
export interface Submission {
  readonly question: Question;
  /** The reader that is to read: its name and version, or `newest`. */
  readonly wish: string;
  /** Documents that this reader has read need no job. */
  readonly reader: string;
  readonly today: IsoDate;
}

/**
 * Hands the jobs of a source to a queue and gives what became of each in order, waiting while the queue is full. Handing the same in again
 * adds nothing. A text too large for a message is put into the register, which workers share. Fails with `queue-unreachable`.
 */
export async function* submitAll<T>(queue: Queue, register: Register, submission: Submission, source: AsyncIterable<Item<T>>): AsyncGenerator<{ readonly of: T; readonly submitted: Result<Submitted, Failure> | null }> {
  const limits = { most: AT_ONCE, mostSize: 8_000_000, sizeOf: ({ job }: Item<T>) => job?.document.text.length ?? 0, patienceMs: 50 };
  for await (const items of chunksOf(source, limits)) {
    const ids = items.flatMap(({ job }) => (job === null ? [] : [job.document.id]));
    const [erased, known] = [await register.erased(ids), await register.readBy(submission.question.id, submission.reader, ids)];
    const submitted = await Promise.all(
      items.map(async ({ job }): Promise<Result<Submitted, Failure> | null> => {
        if (job === null) return null;
        const tombstone = erased.get(job.document.id);
        if (tombstone !== undefined) return err({ code: 'document-erased', category: 'caller', message: erasedMessage(tombstone) });
        // A capture of a document that was read counts too: it stood there at another time.
        if (known.has(job.document.id) && job.seenAt === undefined && submission.wish === NEWEST) return ok('known');
        return ok(await traced('submit job', { 'messaging.system': 'nats' }, () => submit(queue, register, submission, job), [], SpanKind.PRODUCER));
      }),
    );
    for (const [i, { of }] of items.entries()) yield { of, submitted: submitted[i] ?? null };
  }
}

async function submit(queue: Queue, register: Register, { question, wish, today }: Submission, { document, seenAt }: Job): Promise<Submitted> {
  const about = { question: question.id, reader: wish, today, seenAt };
  let data = bytesOf(messageOf(document, about, true));
  // Some room is left for the headers.
  if (data.length > queue.largestMessage - 1_000) {
    await register.putDocuments([document]);
    data = bytesOf(messageOf(document, about, false));
  }
  const msgID = jobKey(document.id, seenAt, question, wish);
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      const { duplicate } = await queue.stream.publish(jobSubject(wish), data, { msgID, headers: traceHeaders() });
      return duplicate ? 'waiting' : 'submitted';
    } catch (error) {
      const isFull = codeOf(error) === MOST_MESSAGES_REACHED || (error instanceof Error && /maximum messages exceeded/i.test(error.message));
      if (!isFull && (!isPassing(error) || performance.now() > until)) throw unreachable(queue.shown, error);
      await new Promise((resolve) => setTimeout(resolve, FULL_PAUSE_MS));
    }
  }
}

/** The trace at hand, for whoever does the job. */
function traceHeaders(): MsgHdrs {
  const made = headers();
  for (const [name, value] of Object.entries(carrier())) made.set(name, value);
  return made;
}

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
