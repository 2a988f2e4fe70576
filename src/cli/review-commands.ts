import { addSignal, declarePosition, reviewOrigins, reviewSignal, type Reviewer } from '../app/review/decide.js';
import { diffPositions } from '../app/review/diff.js';
import { reviewQueue } from '../app/review/queue.js';
import { rereadDocuments, submitStored } from '../app/review/reread.js';
import { openReader } from '../app/readers/open-reader.js';
import { parseInstant } from '../app/parse-request.js';
import type { Register } from '../app/open.js';
import { HoldoutError, type Failure } from '../domain/failure.js';
import type { Result } from '../domain/result.js';
import { unwrap } from '../domain/unwrap.js';
import { accountName } from './account-name.js';
import { EXIT_STATUS } from './exit-status.js';
import { ModelSummary } from './model-text.js';
import { readerChoiceOf, type ReaderFlags } from './reader-flags.js';
import { dateOf, out, questionFor, withRegister, type Common } from './register-commands.js';
import { diffText, logText, queueText } from './review-text.js';
import { submittedLine } from './submit-command.js';
import { threadsOf, type ThreadsFlag } from './threads-flag.js';
import { today } from './today.js';
import { complain } from './complain.js';
import { refuseUnshared, withQueue } from './work-command.js';

interface ByFlags extends Common {
  readonly author?: string;
  readonly note?: string;
}
interface Json extends Common {
  readonly json?: boolean;
}

function reviewer(flags: ByFlags): Reviewer {
  const author = accountName(flags.author);
  if (author === '') throw new HoldoutError('usage', 'A decision needs its author; give a name with --author.');
  return { author, note: flags.note?.trim() ?? '' };
}

async function decide(
  flags: ByFlags,
  action: (register: Register, by: Reviewer) => Promise<Result<number, Failure>>,
): Promise<number> {
  const by = reviewer(flags);
  return withRegister(flags.register, 'existing', async (register) => {
    const id = unwrap(await action(register, by));
    out(`Decision ${String(id)} by ${by.author} is recorded.\n`);
    return 0;
  });
}

export const acceptCommand = (question: string, signal: string, flags: ByFlags): Promise<number> =>
  decide(flags, (r, by) => reviewSignal(r, question, 'accept', signal, {}, by));
export const rejectCommand = (question: string, signal: string, flags: ByFlags): Promise<number> =>
  decide(flags, (r, by) => reviewSignal(r, question, 'reject', signal, {}, by));
export const correctCommand = (
  question: string,
  signal: string,
  flags: ByFlags & { stance?: string; member?: string; option?: string },
): Promise<number> => {
  if (!flags.stance && !flags.member && !flags.option)
    throw new HoldoutError('usage', 'A correction needs what it changes; give --stance, --member or --option.');
  return decide(flags, (r, by) => reviewSignal(r, question, 'correct', signal, flags, by));
};
export const addCommand = (
  question: string,
  member: string,
  flags: ByFlags & {
    stance: string;
    document: string;
    quote: string;
    speaker?: string;
    attribution?: string;
    ownVoice?: boolean;
    option?: string;
  },
): Promise<number> => decide(flags, (r, by) => addSignal(r, question, { ...flags, member }, by));
export const declareCommand = (
  question: string,
  member: string,
  flags: ByFlags & { stance: string; from?: string; option?: string },
): Promise<number> => {
  const from = dateOf(flags.from, '--from');
  return decide(flags, (r, by) =>
    declarePosition(
      r,
      question,
      { member, stance: flags.stance, ...(flags.option ? { option: flags.option } : {}), ...(from ? { from } : {}) },
      by,
    ),
  );
};
export const mergeCommand = (question: string, documents: string[], flags: ByFlags): Promise<number> =>
  decide(flags, (r, by) => reviewOrigins(r, question, 'merge', documents, by));
export const splitCommand = (question: string, documents: string[], flags: ByFlags): Promise<number> =>
  decide(flags, (r, by) => reviewOrigins(r, question, 'split', documents, by));

export async function queueCommand(
  question: string,
  flags: Json & { option?: string; limit: string },
): Promise<number> {
  const limit = Number(flags.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new HoldoutError('usage', `--limit is "${flags.limit}"; give a whole number from 1.`);
  return withRegister(flags.register, 'existing', async (register) => {
    const items = unwrap(await reviewQueue(register, question, flags.option ? { option: flags.option } : {}, today()));
    out(flags.json ? `${JSON.stringify(items.slice(0, limit), null, 1)}\n` : queueText(items, limit));
    return 0;
  });
}

export async function logCommand(question: string, flags: Json): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    const log = await register.reviews({ question });
    out(flags.json ? `${JSON.stringify(log, null, 1)}\n` : logText(log));
    return 0;
  });
}

export async function rereadCommand(given: string, flags: Common & ReaderFlags & ThreadsFlag & { all?: boolean; queue?: string }): Promise<number> {
  if (flags.queue !== undefined) return rereadByQueue(given, { ...flags, queue: flags.queue });
  const threads = threadsOf(flags);
  const reader = unwrap(await openReader(readerChoiceOf(flags, flags.register)));
  return withRegister(flags.register, 'existing', async (register) => {
    const summary = new ModelSummary();
    let status = 0;
    // A new question may come as a file: what is stored is then read for it.
    const question = flags.all === true ? (await questionFor(register, given)).id : given;
    const result = await rereadDocuments(register, question, today(), reader, (outcome) => {
      if (outcome.kind === 'read') summary.add(outcome.found.waiting, outcome.found.model);
      if (outcome.kind !== 'failed') return;
      status = EXIT_STATUS[outcome.failure.code];
      complain(`document ${outcome.documentId.slice(0, 12)}: ${outcome.failure.message}`);
    }, threads, flags.all === true ? 'all' : 'question');
    out(summary.text(reader.used?.()));
    const { read, known, failed } = unwrap(result);
    out(
      `${question}: ${String(read)} read again, ${String(known)} already read by this reader${failed === 0 ? '' : `, ${String(failed)} failed`}.\n`,
    );
    return status;
  });
}

/** Hands the stored documents to workers instead of reading them here. */
async function rereadByQueue(given: string, flags: Common & ReaderFlags & { all?: boolean; queue: string }): Promise<number> {
  refuseUnshared(flags.register);
  if (readerChoiceOf(flags, flags.register).kind !== 'offline') throw new HoldoutError('usage', 'Workers read with the offline reader; leave --reader out, or reread here without --queue.');
  return withRegister(flags.register, 'existing', (register) =>
    withQueue(flags.queue, async (queue) => {
      let status = 0;
      const question = flags.all === true ? (await questionFor(register, given)).id : given;
      const result = await submitStored(queue, register, question, today(), flags.all === true ? 'all' : 'question', ({ documentId, submitted }) => {
        if (submitted.ok) return;
        status = EXIT_STATUS[submitted.error.code];
        complain(`document ${documentId.slice(0, 12)}: ${submitted.error.message}`);
      });
      out(submittedLine(question, unwrap(result)));
      return status;
    }),
  );
}

function instantOf(raw: string | undefined, flag: string): Date | undefined {
  if (raw === undefined) return undefined;
  const instant = parseInstant(raw);
  if (!instant)
    throw new HoldoutError(
      'date-malformed',
      `${flag} is "${raw}", which is no instant; write it as YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.`,
    );
  return instant;
}

export async function diffCommand(
  question: string,
  flags: Json & { from?: string; to?: string; option?: string },
): Promise<number> {
  const [from, to] = [instantOf(flags.from, '--from'), instantOf(flags.to, '--to')];
  return withRegister(flags.register, 'existing', async (register) => {
    const report = unwrap(
      await diffPositions(register, question, flags.option ? { option: flags.option } : {}, today(), from, to),
    );
    out(flags.json ? `${JSON.stringify(report, null, 1)}\n` : diffText(report));
    return 0;
  });
}
