import type { StateCode } from '../domain/ids.js';
import { isHoldoutStance, type HoldoutStance, type PositionStance } from '../domain/stance.js';
import { passes, type Act, type Rule } from './rules.js';

/** What a count starts from: who votes, where each stands, and the rule. */
export interface CountInput {
  readonly roster: readonly StateCode[];
  /** Stance of each member; a member that is not in it is `unknown`. Others than the roster's are left out and listed. */
  readonly positions: ReadonlyMap<StateCode, PositionStance>;
  readonly rule: Rule;
  /** Stances to suppose instead ("if Hungary came round"). */
  readonly assume?: ReadonlyMap<StateCode, PositionStance>;
}

export type Outcome = 'adopted' | 'blocked' | 'open';

/** Positions and a rule made into an outcome. */
export interface Count {
  readonly outcome: Outcome;
  /** The outcome in one sentence with its numbers. */
  readonly sentence: string;
  readonly rule: string;
  readonly members: number;
  readonly holdouts: readonly { readonly member: StateCode; readonly stance: HoldoutStance }[];
  readonly supporters: readonly StateCode[];
  readonly uncommitted: readonly StateCode[];
  readonly unknown: readonly StateCode[];
  /** Holdouts whose refusal alone stops adoption, whatever the others do. */
  readonly blockers: readonly StateCode[];
  /** Members whose move alone would change the outcome, the undecided taken as not standing in the way. */
  readonly pivotal: readonly StateCode[];
  /** Fewest holdouts that must come round before adoption is possible, and one such set; null when not even all suffice. */
  readonly fewestFlips: { readonly count: number; readonly members: readonly StateCode[] } | null;
  /** Positions given for states that are no members: not counted. */
  readonly outsiders: readonly StateCode[];
}

/** At most this many holdouts are searched exactly for the fewest flips; beyond it the heaviest are taken first. */
const EXACT_FLIPS = 22;

const NUMBER = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const inWords = (n: number): string => NUMBER[n] ?? String(n);
const capital = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1);

/**
 * Applies a rule to positions. `blocked`: not adopted even if every uncommitted and unknown member said yes; `adopted`: adopted even
 * if they all said no; otherwise `open` — silence is no consent before the meeting. Holdouts (oppose, conditional, abstract-support)
 * count as no. Pure. O(members) but for the fewest flips, which are exact up to 22 holdouts.
 */
export function count(input: CountInput): Count {
  const roster = [...new Set(input.roster)];
  const stanceOf = (m: StateCode): PositionStance => input.assume?.get(m) ?? input.positions.get(m) ?? 'unknown';
  const holdouts = roster.flatMap((member) => {
    const stance = stanceOf(member);
    return isHoldoutStance(stance) ? [{ member, stance }] : [];
  });
  const refusing = new Set(holdouts.map((h) => h.member));
  const supporters = roster.filter((m) => stanceOf(m) === 'support');
  const uncommitted = roster.filter((m) => stanceOf(m) === 'uncommitted');
  const unknown = roster.filter((m) => stanceOf(m) === 'unknown');
  const supporting = new Set(supporters);
  const best = (flipped: ReadonlySet<StateCode>): boolean => passes(input.rule, roster, (m): Act => (refusing.has(m) && !flipped.has(m) ? 'no' : 'yes'));
  const worst = passes(input.rule, roster, (m): Act => (supporting.has(m) ? 'yes' : 'no'));
  const none: ReadonlySet<StateCode> = new Set();
  const outcome: Outcome = worst ? 'adopted' : best(none) ? 'open' : 'blocked';
  const blockers = roster.filter((m) => refusing.has(m) && !passes(input.rule, roster, (x): Act => (x === m ? 'no' : 'yes')));
  const flips = outcome === 'blocked' ? fewest(holdouts.map((h) => h.member), best) : { count: 0, members: [] };
  const pivotal =
    outcome === 'blocked'
      ? holdouts.map((h) => h.member).filter((m) => best(new Set([m])))
      : roster.filter((m) => !refusing.has(m) && !passes(input.rule, roster, (x): Act => (x === m || refusing.has(x) ? 'no' : 'yes')));
  return {
    outcome,
    sentence: sentenceOf(outcome, roster.length, holdouts.length, supporters.length, uncommitted.length + unknown.length, input.rule, blockers.length, flips?.count ?? null),
    rule: input.rule.id,
    members: roster.length,
    holdouts,
    supporters,
    uncommitted,
    unknown,
    blockers,
    pivotal,
    fewestFlips: flips,
    outsiders: [...input.positions.keys()].filter((m) => !roster.includes(m)),
  };
}

/** The smallest set of holdouts whose yes makes adoption possible, searched by size; null when none does. */
function fewest(members: readonly StateCode[], adopts: (flipped: ReadonlySet<StateCode>) => boolean): { count: number; members: readonly StateCode[] } | null {
  if (!adopts(new Set(members))) return null;
  // Where each member's refusal alone blocks, all of those must move; the rest are searched by size.
  const must = members.filter((m) => !adopts(new Set(members.filter((x) => x !== m))));
  const others = members.filter((m) => !must.includes(m));
  if (adopts(new Set(must))) return { count: must.length, members: must };
  if (others.length <= EXACT_FLIPS) {
    for (let size = 1; size <= others.length; size++) {
      const found = searchSets(others, size, (set) => adopts(new Set([...must, ...set])));
      if (found) return { count: must.length + size, members: [...must, ...found] };
    }
  }
  const chosen = [...must];
  for (const m of others) {
    if (adopts(new Set(chosen))) break;
    chosen.push(m);
  }
  return { count: chosen.length, members: chosen };
}

function searchSets(items: readonly StateCode[], size: number, test: (set: readonly StateCode[]) => boolean, from = 0, chosen: readonly StateCode[] = []): readonly StateCode[] | null {
  if (chosen.length === size) return test(chosen) ? chosen : null;
  for (let i = from; i <= items.length - (size - chosen.length); i++) {
    const found = searchSets(items, size, test, i + 1, [...chosen, items[i] as StateCode]);
    if (found) return found;
  }
  return null;
}

function sentenceOf(outcome: Outcome, members: number, holdouts: number, supporters: number, silent: number, rule: Rule, blockers: number, flips: number | null): string {
  const of = `of ${String(members)} members`;
  switch (outcome) {
    case 'adopted':
      return `Adopted: ${inWords(supporters)} ${of} ${supporters === 1 ? 'supports' : 'support'} it, enough whatever the others do (${rule.text}).`;
    case 'blocked': {
      const need = flips === null ? 'no change among them alone would suffice' : `${inWords(flips)} would have to come round`;
      const alone = blockers > 0 && blockers < holdouts ? `; ${inWords(blockers)} can block alone` : '';
      return `Blocked: ${inWords(holdouts)} ${of} ${holdouts === 1 ? 'is' : 'are'} not available; the rule is ${rule.text}${alone}; ${need}.`;
    }
    case 'open':
      return `Open: ${inWords(supporters)} ${of} ${supporters === 1 ? 'supports' : 'support'} it, ${inWords(holdouts)} ${holdouts === 1 ? 'is' : 'are'} not available and ${inWords(silent)} ${silent === 1 ? 'has' : 'have'} not said (${capital(rule.text)}).`;
  }
}
