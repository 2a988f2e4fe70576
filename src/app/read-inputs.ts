import type { IsoDate } from '../domain/ids.js';
import type { Question } from '../domain/question.js';
import { loadDocuments, openFetcher, type Fetcher, type FetcherOptions, type Gathered, type GatherOptions } from '../gather/index.js';
import { HoldoutError } from '../domain/failure.js';
import type { ModelPart } from '../read/reader.js';
import type { Register } from '../register/index.js';
import { offlineReader } from './readers/offline-reader.js';
import { isOfOneText, type Reader } from './readers/open-reader.js';
import { storeDocument } from './store-document.js';

export type { FetcherOptions } from '../gather/index.js';

/** What became of one input of `holdout read`. */
export type ReadOutcome =
  | {
      readonly kind: 'read';
      readonly input: string;
      readonly statements: number;
      readonly signals: number;
      /** Signals that wait for a person. */
      readonly waiting: number;
      readonly model?: ModelPart;
      /** Whether other words had stood at its web address before, and these had not. */
      readonly isNewVersion: boolean;
    }
  | { readonly kind: 'known'; readonly input: string }
  | { readonly kind: 'skipped'; readonly input: string; readonly message: string }
  | { readonly kind: 'failed'; readonly input: string; readonly code: string; readonly message: string };

/**
 * Gathers, reads and stores inputs one at a time, each document whole or not at all, so that a stop at any moment leaves whole
 * documents and the next run goes on. A bad input gives one `failed` and the rest goes on.
 * A reader that cannot go on (its budget is spent, its server refuses) ends it with that failure.
 * @param network how web addresses are fetched; without it they are refused
 */
export async function* readInputs(
  register: Register,
  question: Question,
  inputs: readonly string[],
  options: GatherOptions,
  today: IsoDate,
  network?: FetcherOptions,
  reader: Reader = offlineReader,
): AsyncGenerator<ReadOutcome> {
  let opened: Promise<Fetcher> | undefined;
  const fetcher = (): Promise<Fetcher> => (opened ??= openFetcher(network));
  try {
    yield* readGathered(register, question, loadDocuments(inputs, options, network === undefined ? {} : { fetcher }), today, reader);
  } finally {
    await (await opened)?.close();
  }
}

/** Reads and stores what was gathered, as `readInputs` says. */
async function* readGathered(register: Register, question: Question, items: AsyncIterable<Gathered>, today: IsoDate, reader: Reader): AsyncGenerator<ReadOutcome> {
  for await (const item of items) {
    if (item.kind === 'skipped') {
      yield { kind: 'skipped', input: item.input, message: item.message };
      continue;
    }
    if (item.kind === 'failed') {
      yield { kind: 'failed', input: item.input, code: item.failure.code, message: item.failure.message };
      continue;
    }
    const stored = await storeDocument(register, question, item.document, today, { seenAt: item.seenAt, reader });
    if (!stored.ok) {
      const { code, message, category } = stored.error;
      if (!isOfOneText(stored.error)) throw new HoldoutError(code, message, { category });
      yield { kind: 'failed', input: item.input, code, message: `${item.input}: ${message}` };
      continue;
    }
    const { added, ...found } = stored.value;
    yield added ? { kind: 'read', input: item.input, ...found } : { kind: 'known', input: item.input };
  }
}
