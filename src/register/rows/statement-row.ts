import type { Insertable, Selectable } from 'kysely';
import type { Document } from '../../domain/document.js';
import type { IsoDate, Sha256, StateCode } from '../../domain/ids.js';
import type { NonEmpty } from '../../domain/result.js';
import { wordsAt, type Span } from '../../domain/span.js';
import {
  quoteSpanOf,
  type Attribution,
  type Directness,
  type SpeaksFor,
  type Statement,
} from '../../domain/statement.js';
import type { StoredStatement } from '../../domain/stored.js';
import type { StatementTable } from '../schema/tables.js';
import { contentHash } from './content-hash.js';
import { checkQuote, quoteSpan, SpanMismatch } from './quoted-span.js';

/** Id of a statement: over its document and all of it but the rule that found it. */
export function statementId(documentId: Sha256, statement: Statement): Sha256 {
  return contentHash(['statement', documentId, { ...statement, rule: undefined }]);
}

/** The row of a statement under its id (`statementId`); throws SpanMismatch when one of its spans does not lie in the document's text. */
export function statementToRow(document: Document, id: Sha256, statement: Statement, recordedAt: Date): Insertable<StatementTable> {
  const quoted = (spans: readonly Span[], what: string): string =>
    JSON.stringify(spans.map((span) => quoteSpan(document.text, span, what)));
  const { speaksFor, origin } = statement;
  return {
    id,
    document_id: document.id,
    speaker: statement.speaker,
    speaks_for_kind: speaksFor.kind,
    speaks_for_state: speaksFor.kind === 'state' ? speaksFor.state : null,
    speaks_for_organisation: speaksFor.kind === 'organisation' ? speaksFor.name : null,
    about: [...statement.about],
    attribution: statement.attribution,
    directness: statement.directness,
    source: quoted(statement.source, 'the source'),
    cue: quoted(statement.cue, 'the cue'),
    content: quoted(statement.content, 'the content'),
    quote: quoteSpan(document.text, quoteSpanOf(statement), 'the quote').exact,
    origin_name: origin?.name ?? null,
    origin_span: origin === undefined ? null : JSON.stringify(quoteSpan(document.text, origin.span, 'the origin')),
    valid_from: document.published ?? null,
    recorded_at: recordedAt,
  };
}

/** What `statementFromRow` needs of a row; a quote that is null is taken from the text. */
type StatementRow = Omit<Selectable<StatementTable>, 'speaks_for_kind' | 'quote'> & { readonly quote: string | null };

/** A stored statement from its row; throws SpanMismatch when the document's text does not have the stored words. */
export function statementFromRow(row: StatementRow, rule: string, text: string): StoredStatement {
  const spans = (quotes: typeof row.source, what: string): Span[] =>
    quotes.map((quote) => checkQuote(text, quote, what));
  const [first, ...rest] = spans(row.content, 'the content');
  if (first === undefined) throw new SpanMismatch('the content is missing', { start: 0, end: 0 });
  const content: NonEmpty<Span> = [first, ...rest];
  const statement: Statement = {
    speaker: row.speaker,
    speaksFor: speaksForOf(row),
    // SAFETY (this and the casts below): CHECK constraints and the types at the only place of writing admit nothing else.
    about: row.about as StateCode[],
    attribution: row.attribution as Attribution,
    directness: row.directness as Directness,
    source: spans(row.source, 'the source'),
    cue: spans(row.cue, 'the cue'),
    content,
    ...(row.origin_name === null || row.origin_span === null
      ? {}
      : { origin: { name: row.origin_name, span: checkQuote(text, row.origin_span, 'the origin') } }),
    rule,
  };
  const whole = quoteSpanOf(statement);
  const quote = row.quote ?? wordsAt(text, whole);
  checkQuote(text, { ...whole, exact: quote }, 'the quote');
  return {
    id: row.id as Sha256,
    documentId: row.document_id as Sha256,
    quote,
    ...(row.valid_from === null ? {} : { validFrom: row.valid_from as IsoDate }),
    recordedAt: row.recorded_at.toISOString(),
    statement,
  };
}

function speaksForOf(row: StatementRow): SpeaksFor {
  if (row.speaks_for_state !== null) return { kind: 'state', state: row.speaks_for_state as StateCode };
  if (row.speaks_for_organisation !== null) return { kind: 'organisation', name: row.speaks_for_organisation };
  return { kind: 'nobody' };
}
