import type { PositionStance } from '../domain/stance.js';

/** How a stance is shown: a word, a letter on the seat and a class for its colour and pattern, in the order of the chamber. */
export const STANCE_LOOK: readonly { readonly stance: PositionStance; readonly word: string; readonly mark: string }[] = [
  { stance: 'support', word: 'Support', mark: '✓' },
  { stance: 'uncommitted', word: 'Uncommitted', mark: '~' },
  { stance: 'unknown', word: 'Unknown', mark: '?' },
  { stance: 'abstract-support', word: 'Support in the abstract', mark: '≈' },
  { stance: 'conditional', word: 'Conditional', mark: '!' },
  { stance: 'oppose', word: 'Oppose', mark: '✕' },
];

export const wordOf = (stance: PositionStance): string => STANCE_LOOK.find((s) => s.stance === stance)?.word ?? stance;
export const markOf = (stance: PositionStance): string => STANCE_LOOK.find((s) => s.stance === stance)?.mark ?? '?';
