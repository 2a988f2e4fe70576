import type { ColumnType, Generated } from 'kysely';
import type { Change } from '../../domain/source.js';

/** A JSON column: written as JSON text (both drivers would turn a bare array into an SQL array), read as its value. */
export type JsonColumn<T> = ColumnType<T, string, never>;

/** A span with its words (W3C Web Annotation: TextPositionSelector and TextQuoteSelector in one). */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** The register's tables as kysely sees them; SCHEMA.md says what each column means. */
export interface Tables {
  schema_version: SchemaVersionTable;
  document: DocumentTable;
  document_text: DocumentTextTable;
  question: QuestionTable;
  reading: ReadingTable;
  statement: StatementTable;
  reading_statement: ReadingStatementTable;
  signal: SignalTable;
  reading_digest: ReadingDigestTable;
  document_sketch: DocumentSketchTable;
  document_analysis: { document_id: string; analysis: Uint8Array; recorded_at: Date };
  review: ReviewTable;
  source: SourceTable;
  request: RequestTable;
  sighting: SightingTable;
  document_change: DocumentChangeTable;
  erasure: ErasureTable;
  erased_address: { hash: string; recorded_at: Date };
  account: AccountTable;
  credential: CredentialTable;
  credential_end: CredentialEndTable;
  audit: AuditTable;
  what_if: WhatIfTable;
  forecast: ForecastTable;
  resolution: ResolutionTable;
  alert: AlertTable;
  alert_end: { alert_id: number; author: string; recorded_at: Date };
  alert_step: AlertStepTable;
}

export interface AlertTable {
  id: Generated<number>;
  question_id: string;
  option_id: string | null;
  channel: string;
  target: string | null;
  about: string;
  members: string[];
  author: string;
  recorded_at: Date;
}

export interface AlertStepTable {
  id: Generated<number>;
  alert_id: number;
  step: string;
  until: Date;
  changes: number;
  message: string | null;
  recorded_at: Date;
}

export interface ReadingDigestTable {
  reading_id: number;
  digest: string;
  recorded_at: Date;
}

export interface ForecastTable {
  id: Generated<number>;
  question_id: string;
  option_id: string;
  probability: number;
  author: string;
  method: string;
  as_of: string;
  register_hash: string | null;
  note: string;
  recorded_at: Date;
}

export interface ResolutionTable {
  id: Generated<number>;
  question_id: string;
  option_id: string;
  adopted: boolean;
  resolved_on: string;
  author: string;
  note: string;
  recorded_at: Date;
}

export interface WhatIfTable {
  id: Generated<number>;
  question_id: string;
  name: string;
  author: string;
  note: string;
  supposes: JsonColumn<unknown>;
  recorded_at: Date;
}

export interface AccountTable {
  id: Generated<number>;
  name: string;
  role: string;
  password: string | null;
  author: string;
  recorded_at: Date;
  reviews: string[] | null;
}

export interface CredentialTable {
  hash: string;
  kind: string;
  name: string;
  label: string;
  expires_at: Date;
  recorded_at: Date;
}

export interface CredentialEndTable {
  hash: string;
  author: string;
  recorded_at: Date;
}

export interface AuditTable {
  id: Generated<number>;
  actor: string;
  action: string;
  subject: string;
  recorded_at: Date;
}

export interface ErasureTable {
  id: Generated<number>;
  document_id: string;
  author: string;
  reason: string;
  removed: JsonColumn<{ readonly statements: number; readonly signals: number; readonly decisions: number }>;
  recorded_at: Date;
}

export interface DocumentSketchTable {
  document_id: string;
  method: string;
  sketch: number[];
  recorded_at: Date;
}

export interface ReviewTable {
  id: Generated<number>;
  question_id: string;
  action: string;
  author: string;
  note: string;
  member: string | null;
  option_id: string | null;
  stance: string | null;
  document_id: string | null;
  signal_id: string | null;
  evidence: ColumnType<QuotedSpan | null, string | null, never>;
  words: ColumnType<unknown, string | null, never>;
  documents: string[];
  valid_from: string | null;
  recorded_at: Date;
}

export interface SchemaVersionTable {
  version: number;
  name: string;
  applied_at: Date;
}

export interface DocumentTable {
  id: string;
  text_sha256: string;
  format: string;
  title: string | null;
  publisher: string | null;
  valid_from: string | null;
  address: string | null;
  recorded_at: Date;
}

export interface DocumentTextTable {
  document_id: string;
  text: string;
  recorded_at: Date;
}

export interface QuestionTable {
  id: string;
  version: number;
  content: JsonColumn<unknown>;
  content_sha256: string;
  recorded_at: Date;
}

export interface ReadingTable {
  id: Generated<number>;
  document_id: string;
  question_id: string;
  question_version: number;
  reader: string;
  recorded_at: Date;
}

export interface StatementTable {
  id: string;
  document_id: string;
  speaker: string;
  speaks_for_kind: string;
  speaks_for_state: string | null;
  speaks_for_organisation: string | null;
  about: string[];
  attribution: string;
  directness: string;
  source: JsonColumn<readonly QuotedSpan[]>;
  cue: JsonColumn<readonly QuotedSpan[]>;
  content: JsonColumn<readonly QuotedSpan[]>;
  quote: string;
  origin_name: string | null;
  origin_span: ColumnType<QuotedSpan | null, string | null, never>;
  valid_from: string | null;
  recorded_at: Date;
}

export interface ReadingStatementTable {
  reading_id: number;
  ordinal: number;
  statement_id: string;
  rule: string;
}

export interface SignalTable {
  reading_id: number;
  ordinal: number;
  id: string;
  statement_ordinal: number;
  member: string;
  option_id: string;
  stance: string;
  firmness: number;
  confidence: number;
  condition_kind: string | null;
  condition_span: ColumnType<QuotedSpan | null, string | null, never>;
  reasons: JsonColumn<readonly (QuotedSpan & { readonly kind: string })[]>;
  evidence: JsonColumn<readonly QuotedSpan[]>;
  quote: string;
  rule: string;
  valid_from: string | null;
  recorded_at: Date;
  awaits: string | null;
}

export interface SourceTable {
  id: Generated<number>;
  question_id: string;
  address: string | null;
  action: string;
  recorded_at: Date;
}

export interface RequestTable {
  id: Generated<number>;
  question_id: string;
  address: string | null;
  via: string | null;
  outcome: string;
  is_permanent: boolean | null;
  code: string | null;
  message: string | null;
  etag: string | null;
  last_modified: string | null;
  recorded_at: Date;
}

export interface SightingTable {
  id: Generated<number>;
  address: string | null;
  document_id: string;
  seen_at: Date;
  recorded_at: Date;
}

export interface DocumentChangeTable {
  older_id: string;
  newer_id: string;
  method: string;
  changes: JsonColumn<readonly Change[]>;
  recorded_at: Date;
}
