import type { Failure } from '../domain/failure.js';
import { parseIsoDate, type IsoDate } from '../domain/ids.js';
import { err, ok, type Result } from '../domain/result.js';
import { parseList, parseNumber, parseNumberPairs, parsePairs } from './pairs.js';
import type { CountRequest } from './reports.js';

/** Parameters as an address or a command line gives them. */
export interface RawRequest {
  readonly asOf?: string;
  /** An instant (ISO 8601) or a day, which means its end in UTC. */
  readonly knownAt?: string;
  readonly option?: string;
  readonly rule?: string;
  /** `HUN=support,SVK=support`. */
  readonly assume?: string;
  /** Kinds of condition supposed to be met, `war-over,reformed`. */
  readonly met?: string;
  /** What it costs to move a member, `HUN=3,SVK=1.5`; the others cost 1. */
  readonly cost?: string;
  /** Chance of a yes by member or by stance, `HUN=0.2,unknown=0.7`. */
  readonly chance?: string;
  /** Chance that members move together, 0 to 1. */
  readonly together?: string;
  /** Members that may not vote, `RUS,CHN`. */
  readonly exclude?: string;
  /** Only documents of this publisher, whatever its case. */
  readonly publisher?: string;
}

/** An instant with its zone, or the last millisecond of a day in UTC; null for anything else. */
export function parseInstant(raw: string): Date | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(raw) ? parseIsoDate(raw) : null;
  if (day) return new Date(Date.parse(`${day}T23:59:59.999Z`));
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(raw) || !parseIsoDate(raw.slice(0, 10))) return null;
  const instant = new Date(raw);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** Checks raw parameters; fails with one sentence. */
export function parseRequest(raw: RawRequest): Result<CountRequest, Failure> {
  let asOf: IsoDate | null = null;
  if (raw.asOf !== undefined) {
    asOf = parseIsoDate(raw.asOf);
    if (!asOf) return err({ code: 'date-malformed', category: 'caller', message: `"${raw.asOf}" is no day; write it as YYYY-MM-DD.` });
  }
  const knownAt = raw.knownAt === undefined ? null : parseInstant(raw.knownAt);
  if (raw.knownAt !== undefined && !knownAt) return err({ code: 'date-malformed', category: 'caller', message: `"${raw.knownAt}" is no instant; write it as YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.` });
  const assume = parsePairs(raw.assume, 'Suppositions', 'HUN=support');
  if (!assume.ok) return assume;
  const costs = parseNumberPairs(raw.cost, 'Costs', 'HUN=3', 0, 1e6);
  if (!costs.ok) return costs;
  const chances = parseNumberPairs(raw.chance, 'Chances', 'HUN=0.2 or unknown=0.7', 0, 1);
  if (!chances.ok) return chances;
  const together = raw.together === undefined ? 0 : parseNumber(raw.together, 0, 1);
  if (together === null) return err({ code: 'usage', category: 'caller', message: `The chance that members move together is a number from 0 to 1; "${raw.together ?? ''}" is none.` });
  return ok({
    ...(asOf ? { asOf } : {}),
    ...(knownAt ? { knownAt } : {}),
    ...(raw.option ? { option: raw.option } : {}),
    ...(raw.rule ? { rule: raw.rule } : {}),
    assume: assume.value,
    met: parseList(raw.met),
    costs: costs.value,
    chances: chances.value,
    together,
    excluded: parseList(raw.exclude),
    ...(raw.publisher?.trim() ? { publisher: raw.publisher.trim() } : {}),
  });
}
