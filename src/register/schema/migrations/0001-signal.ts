import { comments, statementsOf } from '../migration.js';

export const signalSql: readonly string[] = [
  ...statementsOf(`
CREATE TABLE signal (
  reading_id        bigint NOT NULL,
  ordinal           integer NOT NULL CHECK (ordinal >= 0),
  id                text NOT NULL CHECK (id ~ '^[0-9a-f]{64}$'),
  statement_ordinal integer NOT NULL,
  member            text NOT NULL CHECK (member ~ '^[A-Z]{3}$'),
  option_id         text NOT NULL,
  stance            text NOT NULL CHECK (stance IN ('support', 'oppose', 'conditional', 'abstract-support', 'uncommitted')),
  firmness          double precision NOT NULL CHECK (firmness BETWEEN 0 AND 1),
  confidence        double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  condition_kind    text CHECK (condition_kind IN ('while', 'unless', 'if', 'until', 'after')),
  condition_span    jsonb,
  reasons           jsonb NOT NULL,
  evidence          jsonb NOT NULL CHECK (jsonb_array_length(evidence) > 0),
  quote             text NOT NULL,
  rule              text NOT NULL,
  valid_from        date,
  recorded_at       timestamptz NOT NULL,
  PRIMARY KEY (reading_id, ordinal),
  FOREIGN KEY (reading_id, statement_ordinal) REFERENCES reading_statement (reading_id, ordinal),
  CHECK ((condition_kind IS NULL) = (condition_span IS NULL))
);

CREATE INDEX signal_member ON signal (member, option_id);

CREATE INDEX signal_id ON signal (id);
`),
  ...comments('signal', 'What a statement says of one member’s stance on one option, as one reading read it.', {
    reading_id: 'The reading that found it.',
    ordinal: '0-based place of the signal in the reading.',
    id: 'SHA-256 over question, statement and all of the signal but its rule: the same signal has the same id in every reading.',
    statement_ordinal: 'Place in the reading of the statement it rests on.',
    member: 'ISO 3166-1 alpha-3 code, e.g. "HUN".',
    option_id: 'Option of the question, e.g. "invite-now".',
    stance: 'support, oppose, conditional, abstract-support or uncommitted. Silence has no row.',
    firmness: '0–1: how settled the words are.',
    confidence: '0–1: how sure the reader is of this reading.',
    condition_kind: 'Marker of the condition: while, unless, if, until or after; null when unconditional.',
    condition_span: 'Span {start, end, exact} of the condition; null when unconditional.',
    reasons: 'Concerns given, as spans with their kind: [{kind, start, end, exact}].',
    evidence: 'Spans of the predicate and its arguments; the first is the one to show.',
    quote: 'The words of the first evidence span.',
    rule: 'The rule or model that read it, e.g. "stance/verb:oppose".',
    valid_from:
      'Valid time: day the words were said or published; null when undated, and then it counts as valid on every day.',
    recorded_at: 'System time (UTC): when the register learned this reading of it.',
  }),
];
