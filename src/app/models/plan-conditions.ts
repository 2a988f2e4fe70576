import type { StateCode } from '../../domain/ids.js';
import { isHoldoutStance } from '../../domain/stance.js';
import { conditionsIn, liftings, metWords } from '../conditions.js';
import type { Situation } from '../reports.js';

/** A kind of condition on which holdouts' opposition depends, in their words, and whose it is. */
export interface LiftingCondition {
  /** Kind of condition, e.g. `war-over`. */
  readonly kind: string;
  /** What meeting it means, after "if": "the war were over". */
  readonly met: string;
  /** The words that state it, each once. */
  readonly words: readonly string[];
  /** Members whose opposition lifts once it is met: they wait for nothing else. */
  readonly members: readonly StateCode[];
}

/** Conditions that would lift somebody's opposition, one of each kind that was stated. */
export function liftingConditions(s: Situation): LiftingCondition[] {
  const stated = conditionsIn(s);
  return [...new Set(stated.map((c) => c.kind))].flatMap((kind): LiftingCondition[] => {
    const lifted = [...liftings(s, new Set([kind]))].filter(([, l]) => l.unmet.length === 0 && !isHoldoutStance(l.to));
    const words = [...new Set(lifted.flatMap(([, l]) => l.by.map((c) => c.words.replace(/\s+/g, ' '))))];
    return lifted.length === 0 ? [] : [{ kind, met: metWords(s.question, kind), words, members: lifted.map(([m]) => m) }];
  });
}
