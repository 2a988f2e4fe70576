/**
 * The readings of the expected-utility model (Bueno de Mesquita 1984–1997), which its author never published as code. Each ambiguity is
 * a parameter; an answer is only as good as its reading, so it is shown with it.
 */
export interface ChallengeParameters {
  /** What a side's votes are divided by: those of both sides (`pair`, the text of the papers), or all votes of all pairs (`all-pairs`, 2011). */
  readonly probabilityDenominator: 'pair' | 'all-pairs';
  /** Which offer an actor takes: the smallest move (`least-change`), or as in the replication of 2011 (`replication`). */
  readonly offerSelection: 'least-change' | 'replication';
  /** Which side of |E_ij| = E_ji is a compromise: the presser expects more than the pressed loses (`presser-ahead`), or less. */
  readonly compromise: 'presser-ahead' | 'presser-behind';
  /** Whose danger an actor's own is compared with: that of the other actors (2011), or its own at every position held by somebody. */
  readonly dangerOver: 'actors' | 'positions';
  /** Q, 0–1: the chance that the other stays put when not challenged. */
  readonly q: number;
  /** T, 0–1: the chance that the other's own move would bring it nearer; `median`: 1 when the median lies nearer to the actor than the other does, else 0. */
  readonly t: number | 'median';
  /** Bargaining stops when nobody moves more than this share of the range of positions at the start. */
  readonly tolerance: number;
  /** The most rounds, 0 or more. */
  readonly rounds: number;
}

/** The papers' text where they are plain, Q = 1 as in 2011, and the smallest move. */
export const CHALLENGE_DEFAULTS: ChallengeParameters = {
  probabilityDenominator: 'pair',
  offerSelection: 'least-change',
  compromise: 'presser-ahead',
  dangerOver: 'actors',
  q: 1,
  t: 'median',
  tolerance: 1e-6,
  rounds: 10,
};

/** What is wrong with parameters, in words; null when nothing is. */
export function whyNotChallenge(p: ChallengeParameters): string | null {
  const inUnit = (x: number): boolean => x >= 0 && x <= 1;
  if (!inUnit(p.q)) return 'Q must lie in 0–1';
  if (p.t !== 'median' && !inUnit(p.t)) return 'T must lie in 0–1, or be "median"';
  if (!(p.tolerance >= 0)) return 'the tolerance must be 0 or more';
  if (!Number.isInteger(p.rounds) || p.rounds < 0 || p.rounds > 1000) return 'rounds must be a whole number from 0 to 1000';
  return null;
}
