import { sql, type Kysely } from 'kysely';
import type { Sha256 } from '../../domain/ids.js';
import type { Tables } from '../schema/tables.js';
import { SKETCH_METHOD, sketchOf } from '../sketch/minhash.js';
import { anyOf } from './any-of.js';
import type { VerifiedTexts } from './verified-texts.js';

/** The sketches of these documents; one stored before sketches were is made from its text. */
export async function selectSketches(
  db: Kysely<Tables>,
  texts: VerifiedTexts,
  ids: readonly Sha256[],
): Promise<ReadonlyMap<Sha256, readonly number[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('document_sketch')
    // As JSON, which takes a driver half the time of an array.
    .select(['document_id', sql<string>`array_to_json(sketch)::text`.as('sketch')])
    .where('method', '=', SKETCH_METHOD)
    .where((eb) => anyOf(eb.ref('document_id'), ids))
    .execute();
  // SAFETY: the column refers to documents, whose ids are hashes.
  const found = new Map(rows.map((row) => [row.document_id as Sha256, JSON.parse(row.sketch) as readonly number[]]));
  const missing = ids.filter((id) => !found.has(id));
  const loaded = await texts.of(missing);
  for (const id of missing) found.set(id, sketchOf(loaded.get(id) ?? ''));
  return found;
}
