import { deadLetters, openQueue, queueState, readersAlive, resubmit, workQueue, type Queue, type WorkEvent } from '../app/queue/work-queue.js';
import { HoldoutError } from '../domain/failure.js';
import { out, withRegister, type Common } from './register-commands.js';
import { threadsOf, type ThreadsFlag } from './threads-flag.js';

/** The environment's variable that names a file of credentials for NATS; never a flag, since other users of a machine see command lines. */
const CREDENTIALS = 'HOLDOUT_NATS_CREDS';

interface WorkFlags extends Common, ThreadsFlag {
  readonly queue: string;
  readonly untilEmpty?: boolean;
  readonly dead?: boolean;
  readonly resubmit?: string;
  readonly status?: boolean;
  readonly json?: boolean;
}

/** Opens a queue for an action, with the credentials that the environment names. */
export async function withQueue<T>(address: string, action: (queue: Queue) => Promise<T>): Promise<T> {
  const credentials = process.env[CREDENTIALS];
  const queue = await openQueue(address, credentials === undefined || credentials === '' ? {} : { credentials });
  try {
    return await action(queue);
  } finally {
    await queue.close();
  }
}

/** Refuses a register in a folder, which one process has alone. */
export function refuseUnshared(register: string): void {
  if (!/^postgres(?:ql)?:\/\//i.test(register)) throw new HoldoutError('usage', 'Workers share a register on a server; name it with --register postgres://…, or read here without --queue.');
}

export async function workCommand(flags: WorkFlags): Promise<number> {
  const threads = threadsOf(flags);
  if (flags.dead) return withQueue(flags.queue, (queue) => listDead(queue, flags.json === true));
  if (flags.status) return withQueue(flags.queue, (queue) => showState(queue, flags.json === true));
  if (flags.resubmit !== undefined) {
    const which = flags.resubmit === 'all' ? 'all' : Number(flags.resubmit);
    if (which !== 'all' && !(Number.isSafeInteger(which) && which > 0)) throw new HoldoutError('usage', `--resubmit is "${flags.resubmit}"; give a number of \`holdout work --dead\`, or all.`);
    return withQueue(flags.queue, async (queue) => {
      const count = await resubmit(queue, which);
      out(`${String(count)} ${count === 1 ? 'job' : 'jobs'} handed in again.\n`);
      return 0;
    });
  }
  refuseUnshared(flags.register);
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(1);
    process.stderr.write('holdout: finishing what was begun; the rest goes back to the queue.\n');
    stop.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  const totals = { read: 0, known: 0, signals: 0, dead: 0 };
  try {
    return await withRegister(flags.register, 'existing', (register) =>
      withQueue(flags.queue, async (queue) => {
        out(`Working for ${queue.shown}.\n`);
        await workQueue(queue, register, { ...(threads === undefined ? {} : { threads }), signal: stop.signal, untilEmpty: flags.untilEmpty === true, say: (event) => say(event, totals) });
        out(`${String(totals.read)} read, ${String(totals.known)} already there, ${String(totals.dead)} put aside; ${String(totals.signals)} signals added.\n`);
        return 0;
      }),
    );
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

function say(event: WorkEvent, totals: { read: number; known: number; signals: number; dead: number }): void {
  switch (event.kind) {
    case 'stored':
      totals.read += event.read;
      totals.known += event.known;
      totals.signals += event.signals;
      return;
    case 'dead':
      totals.dead += 1;
      process.stderr.write(`holdout: ${event.title} was put aside: ${event.reason}\n`);
      return;
    case 'waiting':
      process.stderr.write(`holdout: ${event.message}\n`);
  }
}

async function listDead(queue: Queue, json: boolean): Promise<number> {
  let count = 0;
  for await (const letter of deadLetters(queue)) {
    count += 1;
    out(json ? `${JSON.stringify(letter)}\n` : `${String(letter.number)}  ${letter.title ?? letter.documentId ?? 'unreadable'}  ${letter.at.slice(0, 16)}Z, given out ${String(letter.deliveries)} times\n   ${letter.reason}\n`);
  }
  if (count === 0 && !json) out('No job was put aside.\n');
  return 0;
}

async function showState(queue: Queue, json: boolean): Promise<number> {
  const state = { ...(await queueState(queue)), readers: await readersAlive(queue) };
  if (json) out(`${JSON.stringify(state, null, 1)}\n`);
  else {
    out(`${String(state.waiting)} waiting, ${String(state.inWork)} in work, ${String(state.dead)} put aside; readers at work: ${state.readers.join(', ') || 'none'}.\n`);
    for (const { wish, waiting, inWork } of state.byReader) out(`   ${wish}: ${String(waiting)} waiting, ${String(inWork)} in work\n`);
  }
  return 0;
}
