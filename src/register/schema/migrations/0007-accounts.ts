import { comments, statementsOf, type Migration } from '../migration.js';
import { appendOnly } from './append-only.js';

/** Who may use a shared register, what lets them in, and what they did. */
export const accounts: Migration = {
  version: 7,
  name: 'accounts',
  statements: [
    ...statementsOf(`
CREATE TABLE account (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name        text NOT NULL CHECK (name <> ''),
  role        text NOT NULL CHECK (role IN ('reader', 'reviewer', 'admin', 'none')),
  password    text,
  author      text NOT NULL CHECK (author <> ''),
  recorded_at timestamptz NOT NULL
);

CREATE INDEX account_name ON account (name, id);

CREATE TABLE credential (
  hash        text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  kind        text NOT NULL CHECK (kind IN ('session', 'token')),
  name        text NOT NULL,
  label       text NOT NULL,
  expires_at  timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL
);

CREATE INDEX credential_name ON credential (name);

CREATE TABLE credential_end (
  hash        text PRIMARY KEY REFERENCES credential,
  author      text NOT NULL,
  recorded_at timestamptz NOT NULL
);

CREATE TABLE audit (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  actor       text NOT NULL,
  action      text NOT NULL,
  subject     text NOT NULL,
  recorded_at timestamptz NOT NULL
);
`),
    ...appendOnly.guard('account', 'credential', 'credential_end', 'audit'),
    ...comments('account', 'People who may use a shared register; the newest row of a name counts.', {
      id: 'Number of the row in the order of recording.',
      name: 'What the person signs in with, and the author of what they decide.',
      role: 'reader, reviewer or admin; none closes the account.',
      password: 'scrypt$N$r$p$salt$key, the last two in base64; null when nobody can sign in with a password.',
      author: 'Who gave the role or password.',
      recorded_at: 'System time (UTC): when.',
    }),
    ...comments('credential', 'What lets a person in without the password: a session of a browser or a token of a program.', {
      hash: 'SHA-256 of the secret, which is 256 random bits and stored nowhere.',
      kind: 'session or token.',
      name: 'The account it belongs to.',
      label: 'What it is for, as its owner calls it; empty for a session.',
      expires_at: 'First instant at which it no longer lets anybody in.',
      recorded_at: 'System time (UTC): when it was made.',
    }),
    ...comments('credential_end', 'Sessions and tokens that were ended before they expired.', {
      hash: 'Which.',
      author: 'Who ended it.',
      recorded_at: 'System time (UTC): when.',
    }),
    ...comments('audit', 'Who did what to a shared register; decisions, questions and readings have rows of their own beside it.', {
      id: 'Number of the act in the order of recording.',
      actor: 'Name of the account; for a failed sign-in the name that was tried.',
      action: 'What was done, e.g. "sign-in", "POST".',
      subject: 'To what, e.g. the path or the account.',
      recorded_at: 'System time (UTC): when.',
    }),
  ],
};
