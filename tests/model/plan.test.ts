import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '../../src/app/solver.js';
import type { Solve } from '../../src/count/integer-program.js';
import { findPlan, type Aim } from '../../src/model/plan/plan.js';
import { sum, unfold, type PlanProblem } from '../../src/model/plan/problem.js';

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});

const subsets = (n: number): number[][] => Array.from({ length: 1 << n }, (_, bits) => Array.from({ length: n }, (_x, i) => i).filter((i) => (bits >> i) & 1));

/** Every effort there is, one by one. */
function byEnumeration(problem: PlanProblem, aim: Aim, budget: number): number | null {
  let best: number | null = null;
  for (const direct of subsets(problem.candidates.length)) {
    if (direct.some((i) => problem.candidates[i]!.cost === Infinity)) continue;
    for (const levers of subsets(problem.levers.length)) {
      if (!levers.every((l) => direct.includes(problem.levers[l]!.on))) continue;
      const steps = unfold(problem, { direct, levers });
      if (!direct.every((i) => steps.some((s) => s.candidate === i && s.how === 'direct'))) continue;
      const cost = sum(steps.map((s) => s.cost));
      if (cost > budget + 1e-9) continue;
      const moved = new Set(steps.map((s) => s.candidate));
      if (aim.kind === 'adopt') {
        if (aim.works(moved) && (best === null || cost < best)) best = cost;
      } else best = Math.max(best ?? 0, sum([...moved].map((i) => aim.gains[i] ?? 0)));
    }
  }
  return best;
}

const weighted = (weights: readonly number[], need: number): Aim => ({
  kind: 'adopt',
  rows: [{ terms: weights.map((w, i) => [i, w] as const), atLeast: need }],
  works: (moved) => sum([...moved].map((i) => weights[i] ?? 0)) >= need,
});

const problem = fc.integer({ min: 2, max: 6 }).chain((n) =>
  fc.record({
    candidates: fc.array(fc.record({ cost: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 6 }) }, { weight: 1, arbitrary: fc.constant(Infinity) }), resistance: fc.integer({ min: 1, max: 8 }).map((x) => x / 8) }), { minLength: n, maxLength: n }),
    carries: fc.array(fc.record({ from: fc.nat(n - 1), to: fc.nat(n - 1), weight: fc.integer({ min: 1, max: 8 }).map((x) => x / 8) }), { maxLength: 8 }).map((list) => list.filter((c, k) => c.from !== c.to && list.findIndex((d) => d.from === c.from && d.to === c.to) === k)),
    levers: fc.array(fc.record({ on: fc.nat(n - 1), heldBy: fc.option(fc.nat(n - 1)), worth: fc.integer({ min: 0, max: 6 }), price: fc.integer({ min: 0, max: 3 }) }), { maxLength: 3 }).map((list) => list.filter((l) => l.on !== l.heldBy)),
    weights: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: n, maxLength: n }),
    need: fc.integer({ min: 1, max: 14 }),
    budget: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(Infinity)),
  }),
);

describe('the persuasion plan', () => {
  it('costs what the cheapest of all efforts costs, for any weights, carriers, levers and budget', () => {
    fc.assert(
      fc.property(problem, ({ weights, need, budget, ...p }) => {
        const aim = weighted(weights, need);
        const plan = findPlan(p, aim, budget, solve);
        const least = byEnumeration(p, aim, budget);
        if (least === null) expect(plan).toBeNull();
        else {
          expect(plan!.cost).toBeCloseTo(least, 6);
          expect(plan!.steps.reduce((s, x) => s + weights[x.candidate]!, 0)).toBeGreaterThanOrEqual(need);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('gains what the best of all efforts within the budget gains', () => {
    fc.assert(
      fc.property(problem, ({ weights, budget, candidates, carries, levers }) => {
        const p = { candidates, carries, levers };
        const aim: Aim = { kind: 'gain', gains: weights };
        const plan = findPlan(p, aim, budget, solve)!;
        expect(sum(plan.steps.map((s) => weights[s.candidate]!))).toBeCloseTo(byEnumeration(p, aim, budget)!, 6);
        expect(plan.cost).toBeLessThanOrEqual(budget + 1e-6);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('lets nobody be carried before those who carry it, nor by a circle that nothing sets in motion', () => {
    const circle: PlanProblem = { candidates: [{ cost: 5, resistance: 0.5 }, { cost: 3, resistance: 0.5 }, { cost: 9, resistance: 0.5 }], carries: [{ from: 0, to: 1, weight: 1 }, { from: 1, to: 0, weight: 1 }, { from: 0, to: 2, weight: 0.5 }], levers: [] };
    const plan = findPlan(circle, weighted([1, 1, 1], 3), Infinity, solve)!;
    expect(plan).toMatchObject({ cost: 3, steps: [{ candidate: 1, how: 'direct' }, { candidate: 0, how: 'carried', through: [1] }, { candidate: 2, how: 'carried', through: [0] }] });
  });

  it('uses a lever only once its holder has moved', () => {
    const levered: PlanProblem = { candidates: [{ cost: 2, resistance: 1 }, { cost: 9, resistance: 1 }], carries: [], levers: [{ on: 1, heldBy: 0, worth: 8, price: 1 }] };
    expect(findPlan(levered, weighted([0, 1], 1), Infinity, solve)).toMatchObject({ cost: 4, steps: [{ candidate: 0, cost: 2 }, { candidate: 1, cost: 2, through: [0], levers: [0] }] });
  });

  it('has no plan when the budget is too small or somebody cannot be moved, and an empty one when nothing is needed', () => {
    const two: PlanProblem = { candidates: [{ cost: 2, resistance: 1 }, { cost: Infinity, resistance: 1 }], carries: [], levers: [] };
    expect(findPlan(two, weighted([1, 1], 1), 1, solve)).toBeNull();
    expect(findPlan(two, weighted([1, 1], 2), Infinity, solve)).toBeNull();
    expect(findPlan(two, weighted([1, 1], 0), 0, solve)).toEqual({ steps: [], cost: 0 });
  });
});
