import type { IsoDate } from '../domain/ids.js';

/** The machine's day in UTC: the shell is where the clock is read. */
export function today(): IsoDate {
  // SAFETY: toISOString begins with YYYY-MM-DD.
  return new Date().toISOString().slice(0, 10) as IsoDate;
}
