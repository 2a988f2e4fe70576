import type { Failure } from '../../domain/failure.js';
import type { Sha256 } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';

/** One of several equal parts of an archive, each read by another process. */
export interface Shard {
  /** From 0. */
  readonly index: number;
  readonly of: number;
}

/** `2/8` as the second of eight parts. Fails with `usage`. */
export function parseShard(raw: string): Result<Shard, Failure> {
  const [, index, of] = /^(\d{1,5})\/(\d{1,5})$/.exec(raw.trim()) ?? [];
  const shard = { index: Number(index) - 1, of: Number(of) };
  if (shard.index >= 0 && shard.index < shard.of) return ok(shard);
  return err({ code: 'usage', category: 'caller', message: `--shard is "${raw}"; write which part of how many, such as 2/8.` });
}

/** Whether a line of a list is of a part. */
export const hasLine = ({ index, of }: Shard, number: number): boolean => (number - 1) % of === index;

/** Whether a document is of a part: by its id, so that every process parts them alike. */
export const hasDocument = ({ index, of }: Shard, id: Sha256): boolean => Number.parseInt(id.slice(0, 12), 16) % of === index;
