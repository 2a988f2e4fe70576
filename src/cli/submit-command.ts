import { parseWish, submitInputs } from '../app/queue/submit-inputs.js';
import type { Register } from '../app/open.js';
import type { FetcherOptions } from '../app/read-inputs.js';
import { HoldoutError } from '../domain/failure.js';
import type { IsoDate } from '../domain/ids.js';
import type { Question } from '../domain/question.js';
import { unwrap } from '../domain/unwrap.js';
import { exitStatusOf } from './exit-status.js';
import { out } from './register-commands.js';
import { today } from './today.js';
import { withQueue } from './work-command.js';

/** Hands inputs to a queue instead of reading them here. */
export async function submitCommand(
  to: { readonly queue: string; readonly readerVersion?: string; readonly register: string },
  register: Register,
  question: Question,
  inputs: readonly string[],
  options: { readonly published?: IsoDate; readonly publisher?: string },
  network: FetcherOptions,
): Promise<number> {
  if (!/^postgres(?:ql)?:\/\//i.test(to.register)) throw new HoldoutError('usage', 'Workers share a register on a server; name it with --register postgres://…, or read here without --queue.');
  const wish = to.readerVersion === undefined ? undefined : unwrap(parseWish(to.readerVersion));
  const totals = { submitted: 0, waiting: 0, known: 0, failed: 0, skipped: 0 };
  let status = 0;
  await withQueue(to.queue, async (queue) => {
    for await (const outcome of submitInputs(queue, register, question, inputs, options, today(), network, wish)) {
      totals[outcome.kind] += 1;
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${String(totals.submitted + totals.waiting + totals.known)} ${outcome.input}`);
      if (outcome.kind !== 'skipped' && outcome.kind !== 'failed') continue;
      process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[K' : ''}holdout: ${outcome.message}\n`);
      if (outcome.kind === 'failed' && status === 0) status = exitStatusOf(outcome.code);
    }
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  out(`${question.id}: ${String(totals.submitted)} handed to the queue, ${String(totals.waiting)} waiting there already, ${String(totals.known)} read already, ${String(totals.failed)} failed.\n`);
  return status;
}
