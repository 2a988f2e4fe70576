import { comments, statementsOf, type Migration } from '../migration.js';
import { appendOnly } from './append-only.js';

const guard = (table: string, erasable: string, condition: string): string[] => [
  `DROP TRIGGER ${table}_append_only ON ${table}`,
  `CREATE TRIGGER ${table}_append_only BEFORE DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE FUNCTION ${table}_refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - ${erasable} = to_jsonb(OLD) - ${erasable} AND ${condition} THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the register is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$`,
  `CREATE TRIGGER ${table}_erased_only BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${table}_refuse_update()`,
];

/** Whether a column stays, or goes because its address is only an erased document's. */
const staysOrGoes = (column: string): string => `(NEW.${column} IS NOT DISTINCT FROM OLD.${column} OR (NEW.${column} IS NULL AND is_erased_address(OLD.${column})))`;

/** An erasure takes the addresses with it at which the document alone stood: from sightings, requests and followed sources. */
export const erasedAddresses: Migration = {
  version: 11,
  name: 'erased-addresses',
  statements: [
    ...statementsOf(`
ALTER TABLE sighting ALTER COLUMN address DROP NOT NULL;

ALTER TABLE request ALTER COLUMN address DROP NOT NULL;

ALTER TABLE source ALTER COLUMN address DROP NOT NULL;

CREATE TABLE erased_address (
  hash        text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz NOT NULL
);

CREATE INDEX document_address ON document USING hash (address);

COMMENT ON COLUMN sighting.address IS 'Where it was found: a web address; null once the document was erased.';

COMMENT ON COLUMN request.address IS 'The address asked for, before redirects; null once all that stood there was erased.';

COMMENT ON COLUMN request.via IS 'The followed address that named it; null for that address itself, or once all that stood there was erased.';

COMMENT ON COLUMN request.message IS 'One sentence for a person: what failed, or what was not as usual; null when there is nothing to say. It says so where it was erased.';

COMMENT ON COLUMN source.address IS 'A feed, a sitemap or a page, e.g. "https://harbour.example/feed.xml"; null once all that stood there was erased, and then it is followed no longer.';
`),
    ...appendOnly.guard('erased_address'),
    ...comments('erased_address', 'Addresses at which only erased documents stood, so that following does not fetch them again.', {
      hash: 'SHA-256 of the address in UTF-8: it tells the address only to who knows it.',
      recorded_at: 'System time (UTC): when it was erased.',
    }),
    `CREATE FUNCTION is_erased_address(asked text) RETURNS boolean LANGUAGE sql STABLE AS $$
SELECT coalesce(bool_and(erased), false) FROM (
  SELECT EXISTS (SELECT FROM erasure e WHERE e.document_id = s.document_id) AS erased FROM sighting s WHERE s.address = $1
  UNION ALL
  SELECT EXISTS (SELECT FROM erasure e WHERE e.document_id = d.id) FROM document d WHERE d.address = $1) AS stood
$$`,
    ...guard('sighting', `'{address}'::text[]`, `NEW.address IS NULL AND EXISTS (SELECT FROM erasure WHERE document_id = OLD.document_id)`),
    ...guard('source', `'{address}'::text[]`, `NEW.address IS NULL AND is_erased_address(OLD.address)`),
    // A message goes with its address, or when it names one that goes; who erases sees to that, and only the words of this sentence may take its place.
    ...guard(
      'request',
      `'{address,via,message,etag,last_modified}'::text[]`,
      `EXISTS (SELECT FROM erasure) AND ${staysOrGoes('address')} AND ${staysOrGoes('via')}
     AND (NEW.message IS NOT DISTINCT FROM OLD.message OR NEW.message = 'Erased with the document that stood here.')
     AND (NEW.etag IS NOT DISTINCT FROM OLD.etag OR (NEW.etag IS NULL AND NEW.address IS NULL))
     AND (NEW.last_modified IS NOT DISTINCT FROM OLD.last_modified OR (NEW.last_modified IS NULL AND NEW.address IS NULL))`,
    ),
    `CREATE FUNCTION erase_addresses(erased text[], addresses text[], at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE gone text[] := ARRAY(SELECT DISTINCT a FROM unnest(addresses) AS a WHERE is_erased_address(a));
BEGIN
  INSERT INTO erased_address SELECT encode(sha256(convert_to(a, 'UTF8')), 'hex'), at FROM unnest(gone) AS a ON CONFLICT DO NOTHING;
  UPDATE request SET address = NULL, etag = NULL, last_modified = NULL,
      message = CASE WHEN message IS NULL THEN NULL ELSE 'Erased with the document that stood here.' END,
      via = CASE WHEN via = ANY(gone) THEN NULL ELSE via END
    WHERE address = ANY(gone);
  UPDATE request SET via = CASE WHEN via = ANY(gone) THEN NULL ELSE via END,
      message = CASE WHEN EXISTS (SELECT FROM unnest(gone) AS a WHERE strpos(message, a) > 0) THEN 'Erased with the document that stood here.' ELSE message END
    WHERE via = ANY(gone) OR EXISTS (SELECT FROM unnest(gone) AS a WHERE strpos(message, a) > 0);
  UPDATE source SET address = NULL WHERE address = ANY(gone);
  UPDATE sighting SET address = NULL WHERE document_id = ANY(erased);
END
$$`,
    // What earlier erasures left. The documents' own addresses are gone already.
    `SELECT erase_addresses(ARRAY(SELECT document_id FROM erasure), ARRAY(SELECT DISTINCT s.address FROM sighting s JOIN erasure e USING (document_id)), now())`,
  ],
};
