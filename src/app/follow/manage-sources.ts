import type { Failure } from '../../domain/failure.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Fetcher } from '../../gather/index.js';
import type { Register } from '../../register/index.js';
import type { IsoDate } from '../../domain/ids.js';
import { followRound, type FollowEvent } from './follow-round.js';
import { listSources, type SourceReport } from './list-sources.js';
import { openFetcher, parseWebAddress } from './network.js';

const refuse = (code: Failure['code'], message: string): Result<never, Failure> => err({ code, category: 'caller', message });

/**
 * Takes an address up for a question; a second time changes nothing. Fails with `question-unknown`, or for what is no public web address.
 * @param allowPrivate also addresses of an intranet
 */
export async function takeUpSource(register: Register, questionId: string, address: string, allowPrivate = false): Promise<Result<SourceReport & { readonly added: boolean }, Failure>> {
  if ((await register.question(questionId)) === null) return refuse('question-unknown', `The register has no question "${questionId}".`);
  const parsed = parseWebAddress(address, allowPrivate);
  if (!parsed.ok) return parsed;
  const { href } = parsed.value;
  if (!(await register.unerased([href])).has(href)) return refuse('document-erased', 'What stood at this address was erased for legal reasons, so it is not followed.');
  const added = await register.putSource(questionId, href, 'follow');
  const source = (await listSources(register, questionId)).find((each) => each.address === href);
  return source === undefined ? refuse('usage', `"${href}" was left while it was taken up; try again.`) : ok({ ...source, added });
}

/** Follows an address no longer, for one question or for all; gives for how many. Fails with `usage` when nothing follows it. */
export async function leaveSource(register: Register, address: string, question?: string): Promise<Result<number, Failure>> {
  const followed = (await register.sources(question)).filter((each) => each.address === address);
  if (followed.length === 0) return refuse('usage', `"${address}" is not followed; list what is with: holdout sources.`);
  for (const each of followed) await register.putSource(each.question, address, 'leave');
  return ok(followed.length);
}

/** What a round that somebody asked for did. */
export interface CheckReport {
  readonly question: string;
  /** Articles read, with those of them that are new versions of a page. */
  readonly read: readonly { readonly address: string; readonly statements: number; readonly signals: number; readonly isNewVersion: boolean }[];
  /** Articles that were looked at and are as they were. */
  readonly known: number;
  readonly failed: readonly { readonly address: string; readonly code: string; readonly message: string; readonly isGivenUp: boolean }[];
  /** Sentences on what was not as usual. */
  readonly notes: readonly string[];
}

/** How a check is made. */
export interface CheckOptions {
  /** This source alone, also one that was given up; all that are due when absent. */
  readonly address?: string;
  readonly today: () => IsoDate;
  /** Ends it between two documents. */
  readonly signal: AbortSignal;
  /** Makes what fetches; public addresses alone when absent. It is closed at the end. */
  readonly open?: () => Promise<Fetcher>;
}

/** Asks the followed sources of a question now, and reads what is new or changed. Fails with `question-unknown`, or `usage` for an address that is not followed. */
export async function checkSources(register: Register, questionId: string, options: CheckOptions): Promise<Result<CheckReport, Failure>> {
  const { address, today, signal, open = () => openFetcher({}) } = options;
  const question = await register.question(questionId);
  if (question === null) return refuse('question-unknown', `The register has no question "${questionId}".`);
  const sources = await register.sources(questionId);
  if (address !== undefined && !sources.some((each) => each.address === address)) return refuse('usage', `"${address}" is not followed for ${questionId}; take it up first.`);
  const events: FollowEvent[] = [];
  const fetcher = await open();
  try {
    const only = address === undefined ? {} : { only: address };
    await followRound({ register, question, fetcher, now: () => new Date(), today, signal, say: (event) => void events.push(event), ...only });
  } finally {
    await fetcher.close();
  }
  return ok({
    question: questionId,
    read: events.flatMap((e) => (e.kind === 'read' ? [{ address: e.address, statements: e.statements, signals: e.signals, isNewVersion: e.isNewVersion }] : [])),
    known: events.filter((e) => e.kind === 'known').length,
    failed: events.flatMap((e) => (e.kind === 'failed' ? [{ address: e.address, code: e.code, message: e.message, isGivenUp: e.isGivenUp }] : [])),
    notes: events.flatMap((e) => (e.kind === 'note' ? [e.message] : [])),
  });
}
