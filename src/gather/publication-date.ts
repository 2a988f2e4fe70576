import { parseIsoDate, type IsoDate } from '../domain/ids.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH},?[\\s-]+(\\d{4})\\b`, 'i');
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i');
const NUMERIC = /^(\d{4})[/.]?(\d{2})[/.]?(\d{2})(?:\D|$)/;

/**
 * The day a page says it was published, or null when it cannot be told for certain. Reads ISO dates and date-times (the day as
 * written, in the writer's own time zone), `20241023`, `2024/10/23`, RFC 2822, and English dates with a named month. Dates such as
 * `03/04/2024`, which two countries read as two days, are null.
 */
export function parsePublicationDate(raw: string): IsoDate | null {
  const value = raw.trim();
  // A month or a year alone is not a day of publication; the domain's parser would round it to the first.
  const iso = /^\d{4}-\d{2}-\d{2}(?=$|[T\s])/.exec(value)?.[0];
  if (iso !== undefined) return parseIsoDate(iso);
  const numeric = NUMERIC.exec(value);
  if (numeric) return fromParts(numeric[1], numeric[2], numeric[3]);
  const dayFirst = DAY_FIRST.exec(value);
  if (dayFirst) return fromParts(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(value);
  if (monthFirst) return fromParts(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  return null;
}

const monthNumber = (name = ''): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

const fromParts = (year = '', month = '', day = ''): IsoDate | null =>
  parseIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
