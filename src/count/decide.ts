import type { StateCode } from '../domain/ids.js';
import { ACT_INDEX, adopts, compileRule } from './compile-rule.js';
import type { Act, Rule } from './rule.js';

/**
 * Whether acts at a meeting adopt under a rule. A member of the roster without an act is `absent`; acts of others are ignored.
 * Pure; O(members · tests of the rule).
 */
export function decide(rule: Rule, roster: readonly StateCode[], acts: Readonly<Partial<Record<string, Act>>>): boolean {
  const members = [...new Set(roster)];
  const excluded = new Set(members.filter((m) => acts[m] === 'excluded'));
  const compiled = compileRule(rule, members, excluded);
  return adopts(compiled, Uint8Array.from(members, (m) => ACT_INDEX[acts[m] ?? 'absent']));
}
