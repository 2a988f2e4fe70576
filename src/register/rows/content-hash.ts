import { createHash } from 'node:crypto';
import type { Sha256 } from '../../domain/ids.js';

/** SHA-256 of a string's UTF-8 bytes. */
export function sha256(value: string): Sha256 {
  // SAFETY: a hex digest of SHA-256 is the brand's definition.
  return createHash('sha256').update(value, 'utf8').digest('hex') as Sha256;
}

/** SHA-256 of a JSON value with the keys of its objects sorted and undefined ones left out, so that it depends on the content alone. */
export const contentHash = (value: unknown): Sha256 => sha256(JSON.stringify(sorted(value)));

/** A value with the keys of its objects in order. Half of what a function given to `JSON.stringify` takes, beside the hash, and every stored row has one. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  // Without a prototype, so that a key named "__proto__" is a key like others.
  const ordered = Object.create(null) as Record<string, unknown>;
  // SAFETY: it is a JSON object.
  for (const key of Object.keys(value).sort()) ordered[key] = sorted((value as Readonly<Record<string, unknown>>)[key]);
  return ordered;
}
