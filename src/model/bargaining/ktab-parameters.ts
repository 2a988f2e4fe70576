/** How a third party's vote grows with what it stands to gain. */
export const VOTING_RULES = ['binary', 'proportional', 'cubic', 'prop-bin', 'prop-cubic', 'asymmetric'] as const;
export type VotingRule = (typeof VOTING_RULES)[number];

/** How the chances of pairwise victories become chances of options. */
export const OPTION_MODELS = ['conditional', 'markov-uniform', 'markov-incentive'] as const;
export type OptionModel = (typeof OPTION_MODELS)[number];

/** The choices of KTAB's spatial model (Wise, Lester and Efird 2015). */
export interface KtabParameters {
  readonly voting: VotingRule;
  /** m in P = C_ij^m / (C_ij^m + C_ji^m): 1, 2, 4 or 8. */
  readonly victoryExponent: 1 | 2 | 4 | 8;
  readonly options: OptionModel;
  /** Range of risk attitudes: `min` 0–1, `mid` −1/2–1, `max` −1–1. */
  readonly riskRange: 'min' | 'mid' | 'max';
  /** Share of another's own attitude in how an actor sees it, 0–1 (KTAB: 0, 1/3, 1/2, 2/3, 1); the rest is the seer's. */
  readonly risksSeen: number;
  /** Weights of a bargain: salience · chance (`s1p1`), or their squares (`s2p2`). */
  readonly interpolation: 's1p1' | 's2p2';
  /** How much of a third party's own position is at stake when it takes a side. */
  readonly thirdParties: 'none' | 'semi' | 'full';
  readonly turns: number;
}

export const KTAB_DEFAULTS: KtabParameters = {
  voting: 'proportional',
  victoryExponent: 1,
  options: 'conditional',
  riskRange: 'mid',
  risksSeen: 0.5,
  interpolation: 's1p1',
  thirdParties: 'semi',
  turns: 10,
};

/** An actor in the space of one or more dimensions. */
export interface SpatialActor {
  readonly name: string;
  readonly capability: number;
  /** One position for each dimension, in its own unit. */
  readonly positions: readonly number[];
  /** One salience for each dimension, 0–1. */
  readonly saliences: readonly number[];
}
