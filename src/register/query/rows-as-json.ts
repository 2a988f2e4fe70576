import { sql, type Compilable, type Expression, type Kysely } from 'kysely';
import type { Tables } from '../schema/tables.js';

/**
 * The named columns of a query's rows, in its order, each row handed over as one JSON text instead of field by field: on PGlite a thousand
 * signals with their statements take a third of the time. Values are those of the drivers: days as `YYYY-MM-DD`, numbers, JSON columns as
 * their values, and `recorded_at` as a Date.
 * @param columns no instant among them but `recorded_at`
 */
export async function selectAsJson<R, K extends keyof R & string>(
  db: Kysely<Tables>,
  query: Expression<R> & Compilable<R>,
  columns: readonly K[],
): Promise<Pick<R, K>[]> {
  const fields = sql.join(columns.map((column) => sql.ref(`q.${column}`)));
  const found = await sql<{
    row: string;
  }>`SELECT json_build_array(${fields})::text AS row FROM (${query}) AS q`.execute(db);
  return found.rows.map(({ row }) => {
    const values = JSON.parse(row) as unknown[];
    const made: Record<string, unknown> = {};
    columns.forEach((column, i) => (made[column] = column === 'recorded_at' ? new Date(String(values[i])) : values[i]));
    // SAFETY: PostgreSQL writes the fields in the order of `columns`.
    return made as Pick<R, K>;
  });
}
