import { openFetcher, type Fetcher, type FetcherOptions, type GatherOptions } from '../../gather/index.js';
import type { Item } from '../../work/read-in-order.js';
import { Cursor } from './cursor.js';
import { gatherBulk, type BulkOptions, type Placed } from './gather-bulk.js';

/** What is to be gathered, and how. */
export interface Gathering {
  readonly inputs: readonly string[];
  readonly options: GatherOptions;
  /** How web addresses are fetched; without it they are refused. */
  readonly network?: FetcherOptions | undefined;
  readonly bulk?: BulkOptions | undefined;
  /** Where to begin, and how far it has come; at the beginning when absent. */
  readonly cursor?: Cursor | undefined;
}

/** Gathers as items of work, each in its place; the fetcher is opened when the first address comes and closed at the end. */
export async function* gathered({ inputs, options, network, bulk, cursor }: Gathering): AsyncGenerator<Item<Placed>> {
  let opened: Promise<Fetcher> | undefined;
  const deps = network === undefined ? {} : { fetcher: (): Promise<Fetcher> => (opened ??= openFetcher(network)) };
  try {
    for await (const of of gatherBulk(inputs, bulk ?? {}, options, deps, cursor ?? (await Cursor.open(null, []))))
      yield { job: of.item.kind === 'document' ? { document: of.item.document, seenAt: of.item.seenAt } : null, of };
  } finally {
    await (await opened)?.close();
  }
}

/** Passes outcomes on, and moves the cursor when the place of one is done: after whoever takes it has seen it. */
export async function* keepingPlace<T>(outcomes: AsyncIterable<{ readonly of: Placed } & T>, cursor: Cursor | undefined): AsyncGenerator<{ readonly of: Placed } & T> {
  try {
    for await (const outcome of outcomes) {
      yield outcome;
      if (outcome.of.reached !== null) await cursor?.reach(outcome.of.reached);
    }
  } finally {
    await cursor?.save();
  }
}
