import type { StateCode } from '../domain/ids.js';
import { isHoldoutStance } from '../domain/stance.js';
import { casesOf, type Cases } from './cases.js';
import { ACT_INDEX, adopts, totalOf, type CompiledRule, type Constraint } from './compile-rule.js';
import type { CountInput } from './count.js';
import type { ProgramRow, Solve } from './integer-program.js';
import { ACTS } from './rule.js';

/** A set of members that changes the outcome at the least cost. */
export interface PricedFlips {
  /** Sum of its members' costs. */
  readonly cost: number;
  /** One cheapest set, none of whom can be spared, in roster order; there may be others at the same cost. */
  readonly members: readonly StateCode[];
}

/** Cheapest ways to change the outcome; null where no set of members can. */
export interface CheapestFlips {
  /** Holdouts whose move to support makes adoption possible, the undecided assumed to say yes. */
  readonly toPossible: PricedFlips | null;
  /** Members not yet in support whose move to it makes adoption certain, the undecided assumed to say no. */
  readonly toCertain: PricedFlips | null;
  /** Members that are no holdouts whose move to opposition blocks, the undecided assumed to say yes. */
  readonly toBlock: PricedFlips | null;
}

/** What it costs to move each member: 0 or more, in any one unit; 1 for a member that is missing. */
export type Costs = ReadonlyMap<StateCode, number>;

/**
 * The cheapest sets of members whose move makes adoption possible, certain, or blocks it, for any rule. Exact: an integer program with a
 * row for each test and a choice for each alternative, whose answers are checked against the rule in whole numbers.
 */
export function cheapestFlips(input: Omit<CountInput, 'nameOf'>, costs: Costs, solve: Solve): CheapestFlips {
  const cases = casesOf(input);
  const { compiled, best, worst, stances } = cases;
  const search = (acts: Uint8Array, to: 'yes' | 'no', candidate: (i: number) => boolean): PricedFlips | null => {
    const pool = cases.members.flatMap((_, i) => (candidate(i) ? [i] : []));
    return priced(cases, costs, cheapestSet(compiled, acts, to, pool, pool.map((i) => costOf(cases, costs, i)), solve));
  };
  const isHoldout = (i: number): boolean => isHoldoutStance(stances[i] ?? 'unknown');
  return {
    toPossible: search(best, 'yes', isHoldout),
    toCertain: search(worst, 'yes', (i) => stances[i] !== 'support'),
    toBlock: search(best, 'no', (i) => !isHoldout(i)),
  };
}

const costOf = (cases: Cases, costs: Costs, i: number): number => costs.get(cases.members[i] ?? ('' as StateCode)) ?? 1;

function priced(cases: Cases, costs: Costs, found: readonly number[] | null): PricedFlips | null {
  return found && { cost: found.reduce((sum, i) => sum + costOf(cases, costs, i), 0), members: cases.members.filter((_, i) => found.includes(i)) };
}

/** Right-hand side of every row. Rows are scaled to it so that the solver's tolerances never turn down a set that works. */
const SCALE = 1000;

/**
 * A cheapest subset of `pool` (indices) whose act `to`, others acting as in `acts`, adopts (yes) or blocks (no); null when all of them
 * cannot. The solver reckons in floating point and may take a set that falls short by less than one part in 10⁹; such a set is cut off
 * and the program solved again, so the answer is exact.
 */
export function cheapestSet(compiled: CompiledRule, acts: Uint8Array, to: 'yes' | 'no', pool: readonly number[], costs: readonly number[], solve: Solve): readonly number[] | null {
  const works = (chosen: readonly number[]): boolean => {
    const after = Uint8Array.from(acts);
    for (const i of chosen) after[i] = ACT_INDEX[to];
    return adopts(compiled, after) === (to === 'yes');
  };
  if (works([])) return [];
  if (!works(pool)) return null;
  const n = pool.length;
  const rows = to === 'yes' ? rowsToAdopt(compiled, acts, pool) : rowsToBlock(compiled, acts, pool);
  const selectors = Math.max(n, ...rows.flatMap((r) => r.terms.map(([variable]) => variable + 1))) - n;
  const variables = [...costs.map((worth) => ({ worth, kind: 'choice' as const })), ...Array.from({ length: selectors }, () => ({ worth: 0, kind: 'choice' as const }))];
  for (;;) {
    const values = solve({ goal: 'least', variables, rows });
    if (values === null) throw new RangeError('the solver finds no set although all members together suffice');
    const chosen = pool.flatMap((_, k) => (values[k] === 1 ? [k] : []));
    if (works(chosen.map((k) => pool[k] ?? 0))) return withoutSpare(chosen, costs, (some) => works(some.map((k) => pool[k] ?? 0))).map((k) => pool[k] ?? 0);
    rows.push({ terms: pool.flatMap((_, k) => (chosen.includes(k) ? [] : [[k, 1] as const])), atLeast: 1 });
  }
}

/** Drops members that are not needed, dearest first: with costs of zero a cheapest set may hold some. */
function withoutSpare(chosen: readonly number[], costs: readonly number[], works: (some: readonly number[]) => boolean): readonly number[] {
  let kept = chosen;
  for (const k of [...chosen].sort((a, b) => (costs[b] ?? 0) - (costs[a] ?? 0) || b - a)) {
    const fewer = kept.filter((x) => x !== k);
    if (works(fewer)) kept = fewer;
  }
  return kept;
}

/** What each member of the pool adds to a constraint when it turns to an act. */
const changes = (c: Constraint, acts: Uint8Array, pool: readonly number[], to: 'yes' | 'no'): readonly number[] =>
  pool.map((i) => (c.values[i * ACTS.length + ACT_INDEX[to]] ?? 0) - (c.values[i * ACTS.length + (acts[i] ?? 0)] ?? 0));

/** Σ gains of the chosen reach `needed` when the selector is chosen; a gain beyond the need helps no more. */
const demand = (gains: readonly number[], needed: number, selector: number): ProgramRow => ({
  terms: [...gains.flatMap((g, k) => (g > 0 ? [[k, (SCALE * Math.min(g, needed)) / needed] as const] : [])), [selector, -SCALE] as const],
  atLeast: 0,
});

/** One alternative at least is chosen, and each of its unmet constraints is met. */
export function rowsToAdopt(compiled: CompiledRule, acts: Uint8Array, pool: readonly number[]): ProgramRow[] {
  const n = pool.length;
  return [
    { terms: compiled.alternatives.map((_, a) => [n + a, 1] as const), atLeast: 1 },
    ...compiled.alternatives.flatMap((constraints, a) =>
      constraints.flatMap((c): ProgramRow[] => {
        const deficit = c.need - totalOf(c, acts);
        return deficit <= 0 ? [] : [demand(changes(c, acts, pool, 'yes'), deficit, n + a)];
      }),
    ),
  ];
}

/** In each alternative one constraint at least is chosen and broken; alternatives that fail already need nothing. */
function rowsToBlock(compiled: CompiledRule, acts: Uint8Array, pool: readonly number[]): ProgramRow[] {
  let next = pool.length;
  return compiled.alternatives.flatMap((constraints): ProgramRow[] => {
    const slacks = constraints.map((c) => totalOf(c, acts) - c.need);
    if (slacks.some((s) => s < 0)) return [];
    const first = next;
    next += constraints.length;
    return [
      { terms: constraints.map((_, k) => [first + k, 1] as const), atLeast: 1 },
      ...constraints.map((c, k) => demand(changes(c, acts, pool, 'no').map((x) => -x), (slacks[k] ?? 0) + 1, first + k)),
    ];
  });
}
