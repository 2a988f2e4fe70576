/** A member that a plan may move, directly or by those that carry it. */
export interface Candidate {
  /** Cost of working on it, 0 or more; Infinity when nothing moves it directly. */
  readonly cost: number;
  /** It is carried once the weights of moved members that carry it reach this; above 0. */
  readonly resistance: number;
}

/** Indices into the candidates: `from`, once moved, helps to carry `to`. */
export interface Carry {
  readonly from: number;
  readonly to: number;
  /** Above 0. */
  readonly weight: number;
}

/** A side payment or threat that makes working on a candidate cheaper. */
export interface Lever {
  readonly on: number;
  /** Candidate that must have moved before, because it holds the lever; null when somebody holds it who is on board already. */
  readonly heldBy: number | null;
  /** What it takes off the cost, 0 or more; the cost never falls below 0. */
  readonly worth: number;
  /** What it costs to use, 0 or more. */
  readonly price: number;
}

export interface PlanProblem {
  readonly candidates: readonly Candidate[];
  readonly carries: readonly Carry[];
  readonly levers: readonly Lever[];
}

/** What is done: whom to work on, with which levers. */
export interface Effort {
  readonly direct: readonly number[];
  readonly levers: readonly number[];
}

/** A candidate that moves, in order. */
export interface Step {
  readonly candidate: number;
  readonly how: 'direct' | 'carried';
  /** Candidates, moved before, that carry it; of a direct step those that hold the levers used. */
  readonly through: readonly number[];
  readonly levers: readonly number[];
  /** What this step costs, levers included; 0 for one that is carried. */
  readonly cost: number;
}

/** Slack in the comparison of weights with resistance: sums of decimals such as 0.1 + 0.2 are not exact. */
export const SLACK = 1e-6;

/**
 * What an effort sets in motion, in order: first those worked on whose levers are at hand – among them the ones that carry most – then
 * everybody they carry, and so on until nobody moves. Nobody carries before moving, so members cannot carry each other in a circle.
 */
export function unfold(problem: PlanProblem, effort: Effort): Step[] {
  const moved = new Set<number>();
  const steps: Step[] = [];
  const left = new Set(effort.direct);
  const leversOn = (i: number): readonly number[] => effort.levers.filter((l) => problem.levers[l]?.on === i);
  const holdersOf = (levers: readonly number[]): readonly number[] => levers.flatMap((l) => problem.levers[l]?.heldBy ?? []);
  const carriersOf = (i: number): readonly Carry[] => problem.carries.filter((c) => c.to === i && moved.has(c.from));
  const pull = (i: number): number => problem.carries.reduce((s, c) => (c.from === i && !moved.has(c.to) ? s + c.weight : s), 0);
  const move = (step: Step): void => {
    moved.add(step.candidate);
    left.delete(step.candidate);
    steps.push(step);
  };
  for (;;) {
    const carried = problem.candidates.findIndex((c, i) => !moved.has(i) && !left.has(i) && sum(carriersOf(i).map((e) => e.weight)) >= c.resistance - SLACK);
    if (carried >= 0) {
      move({ candidate: carried, how: 'carried', through: carriersOf(carried).map((e) => e.from), levers: [], cost: 0 });
      continue;
    }
    const ready = [...left].filter((i) => holdersOf(leversOn(i)).every((h) => moved.has(h))).sort((a, b) => pull(b) - pull(a) || a - b);
    const [next] = ready;
    if (next === undefined) return steps;
    const levers = leversOn(next);
    move({ candidate: next, how: 'direct', through: [...new Set(holdersOf(levers))], levers, cost: stepCost(problem, next, levers) });
  }
}

/** Cost of working on a candidate with some levers: what they leave of its cost, and their prices. */
export function stepCost(problem: PlanProblem, i: number, levers: readonly number[]): number {
  const worth = sum(levers.map((l) => problem.levers[l]?.worth ?? 0));
  return Math.max(0, (problem.candidates[i]?.cost ?? 0) - worth) + sum(levers.map((l) => problem.levers[l]?.price ?? 0));
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
