import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';

/** `column = ANY(values)`: one parameter however many values, where `IN` would end at 65,535. */
export const anyOf = (column: Expression<string>, values: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`${column} = ANY(${[...values]}::text[])`;
