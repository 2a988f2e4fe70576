import type { Kysely } from 'kysely';
import { HoldoutError } from '../../domain/failure.js';
import type { Review, StoredReview } from '../../domain/review.js';
import { SpanMismatch } from '../rows/quoted-span.js';
import { reviewFromRow, reviewToRow } from '../rows/review-row.js';
import type { Tables } from '../schema/tables.js';
import type { VerifiedTexts } from './verified-texts.js';

const documentOf = (review: Review): string | null => ('documentId' in review ? review.documentId : null);

/** Stores a decision and gives its number; spans outside the document's text fail with `register-corrupt` (category `ours`). */
export async function insertReview(
  db: Kysely<Tables>,
  texts: VerifiedTexts,
  review: Review,
  recordedAt: Date,
): Promise<number> {
  const document = documentOf(review);
  const text = document === null ? '' : ((await texts.of([document])).get(document) ?? '');
  try {
    const row = await db
      .insertInto('review')
      .values(reviewToRow(review, text, recordedAt))
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  } catch (cause) {
    if (!(cause instanceof SpanMismatch)) throw cause;
    throw new HoldoutError(
      'register-corrupt',
      `The decision was refused because ${cause.message}; nothing of it was stored.`,
      { cause, category: 'ours' },
    );
  }
}

/** The decisions on a question that were known at an instant, in the order of recording, their spans checked. */
export async function selectReviews(
  db: Kysely<Tables>,
  texts: VerifiedTexts,
  filter: { readonly question: string; readonly knownAt?: Date | undefined },
): Promise<StoredReview[]> {
  let query = db.selectFrom('review').selectAll().where('question_id', '=', filter.question).orderBy('id');
  if (filter.knownAt !== undefined) query = query.where('recorded_at', '<=', filter.knownAt);
  const rows = await query.execute();
  const verified = await texts.of(rows.flatMap((row) => row.document_id ?? []));
  return rows.map((row) =>
    row.document_id === null
      ? reviewFromRow(row, '')
      : texts.within(row.document_id, verified, (text) => reviewFromRow(row, text)),
  );
}
