import type { Insertable, Selectable } from 'kysely';
import type { Document, DocumentFormat } from '../../domain/document.js';
import type { IsoDate, Sha256 } from '../../domain/ids.js';
import type { DocumentSummary } from '../../domain/stored.js';
import type { DocumentTable } from '../schema/tables.js';

/** The row of a document, without its text. */
export const documentToRow = (document: Document, recordedAt: Date): Insertable<DocumentTable> => ({
  id: document.id,
  text_sha256: document.textSha256,
  format: document.format,
  title: document.title ?? null,
  publisher: document.publisher ?? null,
  valid_from: document.published ?? null,
  address: document.address ?? null,
  recorded_at: recordedAt,
});

/** What a row says of a document. */
export const documentFromRow = (row: Selectable<DocumentTable>): DocumentSummary => ({
  // SAFETY (casts): CHECK constraints and column types admit nothing else.
  id: row.id as Sha256,
  textSha256: row.text_sha256 as Sha256,
  format: row.format as DocumentFormat,
  ...(row.title === null ? {} : { title: row.title }),
  ...(row.publisher === null ? {} : { publisher: row.publisher }),
  ...(row.valid_from === null ? {} : { published: row.valid_from as IsoDate }),
  ...(row.address === null ? {} : { address: row.address }),
  recordedAt: row.recorded_at.toISOString(),
});
