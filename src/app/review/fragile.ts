import type { StateCode } from '../../domain/ids.js';
import type { Situation } from '../reports.js';
import { stateName } from '../../knowledge/state-phrases.js';

/** Whether all that speaks for a member's stance goes back to one origin in which nobody says it under their own name; what a planted story looks like. */
export function restsOnOneUnnamedOrigin(s: Pick<Situation, 'positions' | 'weighed' | 'declared'>, member: StateCode): boolean {
  const position = s.positions.get(member);
  if (position === undefined || s.declared.has(member)) return false;
  const behind = position.evidence.flatMap((k) => s.weighed[k] ?? []).filter(({ signal }) => signal.stance === position.stance);
  const [first] = behind;
  return first !== undefined && behind.every(({ origin, attribution }) => origin === first.origin && attribution !== 'on-record');
}

/** A sentence for each member whose move alone would change the outcome and whose stance rests on one unnamed origin. */
export const cautionsOf = (s: Pick<Situation, 'positions' | 'weighed' | 'declared'>, pivotal: readonly StateCode[]): readonly string[] =>
  pivotal
    .filter((member) => restsOnOneUnnamedOrigin(s, member))
    .map((member) => `The outcome hangs on ${stateName(member)}, whose stance rests on one origin without a named voice; look at it before you rely on it.`);
