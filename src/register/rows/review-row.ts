import type { Insertable, Selectable } from 'kysely';
import type { IsoDate, Sha256, StateCode } from '../../domain/ids.js';
import type { PersonsSignal, Review, StoredReview } from '../../domain/review.js';
import type { Span } from '../../domain/span.js';
import type { Stance } from '../../domain/stance.js';
import type { QuotedSpan, ReviewTable } from '../schema/tables.js';
import { checkQuote, quoteSpan, SpanMismatch } from './quoted-span.js';

/** How a person's signal is stored: with the words at each of its spans, to check them when it is read. */
interface StoredWords extends PersonsSignal {
  readonly quotes: readonly QuotedSpan[];
}

const spansOf = ({ signal, statement }: PersonsSignal): Span[] => [
  ...statement.source,
  ...statement.cue,
  ...statement.content,
  ...(statement.origin ? [statement.origin.span] : []),
  ...signal.evidence,
  ...(signal.condition ? [signal.condition.span] : []),
  ...signal.reasons.map(({ span }) => span),
];

/** The row of a decision; throws SpanMismatch when one of its spans does not lie in `text`, the text of its document. */
export function reviewToRow(review: Review, text: string, recordedAt: Date): Insertable<ReviewTable> {
  const { action, author, note, question } = review;
  const base = { question_id: question, action, author, note, recorded_at: recordedAt };
  const none = {
    member: null,
    option_id: null,
    stance: null,
    document_id: null,
    signal_id: null,
    evidence: null,
    words: null,
    documents: [],
    valid_from: null,
  };
  switch (review.action) {
    case 'merge':
    case 'split':
      return { ...none, ...base, documents: [...review.documents] };
    case 'declare':
      return {
        ...none,
        ...base,
        member: review.member,
        option_id: review.option,
        stance: review.stance,
        valid_from: review.validFrom ?? null,
      };
    case 'accept':
    case 'correct':
    case 'add':
    case 'reject': {
      const words = review.action === 'reject' ? null : review.words;
      const quotes = words === null ? [] : spansOf(words).map((span) => quoteSpan(text, span, 'the words'));
      const stored: StoredWords | null = words === null ? null : { ...words, quotes };
      return {
        ...none,
        ...base,
        member: review.member,
        option_id: review.option,
        stance: words?.signal.stance ?? null,
        document_id: review.documentId,
        signal_id: review.action === 'add' ? null : review.signalId,
        evidence: JSON.stringify(quoteSpan(text, review.evidence, 'the evidence')),
        words: stored === null ? null : JSON.stringify(stored),
        valid_from: words?.signal.asOf ?? null,
      };
    }
  }
}

/** A stored decision from its row; throws SpanMismatch when `text` does not have the stored words. */
export function reviewFromRow(row: Selectable<ReviewTable>, text: string): StoredReview {
  const base = {
    id: row.id,
    question: row.question_id,
    author: row.author,
    note: row.note,
    recordedAt: row.recorded_at.toISOString(),
  };
  // SAFETY (casts): CHECK constraints and reviewToRow, the only place of writing, admit nothing else.
  const action = row.action as Review['action'];
  if (action === 'merge' || action === 'split') return { ...base, action, documents: row.documents as Sha256[] };
  const about = { member: row.member as StateCode, option: row.option_id ?? '' };
  if (action === 'declare') {
    return {
      ...base,
      ...about,
      action,
      stance: row.stance as Stance | null,
      ...(row.valid_from === null ? {} : { validFrom: row.valid_from as IsoDate }),
    };
  }
  if (row.evidence === null) throw new SpanMismatch('the evidence is missing', { start: 0, end: 0 });
  const matter = {
    ...about,
    documentId: row.document_id as Sha256,
    evidence: checkQuote(text, row.evidence, 'the evidence'),
  };
  const signalId = row.signal_id as Sha256;
  if (action === 'reject') return { ...base, ...matter, action, signalId };
  const { quotes, signal, statement, quote } = row.words as StoredWords;
  for (const quote of quotes) checkQuote(text, quote, 'the words');
  checkQuote(text, { ...signal.evidence[0], exact: quote }, 'the quote');
  const words = { signal, statement, quote };
  return action === 'add' ? { ...base, ...matter, action, words } : { ...base, ...matter, action, signalId, words };
}
