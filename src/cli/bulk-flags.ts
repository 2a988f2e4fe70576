import { Cursor } from '../app/bulk/cursor.js';
import type { BulkOptions } from '../app/bulk/gather-bulk.js';
import { readList } from '../app/bulk/read-list.js';
import { parseShard } from '../app/bulk/shard.js';
import { HoldoutError } from '../domain/failure.js';
import { unwrap } from '../domain/unwrap.js';

/** How archives are read, as flags. */
export interface BulkFlags {
  readonly list?: string;
  readonly base?: string;
  readonly shard?: string;
  readonly cursor?: string;
}

/** What flags say of reading in bulk, and how much of it is done. Fails with `usage`, and as `readList` and `Cursor.open` do. */
export async function openBulk(inputs: readonly string[], flags: BulkFlags): Promise<{ readonly bulk: BulkOptions; readonly cursor: Cursor; readonly shareOf: () => number | null }> {
  if (inputs.length === 0 && flags.list === undefined) throw new HoldoutError('usage', 'Name something to read: files, folders, web addresses, or a list of them with --list.');
  if (flags.base !== undefined && flags.list === undefined) throw new HoldoutError('usage', '--base is for the paths of a list; add --list.');
  const shard = flags.shard === undefined ? undefined : unwrap(parseShard(flags.shard));
  const bulk = { ...(flags.list === undefined ? {} : { list: flags.list }), ...(flags.base === undefined ? {} : { base: flags.base }), ...(shard === undefined ? {} : { shard }) };
  const cursor = await Cursor.open(flags.cursor ?? null, [inputs, bulk]);
  // What files and pipes hold is not known before they are read; a list can be counted.
  const lines = flags.list === undefined || inputs.length > 0 ? null : await linesIn(flags.list, flags.base);
  const begun = cursor.done;
  return { bulk, cursor, shareOf: () => (lines === null || lines <= begun ? null : (cursor.done - begun) / (lines - begun)) };
}

async function linesIn(list: string, base: string | undefined): Promise<number> {
  let lines = 0;
  for await (const { number } of readList(list, base)) lines = number;
  return lines;
}
