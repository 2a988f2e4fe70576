import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.js';

interface ColumnRow {
  readonly table_name: string;
  readonly table_about: string | null;
  readonly column_name: string;
  readonly type: string;
  readonly required: boolean;
  readonly meaning: string | null;
}

interface RuleRow {
  readonly table_name: string;
  readonly rule: string;
}

/** The schema as Markdown, made from the database itself: each table, column and constraint with its meaning. SCHEMA.md is its output. */
export async function schemaReference(db: Kysely<Tables>): Promise<string> {
  const columns = (
    await sql<ColumnRow>`
      SELECT c.relname AS table_name, obj_description(c.oid, 'pg_class') AS table_about, a.attname AS column_name,
             format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required, col_description(c.oid, a.attnum) AS meaning
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY c.oid, a.attnum`.execute(db)
  ).rows;
  const rules = (
    await sql<RuleRow>`
      SELECT conrelid::regclass::text AS table_name, pg_get_constraintdef(oid) AS rule
      FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f', 'c')
      ORDER BY conrelid, position(contype::text IN 'pufc'), conname`.execute(db)
  ).rows;
  const tables = [...new Set(columns.map(({ table_name }) => table_name))];
  const sections = tables.map((table) => {
    const own = columns.filter(({ table_name }) => table_name === table);
    const lines = own.map(
      ({ column_name, type, required, meaning }) =>
        `| \`${column_name}\` | ${type}${required ? '' : ', may be null'} | ${cell(meaning)} |`,
    );
    const constraints = rules.filter(({ table_name }) => table_name === table).map(({ rule }) => `- \`${rule}\``);
    return [
      `## ${table}`,
      '',
      own[0]?.table_about ?? '',
      '',
      '| column | type | meaning |',
      '| --- | --- | --- |',
      ...lines,
      '',
      ...constraints,
    ].join('\n');
  });
  return `${[HEADER, ...sections].join('\n\n')}\n`;
}

const HEADER = `# The register's schema

Made from the migrations; do not edit. \`npx vitest run tests/register/schema.test.ts -u\` writes it again.

Two times: \`valid_from\` is when something was said or published, \`recorded_at\` when the register learned it. All tables but
\`schema_version\` and \`document_analysis\` (which the texts give again) are append-only: triggers refuse UPDATE, DELETE and TRUNCATE, but for the words of documents that a row of \`erasure\` names.`;

const cell = (text: string | null): string => (text ?? '').replaceAll('|', '\\|');
