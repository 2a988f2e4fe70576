import { loadDocuments, type GatherDeps, type Gathered, type GatherOptions } from '../../gather/index.js';
import type { Cursor } from './cursor.js';
import { readList } from './read-list.js';
import { hasDocument, hasLine, type Shard } from './shard.js';

/** What is read in bulk, beside the inputs named one by one. */
export interface BulkOptions {
  /** A file that names inputs, one a line. */
  readonly list?: string;
  /** What the list's paths are relative to. */
  readonly base?: string;
  readonly shard?: Shard;
}

/** Something gathered, and the places of the run that are done once it is; null while more of its place follows. */
export interface Placed {
  readonly item: Gathered;
  readonly reached: number | null;
}

/**
 * Gathers a shard of the inputs and of a list's, beginning after what a cursor has done. A place is an item of the inputs, then a line of the list:
 * a run that is resumed passes over what it had before without reading or fetching it, but for the line it was at.
 */
export async function* gatherBulk(inputs: readonly string[], { list, base, shard }: BulkOptions, options: GatherOptions, deps: GatherDeps, cursor: Cursor): AsyncGenerator<Placed> {
  const begun = cursor.done;
  let place = 0;
  for await (const item of loadDocuments(inputs, options, deps)) {
    place += 1;
    if (place > begun && isOfShard(item, shard)) yield { item, reached: place };
  }
  if (list === undefined) return;
  const before = place;
  for await (const { number, input } of readList(list, base)) {
    place = before + number;
    if (input === null || place <= begun || (shard !== undefined && !hasLine(shard, number))) continue;
    let held: Gathered | null = null;
    for await (const item of loadDocuments([input], options, deps)) {
      if (held !== null) yield { item: held, reached: null };
      held = item;
    }
    if (held !== null) yield { item: held, reached: place };
  }
}

const isOfShard = (item: Gathered, shard: Shard | undefined): boolean => shard === undefined || item.kind !== 'document' || hasDocument(shard, item.document.id);
