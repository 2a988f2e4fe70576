import { comments, statementsOf, type Migration } from '../migration.js';
import { appendOnly } from './append-only.js';

/** What was forecast, and how questions ended. */
export const forecasts: Migration = {
  version: 9,
  name: 'forecasts',
  statements: [
    ...statementsOf(`
CREATE TABLE forecast (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  question_id   text NOT NULL,
  option_id     text NOT NULL,
  probability   double precision NOT NULL CHECK (probability BETWEEN 0 AND 1),
  author        text NOT NULL CHECK (author <> ''),
  method        text NOT NULL CHECK (method IN ('count', 'hand')),
  as_of         date NOT NULL,
  register_hash text CHECK (register_hash ~ '^[0-9a-f]{64}$'),
  note          text NOT NULL,
  recorded_at   timestamptz NOT NULL,
  CHECK ((method = 'count') = (register_hash IS NOT NULL))
);

CREATE TABLE resolution (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  question_id text NOT NULL,
  option_id   text NOT NULL,
  adopted     boolean NOT NULL,
  resolved_on date NOT NULL,
  author      text NOT NULL CHECK (author <> ''),
  note        text NOT NULL,
  recorded_at timestamptz NOT NULL
);
`),
    ...appendOnly.guard('forecast', 'resolution'),
    ...comments('forecast', 'How likely an option was said to be adopted; kept as it was said.', {
      id: 'Number of the forecast in the order of recording.',
      question_id: 'The question, e.g. "nato-ukraine-2024".',
      option_id: 'Option of the question.',
      probability: '0–1: chance of adoption.',
      author: 'Who forecasts, as they name themselves.',
      method: 'count: reckoned from the register; hand: a person’s own number.',
      as_of: 'Valid time: the day whose evidence it rests on.',
      register_hash: 'SHA-256 of what the count rested on; null for a person’s own number.',
      note: 'Why, in their words; may be empty.',
      recorded_at: 'System time (UTC): when it was made.',
    }),
    ...comments('resolution', 'How a question ended for an option; the last row of an option holds.', {
      id: 'Number of the resolution in the order of recording.',
      question_id: 'The question.',
      option_id: 'Option of the question.',
      adopted: 'Whether it was adopted.',
      resolved_on: 'Valid time: the day it was decided.',
      author: 'Who says so, as they name themselves.',
      note: 'On what grounds, in their words; may be empty.',
      recorded_at: 'System time (UTC): when the register learned it.',
    }),
  ],
};
