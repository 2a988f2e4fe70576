/** Days since 1970 of `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; the end of a month or year where `end` is asked. */
export function dayNumber(iso: string, end = false): number {
  const [year = 1970, month, date] = iso.split('-').map(Number);
  if (date) return Date.UTC(year, (month ?? 1) - 1, date) / 86_400_000;
  if (month) return Date.UTC(year, end ? month : month - 1, end ? 0 : 1) / 86_400_000;
  return Date.UTC(year, end ? 11 : 0, end ? 31 : 1) / 86_400_000;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A range around days, with a tenth of its length (a week at least) to spare on both sides. */
export function rangeOf(days: readonly number[]): Range {
  const [low, high] = [Math.min(...days), Math.max(...days)];
  const spare = Math.max(7, (high - low) / 10);
  return { from: low - spare, to: high + spare };
}

const STEPS: readonly (readonly [number, 'day' | 'month' | 'year'])[] = [
  [7, 'day'],
  [14, 'day'],
  [31, 'month'],
  [92, 'month'],
  [365, 'year'],
  [1826, 'year'],
];

/** Days to mark on an axis, at most `most` of them, on first days of months and years where the range is long. */
export function ticks({ from, to }: Range, most: number): { readonly days: readonly number[]; readonly unit: 'day' | 'month' | 'year' } {
  const [step, unit] = STEPS.find(([s]) => (to - from) / s <= most) ?? [3652, 'year' as const];
  const days: number[] = [];
  const start = new Date(from * 86_400_000);
  for (let at = firstTick(start, unit); at <= to && days.length < 200; at = nextTick(at, step, unit)) if (at >= from) days.push(at);
  return { days, unit };
}

function firstTick(start: Date, unit: 'day' | 'month' | 'year'): number {
  const [y, m, d] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()];
  return (unit === 'day' ? Date.UTC(y, m, d + 1) : unit === 'month' ? Date.UTC(y, m, 1) : Date.UTC(y, 0, 1)) / 86_400_000;
}

function nextTick(at: number, step: number, unit: 'day' | 'month' | 'year'): number {
  const date = new Date(at * 86_400_000);
  if (unit === 'day') return at + step;
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + Math.round(step / 30.5), 1) / 86_400_000;
  return Date.UTC(date.getUTCFullYear() + Math.round(step / 365), 0, 1) / 86_400_000;
}
