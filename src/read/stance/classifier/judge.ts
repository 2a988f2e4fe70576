import type { Finding, RuleContext } from '../find-by-rule.js';
import { findingFeatures } from './finding-features.js';
import { probabilityOf, type Logits } from './logistic.js';

/**
 * Findings of rules, one for each member, with the geometric mean of the rule's own confidence and the learnt probability that they are right: cross-validated,
 * that is truer to how often they are than either alone.
 * @param owner index of the statement that a token's words belong to; -1 for the outlet's own
 */
export function judge(c: RuleContext, owner: (token: number) => number, found: readonly Finding[], logits: Logits): Finding[] {
  return found.flatMap((f) => f.members.map((member) => ({ ...f, members: [member], confidence: Math.sqrt(f.confidence * probabilityOf(findingFeatures(c, owner, f, member, found), logits)) })));
}
