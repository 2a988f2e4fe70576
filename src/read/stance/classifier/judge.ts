import type { Finding, RuleContext } from '../find-by-rule.js';
import { findingFeatures } from './finding-features.js';
import { probabilityOf, type Logits } from './logistic.js';

/** What is less probable than this is more often a misreading than not, by far. */
const LEAST = 0.1;

/**
 * Findings of rules, one for each member, with the probability that they are right as their confidence; without those that most probably are not.
 * @param owner index of the statement that a token's words belong to; -1 for the outlet's own
 */
export function judge(c: RuleContext, owner: (token: number) => number, found: readonly Finding[], logits: Logits): Finding[] {
  return found
    .flatMap((f) => f.members.map((member) => ({ ...f, members: [member], confidence: probabilityOf(findingFeatures(c, owner, f, member, found), logits) })))
    .filter((f) => f.confidence >= LEAST);
}
