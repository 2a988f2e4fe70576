import { comments, statementsOf, type Migration } from '../migration.js';
import { erasedOnly } from './0006-erasure.js';
import { appendOnly } from './append-only.js';

/** Each reading once more in one narrow row, from which a count is loaded: a hundred rows instead of thousands. */
export const digest: Migration = {
  version: 10,
  name: 'digest',
  statements: [
    `CREATE FUNCTION digest_of_reading(reading bigint) RETURNS text LANGUAGE sql STABLE AS $$
SELECT json_build_array(
  (SELECT coalesce(json_agg(json_build_array(f.ordinal, f.rule, s.id, s.speaker, s.speaks_for_state, s.speaks_for_organisation, s.about,
      s.attribution, s.directness, s.source, s.cue, s.content, s.origin_name, s.origin_span, s.valid_from, s.recorded_at) ORDER BY f.ordinal), '[]')
    FROM reading_statement f JOIN statement s ON s.id = f.statement_id WHERE f.reading_id = $1),
  (SELECT coalesce(json_agg(json_build_array(g.id, g.statement_ordinal, g.member, g.option_id, g.stance, g.firmness, g.confidence,
      g.condition_kind, g.condition_span, g.reasons, g.evidence, g.rule, g.valid_from, g.recorded_at, g.awaits) ORDER BY g.ordinal), '[]')
    FROM signal g WHERE g.reading_id = $1))::text
$$`,
    ...statementsOf(`
CREATE TABLE reading_digest (
  reading_id  bigint PRIMARY KEY REFERENCES reading,
  digest      text NOT NULL,
  recorded_at timestamptz NOT NULL
);

INSERT INTO reading_digest SELECT id, digest_of_reading(id), recorded_at FROM reading
  WHERE document_id NOT IN (SELECT document_id FROM erasure) ORDER BY id;
`),
    ...comments('reading_digest', 'What a reading found, once more in one row: made from statement and signal by digest_of_reading() when it is stored, and left out of backups.', {
      reading_id: 'The reading.',
      digest: 'JSON: [statements, signals], each row a list of columns in the order of digest_of_reading().',
      recorded_at: 'System time (UTC): when the register learned the reading.',
    }),
    ...appendOnly.guard('reading_digest'),
    ...erasedOnly('reading_digest', '(SELECT document_id FROM reading WHERE id = OLD.reading_id)'),
  ],
};
