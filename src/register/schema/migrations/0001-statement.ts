import { comments, statementsOf } from '../migration.js';

export const statementSql: readonly string[] = [
  ...statementsOf(`
CREATE TABLE statement (
  id                      text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{64}$'),
  document_id             text NOT NULL REFERENCES document,
  speaker                 text NOT NULL,
  speaks_for_kind         text NOT NULL CHECK (speaks_for_kind IN ('state', 'organisation', 'nobody')),
  speaks_for_state        text CHECK (speaks_for_state ~ '^[A-Z]{3}$'),
  speaks_for_organisation text,
  about                   text[] NOT NULL,
  attribution             text NOT NULL CHECK (attribution IN ('on-record', 'second-hand', 'anonymous', 'outlet')),
  directness              text NOT NULL CHECK (directness IN ('direct', 'indirect', 'mixed')),
  source                  jsonb NOT NULL,
  cue                     jsonb NOT NULL,
  content                 jsonb NOT NULL CHECK (jsonb_array_length(content) > 0),
  quote                   text NOT NULL,
  origin_name             text,
  origin_span             jsonb,
  valid_from              date,
  recorded_at             timestamptz NOT NULL,
  CHECK ((speaks_for_kind = 'state') = (speaks_for_state IS NOT NULL)),
  CHECK ((speaks_for_kind = 'organisation') = (speaks_for_organisation IS NOT NULL)),
  CHECK ((origin_name IS NULL) = (origin_span IS NULL))
);

CREATE INDEX statement_document ON statement (document_id);

CREATE TABLE reading_statement (
  reading_id   bigint NOT NULL REFERENCES reading,
  ordinal      integer NOT NULL CHECK (ordinal >= 0),
  statement_id text NOT NULL REFERENCES statement,
  rule         text NOT NULL,
  PRIMARY KEY (reading_id, ordinal)
);

CREATE INDEX reading_statement_statement ON reading_statement (statement_id);
`),
  ...comments(
    'statement',
    'One attributed claim in one document. Spans are JSON objects {start, end, exact}: half-open UTF-16 offsets into the text, and its words there.',
    {
      id: 'SHA-256 over the document and all of the statement but its rule: the same claim is one row, however often it is read.',
      document_id: 'The document that carries the claim.',
      speaker: 'Who speaks, as named in full anywhere in the text; the publisher for outlet.',
      speaks_for_kind: 'Whose side the speaker speaks for: state, organisation or nobody.',
      speaks_for_state: 'ISO 3166-1 alpha-3 code when speaks_for_kind is state, else null, e.g. "USA".',
      speaks_for_organisation: 'Name when speaks_for_kind is organisation, else null.',
      about: 'ISO 3166-1 alpha-3 codes of the states the claim is about; empty when none.',
      attribution: 'How the claim reached the text: on-record, second-hand, anonymous or outlet.',
      directness: 'Whether the content is quoted (direct), in the writer’s words (indirect) or both (mixed).',
      source: 'Spans that name the source; empty for outlet.',
      cue: 'Spans of the words that attribute, e.g. "said"; empty for outlet.',
      content: 'Spans of what is claimed; at least one.',
      quote: 'The words from the first to the last code unit of the content.',
      origin_name: 'Who first published the claim when the text says so, e.g. "Politico"; else null.',
      origin_span: 'The span that names the origin; null when there is none.',
      valid_from: 'Valid time: day the words were published; null when the document is undated.',
      recorded_at: 'System time (UTC): when the register first learned it.',
    },
  ),
  ...comments('reading_statement', 'Which statements a reading found, in its order.', {
    reading_id: 'The reading.',
    ordinal: '0-based place of the statement in the reading.',
    statement_id: 'The statement found there.',
    rule: 'The rule or model that found it, e.g. "attribution-crf@1".',
  }),
];
