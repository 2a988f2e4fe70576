import type { IsoDate } from '../../domain/ids.js';
import type { Question } from '../../domain/question.js';
import type { AddressState, FetchRecord, Source } from '../../domain/source.js';
import {
  documentsFromFetched,
  documentFromListed,
  parseListing,
  type Fetched,
  type Fetcher,
  type FetchOutcome,
  type ListedItem,
  type Listing,
} from '../../gather/index.js';
import type { Register } from '../../register/index.js';
import { storeDocument, type StoredReading } from '../../work/store-document.js';
import { isPageDue, isSourceDue, MOST_FAILURES } from './when-due.js';

/** What happened in a round, as it happens. */
export type FollowEvent =
  | {
      readonly kind: 'read';
      readonly address: string;
      readonly statements: number;
      readonly signals: number;
      readonly isNewVersion: boolean;
    }
  | { readonly kind: 'known'; readonly address: string }
  | { readonly kind: 'note'; readonly address: string; readonly message: string }
  /** `isGivenUp`: it is not asked again before a person wants it. */
  | {
      readonly kind: 'failed';
      readonly address: string;
      readonly code: string;
      readonly message: string;
      readonly isGivenUp: boolean;
    };

/** What a round works with. */
export interface Round {
  readonly register: Register;
  readonly question: Question;
  readonly fetcher: Fetcher;
  readonly now: () => Date;
  readonly today: () => IsoDate;
  readonly signal: AbortSignal;
  readonly say: (event: FollowEvent) => void;
  /** This source alone, whether it is due or was given up. */
  readonly only?: string;
}

const SOURCES_AT_ONCE = 4;
/** Statuses with which a server keeps a page to those who pay or sign in. */
const CLOSED = [401, 402, 403, 451];
/** Words, roughly, from which a feed's text is an article and no teaser. */
const FEWEST_CHARACTERS = 600;

/**
 * Asks each followed source of the question once, and fetches and reads the articles that are due. Stops at the signal between two
 * documents; what was read is stored, and the next round goes on.
 */
export async function followRound(round: Round): Promise<void> {
  const states = new Map(
    (await round.register.addressStates(round.question.id)).map((state) => [state.address, state]),
  );
  const sources = (await round.register.sources(round.question.id)).filter(({ address }) =>
    round.only === undefined ? isSourceDue(states.get(address), round.now()) : address === round.only,
  );
  const waiting = sources[Symbol.iterator]();
  const trouble = new AbortController();
  const each: Round = { ...round, signal: AbortSignal.any([round.signal, trouble.signal]) };
  const worker = async (): Promise<void> => {
    try {
      for (const source of waiting) await visitSource(each, source, states);
    } catch (error) {
      // A full disk or a lost server ends the round for all: nobody may go on in a register that is about to be closed.
      trouble.abort(error);
      throw error;
    }
  };
  await Promise.allSettled(Array.from({ length: SOURCES_AT_ONCE }, worker));
  round.signal.throwIfAborted();
  if (trouble.signal.aborted) throw trouble.signal.reason;
}

async function visitSource(round: Round, source: Source, states: Map<string, AddressState>): Promise<void> {
  const { address } = source;
  const outcome = await fetchAgain(round, address, states.get(address));
  let items: readonly ListedItem[] = [];
  let message: string | undefined;
  if (outcome.kind === 'fetched') {
    const listing = parseListing(outcome);
    if (listing === null) {
      await keepPage(round, { address }, outcome, {});
      return;
    }
    ({ items, message } = await itemsOf(round, listing));
  }
  const listed = new Set(items.map((item) => item.address));
  const earlier = [...states.values()].filter((state) => state.via === address && !listed.has(state.address));
  const wanted = await round.register.unerased([...items, ...earlier].map((item) => item.address));
  for (const item of [...items, ...earlier]) {
    round.signal.throwIfAborted();
    if (!wanted.has(item.address)) continue;
    const state = states.get(item.address);
    if (isPageDue(state, round.now())) await visitPage(round, { address: item.address, via: address }, state, item);
  }
  // Kept last: a stop before this line asks the source again for what was not fetched.
  await keepOutcome(round, { address }, outcome, states.get(address), message);
}

const fetchAgain = (
  { fetcher, signal }: Round,
  address: string,
  state: AddressState | undefined,
): Promise<FetchOutcome> =>
  fetcher.fetch(
    address,
    {
      ...(state?.etag === undefined || state.isRetried ? {} : { etag: state.etag }),
      ...(state?.lastModified === undefined || state.isRetried ? {} : { lastModified: state.lastModified }),
    },
    signal,
  );

/** The articles of a listing; an index is followed one step down. */
async function itemsOf(
  { fetcher, signal }: Round,
  listing: Listing,
): Promise<{ items: readonly ListedItem[]; message: string | undefined }> {
  if (listing.kind === 'list') return { items: listing.items, message: undefined };
  const items: ListedItem[] = [];
  let unread = 0;
  for (const address of listing.addresses) {
    const outcome = await fetcher.fetch(address, {}, signal);
    const inner = outcome.kind === 'fetched' ? parseListing(outcome) : null;
    if (inner?.kind === 'list') items.push(...inner.items);
    else unread += 1;
  }
  return {
    items,
    message: unread === 0 ? undefined : `${unread} of its ${listing.addresses.length} sitemaps could not be read.`,
  };
}

interface Place {
  readonly address: string;
  readonly via?: string;
}

async function visitPage(
  round: Round,
  place: Place,
  state: AddressState | undefined,
  item: Partial<ListedItem>,
): Promise<void> {
  const outcome = await fetchAgain(round, place.address, state);
  if (outcome.kind === 'fetched') await keepPage(round, place, outcome, item);
  else if (outcome.kind === 'failed' && isClosed(outcome) && (item.content?.length ?? 0) >= FEWEST_CHARACTERS)
    await keepListed(round, place, outcome, { ...item, address: place.address });
  else await keepOutcome(round, place, outcome, state);
}

const isClosed = (outcome: Extract<FetchOutcome, { kind: 'failed' }>): boolean =>
  outcome.failure.code === 'fetch-refused' || CLOSED.includes(outcome.status ?? 0);

/** Reads what stands at an address, then keeps that it was fetched. */
async function keepPage(round: Round, place: Place, fetched: Fetched, item: Partial<ListedItem>): Promise<void> {
  const { register, question, today, say } = round;
  const otherwise = { title: item.title, publisher: item.publisher, published: item.published };
  let failure: { code: string; message: string } | null = null;
  for await (const found of documentsFromFetched(fetched, { otherwise })) {
    if (found.kind === 'left-out') say({ kind: 'note', address: place.address, message: found.message });
    else if (found.kind === 'failed') failure ??= found.failure;
    else {
      const stored = await storeDocument(register, question, found.document, today(), { seenAt: found.seenAt });
      if (stored.ok) sayRead(say, place.address, stored.value);
      else failure ??= stored.error;
    }
  }
  if (failure === null) await keepOutcome(round, place, fetched, undefined);
  else await keepFailure(round, place, { ...failure, isPermanent: true }, undefined);
}

function sayRead(say: Round['say'], address: string, { added, ...stored }: StoredReading): void {
  say(added ? { kind: 'read', address, ...stored } : { kind: 'known', address });
}

/** Reads the text that the feed itself carries of a page that may not be fetched. */
async function keepListed(
  round: Round,
  place: Place,
  outcome: Extract<FetchOutcome, { kind: 'failed' }>,
  item: ListedItem,
): Promise<void> {
  const { register, question, today, say } = round;
  const document = documentFromListed(item);
  if (!document.ok) {
    await keepOutcome(round, place, outcome, undefined);
    return;
  }
  const stored = await storeDocument(register, question, document.value, today());
  if (!stored.ok) {
    await keepFailure(round, place, { ...stored.error, isPermanent: true }, undefined);
    return;
  }
  sayRead(say, place.address, stored.value);
  const message = `${outcome.failure.message.replace(/\.$/, '')}, so the text in the feed was read instead.`;
  say({ kind: 'note', address: place.address, message });
  await register.putFetch({ question: question.id, ...place, outcome: 'fetched', message });
}

async function keepOutcome(
  round: Round,
  place: Place,
  outcome: FetchOutcome,
  before: AddressState | undefined,
  message?: string,
): Promise<void> {
  const { register, question, say } = round;
  const at = { question: question.id, ...place };
  switch (outcome.kind) {
    case 'failed':
      await keepFailure(round, place, { ...outcome.failure, isPermanent: outcome.isPermanent }, before);
      return;
    case 'unchanged':
      await register.putFetch({ ...at, outcome: 'unchanged' });
      return;
    case 'fetched': {
      const { etag, lastModified } = outcome;
      const record: FetchRecord = {
        ...at,
        outcome: 'fetched',
        ...(etag === undefined ? {} : { etag }),
        ...(lastModified === undefined ? {} : { lastModified }),
        ...(message === undefined ? {} : { message }),
      };
      await register.putFetch(record);
      if (message !== undefined) say({ kind: 'note', address: place.address, message });
    }
  }
}

async function keepFailure(
  { register, question, say }: Round,
  place: Place,
  failure: { readonly code: string; readonly message: string; readonly isPermanent: boolean },
  before: AddressState | undefined,
): Promise<void> {
  const { code, message, isPermanent } = failure;
  await register.putFetch({ question: question.id, ...place, outcome: 'failed', isPermanent, code, message });
  const failures = (before?.isRetried ? 0 : (before?.failures ?? 0)) + 1;
  say({ kind: 'failed', address: place.address, code, message, isGivenUp: isPermanent || failures >= MOST_FAILURES });
}
