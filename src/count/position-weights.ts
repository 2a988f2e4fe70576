import type { Attribution } from '../domain/statement.js';

/** Every number by which signals become a position; `docs/weights.md` gives the reasons, and a test keeps the two alike. */
export const POSITION_WEIGHTS = {
  /** How the claim reached us. */
  attribution: { 'on-record': 1, outlet: 0.8, anonymous: 0.7, 'second-hand': 0.65 } satisfies Record<Attribution, number>,
  /** The member speaks for itself. */
  ownVoice: 1.25,
  /** What words of firmness 0 keep; those of firmness 1 keep all. */
  leastFirmness: 0.4,
  /** Days in which a word loses half its weight. */
  halfLifeDays: 180,
  /** By how much the last word of the evidence outweighs the first, age aside. */
  lastWord: 1.35,
  /** Words of a government that has another leader since, and of a speaker who has left office. */
  former: { government: 0.35, holder: 0.7 },
  /** Words that the newest version of their page lacks; `replaced` when that version says something else of the member. */
  retracted: { vanished: 0.35, replaced: 0 },
  /** A conditional reading milder than this joins plain opposition or abstract support where there is any. */
  mildFirmness: 0.5,
  /** Support and what stands against it are contested when each has this share of the weight. */
  contestedShare: 1 / 3,
  /** How fast confidence grows with weight: 1 − e^(−certainty · weight). */
  certainty: 2.2,
} as const;
