import { comments, statementsOf, type Migration } from '../migration.js';

/**
 * What reading found in a text before any question, so that the next question need not find it again. It can be made again from the text at any
 * time, so it alone among the tables of a register may be overwritten; nothing is made here, but with each document's next reading.
 */
export const analysis: Migration = {
  version: 14,
  name: 'analysis',
  statements: [
    ...statementsOf(`
CREATE TABLE document_analysis (
  document_id text PRIMARY KEY REFERENCES document_text,
  analysis    bytea NOT NULL,
  recorded_at timestamptz NOT NULL
);

ALTER TABLE document_analysis ALTER COLUMN analysis SET STORAGE EXTERNAL;
`),
    ...comments('document_analysis', 'What reading found in a text before any question (tags, heads, states, attributions), kept for the next question; made again from the text whenever it is missing or another reader’s, and left out of backups.', {
      document_id: 'The document.',
      analysis: 'Packed and sealed by the reader that made it, which alone can tell what is in it.',
      recorded_at: 'System time (UTC): when it was made.',
    }),
  ],
};
