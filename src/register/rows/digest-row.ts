import type { Sha256 } from '../../domain/ids.js';
import type { StoredSignal, StoredStatement } from '../../domain/stored.js';
import type { QuotedSpan, SignalTable, StatementTable } from '../schema/tables.js';
import type { Insertable, Selectable } from 'kysely';
import { signalFromRow } from './signal-row.js';
import { statementFromRow } from './statement-row.js';

type Signals = Selectable<SignalTable>;
/** Rows of a digest, in the order of `digest_of_reading` (migration 10). */
type DigestStatement = readonly [
  ordinal: number,
  rule: string,
  id: string,
  speaker: string,
  state: string | null,
  organisation: string | null,
  about: string[],
  attribution: string,
  directness: string,
  source: QuotedSpan[],
  cue: QuotedSpan[],
  content: QuotedSpan[],
  originName: string | null,
  originSpan: QuotedSpan | null,
  validFrom: string | null,
  recordedAt: string,
];
type DigestSignal = readonly [
  id: string,
  statement: number,
  member: string,
  option: string,
  stance: string,
  firmness: number,
  confidence: number,
  conditionKind: string | null,
  conditionSpan: QuotedSpan | null,
  reasons: Signals['reasons'],
  evidence: QuotedSpan[],
  rule: string,
  validFrom: string | null,
  recordedAt: string,
  awaits: string | null,
];

/** What a digest belongs to. */
export interface DigestPlace {
  readonly documentId: string;
  readonly questionId: string;
  readonly reader: string;
}

/**
 * The digest of a reading from its rows, in their order: as JSON the same as `digest_of_reading` makes, which took the server a fifth of
 * storing an article. Spans are JSON already, in rows to be inserted.
 */
export function digestOf(statements: readonly (Insertable<StatementTable> & { readonly rule: string })[], signals: readonly Insertable<SignalTable>[]): string {
  const said = statements.map(
    (s, ordinal) =>
      `[${list([ordinal, s.rule, s.id, s.speaker, s.speaks_for_state ?? null, s.speaks_for_organisation ?? null, s.about, s.attribution, s.directness])},${s.source},${s.cue},${s.content},${JSON.stringify(s.origin_name ?? null)},${s.origin_span ?? 'null'},${list([s.valid_from ?? null, instant(s.recorded_at)])}]`,
  );
  const heard = signals.map(
    (g) =>
      `[${list([g.id, g.statement_ordinal, g.member, g.option_id, g.stance, g.firmness, g.confidence, g.condition_kind ?? null])},${g.condition_span ?? 'null'},${g.reasons},${g.evidence},${list([g.rule, g.valid_from ?? null, instant(g.recorded_at), g.awaits ?? null])}]`,
  );
  return `[[${said.join(',')}],[${heard.join(',')}]]`;
}

/** The elements of a JSON array, without its brackets. */
const list = (values: readonly unknown[]): string => JSON.stringify(values).slice(1, -1);

/** An instant as PostgreSQL writes it in JSON: without zeros at the end of its seconds' fraction. */
function instant(at: Date): string {
  const [seconds = '', fraction = ''] = at.toISOString().slice(0, -1).split('.');
  const shown = fraction.replace(/0{1,3}$/, '');
  return `${seconds}${shown === '' ? '' : `.${shown}`}+00:00`;
}

/** The statements of a reading and its signals that count, in their order; throws SpanMismatch when `text` does not have the stored words. */
export function readingFromDigest(digest: string, place: DigestPlace, text: string): { readonly statements: StoredStatement[]; readonly signals: StoredSignal[] } {
  // SAFETY: only `digestOf` and `digest_of_reading` write digests.
  const [said, heard] = JSON.parse(digest) as [DigestStatement[], DigestSignal[]];
  const byOrdinal = new Map<number, StoredStatement>();
  for (const row of said) byOrdinal.set(row[0], statementOf(row, place.documentId, text));
  const signals = heard.flatMap((row): StoredSignal[] => {
    const statement = byOrdinal.get(row[1]);
    if (statement === undefined) throw new Error(`statement ${String(row[1])} of a reading of ${place.documentId} is referenced and missing`);
    return row[14] === null ? [signalOf(row, place, statement, text)] : [];
  });
  return { statements: [...byOrdinal.values()], signals };
}

function statementOf(row: DigestStatement, documentId: string, text: string): StoredStatement {
  const [, rule, id, speaker, state, organisation, about, attribution, directness, source, cue, content, originName, originSpan, validFrom, recordedAt] = row;
  return statementFromRow(
    {
      id,
      document_id: documentId,
      speaker,
      speaks_for_state: state,
      speaks_for_organisation: organisation,
      about,
      attribution,
      directness,
      source,
      cue,
      content,
      quote: null,
      origin_name: originName,
      origin_span: originSpan,
      valid_from: validFrom,
      recorded_at: new Date(recordedAt),
    },
    rule,
    text,
  );
}

function signalOf(row: DigestSignal, { questionId, reader }: DigestPlace, statement: StoredStatement, text: string): StoredSignal {
  const [id, ordinal, member, option, stance, firmness, confidence, conditionKind, conditionSpan, reasons, evidence, rule, validFrom, recordedAt] = row;
  return signalFromRow(
    {
      // SAFETY: the column holds hashes.
      id: id as Sha256,
      statement_ordinal: ordinal,
      member,
      option_id: option,
      stance,
      firmness,
      confidence,
      condition_kind: conditionKind,
      condition_span: conditionSpan,
      reasons,
      evidence,
      quote: evidence[0]?.exact ?? '',
      rule,
      valid_from: validFrom,
      recorded_at: new Date(recordedAt),
    },
    { questionId, reader },
    statement,
    text,
  );
}
