import type { Kysely } from 'kysely';
import type { Sha256 } from '../../domain/ids.js';
import type { DocumentSummary, StoredDocument } from '../../domain/stored.js';
import { documentFromRow } from '../rows/document-row.js';
import type { Tables } from '../schema/tables.js';
import { selectErasure } from './erasures.js';
import type { VerifiedTexts } from './verified-texts.js';

/** All documents, or those read for one question, in the order of recording (then by id), without their texts; erased ones are left out. */
export async function selectDocuments(db: Kysely<Tables>, question?: string, knownAt?: Date): Promise<DocumentSummary[]> {
  let query = db
    .selectFrom('document')
    .selectAll()
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('erasure').select('id').whereRef('erasure.document_id', '=', 'document.id'))))
    .orderBy('document.recorded_at')
    .orderBy('document.id');
  if (question !== undefined) {
    query = query.where('document.id', 'in', (eb) =>
      eb
        .selectFrom('reading')
        .select('reading.document_id')
        .where('reading.question_id', '=', question)
        .$if(knownAt !== undefined, (q) => q.where('reading.recorded_at', '<=', knownAt ?? new Date(0))),
    );
  } else if (knownAt !== undefined) query = query.where('document.recorded_at', '<=', knownAt);
  return (await query.execute()).map(documentFromRow);
}

/** One document with its text, which is checked against its hash; null when the register has none of that id, or it was erased. */
export async function selectDocument(
  db: Kysely<Tables>,
  texts: VerifiedTexts,
  id: Sha256,
): Promise<StoredDocument | null> {
  const row = await db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined || (await selectErasure(db, id)) !== null) return null;
  const verified = await texts.of([id]);
  return { ...documentFromRow(row), text: texts.within(id, verified, (text) => text) };
}
