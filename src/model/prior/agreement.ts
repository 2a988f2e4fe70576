import type { StateCode } from '../../domain/ids.js';
import type { Agreement } from '../influence/edges.js';

/** How a state voted in a roll call. Absence is no vote. */
export type RollCallVote = 'yes' | 'abstain' | 'no';

/** Roll calls: for each, who voted how. */
export type RollCalls = readonly ReadonlyMap<StateCode, RollCallVote>[];

const PLACE: Readonly<Record<RollCallVote, number>> = { yes: 1, abstain: 0.5, no: 0 };

/** Fewer common votes than this say nothing. */
export const FEWEST_VOTES = 10;

/**
 * Agreement of each pair: 1 minus the mean distance of their votes, abstention half-way between yes and no (Lijphart 1963), over the roll
 * calls in which both voted; pairs with fewer than ten in common are left out. O(roll calls · members²).
 */
export function agreements(rollCalls: RollCalls, members: readonly StateCode[]): Agreement[] {
  const n = members.length;
  const sum = new Float64Array(n * n);
  const common = new Uint32Array(n * n);
  for (const call of rollCalls) {
    const voted = members.flatMap((m, i) => {
      const vote = call.get(m);
      return vote === undefined ? [] : [[i, PLACE[vote]] as const];
    });
    for (const [x, [i, own]] of voted.entries())
      for (const [j, other] of voted.slice(x + 1)) {
        sum[i * n + j] = (sum[i * n + j] ?? 0) + 1 - Math.abs(own - other);
        common[i * n + j] = (common[i * n + j] ?? 0) + 1;
      }
  }
  return members.flatMap((a, i) =>
    members.slice(i + 1).flatMap((b, k) => {
      const at = i * n + i + 1 + k;
      const votes = common[at] ?? 0;
      return votes < FEWEST_VOTES ? [] : [{ a, b, agreement: (sum[at] ?? 0) / votes, votes }];
    }),
  );
}

/** What the voting record suggests of a silent member; never evidence. */
export interface Lean {
  readonly member: StateCode;
  /** Mean view of those it votes with, in the unit of views. */
  readonly lean: number;
  /** Those that weigh most in it, the nearest first. */
  readonly like: readonly { readonly member: StateCode; readonly agreement: number; readonly votes: number }[];
}

const NEAREST = 5;

/**
 * The mean view of the five members with a view that a silent one agrees with most, weighted by how far agreement exceeds one half. A
 * member that agrees with nobody by more than halves has no lean. Weakness: votes on other matters, in another body, years apart.
 */
export function leans(silent: readonly StateCode[], views: ReadonlyMap<StateCode, number>, agreed: readonly Agreement[]): Lean[] {
  return silent.flatMap((member): Lean[] => {
    const like = agreed
      .flatMap(({ a, b, agreement, votes }) => (a === member || b === member ? [{ member: a === member ? b : a, agreement, votes }] : []))
      .filter((x) => views.has(x.member) && x.agreement > 0.5)
      .sort((x, y) => y.agreement - x.agreement || (x.member < y.member ? -1 : 1))
      .slice(0, NEAREST);
    const weight = like.reduce((s, x) => s + (2 * x.agreement - 1), 0);
    return weight > 0 ? [{ member, lean: like.reduce((s, x) => s + (2 * x.agreement - 1) * (views.get(x.member) ?? 0), 0) / weight, like }] : [];
  });
}
