import type { PositionStance } from '../../domain/stance.js';

/** Stances that have a pattern over their colour: slanted lines, dots, level lines. */
const PATTERNED: readonly PositionStance[] = ['conditional', 'abstract-support', 'uncommitted'];

/** The definitions that `patternOf` points to; once in each picture, under names of its own. */
export function Patterns({ prefix }: { readonly prefix: string }) {
  return (
    <defs>
      <pattern id={`${prefix}-conditional`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="conditional rim-fill" width="2" height="6" />
      </pattern>
      <pattern id={`${prefix}-abstract-support`} width="6" height="6" patternUnits="userSpaceOnUse">
        <circle class="abstract-support rim-fill" cx="2" cy="2" r="1.3" />
      </pattern>
      <pattern id={`${prefix}-uncommitted`} width="6" height="5" patternUnits="userSpaceOnUse">
        <rect class="uncommitted rim-fill" width="6" height="1.2" />
      </pattern>
    </defs>
  );
}

export const patternOf = (prefix: string, stance: PositionStance): string | null => (PATTERNED.includes(stance) ? `url(#${prefix}-${stance})` : null);
