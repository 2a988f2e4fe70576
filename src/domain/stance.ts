/** What a signal says of one member's stance on one option of a question. */
export const STANCES = ['support', 'oppose', 'conditional', 'abstract-support', 'uncommitted'] as const;
export type Stance = (typeof STANCES)[number];

/** A position's stance: a stance, or `unknown` for silence, which is never a stance. */
export type PositionStance = Stance | 'unknown';

/** Stances of a member that is not available for the option now. */
export const HOLDOUT_STANCES = ['oppose', 'conditional', 'abstract-support'] as const satisfies readonly Stance[];
export type HoldoutStance = (typeof HOLDOUT_STANCES)[number];

export const isStance = (raw: string): raw is Stance => (STANCES as readonly string[]).includes(raw);
export const isHoldoutStance = (stance: PositionStance): stance is HoldoutStance =>
  (HOLDOUT_STANCES as readonly string[]).includes(stance);
