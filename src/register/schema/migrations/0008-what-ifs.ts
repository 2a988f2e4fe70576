import { comments, statementsOf, type Migration } from '../migration.js';
import { appendOnly } from './append-only.js';

/** What-ifs that people named. They are suppositions: no count reads them unless it is asked to. */
export const whatIfs: Migration = {
  version: 8,
  name: 'what-ifs',
  statements: [
    ...statementsOf(`
CREATE TABLE what_if (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  question_id text NOT NULL,
  name        text NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9-]*$'),
  author      text NOT NULL CHECK (author <> ''),
  note        text NOT NULL,
  supposes    jsonb NOT NULL,
  recorded_at timestamptz NOT NULL
);

CREATE INDEX what_if_name ON what_if (question_id, name, id);
`),
    ...appendOnly.guard('what_if'),
    ...comments('what_if', 'Suppositions that somebody named, to come back to or to share; they change no position. The last row of a name is in force.', {
      id: 'Number in the order of recording.',
      question_id: 'The question it belongs to.',
      name: 'Short id, e.g. "ceasefire"; the same name again supposes anew.',
      author: 'Who named it, as they name themselves.',
      note: 'Why, in their words; may be empty.',
      supposes: 'What is supposed, as an address gives it, e.g. {"met": "war-over", "assume": "HUN=support"}.',
      recorded_at: 'System time (UTC): when the register learned it.',
    }),
  ],
};
