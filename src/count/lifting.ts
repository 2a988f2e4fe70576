import type { Condition } from '../domain/signal.js';
import type { PositionStance, Stance } from '../domain/stance.js';

/** A condition that a member's words put on a stance. */
export interface StatedCondition {
  /** What it is about: `war-over`, `reformed`, …, `other`. */
  readonly kind: string;
  readonly marker: Condition['kind'];
  /** The stance that the words state. */
  readonly stance: Stance;
  readonly words: string;
}

/** Where a member stands once conditions are met. */
export interface Lifting {
  readonly to: PositionStance;
  /** The conditions that move it. */
  readonly by: readonly StatedCondition[];
  /** Those it also stated that stay unmet; while there are any it does not move. */
  readonly unmet: readonly StatedCondition[];
}

/**
 * What becomes of a stance when every condition of some kinds is met. Support that waited for it is given; opposition "while" it was not so
 * is lifted, which is no support yet: the member is uncommitted. Who also waits for something else stays, and so does support in the
 * abstract. Null when the member stated no condition of these kinds.
 * @param conditions of the member's words that oppose or set conditions
 */
export function liftedBy(stance: PositionStance, conditions: readonly StatedCondition[], met: ReadonlySet<string>): Lifting | null {
  const stated = conditions.filter((c) => c.stance === 'oppose' || c.stance === 'conditional');
  const by = stated.filter((c) => met.has(c.kind));
  if (by.length === 0 || (stance !== 'oppose' && stance !== 'conditional')) return null;
  const unmet = stated.filter((c) => !met.has(c.kind));
  if (unmet.length > 0) return { to: stance, by, unmet };
  return { to: stance === 'conditional' ? 'support' : 'uncommitted', by, unmet };
}
