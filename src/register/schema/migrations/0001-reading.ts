import { comments, statementsOf } from '../migration.js';

export const readingSql: readonly string[] = [
  ...statementsOf(`
CREATE TABLE reading (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  document_id      text NOT NULL REFERENCES document,
  question_id      text NOT NULL,
  question_version integer NOT NULL,
  reader           text NOT NULL,
  recorded_at      timestamptz NOT NULL,
  FOREIGN KEY (question_id, question_version) REFERENCES question (id, version),
  UNIQUE (document_id, question_id, question_version, reader)
);

CREATE INDEX reading_newest ON reading (question_id, document_id, recorded_at DESC, id DESC);
`),
  ...comments(
    'reading',
    'One document read whole for one question by one reader. Written in one transaction with all it found: a row here means nothing is missing.',
    {
      id: 'Number of the reading in the order of recording.',
      document_id: 'What was read.',
      question_id: 'What it was read for.',
      question_version: 'The version of the question that was in force.',
      reader:
        'Reader name and version, e.g. "holdout-reader@0.1.0". The latest reading of a document for a question counts; earlier ones stay.',
      recorded_at: 'System time (UTC): when the register learned it; never earlier than that of an earlier reading.',
    },
  ),
];
