import { createHash } from 'node:crypto';
import type { Question } from '../domain/question.js';
import type { StoredReview } from '../domain/review.js';
import type { DocumentSummary, StoredSignal } from '../domain/stored.js';

/**
 * SHA-256 over all that a count rests on: the question, the documents, the signals with their
 * readers, which of them were retracted, and what people decided. The order of
 * recording does not matter, and neither do times of recording: two registers that hold the same have the same hash.
 */
export function registerHash(question: Question, documents: readonly DocumentSummary[], signals: readonly StoredSignal[], reviews: readonly StoredReview[], retracted: ReadonlyMap<string, { readonly kind: string }> = new Map()): string {
  const lines = [
    ...documents.map((d) => `document ${d.id}`),
    ...signals.map((s) => `signal ${s.id} ${s.reader}`),
    ...[...retracted].map(([id, { kind }]) => `retracted ${id} ${kind}`),
    ...reviews.map((r) => `decision ${JSON.stringify({ ...r, id: undefined, recordedAt: undefined })}`),
  ].sort();
  return createHash('sha256').update(`${JSON.stringify(question)}\n${lines.join('\n')}`).digest('hex');
}
