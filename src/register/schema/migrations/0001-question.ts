import { comments, statementsOf } from '../migration.js';

export const questionSql: readonly string[] = [
  ...statementsOf(`
CREATE TABLE question (
  id             text NOT NULL,
  version        integer NOT NULL CHECK (version >= 1),
  content        jsonb NOT NULL,
  content_sha256 text NOT NULL CHECK (content_sha256 ~ '^[0-9a-f]{64}$'),
  recorded_at    timestamptz NOT NULL,
  PRIMARY KEY (id, version)
);
`),
  ...comments('question', 'A question in each of its versions; the highest version is the one in force.', {
    id: 'Slug, e.g. "nato-ukraine-2024".',
    version: '1, 2, 3, …; a changed question is a new version.',
    content: 'The question as JSON: title, body, rule, options, members, date.',
    content_sha256: 'SHA-256 of the question with sorted keys: the same content twice adds no version.',
    recorded_at: 'System time (UTC): when the register learned this version.',
  }),
];
