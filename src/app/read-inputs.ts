import type { IsoDate } from '../domain/ids.js';
import type { Question } from '../domain/question.js';
import type { FetcherOptions, GatherOptions } from '../gather/index.js';
import { HoldoutError } from '../domain/failure.js';
import type { ModelPart, Reader } from '../read/reader.js';
import type { Register } from '../register/index.js';
import { offlineReader } from '../work/offline-reader.js';
import { isOfOneText } from '../work/job.js';
import { readInOrder } from '../work/read-in-order.js';
import { gathered, keepingPlace, type Gathering } from './bulk/gathering.js';

export type { Gathering } from './bulk/gathering.js';
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
 * Gathers, reads and stores inputs in their order, each document whole or not at all, so that a stop at any moment leaves whole
 * documents and the next run goes on. A bad input gives one `failed` and the rest goes on.
 * A reader that cannot go on (its budget is spent, its server refuses) ends it with that failure.
 * @param network how web addresses are fetched; without it they are refused
 * @param threads as `readInOrder` takes them
 * @param bulk lists and shards, and where a run that was stopped goes on
 */
export async function* readInputs(
  register: Register,
  question: Question,
  inputs: readonly string[],
  options: GatherOptions,
  today: IsoDate,
  network?: FetcherOptions,
  reader: Reader = offlineReader,
  threads?: number,
  bulk: Pick<Gathering, 'bulk' | 'cursor'> = {},
): AsyncGenerator<ReadOutcome> {
  const items = gathered({ inputs, options, network, ...bulk });
  for await (const { of, stored } of keepingPlace(readInOrder(register, { question, reader, today }, items, threads), bulk.cursor)) {
    const { item } = of;
    if (item.kind === 'skipped') yield { kind: 'skipped', input: item.input, message: item.message };
    else if (item.kind === 'failed') yield { kind: 'failed', input: item.input, code: item.failure.code, message: item.failure.message };
    else if (stored?.ok) {
      const { added, ...found } = stored.value;
      yield added ? { kind: 'read', input: item.input, ...found } : { kind: 'known', input: item.input };
    } else if (stored !== null) {
      const { code, message, category } = stored.error;
      if (!isOfOneText(stored.error)) throw new HoldoutError(code, message, { category });
      yield { kind: 'failed', input: item.input, code, message: `${item.input}: ${message}` };
    }
  }
}
