import type { PositionStance } from '../../domain/stance.js';

const pairsOf = (assume: string): [string, string][] =>
  assume
    .split(',')
    .map((pair) => pair.split('='))
    .flatMap(([member, stance]): [string, string][] => (member && stance ? [[member, stance]] : []));

/** `HUN=support,…` with another stance for one member; an empty one takes it out. */
export function supposing(assume: string, member: string, stance: PositionStance | ''): string {
  const rest = pairsOf(assume).filter(([m]) => m !== member);
  return [...rest, ...(stance ? [[member, stance]] : [])].map((pair) => pair.join('=')).join(',');
}

/** `HUN=support,…` with one stance for several members. */
export const supposingAll = (assume: string, members: readonly string[], stance: PositionStance): string => members.reduce((all, m) => supposing(all, m, stance), assume);

export const supposedOf = (assume: string): ReadonlyMap<string, string> => new Map(pairsOf(assume));

export type Settings = Readonly<Record<string, string | undefined>>;

/** What a count can suppose that changes its outcome or its chance. */
export const SUPPOSING = ['assume', 'met', 'exclude', 'rule', 'cost', 'chance', 'together'] as const;

/** Settings that take every supposition out. */
export const NOTHING_SUPPOSED: Readonly<Record<string, string>> = Object.fromEntries(SUPPOSING.map((name) => [name, '']));

export const isSupposing = (settings: Settings): boolean => SUPPOSING.some((name) => Boolean(settings[name]));
