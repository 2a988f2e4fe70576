import governments from '../../knowledge/governments.json' with { type: 'json' };
import type { IsoDate, StateCode } from '../domain/ids.js';
import { allOfficeHolders, findOfficeHolder, heldOn, type OfficeHolder } from './office-holders.js';

/** Why words no longer speak for a state's government of a later day. */
export interface FormerWords {
  /** The government has another leader since, or only the speaker has left every office. */
  readonly kind: 'government' | 'holder';
  /** "said under Olaf Scholz; Friedrich Merz leads the government since 2025-05" */
  readonly note: string;
}

const LED_BY_HEAD_OF_STATE = new Set(governments['led-by-head-of-state']);
const byState = new Map<string, OfficeHolder[]>();
for (const h of allOfficeHolders()) byState.set(h.state, [...(byState.get(h.state) ?? []), h]);

/** Who led a state's government on a day: two in the month of a change, none where nobody is known. */
export function leadersOn(state: StateCode, day: IsoDate): readonly OfficeHolder[] {
  const held = (byState.get(state) ?? []).filter((h) => heldOn(h, day));
  const heads = held.filter((h) => h.office === 'head-of-government');
  return heads.length > 0 && !LED_BY_HEAD_OF_STATE.has(state) ? heads : held.filter((h) => h.office === 'head-of-state');
}

/**
 * Whether words said on one day no longer speak for a state's government on a later one: because another leads it, or because the speaker
 * has left office. Null when they still do, when nobody is known to have led it on either day, and for words of the month of the change.
 * @param speaker full name; empty when the words are nobody's
 */
export function formerWords(state: StateCode, speaker: string, said: IsoDate, on: IsoDate): FormerWords | null {
  if (on <= said) return null;
  const [then, now] = [leadersOn(state, said), leadersOn(state, on)];
  const [former, successor] = [then[0], now[0]];
  if (former && successor && !then.some((a) => now.some((b) => a.name === b.name)))
    return { kind: 'government', note: `said under ${former.name}; ${successor.name} leads the government since ${successor.from}` };
  const holder = speaker.includes(' ') ? findOfficeHolder(speaker, said) : null;
  if (holder === null || holder.state !== state || !holder.current) return null;
  const inOffice = (byState.get(state) ?? []).some((h) => h.name === holder.name && heldOn(h, on));
  return inOffice ? null : { kind: 'holder', note: `${holder.name} has left office since` };
}
