/** One step of the schema. Released migrations never change; a correction is a new one. */
export interface Migration {
  /** 1, 2, 3, … without gaps. */
  readonly version: number;
  readonly name: string;
  /** Single SQL statements for PostgreSQL 15 or later, run in order in one transaction with all other missing migrations. */
  readonly statements: readonly string[];
}

/** Splits an SQL text into its statements, which are separated by blank lines. */
export const statementsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((statement) => statement.trim().replace(/;$/, ''))
    .filter((statement) => statement !== '');

/** One `COMMENT ON` for a table and each of its columns. Apostrophes are doubled here. */
export function comments(table: string, about: string, columns: Readonly<Record<string, string>>): string[] {
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  return [
    `COMMENT ON TABLE ${table} IS ${quoted(about)}`,
    ...Object.entries(columns).map(([column, meaning]) => `COMMENT ON COLUMN ${table}.${column} IS ${quoted(meaning)}`),
  ];
}
