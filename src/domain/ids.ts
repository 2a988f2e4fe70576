declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

/** ISO 3166-1 alpha-3 code in capitals (XKX for Kosovo), e.g. `DEU`. */
export type StateCode = Branded<string, 'StateCode'>;
/** `YYYY-MM-DD` in the proleptic Gregorian calendar. */
export type IsoDate = Branded<string, 'IsoDate'>;
/** Lower-case hexadecimal SHA-256. */
export type Sha256 = Branded<string, 'Sha256'>;

/** Accepts a three-letter capital code; whether the state exists is for `knowledge/` to say. */
export function parseStateCode(raw: string): StateCode | null {
  // SAFETY: the pattern is the brand's definition.
  return /^[A-Z]{3}$/.test(raw) ? (raw as StateCode) : null;
}

/**
 * Accepts `YYYY-MM-DD`, `YYYY-MM` (first day) and `YYYY` (1 January), and the date part of an ISO date-time; null for anything else,
 * including days that do not exist.
 */
export function parseIsoDate(raw: string): IsoDate | null {
  const m = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/.exec(raw.trim());
  if (!m) return null;
  const [year, month, day] = [Number(m[1]), Number(m[2] ?? '1'), Number(m[3] ?? '1')];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  // SAFETY: rebuilt from checked numbers.
  return date.toISOString().slice(0, 10) as IsoDate;
}
