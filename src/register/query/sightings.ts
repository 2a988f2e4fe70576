import type { Kysely } from 'kysely';
import type { Sha256 } from '../../domain/ids.js';
import type { Change, Sighting, StoredSighting } from '../../domain/source.js';
import type { Tables } from '../schema/tables.js';
import { anyOf } from './any-of.js';

/** Keeps that a stored document stood at an address; told the same again, nothing. */
export async function insertSighting(db: Kysely<Tables>, sighting: Sighting, recordedAt: Date): Promise<void> {
  const seen = { address: sighting.address, document_id: sighting.documentId, seen_at: new Date(sighting.seenAt) };
  const known = await db
    .selectFrom('sighting')
    .select('id')
    .where('address', '=', seen.address)
    .where('document_id', '=', seen.document_id)
    .where('seen_at', '=', seen.seen_at)
    .executeTakeFirst();
  if (known !== undefined) return;
  await db
    .insertInto('sighting')
    .values({ ...seen, recorded_at: recordedAt })
    .execute();
}

/** Which sightings a query returns; absent fields do not restrict. */
export interface SightingFilter {
  readonly address?: string;
  /** All sightings at the addresses at which one of these documents stood. */
  readonly documents?: readonly Sha256[];
  /** Only what the register knew at this instant. */
  readonly knownAt?: Date;
}

/** Sightings by address, then in the order of what was seen. */
export async function selectSightings(db: Kysely<Tables>, filter: SightingFilter): Promise<StoredSighting[]> {
  const { address, documents, knownAt } = filter;
  let query = db
    .selectFrom('sighting')
    .innerJoin('document', 'document.id', 'sighting.document_id')
    .selectAll('sighting')
    .select('document.text_sha256')
    // Those of erased documents have none.
    .where('sighting.address', 'is not', null)
    .$narrowType<{ address: string }>()
    .orderBy('sighting.address')
    .orderBy('sighting.seen_at')
    .orderBy('sighting.id');
  if (address !== undefined) query = query.where('sighting.address', '=', address);
  if (knownAt !== undefined) query = query.where('sighting.recorded_at', '<=', knownAt);
  if (documents !== undefined) {
    query = query.where('sighting.address', 'in', (eb) =>
      eb
        .selectFrom('sighting as own')
        .select('own.address')
        .where((own) => anyOf(own.ref('own.document_id'), documents)),
    );
  }
  return (await query.execute()).map((row) => ({
    address: row.address,
    // SAFETY (casts): the columns are of documents, whose ids and hashes are checked.
    documentId: row.document_id as Sha256,
    textSha256: row.text_sha256 as Sha256,
    seenAt: row.seen_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
  }));
}

/** Keeps what changed from one document to another; a second time changes nothing. */
export async function insertChanges(
  db: Kysely<Tables>,
  of: { readonly older: Sha256; readonly newer: Sha256; readonly method: string; readonly changes: readonly Change[] },
  recordedAt: Date,
): Promise<void> {
  await db
    .insertInto('document_change')
    .values({
      older_id: of.older,
      newer_id: of.newer,
      method: of.method,
      changes: JSON.stringify(of.changes),
      recorded_at: recordedAt,
    })
    .onConflict((c) => c.doNothing())
    .execute();
}

/** What changed from one document to another by a method, or null when it was not kept. */
export async function selectChanges(
  db: Kysely<Tables>,
  older: Sha256,
  newer: Sha256,
  method: string,
): Promise<readonly Change[] | null> {
  const row = await db
    .selectFrom('document_change')
    .select('changes')
    .where('older_id', '=', older)
    .where('newer_id', '=', newer)
    .where('method', '=', method)
    .executeTakeFirst();
  return row?.changes ?? null;
}
