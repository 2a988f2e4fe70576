import { sql, type Kysely } from 'kysely';
import { MIGRATIONS } from '../schema/migrations/index.js';
import type { Tables } from '../schema/tables.js';
import { TABLE_KEYS } from './table-keys.js';

const ROWS_AT_ONCE = 200;

/** The first line of a dump. */
export interface DumpHeader {
  readonly holdout: 'register-dump@1';
  /** Version of the schema the rows are of. */
  readonly schema: number;
}

/** Writes a header, then every row of every table as `{"t": table, "r": row}`, all as of one instant. */
export async function dumpTables(db: Kysely<Tables>, write: (line: string) => Promise<void>): Promise<void> {
  const header: DumpHeader = { holdout: 'register-dump@1', schema: MIGRATIONS.at(-1)?.version ?? 0 };
  await write(JSON.stringify(header));
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      for (const [table, key] of TABLE_KEYS) {
        const columns = sql.join(key.map((column) => sql.ref(`t.${column}`)));
        const after = sql.join(key.map((column) => sql.ref(`k.${column}`)));
        let last: string | null = null;
        for (;;) {
          const page: { rows: { row: string }[] } = await sql<{ row: string }>`
            SELECT to_jsonb(t)::text AS row FROM ${sql.table(table)} t
            WHERE ${last === null ? sql`true` : sql`(${columns}) > (SELECT ${after} FROM jsonb_populate_record(NULL::${sql.table(table)}, ${last}::jsonb) k)`}
            ORDER BY ${columns} LIMIT ${sql.lit(ROWS_AT_ONCE)}`.execute(tx);
          for (const { row } of page.rows) await write(`{"t":"${table}","r":${row}}`);
          last = page.rows.at(-1)?.row ?? null;
          if (last === null || page.rows.length < ROWS_AT_ONCE) break;
        }
      }
    });
}
