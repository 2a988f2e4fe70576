import { casesOf, type Cases } from '../../count/cases.js';
import { rowsToAdopt } from '../../count/cheapest-flips.js';
import { ACT_INDEX, adopts } from '../../count/compile-rule.js';
import { count as countVotes } from '../../count/count.js';
import type { Solve } from '../../count/integer-program.js';
import type { Failure } from '../../domain/failure.js';
import type { IsoDate, StateCode } from '../../domain/ids.js';
import type { InfluenceBasis } from '../../domain/influence.js';
import { err, ok, type Result } from '../../domain/result.js';
import { isHoldoutStance, type PositionStance } from '../../domain/stance.js';
import { stateName } from '../../knowledge/state-phrases.js';
import defaults from '../../../knowledge/models/influence.json' with { type: 'json' };
import { findPlan, type Aim, type Plan } from '../../model/plan/plan.js';
import type { PlanProblem } from '../../model/plan/problem.js';
import type { Register } from '../../register/index.js';
import { countedOf, type Counted } from '../count-input.js';
import { parseNumber } from '../pairs.js';
import { probabilityOf } from '../probability-report.js';
import { situationOf, type CountRequest, type Situation } from '../reports.js';
import { loadSolver } from '../solver.js';
import { parseCosts, type GivenCosts, type GivenLever } from './costs-file.js';
import { networkOf, type EdgeFiles, type EdgeSources, type Network } from './influence-network.js';
import type { InputFile } from './input-file.js';
import { liftingConditions, type LiftingCondition } from './plan-conditions.js';
import { planSentences } from './plan-words.js';
import { textRelations } from './text-relations.js';

export interface PlanRequest extends EdgeSources {
  /** What may be spent, in the unit of costs; no limit when absent. */
  readonly budget?: string;
  /** `possible` (the undecided assumed to say yes; the default) or `certain` (assumed to say no). */
  readonly goal?: string;
}

export interface PlanFiles extends EdgeFiles {
  readonly costs: InputFile | null;
}

export interface PlanStep {
  readonly order: number;
  readonly member: StateCode;
  readonly name: string;
  readonly stance: PositionStance;
  readonly how: 'direct' | 'carried';
  readonly cost: number;
  /** Of a carried member: who carries it and with what weight; of a direct one: members on board by then that it listens to most. */
  readonly through: readonly { readonly member: StateCode; readonly weight: number; readonly bases: readonly InfluenceBasis[] }[];
  readonly levers: readonly GivenLever[];
}

/** The answer of `holdout plan --json`. */
export interface PlanReport {
  readonly question: string;
  readonly option: string;
  readonly goal: 'possible' | 'certain';
  readonly budget: number | null;
  /** What holds today. */
  readonly outcome: 'adopted' | 'blocked' | 'open';
  /** Whether the goal can be reached within the budget. */
  readonly reached: boolean;
  readonly sentence: string;
  /** Why no less would do, or why it cannot be done. */
  readonly proof: string;
  /** In order; when the goal is out of reach, the steps that raise the chance of adoption most within the budget. */
  readonly steps: readonly PlanStep[];
  readonly cost: number;
  /** Cost of the cheapest plan without a budget; null when there is none. */
  readonly cheapest: number | null;
  /** Members that every plan has to move: without any one of them the goal is out of reach. */
  readonly needed: readonly StateCode[];
  /** Members that would still have to move after these steps; empty when the goal is reached. */
  readonly left: readonly StateCode[];
  /** Chance of adoption now and after the steps, 0–1; null where it cannot be reckoned. */
  readonly chance: { readonly before: number; readonly after: number } | null;
  /** Conditions that would lift opposition, whose, and what a plan costs once they are met. */
  readonly conditions: readonly (LiftingCondition & { readonly stillNeeded: readonly StateCode[]; readonly cost: number | null })[];
  readonly notes: readonly string[];
}

const ENVOYS = 3;
const NOBODY: ReadonlySet<StateCode> = new Set();
const usage = (message: string): Result<never, Failure> => err({ code: 'usage', category: 'caller', message });

/** All that a plan is made from. */
interface Setting {
  readonly s: Situation;
  readonly counted: Counted;
  readonly cases: Cases;
  readonly costs: GivenCosts;
  readonly network: Network;
  readonly solve: Solve;
  readonly goal: 'possible' | 'certain';
}

/** Whom to work on, through whom and in which order, within a budget. Changes nothing. */
export async function reportPlan(register: Register, questionId: string, count: CountRequest, request: PlanRequest, files: PlanFiles, today: IsoDate): Promise<Result<PlanReport, Failure>> {
  const { goal: asked = 'possible' } = request;
  if (asked !== 'possible' && asked !== 'certain') return usage(`"${asked}" is no goal; use possible (the undecided say yes) or certain (they say no).`);
  const budget = request.budget === undefined ? Infinity : parseNumber(request.budget, 0, 1e9);
  if (budget === null) return usage(`The budget is "${request.budget ?? ''}"; give a number of 0 or more, in the unit of costs.`);
  const found = await situationOf(register, questionId, count, today);
  if (!found.ok) return found;
  const s = found.value;
  const counted = countedOf(s, count);
  if (!counted.ok) return counted;
  const given = files.costs ? parseCosts(files.costs, s.roster) : ok({ costs: new Map<StateCode, number>(), levers: [] });
  if (!given.ok) return given;
  const cases = casesOf(counted.value.input);
  const stanceOf = (m: StateCode): PositionStance => cases.stances[cases.members.indexOf(m)] ?? 'unknown';
  const day = count.asOf ?? s.question.date ?? today;
  const told = await textRelations(register, s.documents.keys(), s.roster, s.question.body);
  // A plan builds on what somebody said or read; borders and shared bodies carry nobody unless asked for.
  const network = networkOf(s, stanceOf, { ...request, bases: request.bases ?? (files.prior ? 'text,voting-agreement' : 'text') }, files, day, told.edges);
  if (!network.ok) return network;
  const envoys = networkOf(s, stanceOf, { ...(request.edge ? { edge: request.edge } : {}) }, files, day, told.edges);
  if (!envoys.ok) return envoys;
  const setting: Setting = { s, counted: counted.value, cases, costs: { ...given.value, costs: new Map([...counted.value.costs, ...given.value.costs]) }, network: network.value, solve: await loadSolver(), goal: asked };
  const outcome = countVotes(counted.value.input);
  const targets = targetsOf(setting);
  const free = plan(setting, targets, Infinity);
  const within = free && free.cost <= budget + 1e-9 ? free : null;
  const chosen = within ?? bestChance(setting, budget);
  const steps = stepsOf(setting, chosen, envoys.value);
  const moved = new Set(steps.map((x) => x.member));
  const rest = within ? null : plan(setting, targets, Infinity, moved);
  const chance = chanceOf(setting, count, moved);
  const conditions: PlanReport['conditions'][number][] = [];
  for (const c of liftingConditions(s)) {
    // Whose opposition lifts no longer stands in the way, but carries nobody either.
    const after = plan(setting, targets, Infinity, new Set(c.members), NOBODY);
    conditions.push({ ...c, stillNeeded: after ? after.members : targets.filter((m) => !c.members.includes(m)), cost: after?.cost ?? null });
  }
  const report: Omit<PlanReport, 'sentence' | 'proof'> = {
    question: s.question.id,
    option: s.option.id,
    goal: asked,
    budget: budget === Infinity ? null : budget,
    outcome: outcome.outcome,
    reached: within !== null,
    steps,
    cost: chosen.cost,
    cheapest: free?.cost ?? null,
    needed: targets.filter((m) => !works(setting, new Set(targets.filter((x) => x !== m)))),
    left: within ? [] : (rest?.members ?? targets.filter((m) => !moved.has(m))),
    chance,
    conditions,
    notes: [
      ...network.value.notes,
      ...told.acts,
      `A member is carried once the weights of moved members that carry it reach its stubbornness (supporters of today have not carried it so far and do not count); moving a member directly costs ${counted.value.costs.size + given.value.costs.size > 0 ? 'as given, 1 for the others' : '1 each, since no costs are given'}.`,
      ...(chance ? ['Chances are assumed, not measured: a member that moves says yes as often as a supporter does.'] : []),
    ],
  };
  return ok({ ...report, ...planSentences(report, targets, counted.value.rule.needs, unmovable(setting, targets)) });
}

/** Members whose move the goal may need: holdouts, and for certainty all that do not support. */
const targetsOf = ({ cases, goal }: Setting): StateCode[] => cases.members.filter((_, i) => (goal === 'possible' ? isHoldoutStance(cases.stances[i] ?? 'unknown') : cases.stances[i] !== 'support'));

/** Acts when some members have moved to yes, the undecided saying what the goal supposes. */
function actsAfter({ cases, goal }: Setting, moved: ReadonlySet<StateCode>): Uint8Array {
  const acts = Uint8Array.from(goal === 'possible' ? cases.best : cases.worst);
  cases.members.forEach((m, i) => {
    if (moved.has(m)) acts[i] = ACT_INDEX.yes;
  });
  return acts;
}

const works = (setting: Setting, moved: ReadonlySet<StateCode>): boolean => adopts(setting.cases.compiled, actsAfter(setting, moved));

/** The plan's problem over some members; those who are `ready` carry from the start. */
function problemOf({ costs, network, cases }: Setting, members: readonly StateCode[], ready: ReadonlySet<StateCode>): PlanProblem {
  const place = new Map(members.map((m, i) => [m, i]));
  const carried = (to: StateCode): number => network.edges.reduce((sum, e) => (e.to === to && ready.has(e.from) ? sum + e.weight : sum), 0);
  const isOnBoard = (m: StateCode): boolean => ready.has(m) || cases.stances[cases.members.indexOf(m)] === 'support';
  return {
    // A member that those who are ready carry already costs nothing.
    candidates: members.map((m) => {
      const resistance = Math.max(network.stubbornness.get(m) ?? 0, defaults.stubbornness.uncommitted);
      const pulled = carried(m);
      return { cost: pulled >= resistance ? 0 : (costs.costs.get(m) ?? 1), resistance: Math.max(1e-3, resistance - pulled) };
    }),
    carries: network.edges.flatMap((e) => {
      const [from, to] = [place.get(e.from), place.get(e.to)];
      return from === undefined || to === undefined ? [] : [{ from, to, weight: e.weight }];
    }),
    levers: leversFor(costs.levers, place, isOnBoard).map(({ lever, on, heldBy }) => ({ on, heldBy, worth: lever.worth, price: lever.price })),
  };
}

/** Levers on members of a problem whose holder is on board or may come on board. */
function leversFor(levers: readonly GivenLever[], place: ReadonlyMap<StateCode, number>, isOnBoard: (m: StateCode) => boolean): { readonly lever: GivenLever; readonly on: number; readonly heldBy: number | null }[] {
  return levers.flatMap((lever) => {
    const on = place.get(lever.on);
    const free = lever.by === null || isOnBoard(lever.by);
    const heldBy = lever.by === null || free ? null : (place.get(lever.by) ?? null);
    return on === undefined || (!free && heldBy === null) ? [] : [{ lever, on, heldBy }];
  });
}

interface NamedPlan extends Plan {
  /** Whom the plan's candidates stand for. */
  readonly pool: readonly StateCode[];
  readonly members: readonly StateCode[];
  readonly levers: readonly GivenLever[];
}

const named = (setting: Setting, pool: readonly StateCode[], ready: ReadonlySet<StateCode>, found: Plan): NamedPlan => {
  const place = new Map(pool.map((m, i) => [m, i]));
  const onBoard = (m: StateCode): boolean => ready.has(m) || setting.cases.stances[setting.cases.members.indexOf(m)] === 'support';
  return { ...found, pool, members: found.steps.flatMap((x) => pool[x.candidate] ?? []), levers: leversFor(setting.costs.levers, place, onBoard).map((l) => l.lever) };
};

/** The cheapest plan that reaches the goal when `ready` say yes already, of whom `pulling` carry others; null when there is none within the budget. */
function plan(setting: Setting, targets: readonly StateCode[], budget: number, ready: ReadonlySet<StateCode> = NOBODY, pulling: ReadonlySet<StateCode> = ready): NamedPlan | null {
  const pool = targets.filter((m) => !ready.has(m));
  const acts = actsAfter(setting, ready);
  const aim: Aim = {
    kind: 'adopt',
    rows: adopts(setting.cases.compiled, acts) ? [] : rowsToAdopt(setting.cases.compiled, acts, pool.map((m) => setting.cases.members.indexOf(m))),
    works: (moved) => works(setting, new Set([...ready, ...[...moved].flatMap((i) => pool[i] ?? [])])),
  };
  if (!works(setting, new Set([...ready, ...pool]))) return null;
  const found = findPlan(problemOf(setting, pool, pulling), aim, budget, setting.solve);
  return found && named(setting, pool, pulling, found);
}

/** The steps within a budget that raise the chance of adoption most: exactly where every member is needed, else by the sum of logarithms. */
function bestChance(setting: Setting, budget: number): NamedPlan {
  const pool = setting.cases.members.filter((_, i) => setting.cases.stances[i] !== 'support');
  const chances = new Map(probabilityOf(setting.s, setting.counted)?.members.map((m) => [m.member, m.chance] as const));
  const yes = setting.counted.chanceOf.support;
  const gains = pool.map((m) => Math.max(0, Math.log(yes / Math.max(1e-6, chances.get(m) ?? setting.counted.chanceOf[setting.cases.stances[setting.cases.members.indexOf(m)] ?? 'unknown']))));
  return named(setting, pool, NOBODY, findPlan(problemOf(setting, pool, NOBODY), { kind: 'gain', gains }, budget, setting.solve) ?? { steps: [], cost: 0 });
}

function stepsOf({ cases, network }: Setting, found: NamedPlan, envoys: Network): PlanStep[] {
  const onBoard = new Set(cases.members.filter((_, i) => cases.stances[i] === 'support'));
  return found.steps.flatMap((step, k): PlanStep[] => {
    const member = found.pool[step.candidate];
    if (member === undefined) return [];
    const carriers = new Set(step.through.flatMap((i) => found.pool[i] ?? []));
    const edges = (step.how === 'carried' ? network : envoys).edges.filter((e) => e.to === member && (step.how === 'carried' ? carriers.has(e.from) : onBoard.has(e.from)));
    onBoard.add(member);
    return [
      {
        order: k + 1,
        member,
        name: stateName(member),
        stance: cases.stances[cases.members.indexOf(member)] ?? 'unknown',
        how: step.how,
        cost: step.cost,
        through: [...edges].sort((a, b) => b.weight - a.weight || (a.from < b.from ? -1 : 1)).slice(0, step.how === 'carried' ? edges.length : ENVOYS).map((e) => ({ member: e.from, weight: e.weight, bases: [...new Set(e.parts.map((p) => p.basis))] })),
        levers: step.levers.flatMap((l) => found.levers[l] ?? []),
      },
    ];
  });
}

/** Chance of adoption now and when some members hold support; null where it cannot be reckoned. */
function chanceOf({ s, counted }: Setting, count: CountRequest, moved: ReadonlySet<StateCode>): PlanReport['chance'] {
  const before = probabilityOf(s, counted);
  const supposed = countedOf(s, { ...count, assume: { ...count.assume, ...Object.fromEntries([...moved].map((m) => [m, 'support'])) } });
  const after = supposed.ok ? probabilityOf(s, supposed.value) : null;
  return before && after ? { before: before.adoption, after: after.adoption } : null;
}

/** Targets that nothing moves: not directly, and not even when all others have moved. */
function unmovable({ costs, network }: Setting, targets: readonly StateCode[]): StateCode[] {
  return targets.filter((m) => {
    if ((costs.costs.get(m) ?? 1) !== Infinity) return false;
    const pull = network.edges.reduce((sum, e) => (e.to === m && targets.includes(e.from) ? sum + e.weight : sum), 0);
    return pull < Math.max(network.stubbornness.get(m) ?? 0, defaults.stubbornness.uncommitted);
  });
}
