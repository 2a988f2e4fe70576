import { comments, statementsOf, type Migration } from '../migration.js';
import { appendOnly } from './append-only.js';

/** What is followed, what was asked for, and which documents stood at which address. */
export const sources: Migration = {
  version: 5,
  name: 'sources',
  statements: [
    ...statementsOf(`
CREATE TABLE source (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  question_id text NOT NULL,
  address     text NOT NULL,
  action      text NOT NULL CHECK (action IN ('follow', 'leave')),
  recorded_at timestamptz NOT NULL
);

CREATE TABLE request (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  question_id   text NOT NULL,
  address       text NOT NULL,
  via           text,
  outcome       text NOT NULL CHECK (outcome IN ('fetched', 'unchanged', 'failed', 'retry')),
  is_permanent  boolean,
  code          text,
  message       text,
  etag          text,
  last_modified text,
  recorded_at   timestamptz NOT NULL,
  CHECK ((outcome = 'failed') = (is_permanent IS NOT NULL)),
  CHECK ((outcome = 'failed') = (code IS NOT NULL)),
  CHECK (outcome <> 'failed' OR message IS NOT NULL)
);

CREATE INDEX request_address ON request (question_id, address, id);

CREATE TABLE sighting (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  address     text NOT NULL,
  document_id text NOT NULL REFERENCES document,
  seen_at     timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL
);

CREATE INDEX sighting_address ON sighting (address, seen_at, id);

CREATE INDEX sighting_document ON sighting (document_id);

CREATE TABLE document_change (
  older_id    text NOT NULL REFERENCES document,
  newer_id    text NOT NULL REFERENCES document,
  method      text NOT NULL,
  changes     jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (older_id, newer_id, method)
);
`),
    ...comments(
      'source',
      'Addresses that are followed for a question; the last row of an address says whether it still is.',
      {
        id: 'Number in the order of recording.',
        question_id: 'The question it is followed for.',
        address: 'A feed, a sitemap or a page, e.g. "https://harbour.example/feed.xml".',
        action: 'follow or leave.',
        recorded_at: 'System time (UTC): when the register learned it.',
      },
    ),
    ...comments('request', 'What became of each request while following, and what people asked to try again.', {
      id: 'Number in the order of recording.',
      question_id: 'The question it was made for.',
      address: 'The address asked for, before redirects.',
      via: 'The followed address that named it; null for that address itself.',
      outcome: 'fetched, unchanged (the server said so), failed, or retry (a person asks to try again).',
      is_permanent: 'Of a failure: whether the same request would fail the same way tomorrow; else null.',
      code: 'Of a failure: its stable code, e.g. "fetch-refused"; else null.',
      message: 'One sentence for a person: what failed, or what was not as usual; null when there is nothing to say.',
      etag: 'The ETag of what was fetched, for the next conditional request; null when the server gives none.',
      last_modified: 'The Last-Modified of what was fetched, as sent; null when the server gives none.',
      recorded_at: 'System time (UTC): when the answer was there.',
    }),
    ...comments(
      'sighting',
      'A document that stood at an address; different documents at one address are its versions.',
      {
        id: 'Number in the order of recording.',
        address: 'Where it was found: a web address.',
        document_id: 'The document that stood there.',
        seen_at: 'When it stood there (UTC): when it was fetched, or captured by a web archive.',
        recorded_at: 'System time (UTC): when the register learned it.',
      },
    ),
    ...comments(
      'document_change',
      'What changed from one document to another that stood at the same address after it.',
      {
        older_id: 'The document before.',
        newer_id: 'The document after.',
        method: 'How they were compared, e.g. "lines-words@1".',
        changes:
          'JSON list of {from: {start, end}, to: {start, end}}: UTF-16 offsets into the older and the newer text; either may be empty.',
        recorded_at: 'System time (UTC): when the register learned it.',
      },
    ),
    ...appendOnly.guard('source', 'request', 'sighting', 'document_change'),
  ],
};
