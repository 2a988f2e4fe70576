import data from '../../knowledge/office-holders.json' with { type: 'json' };
import { parseStateCode, type IsoDate, type StateCode } from '../domain/ids.js';

/** One person in one office of one state, from and to as `YYYY-MM` or `YYYY`. */
export interface OfficeHolder {
  readonly state: string;
  readonly office: string;
  readonly name: string;
  readonly from: string;
  readonly to?: string;
  readonly aliases?: readonly string[];
}

const fold = (name: string): string => name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[ıİ]/g, 'i').replace(/[łŁ]/g, 'l').replace(/[øØ]/g, 'o').replace(/[đĐ]/g, 'd').toLowerCase().replace(/[’']/g, "'").trim();

const HOLDERS: readonly OfficeHolder[] = data.holders;
const byName = new Map<string, OfficeHolder[]>();
for (const h of HOLDERS) {
  for (const name of [h.name, ...(h.aliases ?? [])]) {
    const full = fold(name);
    const family = full.split(' ').pop() ?? full;
    for (const key of new Set([full, family])) byName.set(key, [...(byName.get(key) ?? []), h]);
  }
}

export const allOfficeHolders = (): readonly OfficeHolder[] => HOLDERS;

const day = (value: string, end: boolean): string => (value.length === 4 ? `${value}-${end ? '12-31' : '01-01'}` : `${value}-${end ? '31' : '01'}`);
/** Whether a term covers a day; a month or year that is not kept more finely counts whole. */
export const heldOn = (h: OfficeHolder, date: IsoDate): boolean => day(h.from, false) <= date && (h.to === undefined || date <= day(h.to, true));

/**
 * Who a name means: a full name in any office it held, or a family name of somebody in office on the day. Null when it means nobody, or
 * people of two states: then the text itself has to say.
 * @param named states that the text names: without a date a bare family name means a holder of one of these, when only one state had any
 */
export function findOfficeHolder(name: string, date: IsoDate | undefined, named: ReadonlySet<StateCode> = new Set()): { readonly state: StateCode; readonly current: boolean; readonly name: string } | null {
  const key = fold(name);
  const all = byName.get(key) ?? [];
  const isFull = key.includes(' ');
  const held = date === undefined ? [] : all.filter((h) => heldOn(h, date));
  const undated = date === undefined && new Set(all.map((h) => h.state)).size === 1 && all.some((h) => named.has(h.state as StateCode));
  const candidates = held.length > 0 ? held : isFull || undated ? all : [];
  const states = new Set(candidates.map((h) => h.state));
  const first = candidates[0];
  if (!first || states.size !== 1) return null;
  const state = parseStateCode(first.state);
  return state === null ? null : { state, current: date === undefined || held.length > 0, name: first.name };
}
