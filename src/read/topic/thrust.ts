import type { ActClass, ActWord } from './acts.js';

/** Where some words push the thing that they are about: towards more of it, or towards less. */
export interface Thrust {
  /** What is done, and what restricts it, together: lifting a ban on trade is +1 for trade. */
  readonly sign: 1 | -1;
  /** What is done alone: lifting a ban is -1 for the ban. */
  readonly actSign: 1 | -1;
  /** The outermost thing done; null when nothing is. */
  readonly act: ActClass | null;
  /** It is made more or less. */
  readonly changes: boolean;
  readonly restricts: boolean;
  /** The restriction is an amount of its own ("ceiling"). */
  readonly isLimit: boolean;
}

const LESSENS: ReadonlySet<ActClass | null> = new Set<ActClass | null>(['remove', 'decrease', 'deny']);

/**
 * The thrust of act words, outermost first. Each class turns once: "an end to, and removal of" ends a thing once, while "ending the cut"
 * turns twice. A ceiling that is raised or lowered is an amount, one that is set, kept or lifted a restriction.
 * @param isAmount whether what they are about is an amount, which a freeze keeps where it is
 * @param isRaised whether that amount is to be made more or less, so that to lift it is to raise it
 */
export function thrustOf(words: readonly ActWord[], isAmount: boolean, isRaised = false): Thrust {
  const furthers = words.some((w) => w.act === 'create' && !w.eases) && !words.some((w) => w.restricts);
  const actOf = (w: ActWord): ActClass | null => (w.pauses && isAmount ? 'keep' : w.eases && furthers ? 'create' : w.lifts && isRaised ? 'increase' : w.comparative === 'less' ? 'decrease' : w.comparative === 'more' ? 'increase' : w.act);
  const acts = words.map(actOf).filter((a) => a !== null);
  const turns = [...new Set(acts)].filter((a) => LESSENS.has(a)).length;
  const actSign = turns % 2 === 0 ? 1 : -1;
  const changes = acts.includes('increase') || acts.includes('decrease');
  const held = words.filter((w) => w.restricts && !(w.pauses && isAmount));
  const isLimit = held.length > 0 && held.every((w) => w.isLimit);
  const restricts = held.length > 0 && !(isLimit && changes);
  return { sign: restricts ? (-actSign as 1 | -1) : actSign, actSign, act: acts[0] ?? null, changes, restricts, isLimit };
}

/** What a proposal does. */
export interface ProposalThrust extends Thrust {
  readonly isAmount: boolean;
}

/** The thrust of a proposal's own words. */
export function proposalThrust(words: readonly ActWord[], isAmount: boolean): ProposalThrust {
  return { ...thrustOf(words, isAmount), isAmount };
}

/** Whether one keeps an amount where it is that the other moves: to leave it there is neither to raise nor to lower it. */
const isKeptAgainst = (proposal: ProposalThrust, words: Thrust): boolean =>
  (proposal.changes && words.act === 'keep' && !words.changes) || (proposal.act === 'keep' && proposal.isAmount && !proposal.changes && words.changes);

/** Which way words that name the proposal's object point: 1 the proposal's way, -1 the other. */
export function directionOf(proposal: ProposalThrust, words: Thrust, namesObject: boolean): 1 | -1 {
  if (isKeptAgainst(proposal, words)) return -1;
  if (proposal.changes && words.act === null && words.isLimit) return 1;
  const says = words.act !== null || words.restricts;
  if (!says) return namesObject && proposal.sign < 0 ? -1 : 1;
  return (proposal.sign * words.sign) as 1 | -1;
}

/** Which way an act points that names no object, so that it has the proposal's own ("an early withdrawal"); 0 when nothing is done. */
export function directionOfAct(proposal: ProposalThrust, words: Thrust): 1 | -1 | 0 {
  // "the quotas" alone may be how something is done.
  if (words.act === null && (!words.restricts || words.isLimit)) return 0;
  if (words.restricts) return directionOf(proposal, words, false);
  if (isKeptAgainst(proposal, words)) return -1;
  return (proposal.actSign * words.actSign) as 1 | -1;
}
