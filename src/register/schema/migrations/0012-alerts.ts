import { comments, statementsOf, type Migration } from '../migration.js';
import { appendOnly } from './append-only.js';

/** Who wants to be told of what, and what was told. */
export const alerts: Migration = {
  version: 12,
  name: 'alerts',
  statements: [
    ...statementsOf(`
CREATE TABLE alert (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  question_id text NOT NULL,
  option_id   text,
  channel     text NOT NULL CHECK (channel IN ('webhook', 'mail', 'feed')),
  target      text CHECK (target <> ''),
  about       text NOT NULL CHECK (about IN ('all', 'positions', 'outcome')),
  members     text[] NOT NULL,
  author      text NOT NULL CHECK (author <> ''),
  recorded_at timestamptz NOT NULL,
  CHECK ((channel = 'feed') = (target IS NULL))
);

CREATE TABLE alert_end (
  alert_id    bigint PRIMARY KEY REFERENCES alert,
  author      text NOT NULL CHECK (author <> ''),
  recorded_at timestamptz NOT NULL
);

CREATE TABLE alert_step (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  alert_id    bigint NOT NULL REFERENCES alert,
  step        text NOT NULL CHECK (step IN ('try', 'told', 'failed')),
  until       timestamptz NOT NULL,
  changes     integer NOT NULL CHECK (changes >= 0),
  message     text,
  recorded_at timestamptz NOT NULL,
  CHECK ((step = 'failed') = (message IS NOT NULL))
);

CREATE INDEX alert_step_alert ON alert_step (alert_id, id);
`),
    ...appendOnly.guard('alert', 'alert_end', 'alert_step'),
    ...comments('alert', 'Who wants to be told when something changes in a question; what happened after it was recorded is told.', {
      id: 'Number in the order of recording.',
      question_id: 'The question.',
      option_id: 'Option of the question; null for the first.',
      channel: 'webhook, mail, or feed (which is asked for, not sent).',
      target: 'A web address or a mail address; null for a feed. No secret: webhooks are signed with one that the sending process is given.',
      about: 'all, positions (of members), or outcome.',
      members: 'ISO 3166-1 alpha-3 codes of the members whose positions are told; empty for all.',
      author: 'Who asked for it.',
      recorded_at: 'System time (UTC): when the register learned it.',
    }),
    ...comments('alert_end', 'Alerts that are wanted no longer.', {
      alert_id: 'Which.',
      author: 'Who ended it.',
      recorded_at: 'System time (UTC): when.',
    }),
    ...comments('alert_step', 'What became of each delivery; the last told row of an alert says from where the next one goes on.', {
      id: 'Number in the order of recording.',
      alert_id: 'The alert.',
      step: 'try (about to be sent), told (taken by the receiver, or nothing to tell), or failed. A try without an end was cut off, and is sent again as the same message.',
      until: 'System time (UTC): the instant up to which changes are told.',
      changes: 'How many changes.',
      message: 'Of a failure: one sentence that says why; else null.',
      recorded_at: 'System time (UTC): when.',
    }),
  ],
};
