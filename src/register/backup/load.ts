import { sql, type Kysely, type Transaction } from 'kysely';
import { HoldoutError } from '../../domain/failure.js';
import { MIGRATIONS } from '../schema/migrations/index.js';
import { makeDigests } from '../query/digests.js';
import type { Tables } from '../schema/tables.js';
import { NUMBERED, TABLE_KEYS } from './table-keys.js';

const ROWS_AT_ONCE = 200;
const KNOWN = new Set(TABLE_KEYS.map(([table]) => table));

/**
 * Inserts the lines of a dump in one transaction. Fails with `usage` when the register is not empty, `register-newer` when the dump is of
 * a schema this program does not know, and `input-unreadable` when a line is none of a dump.
 * @param prepareWrite is told of about how many bytes are to come
 */
export async function loadTables(
  db: Kysely<Tables>,
  place: string,
  lines: AsyncIterable<string>,
  prepareWrite: (bytes: number) => Promise<void>,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await refuseFilled(tx, place);
    let rows = 0;
    let table = '';
    let waiting: unknown[] = [];
    let bytes = 0;
    const flush = async (): Promise<void> => {
      if (waiting.length === 0) return;
      await prepareWrite(bytes);
      await sql`INSERT INTO ${sql.table(table)} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(waiting)}::jsonb)`.execute(
        tx,
      );
      rows += waiting.length;
      waiting = [];
      bytes = 0;
    };
    let first = true;
    for await (const line of lines) {
      if (first) refuseHeader(line, place);
      else {
        const { t, r } = rowOf(line);
        if (t !== table || waiting.length >= ROWS_AT_ONCE) await flush();
        table = t;
        waiting.push(r);
        bytes += line.length;
      }
      first = false;
    }
    if (first) throw notADump();
    await flush();
    await makeDigests(tx);
    for (const numbered of NUMBERED)
      await sql`SELECT setval(pg_get_serial_sequence(${numbered}, 'id'), greatest((SELECT max(id) FROM ${sql.table(numbered)}), 1), (SELECT count(*) > 0 FROM ${sql.table(numbered)}))`.execute(
        tx,
      );
    return rows;
  });
}

async function refuseFilled(tx: Transaction<Tables>, place: string): Promise<void> {
  const found = await sql<{
    filled: boolean;
  }>`SELECT EXISTS (SELECT FROM document) OR EXISTS (SELECT FROM question) AS filled`.execute(tx);
  if (found.rows[0]?.filled === true)
    throw new HoldoutError('usage', `The register ${place} is not empty; restore into a new one with --register.`);
}

const notADump = (): HoldoutError =>
  new HoldoutError('input-unreadable', 'This is no backup of a register; give a file that `holdout backup` wrote.');

function refuseHeader(line: string, place: string): void {
  const { holdout, schema } = parsed(line) as { holdout?: unknown; schema?: unknown };
  if (holdout !== 'register-dump@1' || typeof schema !== 'number') throw notADump();
  const newest = MIGRATIONS.at(-1)?.version ?? 0;
  if (schema > newest)
    throw new HoldoutError(
      'register-newer',
      `The backup is of a newer Holdout (schema ${schema}, this one knows ${newest}); update Holdout to restore it to ${place}.`,
    );
}

function rowOf(line: string): { t: string; r: unknown } {
  const { t, r } = parsed(line) as { t?: unknown; r?: unknown };
  if (typeof t !== 'string' || !KNOWN.has(t) || typeof r !== 'object' || r === null) throw notADump();
  return { t, r };
}

function parsed(line: string): object {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw notADump();
}
