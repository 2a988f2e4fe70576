import { sql, type Insertable, type Transaction } from 'kysely';
import type { ReadingDigestTable, ReadingStatementTable, SignalTable, StatementTable, Tables } from '../schema/tables.js';

type SqlType = 'text' | 'integer' | 'bigint' | 'double precision' | 'date' | 'timestamptz' | 'jsonb' | 'text[]';
type Value = string | number | Date | null | undefined | readonly string[];
type Columns<T> = { readonly [C in keyof Insertable<T>]-?: SqlType };

const statement: Columns<StatementTable> = {
  id: 'text',
  document_id: 'text',
  speaker: 'text',
  speaks_for_kind: 'text',
  speaks_for_state: 'text',
  speaks_for_organisation: 'text',
  about: 'text[]',
  attribution: 'text',
  directness: 'text',
  source: 'jsonb',
  cue: 'jsonb',
  content: 'jsonb',
  quote: 'text',
  origin_name: 'text',
  origin_span: 'jsonb',
  valid_from: 'date',
  recorded_at: 'timestamptz',
};

const reading_statement: Columns<ReadingStatementTable> = { reading_id: 'bigint', ordinal: 'integer', statement_id: 'text', rule: 'text' };

const signal: Columns<SignalTable> = {
  reading_id: 'bigint',
  ordinal: 'integer',
  id: 'text',
  statement_ordinal: 'integer',
  member: 'text',
  option_id: 'text',
  stance: 'text',
  firmness: 'double precision',
  confidence: 'double precision',
  condition_kind: 'text',
  condition_span: 'jsonb',
  reasons: 'jsonb',
  evidence: 'jsonb',
  quote: 'text',
  rule: 'text',
  valid_from: 'date',
  recorded_at: 'timestamptz',
  awaits: 'text',
};

const reading_digest: Columns<ReadingDigestTable> = { reading_id: 'bigint', digest: 'text', recorded_at: 'timestamptz' };

/** The tables that take most of what a document brings, with the types of their columns. */
const COLUMNS = { statement, reading_statement, signal, reading_digest };

/** Rows of one INSERT: what keeps its parameters to a few megabytes. */
const ROWS_AT_ONCE = 5_000;

/**
 * Inserts rows, each column as one array: the statement is the same however many rows there are, which halves what they cost the server
 * beside a parameter for each value. @param known what becomes of a row whose key is there
 */
export async function insertRows<T extends keyof typeof COLUMNS>(tx: Transaction<Tables>, table: T, rows: readonly Insertable<Tables[T]>[], known: 'fails' | 'stays'): Promise<void> {
  const types = Object.entries<SqlType>(COLUMNS[table]);
  const names = sql.join(types.map(([name]) => sql.ref(name)));
  const values = sql.join(types.map(([name, type]) => (isNested(type) ? sql`${sql.ref(name)}::${sql.raw(type)}` : sql.ref(name))));
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    // SAFETY: `COLUMNS` names exactly the columns of the table, whose values are of these kinds.
    const part = rows.slice(i, i + ROWS_AT_ONCE) as readonly Readonly<Record<string, Value>>[];
    const arrays = sql.join(types.map(([name, type]) => sql`${arrayLiteral(part.map((row) => row[name]))}::${sql.raw(isNested(type) ? 'text' : type)}[]`));
    await sql`INSERT INTO ${sql.table(table)} (${names}) SELECT ${values} FROM unnest(${arrays}) AS given (${names}) ${sql.raw(known === 'stays' ? 'ON CONFLICT DO NOTHING' : '')}`.execute(tx);
  }
}

/** Arrays of arrays must have one length, so these travel as text. */
const isNested = (type: SqlType): boolean => type === 'jsonb' || type === 'text[]';

/** PostgreSQL's text form of an array. */
function arrayLiteral(values: readonly Value[]): string {
  return `{${values.map(elementOf).join(',')}}`;
}

function elementOf(value: Value): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : value instanceof Date ? value.toISOString() : arrayLiteral(value);
  return `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;
}
