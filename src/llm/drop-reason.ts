/** Why a claim of a model was dropped, or part of one. Counted and reported, never repaired. */
export const DROP_REASONS = [
  'wrong shape',
  'quote not in the text',
  'quote too short or too long',
  'speaker not in the text',
  'statement dropped',
  'member outside the roster',
  'member not named there',
  'option not of the question',
  'evidence outside its statement',
  'command or question',
  'condition not in the text',
  'reason not in the text',
  'origin not in the text',
  'voice not borne out',
  'repeated',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** How often each reason applied; reasons that never did are absent. */
export type Drops = Readonly<Partial<Record<DropReason, number>>>;

/** Counts drops while an answer is checked. */
export class DropTally {
  readonly #counts: Partial<Record<DropReason, number>> = {};

  add(reason: DropReason): void {
    this.#counts[reason] = (this.#counts[reason] ?? 0) + 1;
  }

  get counts(): Drops {
    return { ...this.#counts };
  }
}
