import type { AddressState } from '../../domain/source.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Ages at which an article is looked at again: corrections come soon or not at all. */
const REVISIT_AGES_MS = [HOUR_MS, 6 * HOUR_MS, DAY_MS, 3 * DAY_MS, 7 * DAY_MS];
/** Failures in a row after which an address is left to a person. */
export const MOST_FAILURES = 5;
/** How often a followed source is asked although it fails for good: servers are mended. */
const RETRY_SOURCE_MS = DAY_MS;

/** Whether an address failed for good, or too often, and is left until a person asks to try again. */
export const isGivenUp = (state: AddressState): boolean =>
  state.failure !== undefined && (state.failure.isPermanent || state.failures >= MOST_FAILURES);

/** Whether an article is to be fetched: new, asked for again, failed and not given up, or of an age at which it is looked at again. */
export function isPageDue(state: AddressState | undefined, now: Date): boolean {
  if (state === undefined || state.isRetried) return true;
  if (state.failure !== undefined) return !isGivenUp(state);
  if (state.firstSeen === undefined || state.lastSeen === undefined) return true;
  const first = Date.parse(state.firstSeen);
  const last = Date.parse(state.lastSeen);
  return REVISIT_AGES_MS.some((age) => first + age <= now.getTime() && last < first + age);
}

/** Whether a followed source is to be asked in this round. */
export const isSourceDue = (state: AddressState | undefined, now: Date): boolean =>
  state === undefined ||
  !isGivenUp(state) ||
  state.isRetried ||
  now.getTime() - Date.parse(state.lastAsked) >= RETRY_SOURCE_MS;
