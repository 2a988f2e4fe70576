import type { NormalGame } from '../power/game.js';

/** The game among the other members once some have voted: quotas less the yes votes, the vectors of those still free. */
export function reduceGame(game: NormalGame, fixed: ReadonlyMap<number, boolean>): NormalGame {
  const free = Array.from({ length: game.n }, (_, i) => i).filter((i) => !fixed.has(i));
  const yes = [...fixed].flatMap(([i, votesYes]) => (votesYes ? [i] : []));
  const won = game.vectors.map((v) => yes.reduce((sum, i) => sum + (v[i] ?? 0), 0));
  return {
    n: free.length,
    vectors: game.vectors.map((v) => free.map((i) => v[i] ?? 0)),
    alternatives: game.alternatives.map((all) => all.map((t) => ({ vector: t.vector, quota: t.quota - (t.vector === null ? yes.length : (won[t.vector] ?? 0)) }))),
  };
}

/** Whether a coalition, one flag a member, wins. */
export function wins(game: NormalGame, votesYes: (i: number) => boolean): boolean {
  let heads = 0;
  const sums = game.vectors.map(() => 0);
  for (let i = 0; i < game.n; i++) {
    if (!votesYes(i)) continue;
    heads++;
    game.vectors.forEach((v, k) => (sums[k] = (sums[k] ?? 0) + (v[i] ?? 0)));
  }
  return game.alternatives.some((all) => all.every((t) => (t.vector === null ? heads : (sums[t.vector] ?? 0)) >= t.quota));
}
