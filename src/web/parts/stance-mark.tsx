import type { PositionStance } from '../../domain/stance.js';
import { lookOf, wordOf } from '../stances.js';

/** A stance as its letter on its shape; the word stands beside it or is said to those who do not see it. */
export function StanceMark({ stance }: { readonly stance: PositionStance }) {
  return (
    <span class={`mark ${stance}`} aria-hidden="true">
      {lookOf(stance).mark}
    </span>
  );
}

export function StanceWord({ stance }: { readonly stance: PositionStance }) {
  return (
    <span class={`stance-word ${stance}`}>
      <StanceMark stance={stance} /> {wordOf(stance)}
    </span>
  );
}
