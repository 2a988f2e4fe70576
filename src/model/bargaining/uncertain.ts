import { drawIndex, type Random } from '../random.js';

/** An input of a model that may be uncertain, in the input's own unit. */
export type Uncertain =
  | number
  /** Triangular: nothing below `low` or above `high`, most likely `mode`; low ≤ mode ≤ high. */
  | { readonly low: number; readonly mode: number; readonly high: number }
  /** Normal, cut to what the input may be. */
  | { readonly mean: number; readonly sd: number }
  /** One of several values, with shares that sum to 1. */
  | { readonly values: readonly number[]; readonly shares: readonly number[] };

/** What an input may be. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** The value to use when nothing is drawn: the mode, the mean, or the likeliest value (the first among equals). */
export function centreOf(input: Uncertain): number {
  if (typeof input === 'number') return input;
  if ('mode' in input) return input.mode;
  if ('mean' in input) return input.mean;
  return input.values[input.shares.indexOf(Math.max(...input.shares))] ?? 0;
}

export const isUncertain = (input: Uncertain): boolean => typeof input !== 'number';

const MOST_TRIES = 100;

/** One value within the bounds. A normal one outside is drawn again, and put on the bound when a hundred in a row lie outside. */
export function drawFrom(input: Uncertain, bounds: Bounds, random: Random): number {
  const clip = (x: number): number => Math.min(bounds.max, Math.max(bounds.min, x));
  if (typeof input === 'number') return input;
  if ('values' in input) return input.values[drawIndex(input.shares, random)] ?? 0;
  if ('mode' in input) {
    const { low, mode, high } = input;
    const u = random();
    const turn = high === low ? 0 : (mode - low) / (high - low);
    return clip(u < turn ? low + Math.sqrt(u * (high - low) * (mode - low)) : high - Math.sqrt((1 - u) * (high - low) * (high - mode)));
  }
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    // Box and Muller; 1 − u keeps the logarithm finite.
    const x = input.mean + input.sd * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    if (x >= bounds.min && x <= bounds.max) return x;
  }
  return clip(input.mean);
}
