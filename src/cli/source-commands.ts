import { follow } from '../app/follow/follow.js';
import type { FollowEvent } from '../app/follow/follow-round.js';
import { listFailed, listSources, retryFailed } from '../app/follow/list-sources.js';
import { leaveSource, takeUpSource } from '../app/follow/manage-sources.js';
import { openFetcher, parseWebAddress, realPace } from '../app/follow/network.js';
import { reportVersions } from '../app/versions/report-versions.js';
import { HoldoutError } from '../domain/failure.js';
import { unwrap } from '../domain/unwrap.js';
import { exitStatusOf } from './exit-status.js';
import { networkOf, out, questionFor, withRegister, type Common, type NetworkFlags } from './register-commands.js';
import { today } from './today.js';
import { complain } from './complain.js';

interface OfQuestion extends Common {
  readonly question?: string;
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const LONGEST_DAYS = 7;

/** `15m`, `2h` or `1d` in ms; from one minute to a week. */
function parseEvery(raw: string): number {
  const [, number = '', unit = ''] = /^(\d{1,5})([mhd])$/.exec(raw.trim()) ?? [];
  const ms = Number(number) * (UNIT_MS[unit] ?? 0);
  if (ms > 0 && ms <= LONGEST_DAYS * 86_400_000) return ms;
  throw new HoldoutError(
    'usage',
    `--every is "${raw}"; write a time from 1m to ${LONGEST_DAYS}d, such as 15m, 2h or 1d.`,
  );
}

export async function followCommand(
  addresses: readonly string[],
  flags: Common & NetworkFlags & { question: string; every: string; once?: boolean },
): Promise<number> {
  const everyMs = flags.once === true ? null : parseEvery(flags.every);
  const network = networkOf(flags);
  for (const address of addresses) unwrap(parseWebAddress(address, flags.allowPrivate === true));
  const questionId = await withRegister(flags.register, 'create', async (register) => {
    const question = await questionFor(register, flags.question);
    for (const address of addresses) unwrap(await takeUpSource(register, question.id, address, flags.allowPrivate === true));
    if ((await register.sources(question.id)).length > 0) return question.id;
    throw new HoldoutError('usage', `Nothing is followed for ${question.id} yet; name a feed, a sitemap or a page.`);
  });
  const fetcher = await openFetcher(network);
  const stop = new AbortController();
  const onSignal = (): void => stop.abort(new Error('stopped'));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  let totals = emptyTotals();
  let status = 0;
  try {
    await follow({
      questionId,
      inRegister: (action) => withRegister(flags.register, 'existing', action),
      fetcher,
      pace: realPace,
      today,
      everyMs,
      signal: stop.signal,
      say: (event) => {
        say(event, totals);
        if (event.kind === 'failed' && status === 0) status = exitStatusOf(event.code);
      },
      onRound: () => {
        out(`${new Date().toISOString().slice(0, 16)}Z ${questionId}: ${roundText(totals)}\n`);
        totals = emptyTotals();
      },
    });
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    await fetcher.close();
  }
  if (stop.signal.aborted) out('Stopped; what was read is stored.\n');
  // A service that was stopped did its work; one round is judged by it.
  return everyMs === null && !stop.signal.aborted ? status : 0;
}

interface Totals {
  read: number;
  versions: number;
  known: number;
  failed: number;
  signals: number;
}
const emptyTotals = (): Totals => ({ read: 0, versions: 0, known: 0, failed: 0, signals: 0 });

const roundText = (t: Totals): string =>
  `${String(t.read)} read${t.versions === 0 ? '' : `, ${String(t.versions)} of them new versions`}, ${String(t.known)} already there, ${String(t.failed)} failed; ${String(t.signals)} signals added.`;

function say(event: FollowEvent, totals: Totals): void {
  switch (event.kind) {
    case 'read':
      totals.read += 1;
      totals.versions += event.isNewVersion ? 1 : 0;
      totals.signals += event.signals;
      return;
    case 'known':
      totals.known += 1;
      return;
    case 'note':
      complain(event.message);
      return;
    case 'failed':
      totals.failed += 1;
      complain(`${event.message}${event.isGivenUp ? ' (left until `holdout sources retry`)' : ''}`);
  }
}

export async function sourcesCommand(flags: OfQuestion & { json?: boolean }): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    const sources = await listSources(register, flags.question);
    if (flags.json) out(`${JSON.stringify(sources, null, 1)}\n`);
    else if (sources.length === 0)
      out('Nothing is followed; take something up with: holdout follow ADDRESS --question QUESTION.\n');
    for (const s of flags.json ? [] : sources) {
      const articles = `${String(s.articles)} articles read${s.failed === 0 ? '' : `, ${String(s.failed)} failed`}`;
      out(
        `${s.question}  ${s.address}\n   since ${s.since.slice(0, 10)}; ${s.lastSeen === null ? 'never answered' : `last answered ${s.lastSeen.slice(0, 16)}Z`}; ${articles}${s.failure === null ? '' : `\n   ${s.failure}`}\n`,
      );
    }
    return 0;
  });
}

export async function failedCommand({ question, json, ...flags }: OfQuestion & { json?: boolean }): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    const failed = await listFailed(register, question);
    if (json) out(`${JSON.stringify(failed, null, 1)}\n`);
    else if (failed.length === 0) out('Nothing failed.\n');
    for (const f of json ? [] : failed) {
      const fate = f.isGivenUp ? 'left until you ask to try again' : 'tried again in the next round';
      out(
        `${f.question}  ${f.address}\n   ${f.message}\n   failed ${f.failures === 1 ? 'once' : `${String(f.failures)} times`}, last ${f.lastAsked.slice(0, 16)}Z; ${fate}${f.via === null ? '' : `; named by ${f.via}`}\n`,
      );
    }
    return 0;
  });
}

export async function retryCommand(
  addresses: readonly string[],
  flags: OfQuestion & { all?: boolean },
): Promise<number> {
  if ((addresses.length === 0) !== (flags.all === true))
    throw new HoldoutError('usage', 'Name the addresses to try again, or all that failed with --all.');
  return withRegister(flags.register, 'existing', async (register) => {
    const count = unwrap(await retryFailed(register, flags.all ? 'all' : addresses, flags.question));
    out(`${String(count)} ${count === 1 ? 'address is' : 'addresses are'} tried again in the next round.\n`);
    return 0;
  });
}

export async function leaveCommand(addresses: readonly string[], flags: OfQuestion): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    for (const address of addresses) {
      unwrap(await leaveSource(register, address, flags.question));
      out(`${address} is followed no longer; what was read of it stays.\n`);
    }
    return 0;
  });
}

/** Changes shown of one version; the rest are counted. */
const CHANGES_SHOWN = 20;
const WORDS_SHOWN = 200;

const shown = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= WORDS_SHOWN ? line : `${line.slice(0, WORDS_SHOWN - 1)}…`;
};

export async function versionsCommand(address: string, flags: Common & { json?: boolean }): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    const versions = unwrap(await reportVersions(register, address));
    if (flags.json) out(`${JSON.stringify(versions, null, 1)}\n`);
    for (const v of flags.json ? [] : versions) {
      out(
        `${String(v.number)}. seen ${v.firstSeen.slice(0, 16)}Z${v.lastSeen === v.firstSeen ? '' : ` to ${v.lastSeen.slice(0, 16)}Z`}  ${v.title || 'untitled'} [${v.documentId.slice(0, 12)}]\n`,
      );
      for (const { was, now } of v.changes.slice(0, CHANGES_SHOWN)) {
        if (was.trim() !== '') out(`   − ${shown(was)}\n`);
        if (now.trim() !== '') out(`   + ${shown(now)}\n`);
      }
      if (v.changes.length > CHANGES_SHOWN)
        out(`   … and ${String(v.changes.length - CHANGES_SHOWN)} more (--json has all).\n`);
    }
    return 0;
  });
}
