import { createHash } from 'node:crypto';
import type { Sha256 } from '../../domain/ids.js';

/** SHA-256 of a string's UTF-8 bytes. */
export function sha256(value: string): Sha256 {
  // SAFETY: a hex digest of SHA-256 is the brand's definition.
  return createHash('sha256').update(value, 'utf8').digest('hex') as Sha256;
}

/** SHA-256 of a JSON value with the keys of its objects sorted and undefined ones left out, so that it depends on the content alone. */
export const contentHash = (value: unknown): Sha256 => sha256(JSON.stringify(value, sortedKeys));

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
