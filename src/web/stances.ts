import type { PositionStance } from '../domain/stance.js';
import { t } from './messages/index.js';

/** How a stance is shown without colour: a letter on its seat, and whether the seat is that of an available member. */
export interface StanceLook {
  readonly stance: PositionStance;
  readonly mark: string;
  /** Holdouts have square seats, others round ones. */
  readonly square: boolean;
}

/** In the order of the chamber, from support to opposition. */
export const STANCE_LOOKS: readonly StanceLook[] = [
  { stance: 'support', mark: '✓', square: false },
  { stance: 'uncommitted', mark: '~', square: false },
  { stance: 'unknown', mark: '?', square: false },
  { stance: 'abstract-support', mark: '≈', square: true },
  { stance: 'conditional', mark: '!', square: true },
  { stance: 'oppose', mark: '✕', square: true },
];

const UNKNOWN: StanceLook = { stance: 'unknown', mark: '?', square: false };
export const lookOf = (stance: PositionStance): StanceLook => STANCE_LOOKS.find((s) => s.stance === stance) ?? UNKNOWN;
export const wordOf = (stance: PositionStance): string => t.stance[stance];
