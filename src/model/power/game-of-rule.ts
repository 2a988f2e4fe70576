import type { StateCode } from '../../domain/ids.js';
import { ACT_INDEX, compileRule, type Constraint } from '../../count/compile-rule.js';
import { ACTS, type Rule } from '../../count/rule.js';
import type { GameRule, PowerGame } from './game.js';

/**
 * The simple game of a decision rule: each member votes yes or no. With `fixed`, those members' votes are taken as given and the game is
 * among the others: given what they want, who decides?
 */
export function gameOfRule(rule: Rule, roster: readonly StateCode[], fixed: ReadonlyMap<StateCode, 'yes' | 'no'> = new Map()): PowerGame {
  const members = [...new Set(roster)];
  const free = members.filter((m) => !fixed.has(m));
  const compiled = compileRule(rule, members);
  const at = (c: Constraint, m: StateCode, act: 'yes' | 'no'): number => c.values[members.indexOf(m) * ACTS.length + ACT_INDEX[act]] ?? 0;
  const test = (c: Constraint): GameRule => {
    const base = members.reduce((s, m) => s + at(c, m, fixed.get(m) ?? 'no'), 0);
    return { type: 'weighted', quota: Math.max(0, c.need - base), weights: free.map((m) => at(c, m, 'yes') - at(c, m, 'no')) };
  };
  return { id: rule.id, title: rule.title, members: free, rule: { type: 'or', of: compiled.alternatives.map((all) => ({ type: 'and', of: all.map(test) })) } };
}
