import type { Finding, RuleContext } from '../find-by-rule.js';
import { findingFeatures } from './finding-features.js';
import { probabilityOf, type Logits } from './logistic.js';

/** Least probability of a reading that takes words the other way round ("keep the ban" where lifting it is proposed): half of those below are confusions. */
const LEAST_TURNED = 0.5;

/**
 * Findings of rules, one for each member, with the geometric mean of the rule's own confidence and the learnt probability that they are right: cross-validated,
 * that is truer to how often they are than either alone. Words that point the other way count only where they are more probably right than not.
 * @param owner index of the statement that a token's words belong to; -1 for the outlet's own
 */
export function judge(c: RuleContext, owner: (token: number) => number, found: readonly Finding[], logits: Logits): Finding[] {
  return found.flatMap((f) => {
    const featuresOf = findingFeatures(c, owner, f, found);
    return f.members.flatMap((member) => {
      const probability = probabilityOf(featuresOf(member), logits);
      if (f.attitude.topic.direction < 0 && probability < LEAST_TURNED) return [];
      return { ...f, members: [member], confidence: Math.sqrt(f.confidence * probability) };
    });
  });
}
