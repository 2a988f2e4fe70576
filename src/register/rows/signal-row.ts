import type { Insertable, Selectable } from 'kysely';
import type { Document } from '../../domain/document.js';
import type { IsoDate, Sha256, StateCode } from '../../domain/ids.js';
import type { NonEmpty } from '../../domain/result.js';
import type { Condition, Signal } from '../../domain/signal.js';
import type { Span } from '../../domain/span.js';
import type { Stance } from '../../domain/stance.js';
import type { StoredSignal, StoredStatement } from '../../domain/stored.js';
import type { SignalTable } from '../schema/tables.js';
import { contentHash } from './content-hash.js';
import { checkQuote, quoteSpan, SpanMismatch } from './quoted-span.js';

/** Where a signal stands: its reading and place, its question and the statement it rests on. */
export interface SignalPlace {
  readonly readingId: number;
  readonly ordinal: number;
  readonly questionId: string;
  readonly statementId: Sha256;
  readonly standing: 'counted' | 'waiting';
}

/** Id of a signal: over its question, its statement and all of it but the rule that read it and the statement's place in the reading. */
export function signalId(questionId: string, statement: Sha256, signal: Signal): Sha256 {
  return contentHash(['signal', questionId, statement, { ...signal, rule: undefined, statement: undefined }]);
}

/** The row of a signal; throws SpanMismatch when one of its spans does not lie in the document's text. */
export function signalToRow(
  document: Document,
  signal: Signal,
  at: SignalPlace,
  recordedAt: Date,
): Insertable<SignalTable> {
  const { text } = document;
  const evidence = signal.evidence.map((span) => quoteSpan(text, span, 'the evidence'));
  const { condition } = signal;
  return {
    reading_id: at.readingId,
    ordinal: at.ordinal,
    id: signalId(at.questionId, at.statementId, signal),
    statement_ordinal: signal.statement,
    member: signal.member,
    option_id: signal.option,
    stance: signal.stance,
    firmness: signal.firmness,
    confidence: signal.confidence,
    condition_kind: condition?.kind ?? null,
    condition_span: condition === undefined ? null : JSON.stringify(quoteSpan(text, condition.span, 'the condition')),
    reasons: JSON.stringify(signal.reasons.map(({ kind, span }) => ({ kind, ...quoteSpan(text, span, 'the reason') }))),
    evidence: JSON.stringify(evidence),
    quote: quoteSpan(text, signal.evidence[0], 'the evidence').exact,
    rule: signal.rule,
    valid_from: signal.asOf ?? document.published ?? null,
    recorded_at: recordedAt,
    awaits: at.standing === 'waiting' ? 'review' : null,
  };
}

/** What `signalFromRow` needs of a row. */
type SignalRow = Omit<Selectable<SignalTable>, 'reading_id' | 'ordinal' | 'awaits'>;

/** A stored signal from its row; throws SpanMismatch when the document's text does not have the stored words. */
export function signalFromRow(
  row: SignalRow,
  reading: { readonly questionId: string; readonly reader: string },
  statement: StoredStatement,
  text: string,
): StoredSignal {
  const [first, ...rest] = row.evidence.map((quote) => checkQuote(text, quote, 'the evidence'));
  if (first === undefined) throw new SpanMismatch('the evidence is missing', { start: 0, end: 0 });
  checkQuote(text, { ...first, exact: row.quote }, 'the quote');
  const evidence: NonEmpty<Span> = [first, ...rest];
  // SAFETY (this and the casts below): CHECK constraints and the types at the only place of writing admit nothing else.
  const validFrom = row.valid_from as IsoDate | null;
  const signal: Signal = {
    member: row.member as StateCode,
    option: row.option_id,
    stance: row.stance as Stance,
    firmness: row.firmness,
    confidence: row.confidence,
    ...(row.condition_kind === null || row.condition_span === null
      ? {}
      : {
          condition: {
            kind: row.condition_kind as Condition['kind'],
            span: checkQuote(text, row.condition_span, 'the condition'),
          },
        }),
    reasons: row.reasons.map((reason) => ({ kind: reason.kind, span: checkQuote(text, reason, 'the reason') })),
    ...(validFrom === null ? {} : { asOf: validFrom }),
    statement: row.statement_ordinal,
    evidence,
    rule: row.rule,
  };
  return {
    id: row.id as Sha256,
    documentId: statement.documentId,
    questionId: reading.questionId,
    reader: reading.reader,
    quote: row.quote,
    ...(validFrom === null ? {} : { validFrom }),
    recordedAt: row.recorded_at.toISOString(),
    signal,
    statement,
  };
}
