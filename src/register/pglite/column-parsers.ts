/** How one PostgreSQL type becomes a JavaScript value, by type OID. */
export type ColumnParsers = Readonly<Record<number, (text: string) => unknown>>;

const INT8 = 20;
const DATE = 1082;
const NUMERIC = 1700;

/**
 * The same values whichever driver talks to the database. `bigint` and counts become numbers (PGlite would switch to BigInt beyond 2^53
 * and node-postgres hands over strings); days stay `YYYY-MM-DD` (both drivers would make local midnights of them).
 */
export const COLUMN_PARSERS: ColumnParsers = {
  [INT8]: safeInteger,
  [NUMERIC]: Number,
  [DATE]: (text) => text,
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} exceeds 2^53 - 1`);
  return value;
}
