import { comments, statementsOf } from '../migration.js';

export const reviewSql: readonly string[] = [
  ...statementsOf(`
CREATE TABLE review (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  question_id text NOT NULL,
  action      text NOT NULL CHECK (action IN ('accept', 'correct', 'reject', 'add', 'declare', 'merge', 'split')),
  author      text NOT NULL CHECK (author <> ''),
  note        text NOT NULL,
  member      text CHECK (member ~ '^[A-Z]{3}$'),
  option_id   text,
  stance      text CHECK (stance IN ('support', 'oppose', 'conditional', 'abstract-support', 'uncommitted')),
  document_id text REFERENCES document,
  signal_id   text CHECK (signal_id ~ '^[0-9a-f]{64}$'),
  evidence    jsonb,
  words       jsonb,
  documents   text[] NOT NULL,
  valid_from  date,
  recorded_at timestamptz NOT NULL,
  CHECK ((action IN ('merge', 'split')) = (member IS NULL)),
  CHECK ((action IN ('merge', 'split')) = (cardinality(documents) > 0)),
  CHECK ((action IN ('accept', 'correct', 'reject')) = (signal_id IS NOT NULL)),
  CHECK (action NOT IN ('accept', 'correct', 'add') OR (words IS NOT NULL AND stance IS NOT NULL)),
  CHECK (action NOT IN ('accept', 'correct', 'reject', 'add') OR (document_id IS NOT NULL AND evidence IS NOT NULL)),
  CHECK ((member IS NULL) = (option_id IS NULL)),
  CHECK (action IN ('declare', 'accept', 'correct', 'add') OR stance IS NULL)
);

CREATE INDEX review_question ON review (question_id, id);
`),
  ...comments(
    'review',
    'What people decided about what the machine read; each decision is a row, and a later one on the same matter outranks an earlier.',
    {
      id: 'Number of the decision in the order of recording.',
      question_id: 'The question it belongs to.',
      action:
        'accept, correct or reject a signal; add one by hand; declare a position; merge documents into one origin; split documents off theirs.',
      author: 'Who decided, as they name themselves.',
      note: 'Why, in their words; may be empty.',
      member: 'ISO 3166-1 alpha-3 code of the member it is about; null for origins.',
      option_id: 'Option of the question; null for origins.',
      stance:
        'What the person reads there; null for reject and origins, and for a declare that takes an earlier one back.',
      document_id: 'The document the signal rests on; null where none is.',
      signal_id: 'The machine’s signal that was looked at; null for add, declare and origins.',
      evidence:
        'Span {start, end, exact} of the words looked at: what a newer reader reads in the same words is the same matter.',
      words: 'The person’s signal as JSON {signal, statement}; its spans are offsets into the text of document_id.',
      documents: 'Documents whose origin is merged or split; empty for signals.',
      valid_from:
        'Valid time: day from which it holds; null when the document is undated, and then it counts on every day.',
      recorded_at: 'System time (UTC): when the register learned it.',
    },
  ),
];
