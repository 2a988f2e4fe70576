import type { NormalGame } from '../power/game.js';
import type { AdoptionChance } from './adoption-chance.js';
import { wins } from './reduce-game.js';

/**
 * When members move together: one lot u, even between 0 and 1, is drawn for all, and a member votes yes when u is below its chance; each
 * keeps its chance, and whoever is likelier than a member that votes yes does so too. Exact: between two chances nothing changes, so
 * n + 1 votings are looked at. O(n² · (n + tests)) with the pivots.
 */
export function commonLotChance(game: NormalGame, chances: readonly number[]): AdoptionChance {
  const cuts = [...new Set([0, ...chances, 1])].sort((a, b) => a - b);
  let adoption = 0;
  const pivot = chances.map(() => 0);
  cuts.slice(1).forEach((upper, k) => {
    const length = upper - (cuts[k] ?? 0);
    const votesYes = (i: number): boolean => (chances[i] ?? 0) >= upper;
    const won = wins(game, votesYes);
    if (won) adoption += length;
    pivot.forEach((_, i) => {
      if (votesYes(i) === won && wins(game, (j) => (j === i ? !won : votesYes(j))) !== won) pivot[i] = (pivot[i] ?? 0) + length;
    });
  });
  return { adoption, pivot };
}

/** With chance `share` the lot is common, else everybody's own: the one-factor mixture of both. */
export const mixture = (apart: AdoptionChance, together: AdoptionChance, share: number): AdoptionChance => ({
  adoption: (1 - share) * apart.adoption + share * together.adoption,
  pivot: apart.pivot.map((p, i) => (1 - share) * p + share * (together.pivot[i] ?? 0)),
});
