import type { Failure } from '../../domain/failure.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { IsoDate } from '../../domain/ids.js';
import type { Question } from '../../domain/question.js';
import { parseReader } from '../../domain/reader-version.js';
import { READER } from '../../read/read-document.js';
import type { Register } from '../../register/index.js';
import { submitAll, type Submitted } from '../../work/queue/submit.js';
import { NEWEST } from '../../work/queue/names.js';
import type { Queue } from '../../work/queue/queue.js';
import { gathered, keepingPlace, type Gathering } from '../bulk/gathering.js';

export type { Submitted } from '../../work/queue/submit.js';

/** What became of one input of `holdout read --queue`. */
export type SubmitOutcome =
  | { readonly kind: Submitted; readonly input: string }
  | { readonly kind: 'skipped'; readonly input: string; readonly message: string }
  | { readonly kind: 'failed'; readonly input: string; readonly code: string; readonly message: string };

/**
 * Gathers inputs and hands them to a queue, in order; a bad input gives one `failed` and the rest goes on. Fails as `submitAll` does.
 * @param wish the version of the reader that is to read, e.g. `holdout-reader@0.3.0`; the newest when absent
 */
export async function* submitInputs(queue: Queue, register: Register, question: Question, gathering: Gathering, today: IsoDate, wish: string = NEWEST): AsyncGenerator<SubmitOutcome> {
  const submissions = submitAll(queue, register, { question, wish, reader: READER, today }, gathered(gathering));
  for await (const { of, submitted } of keepingPlace(submissions, gathering.cursor)) {
    const { item } = of;
    const { input } = item;
    if (item.kind === 'skipped') yield { kind: 'skipped', input, message: item.message };
    else if (item.kind === 'failed') yield { kind: 'failed', input, code: item.failure.code, message: item.failure.message };
    else if (submitted?.ok) yield { kind: submitted.value, input };
    else if (submitted !== null) yield { kind: 'failed', input, code: submitted.error.code, message: `${input}: ${submitted.error.message}` };
  }
}

/** The reader that jobs wish for: `newest`, or a version of the offline reader such as `0.3.0` or `holdout-reader@0.3.0`. */
export function parseWish(raw: string): Result<string, Failure> {
  if (raw === NEWEST) return ok(NEWEST);
  const own = parseReader(READER)?.name ?? '';
  const wish = parseReader(raw.includes('@') ? raw : `${own}@${raw}`);
  if (wish?.name === own) return ok(`${own}@${wish.version.join('.')}`);
  return err({ code: 'usage', category: 'caller', message: `"${raw}" is no version of the reader; write "newest" or a number such as ${READER.replace(/^.*@/, '')}.` });
}
