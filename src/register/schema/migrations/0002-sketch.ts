import { comments, statementsOf } from '../migration.js';

export const sketchSql: readonly string[] = [
  ...statementsOf(`
CREATE TABLE document_sketch (
  document_id text NOT NULL REFERENCES document,
  method      text NOT NULL,
  sketch      integer[] NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (document_id, method)
);
`),
  ...comments('document_sketch', 'What tells near-duplicates of a text apart from other texts without reading both.', {
    document_id: 'The document that was sketched.',
    method: 'How, with its constants, e.g. "minhash-5w-126@1"; only sketches of one method can be compared.',
    sketch:
      'Signed 32-bit numbers, of which two texts share about as many as their shingles overlap; empty for a short text.',
    recorded_at: 'System time (UTC): when the register learned it.',
  }),
];
