import { comments, statementsOf, type Migration } from '../migration.js';
import { appendOnly } from './append-only.js';

/** Tables that hold words of a document, and how their rows name it. */
const WITH_WORDS = { document_text: 'document_id', document_sketch: 'document_id', statement: 'document_id', review: 'document_id' } as const;
const OF_READINGS = ['reading_statement', 'signal'] as const;

/** A row of an append-only table may go when its document was erased in the same transaction or before; nothing else may. */
export const erasedOnly = (table: string, document: string): string[] => [
  `DROP TRIGGER ${table}_append_only ON ${table}`,
  `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE FUNCTION ${table}_refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM erasure WHERE document_id = ${document}) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'the register is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$`,
  `CREATE TRIGGER ${table}_erased_only BEFORE DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${table}_refuse_delete()`,
];

/** Erasure for legal reasons: the words of a document go, its row stays as a tombstone. */
export const erasure: Migration = {
  version: 6,
  name: 'erasure',
  statements: [
    ...statementsOf(`
CREATE TABLE erasure (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  document_id text NOT NULL UNIQUE REFERENCES document,
  author      text NOT NULL CHECK (author <> ''),
  reason      text NOT NULL CHECK (reason <> ''),
  removed     jsonb NOT NULL,
  recorded_at timestamptz NOT NULL
);
`),
    ...appendOnly.guard('erasure'),
    ...comments('erasure', 'Documents whose words were removed for legal reasons; the row of the document stays as a tombstone, without title and address.', {
      id: 'Number of the erasure in the order of recording.',
      document_id: 'The document whose words are gone.',
      author: 'Who erased it, as they name themselves.',
      reason: 'Why, e.g. the order it follows.',
      removed: 'How many rows went with it: {"statements", "signals", "decisions"}.',
      recorded_at: 'System time (UTC): when it was erased.',
    }),
    ...Object.entries(WITH_WORDS).flatMap(([table, column]) => erasedOnly(table, `OLD.${column}`)),
    ...OF_READINGS.flatMap((table) => erasedOnly(table, '(SELECT document_id FROM reading WHERE id = OLD.reading_id)')),
    `DROP TRIGGER document_append_only ON document`,
    `CREATE TRIGGER document_append_only BEFORE DELETE OR TRUNCATE ON document FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    `CREATE FUNCTION document_refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.title IS NULL AND NEW.address IS NULL
     AND (to_jsonb(NEW) - 'title' - 'address') = (to_jsonb(OLD) - 'title' - 'address')
     AND EXISTS (SELECT FROM erasure WHERE document_id = OLD.id) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the register is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$`,
    `CREATE TRIGGER document_erased_only BEFORE UPDATE ON document FOR EACH ROW EXECUTE FUNCTION document_refuse_update()`,
    `CREATE FUNCTION refuse_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM erasure WHERE document_id = NEW.document_id) THEN
    RAISE EXCEPTION 'document % was erased', NEW.document_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$`,
    `CREATE TRIGGER document_text_not_erased BEFORE INSERT ON document_text FOR EACH ROW EXECUTE FUNCTION refuse_erased()`,
  ],
};
