import type { Sha256, StateCode } from '../../domain/ids.js';
import { isHoldoutStance } from '../../domain/stance.js';
import type { Register } from '../../register/index.js';
import type { Situation } from '../reports.js';

/** Words on which holdouts' opposition depends, and whose it is. */
export interface LiftingCondition {
  readonly quote: string;
  readonly kind: 'while' | 'unless' | 'if' | 'until' | 'after';
  readonly members: readonly StateCode[];
}

/**
 * Conditions that holdouts gave and that would lift their opposition: one that lasts "while" something goes on lifts when that is over; a
 * member whose stance is conditional turns once what it asks for is there. A condition of a member that opposes on other grounds too is
 * its own say, not proof that nothing else holds it back.
 */
export async function liftingConditions(register: Register, s: Situation): Promise<LiftingCondition[]> {
  const texts = new Map<Sha256, string>();
  const found = new Map<string, { quote: string; kind: LiftingCondition['kind']; members: Set<StateCode> }>();
  for (const { documentId, signal } of s.signals) {
    const stance = s.positions.get(signal.member)?.stance ?? 'unknown';
    const { condition } = signal;
    if (!condition || !isHoldoutStance(stance) || !isHoldoutStance(signal.stance)) continue;
    if (condition.kind !== 'while' && !(signal.stance === 'conditional' && stance === 'conditional')) continue;
    if (!texts.has(documentId)) texts.set(documentId, (await register.document(documentId))?.text ?? '');
    const quote = (texts.get(documentId) ?? '').slice(condition.span.start, condition.span.end).replace(/\s+/g, ' ');
    const key = `${condition.kind}:${quote.toLowerCase()}`;
    const known = found.get(key) ?? { quote, kind: condition.kind, members: new Set() };
    known.members.add(signal.member);
    found.set(key, known);
  }
  return [...found.values()].map((c) => ({ ...c, members: [...c.members].sort() }));
}
