import type { StateCode } from '../../../domain/ids.js';
import { realityOf } from '../context.js';
import type { Finding, RuleContext } from '../find-by-rule.js';
import type { Pair } from './pairs.js';
import { pairsOf } from './pairs.js';
import { probabilityOf, type Logits } from './logistic.js';

/** Least probability at which a pair is taken for a stance: cross-validated, three in four of those are right, no fewer than of what rules find. */
const LEAST = 0.7;

/** The most probable pair of a member. */
interface Best {
  readonly pair: Pair;
  readonly probability: number;
}

/**
 * Stances of members of whom no rule found any: the pair of each that is most probably its stance, where it is probable enough.
 * @param owner index of the statement that a token's words belong to; -1 for the outlet's own
 */
export function findByClassifier(c: RuleContext, owner: (token: number) => number, found: readonly Finding[], logits: Logits): Finding[] {
  const told = new Set(found.flatMap((f) => f.members));
  const best = new Map<StateCode, Best>();
  for (const pair of pairsOf(c, owner, told)) {
    const probability = probabilityOf(pair.features, logits);
    if (probability < LEAST) continue;
    for (const m of pair.members) if (probability > (best.get(m)?.probability ?? 0)) best.set(m, { pair, probability });
  }
  const byPair = new Map<Pair, { readonly members: StateCode[]; readonly probability: number }>();
  for (const [member, { pair, probability }] of best) byPair.set(pair, { members: [...(byPair.get(pair)?.members ?? []), member], probability });
  return [...byPair].map(([pair, { members, probability }]) => findingOf(c, pair, members, probability));
}

function findingOf(c: RuleContext, { attitude, actor }: Pair, members: readonly StateCode[], probability: number): Finding {
  // Conditions and hedges of the sentence may be somebody else's: only for and against were learnt.
  return { attitude, actor, members, stance: attitude.sign > 0 ? 'support' : 'oppose', how: 'modified', condition: null, firmness: attitude.firm * realityOf(c.cast.tree, attitude), confidence: probability, rule: `stance/classifier>${attitude.path.join('>').replace(/\s/g, '-')}` };
}
