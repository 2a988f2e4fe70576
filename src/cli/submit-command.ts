import { parseWish, submitInputs, type Submitted } from '../app/queue/submit-inputs.js';
import type { Register } from '../app/open.js';
import type { Gathering } from '../app/read-inputs.js';
import type { Question } from '../domain/question.js';
import { unwrap } from '../domain/unwrap.js';
import { exitStatusOf } from './exit-status.js';
import { Progress } from './progress.js';
import { out } from './register-commands.js';
import { today } from './today.js';
import { refuseUnshared, withQueue } from './work-command.js';

/** What became of what was handed in, as one line. */
export const submittedLine = (question: string, { submitted, waiting, known, failed }: Readonly<Record<Submitted | 'failed', number>>): string =>
  `${question}: ${String(submitted)} handed to the queue, ${String(waiting)} waiting there already, ${String(known)} read already, ${String(failed)} failed.\n`;

/** Hands inputs to a queue instead of reading them here. */
export async function submitCommand(
  to: { readonly queue: string; readonly readerVersion?: string; readonly register: string },
  register: Register,
  question: Question,
  gathering: Gathering,
  shareOf: () => number | null,
): Promise<number> {
  refuseUnshared(to.register);
  const wish = to.readerVersion === undefined ? undefined : unwrap(parseWish(to.readerVersion));
  const totals = { submitted: 0, waiting: 0, known: 0, failed: 0, skipped: 0 };
  const progress = new Progress();
  let status = 0;
  await withQueue(to.queue, async (queue) => {
    for await (const outcome of submitInputs(queue, register, question, gathering, today(), wish)) {
      totals[outcome.kind] += 1;
      progress.show(totals.submitted + totals.waiting + totals.known, outcome.input, shareOf());
      if (outcome.kind !== 'skipped' && outcome.kind !== 'failed') continue;
      process.stderr.write(`${progress.clear}holdout: ${outcome.message}\n`);
      if (outcome.kind === 'failed' && status === 0) status = exitStatusOf(outcome.code);
    }
  });
  progress.end();
  out(submittedLine(question.id, totals));
  return status;
}
