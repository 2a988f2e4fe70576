import type { Failure } from '../domain/failure.js';
import { err, ok, type Result } from '../domain/result.js';

const usage = (message: string): Result<never, Failure> => err({ code: 'usage', category: 'caller', message });

/** `HUN=support,SVK=support` as a record. `what` and `example` are for the message: "Suppositions", "HUN=support". */
export function parsePairs(raw: string | undefined, what: string, example: string): Result<Readonly<Record<string, string>>, Failure> {
  const out: Record<string, string> = {};
  for (const pair of parseList(raw)) {
    const [name, value, ...rest] = pair.split('=');
    if (!name || !value || rest.length > 0) return usage(`${what} are pairs parted by commas, such as ${example}; "${pair}" is none.`);
    out[name.trim()] = value.trim();
  }
  return ok(out);
}

/** The same with numbers between `least` and `most`. */
export function parseNumberPairs(raw: string | undefined, what: string, example: string, least: number, most: number): Result<Readonly<Record<string, number>>, Failure> {
  const pairs = parsePairs(raw, what, example);
  if (!pairs.ok) return pairs;
  const out: Record<string, number> = {};
  for (const [name, value] of Object.entries(pairs.value)) {
    const number = parseNumber(value, least, most);
    if (number === null) return usage(`${what} are numbers from ${String(least)} to ${String(most)}, such as ${example}; "${name}=${value}" is none.`);
    out[name] = number;
  }
  return ok(out);
}

/** A decimal number within bounds, or null. */
export function parseNumber(raw: string, least: number, most: number): number | null {
  const number = /^\d+(?:\.\d+)?$/.test(raw.trim()) ? Number(raw) : NaN;
  return number >= least && number <= most ? number : null;
}

/** `war-over, reforms` as a list without blanks. */
export const parseList = (raw: string | undefined): readonly string[] => (raw ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');
