import type { ProgramRow, ProgramVariable, Solve } from '../../count/integer-program.js';
import { sum, unfold, type Effort, type PlanProblem, type Step } from './problem.js';

/** An order of steps with what it costs in all. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly cost: number;
}

/** What a plan is to reach. */
export type Aim =
  /** A rule adopts: rows over candidates 0..n−1 (1 = moved) and selectors n.. as the count makes them; `works` says exactly whether a set does. */
  | { readonly kind: 'adopt'; readonly rows: readonly ProgramRow[]; readonly works: (moved: ReadonlySet<number>) => boolean }
  /** As much as can be: the sum of the gains of those who move. */
  | { readonly kind: 'gain'; readonly gains: readonly number[] };

/**
 * The cheapest effort that makes a rule adopt, or the one with the largest gain, within a budget: a mixed-integer program. Members carry
 * each other by linear thresholds (Granovetter 1978; Kempe, Kleinberg and Tardos 2003); circles that nothing sets in motion are cut off one
 * by one, as are sets that fall short of the rule by the solver's rounding, so the answer is exact. Null when no effort within the budget
 * adopts – the solver's proof; a gain always has an answer, if only to do nothing.
 */
export function findPlan(problem: PlanProblem, aim: Aim, budget: number, solve: Solve): Plan | null {
  const build = new Program(problem, aim, budget);
  for (;;) {
    const values = solve({ goal: aim.kind === 'adopt' ? 'least' : 'most', variables: build.variables, rows: build.rows });
    if (values === null) return null;
    const { effort, moved } = build.read(values);
    const steps = unfold(problem, effort);
    const reached = new Set(steps.map((s) => s.candidate));
    const stuck = [...moved].filter((i) => !reached.has(i));
    if (stuck.length > 0) build.cutCircle(new Set(stuck), effort);
    else if (aim.kind === 'adopt' && !aim.works(reached)) build.cutSet(reached);
    else {
      const kept = spare(problem, aim, effort);
      const plan = unfold(problem, kept);
      return { steps: plan, cost: sum(plan.map((s) => s.cost)) };
    }
  }
}

/** The mixed-integer program of a plan: y worked on, z carried, s paid, a lever used, then selectors and entries into circles. */
class Program {
  readonly variables: ProgramVariable[] = [];
  readonly rows: ProgramRow[] = [];
  readonly #n: number;
  readonly #lever: number;

  constructor(
    readonly problem: PlanProblem,
    aim: Aim,
    budget: number,
  ) {
    const { candidates, carries, levers } = problem;
    const n = (this.#n = candidates.length);
    const gain = (i: number): number => (aim.kind === 'gain' ? (aim.gains[i] ?? 0) : 0);
    const price = aim.kind === 'adopt' ? 1 : 0;
    for (let i = 0; i < 2 * n; i++) this.variables.push({ worth: gain(i % n), kind: 'choice' });
    for (let i = 0; i < n; i++) this.variables.push({ worth: price, kind: 'amount' });
    this.#lever = 3 * n;
    for (const l of levers) this.variables.push({ worth: price * l.price, kind: 'choice' });
    candidates.forEach((c, i) => {
      this.rows.push({ terms: [[i, 1], [n + i, 1]], atMost: 1 });
      if (c.cost === Infinity) this.rows.push({ terms: [[i, 1]], atMost: 0 });
      else this.rows.push({ terms: [[2 * n + i, 1], [i, -c.cost], ...levers.flatMap((l, k) => (l.on === i ? [[this.#lever + k, l.worth] as const] : []))], atLeast: 0 });
      this.rows.push({ terms: [...this.#moved(carries.filter((e) => e.to === i).map((e) => [e.from, e.weight / c.resistance] as const)), [n + i, -1]], atLeast: 0 });
    });
    levers.forEach((l, k) => {
      this.rows.push({ terms: [[l.on, 1], [this.#lever + k, -1]], atLeast: 0 });
      if (l.heldBy !== null) this.rows.push({ terms: [...this.#moved([[l.heldBy, 1]]), [this.#lever + k, -1]], atLeast: 0 });
    });
    if (budget < Infinity) this.rows.push({ terms: [...candidates.map((_, i) => [2 * n + i, 1] as const), ...levers.map((l, k) => [this.#lever + k, l.price] as const)], atMost: budget });
    if (aim.kind === 'adopt') {
      const first = this.variables.length;
      const selectors = Math.max(n, ...aim.rows.flatMap((r) => r.terms.map(([v]) => v + 1))) - n;
      for (let k = 0; k < selectors; k++) this.variables.push({ worth: 0, kind: 'choice' });
      for (const r of aim.rows) this.rows.push({ ...r, terms: r.terms.flatMap(([v, f]) => (v < n ? this.#moved([[v, f]]) : [[first + v - n, f] as const])) });
    }
  }

  /** Terms of "has moved", which is worked on or carried. */
  #moved(terms: readonly (readonly [candidate: number, factor: number])[]): (readonly [number, number])[] {
    return terms.flatMap(([i, f]) => [[i, f] as const, [this.#n + i, f] as const]);
  }

  read(values: readonly number[]): { readonly effort: Effort; readonly moved: ReadonlySet<number> } {
    const on = (v: number): boolean => values[v] === 1;
    const all = this.problem.candidates.map((_, i) => i);
    return {
      effort: { direct: all.filter(on), levers: this.problem.levers.flatMap((_, k) => (on(this.#lever + k) ? [k] : [])) },
      moved: new Set(all.filter((i) => on(i) || on(this.#n + i))),
    };
  }

  /** Whoever of a circle moves needs somebody of it worked on without levers from within, or carried from outside. */
  cutCircle(circle: ReadonlySet<number>, effort: Effort): void {
    const { candidates, carries, levers } = this.problem;
    const entries: number[] = [];
    for (const i of circle) {
      const direct = this.variables.push({ worth: 0, kind: 'choice' }) - 1;
      this.rows.push({ terms: [[i, 1], [direct, -1]], atLeast: 0 });
      levers.forEach((l, k) => {
        if (l.on === i && l.heldBy !== null && circle.has(l.heldBy)) this.rows.push({ terms: [[direct, 1], [this.#lever + k, 1]], atMost: 1 });
      });
      entries.push(direct);
      const outside = carries.filter((e) => e.to === i && !circle.has(e.from));
      if (outside.length === 0) continue;
      const carried = this.variables.push({ worth: 0, kind: 'choice' }) - 1;
      this.rows.push({ terms: [...this.#moved(outside.map((e) => [e.from, e.weight / (candidates[i]?.resistance ?? 1)] as const)), [carried, -1]], atLeast: 0 });
      entries.push(carried);
    }
    for (const i of circle) this.rows.push({ terms: [...entries.map((e) => [e, 1] as const), ...this.#moved([[i, -1]])], atLeast: 0 });
    // Where rounding alone let the circle in, the rows above do not cut it; this one cuts the very choice.
    const chosen = [...effort.direct, ...effort.levers.map((k) => this.#lever + k), ...[...circle].flatMap((i) => (effort.direct.includes(i) ? [] : [this.#n + i]))];
    const others = [...candidates.map((_, i) => i), ...levers.map((_, k) => this.#lever + k)].filter((v) => !chosen.includes(v));
    this.rows.push({ terms: [...others.map((v) => [v, 1] as const), ...chosen.map((v) => [v, -1] as const)], atLeast: 1 - chosen.length });
  }

  /** A set that the solver took for enough and that is not: somebody else has to move too. */
  cutSet(moved: ReadonlySet<number>): void {
    this.rows.push({ terms: this.#moved(this.problem.candidates.flatMap((_, i) => (moved.has(i) ? [] : [[i, 1] as const]))), atLeast: 1 });
  }
}

/** Leaves out work and levers that the aim can spare, dearest first: with costs of zero an optimum may hold some. */
function spare(problem: PlanProblem, aim: Aim, effort: Effort): Effort {
  const value = (e: Effort): number => {
    const steps = unfold(problem, e);
    if (aim.kind === 'adopt') return aim.works(new Set(steps.map((s) => s.candidate))) ? 1 : 0;
    return sum(steps.map((s) => aim.gains[s.candidate] ?? 0));
  };
  const cost = (e: Effort): number => sum(unfold(problem, e).map((s) => s.cost));
  const enough = value(effort) - 1e-12;
  let kept = effort;
  const fewer: readonly ((e: Effort) => Effort)[] = [
    ...[...effort.direct].sort((a, b) => (problem.candidates[b]?.cost ?? 0) - (problem.candidates[a]?.cost ?? 0) || b - a).map((i) => (e: Effort): Effort => ({ direct: e.direct.filter((x) => x !== i), levers: e.levers.filter((l) => problem.levers[l]?.on !== i) })),
    ...effort.levers.map((l) => (e: Effort): Effort => ({ ...e, levers: e.levers.filter((x) => x !== l) })),
  ];
  for (const drop of fewer) {
    const less = drop(kept);
    if (value(less) >= enough && cost(less) <= cost(kept) + 1e-12) kept = less;
  }
  return kept;
}
