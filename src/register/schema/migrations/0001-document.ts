import { comments, statementsOf } from '../migration.js';

export const documentSql: readonly string[] = [
  ...statementsOf(`
CREATE TABLE document (
  id          text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{64}$'),
  text_sha256 text NOT NULL CHECK (text_sha256 ~ '^[0-9a-f]{64}$'),
  format      text NOT NULL CHECK (format IN ('text', 'html', 'markdown')),
  title       text,
  publisher   text,
  valid_from  date,
  address     text,
  recorded_at timestamptz NOT NULL
);

CREATE INDEX document_text_sha256 ON document (text_sha256);

CREATE TABLE document_text (
  document_id text PRIMARY KEY REFERENCES document,
  text        text NOT NULL,
  recorded_at timestamptz NOT NULL
);
`),
  ...comments('document', 'One immutable text with what is known about it. An edited article is another document.', {
    id: 'SHA-256 (64 hexadecimal digits) over the JSON array [text, title, publisher, published]: the same coverage twice is one row.',
    text_sha256: 'SHA-256 of the text alone, in UTF-8: equal for the same words under two mastheads.',
    format: 'What it was before it became text: text, html or markdown.',
    title: 'Headline, one line; null when none was given, e.g. "Allies split on invitation".',
    publisher: 'Outlet as it names itself; null when unknown, e.g. "The Harbour Post".',
    valid_from: 'Valid time: day of publication; null when undated, and then it counts as valid on every day.',
    address: 'Where it was found first: a URL, or the base name of a file; null for standard input.',
    recorded_at: 'System time (UTC): when the register learned it.',
  }),
  ...comments(
    'document_text',
    'The words of a document, apart from it so that a legal erasure can remove them and leave the document.',
    {
      document_id: 'The document whose words these are.',
      text: 'Normalised text: NFC, line feeds only, no control characters. All offsets count its UTF-16 code units.',
      recorded_at: 'System time (UTC): when the register learned it.',
    },
  ),
];
