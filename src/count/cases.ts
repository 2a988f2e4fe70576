import type { StateCode } from '../domain/ids.js';
import { isHoldoutStance, type PositionStance } from '../domain/stance.js';
import { ACT_INDEX, compileRule, type CompiledRule } from './compile-rule.js';
import type { CountInput } from './count.js';

/** What a count starts from: who votes, how each stands, and how they would vote at best and at worst. */
export interface Cases {
  /** Members that may vote, each once, in roster order. */
  readonly members: readonly StateCode[];
  readonly stances: readonly PositionStance[];
  readonly compiled: CompiledRule;
  /** Acts when the undecided say yes: holdouts no, all others yes. */
  readonly best: Uint8Array;
  /** Acts when the undecided say no: supporters yes, all others no. */
  readonly worst: Uint8Array;
  /** Keys of positions and assumptions that are no members of the roster. */
  readonly ignored: readonly string[];
  readonly duplicates: readonly StateCode[];
}

/** Excluded members are left out of the roster here, so that bases and measures hold voters only. */
export function casesOf(input: Omit<CountInput, 'nameOf'>): Cases {
  const excluded = new Set(input.excluded ?? []);
  const seen = new Set<StateCode>();
  const duplicates = new Set<StateCode>();
  for (const m of input.roster) (seen.has(m) ? duplicates : seen).add(m);
  const members = [...seen].filter((m) => !excluded.has(m));
  const given = input.positions instanceof Map ? input.positions : new Map(Object.entries(input.positions as Record<string, PositionStance>));
  const assumed = new Map(Object.entries(input.assume ?? {}) as [string, PositionStance][]);
  const stances = members.map((m): PositionStance => assumed.get(m) ?? given.get(m) ?? 'unknown');
  return {
    members,
    stances,
    compiled: compileRule(input.rule, members),
    best: Uint8Array.from(stances, (s) => (isHoldoutStance(s) ? ACT_INDEX.no : ACT_INDEX.yes)),
    worst: Uint8Array.from(stances, (s) => (s === 'support' ? ACT_INDEX.yes : ACT_INDEX.no)),
    ignored: [...new Set([...given.keys(), ...assumed.keys()])].filter((k) => !seen.has(k as StateCode)),
    duplicates: [...duplicates],
  };
}
