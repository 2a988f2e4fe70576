import { ACT_INDEX, type CompiledRule } from '../../count/compile-rule.js';
import { ACTS } from '../../count/rule.js';
import { enumerateGame } from './enumerate.js';
import { normalise, thresholdBySize, type GameRule } from './game.js';
import { MOST_MET_IN_THE_MIDDLE, smallMinimalBySize } from './small-counts.js';
import { binomials } from './weighted-counts.js';

/** Largest pool that is enumerated where a rule adds up two weights or more: about a tenth of a second. */
const MOST_ENUMERATED = 22;

/**
 * How many minimal sets of `pool` (indices) stop adoption when everybody else votes yes, singles included; null where the pool is too
 * large to count (35 members under weights, 23 under two measures). They are the minimal winning coalitions of the game among the pool
 * in which a set wins by breaking a test of every alternative. A rule that fails even when all vote yes is blocked by nobody: 0.
 */
export function countBlockingSets(compiled: CompiledRule, pool: readonly number[]): bigint | null {
  const n = pool.length;
  if (n === 0) return 0n;
  const rule: GameRule = {
    type: 'and',
    of: compiled.alternatives.map((constraints) => ({
      type: 'or',
      of: constraints.map((c) => {
        const value = (i: number, act: 'yes' | 'no'): number => c.values[i * ACTS.length + ACT_INDEX[act]] ?? 0;
        const all = compiled.members.reduce((sum, _, i) => sum + value(i, 'yes'), 0);
        return { type: 'weighted', quota: Math.max(0, all - c.need + 1), weights: pool.map((i) => value(i, 'yes') - value(i, 'no')) };
      }),
    })),
  };
  const game = normalise({ id: '', title: '', members: pool.map(String), rule });
  if (game.vectors.length > 1) return n > MOST_ENUMERATED ? null : sum(enumerateGame(game).minimal.all);
  const least = thresholdBySize(game);
  const [weights] = game.vectors;
  if (weights) return n > MOST_MET_IN_THE_MIDDLE ? null : sum(smallMinimalBySize(weights, least).all);
  const size = least.findIndex((x) => x === -Infinity);
  return size <= 0 ? 0n : (binomials(n)[n]?.[size] ?? 0n);
}

/** Sets of one member or more. */
const sum = (bySize: readonly bigint[]): bigint => bySize.slice(1).reduce((a, b) => a + b, 0n);
