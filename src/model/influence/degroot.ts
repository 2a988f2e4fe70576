import { err, ok, type Result } from '../../domain/result.js';
import { heardBy, reachOf, solve, whyNotStochastic, type Matrix } from './matrix.js';

/** Where repeated averaging leads. */
export interface DeGrootLimit {
  /** One view for all, views by camp, or none: a group that passes its views round in a circle never settles. */
  readonly kind: 'consensus' | 'camps' | 'no-limit';
  /** Limit of each actor; NaN where an actor depends on a circling group. */
  readonly limits: readonly number[];
  /** Groups that listen only to themselves, each with its members' weight in its common view (summing to 1) and its period. */
  readonly closed: readonly { readonly members: readonly number[]; readonly weights: readonly number[]; readonly period: number }[];
}

/**
 * DeGroot (1974): x(t+1) = W·x(t). Each closed group of period 1 settles on πᵀx(0) with πᵀW = πᵀ; everybody else ends at a mix of the
 * groups it can hear. One closed group of period 1: consensus. Fails with a sentence when W is not row-stochastic or sizes differ. O(n³).
 */
export function deGroot(w: Matrix, start: readonly number[]): Result<DeGrootLimit, string> {
  const wrong = whyNotStochastic(w) ?? (start.length === w.length ? null : `${String(start.length)} views for ${String(w.length)} actors`);
  if (wrong !== null) return err(`The listening matrix cannot be used: ${wrong}.`);
  const n = w.length;
  const reach = w.map((_, i) => reachOf(w, i));
  const seen = new Set<number>();
  const closed: { members: number[]; weights: number[]; period: number }[] = [];
  for (let i = 0; i < n; i++) {
    const members = [...(reach[i] ?? [])].sort((a, b) => a - b);
    // Closed: everybody whom i hears hears i.
    if (seen.has(i) || !members.every((j) => reach[j]?.has(i))) continue;
    members.forEach((j) => seen.add(j));
    closed.push({ members, weights: stationary(w, members), period: periodOf(w, members) });
  }
  const limits = new Array<number>(n).fill(0);
  const views = closed.map((c) => (c.period > 1 ? NaN : c.members.reduce((s, j, k) => s + (c.weights[k] ?? 0) * (start[j] ?? 0), 0)));
  closed.forEach((c, k) => c.members.forEach((j) => (limits[j] = views[k] ?? NaN)));
  const open = w.flatMap((_, i) => (seen.has(i) ? [] : [i]));
  if (open.length > 0) {
    // Shares of the closed groups in the views of the others: (I − Q)·H = R.
    const shares = solve(
      open.map((i) => open.map((j) => (i === j ? 1 : 0) - (w[i]?.[j] ?? 0))),
      open.map((i) => closed.map((c) => c.members.reduce((s, j) => s + (w[i]?.[j] ?? 0), 0))),
    );
    if (!shares.ok) throw new RangeError('open actors always hear a closed group');
    open.forEach((i, r) => (limits[i] = closed.reduce((s, _, k) => ((shares.value[r]?.[k] ?? 0) > 0 ? s + (shares.value[r]?.[k] ?? 0) * (views[k] ?? NaN) : s), 0)));
  }
  return ok({ kind: closed.some((c) => c.period > 1) ? 'no-limit' : closed.length === 1 ? 'consensus' : 'camps', limits, closed });
}

/** π with πᵀW = πᵀ and Σπ = 1 within a closed group. */
function stationary(w: Matrix, members: readonly number[]): number[] {
  const n = members.length;
  const a = members.map((j, row) => members.map((i, column) => (row === n - 1 ? 1 : (w[i]?.[j] ?? 0) - (row === column ? 1 : 0))));
  const solved = solve(a, members.map((_, row) => [row === n - 1 ? 1 : 0]));
  if (!solved.ok) throw new RangeError('a closed group has one stationary weight vector');
  return solved.value.map((r) => r[0] ?? 0);
}

/** Greatest common divisor of the lengths of all circles in a closed group, from breadth-first levels. */
function periodOf(w: Matrix, members: readonly number[]): number {
  const level = new Map<number, number>([[members[0] ?? 0, 0]]);
  const queue = [members[0] ?? 0];
  let period = 0;
  for (let i = queue.shift(); i !== undefined; i = queue.shift()) {
    const here = level.get(i) ?? 0;
    for (const j of heardBy(w, i)) {
      const known = level.get(j);
      if (known === undefined) {
        level.set(j, here + 1);
        queue.push(j);
      } else period = gcd(period, Math.abs(here + 1 - known));
    }
  }
  return period === 0 ? 1 : period;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
