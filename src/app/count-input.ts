import { DEFAULT_CHANCES, type ChanceOfYes } from '../count/chances.js';
import type { Costs } from '../count/cheapest-flips.js';
import type { CountInput } from '../count/count.js';
import type { Lifting } from '../count/lifting.js';
import type { Rule } from '../count/rule.js';
import type { Failure } from '../domain/failure.js';
import type { StateCode } from '../domain/ids.js';
import { err, ok, type Result } from '../domain/result.js';
import { isStance, STANCES, type PositionStance } from '../domain/stance.js';
import { parseState, stateName } from '../knowledge/state-phrases.js';
import { liftings, parseKinds, stateOf } from './conditions.js';
import type { CountRequest, Situation } from './reports.js';
import { ruleOfQuestion } from './rule-of-question.js';

/** What is counted: the positions with all that was supposed, and the rule. */
export interface Counted {
  readonly rule: Rule;
  readonly assumed: ReadonlyMap<StateCode, PositionStance>;
  /** Whom the conditions that are met move, or would if they waited for nothing else. */
  readonly lifted: ReadonlyMap<StateCode, Lifting>;
  /** Stances counted instead of the derived ones: assumed, or by a condition met. */
  readonly supposed: ReadonlyMap<StateCode, PositionStance>;
  /** What is counted for each member of the roster: supposed, else derived. */
  readonly stances: ReadonlyMap<StateCode, PositionStance>;
  /** Conditions that the question says are met, and whom they move. */
  readonly notes: readonly string[];
  readonly costs: Costs;
  /** Chance of a yes by stance, and by member where one was given by hand. */
  readonly chanceOf: ChanceOfYes;
  readonly chances: ReadonlyMap<StateCode, number>;
  /** Chance that members move together. */
  readonly share: number;
  readonly input: CountInput;
}

const fail = (code: Failure['code'], message: string): Result<never, Failure> => err({ code, category: 'caller', message });

/** A member of the roster by code or name; fails with `member-unknown`. */
export function memberOf(name: string, roster: readonly StateCode[]): Result<StateCode, Failure> {
  const member = parseState(name);
  return member && roster.includes(member) ? ok(member) : fail('member-unknown', `"${name}" is no member that votes on this question; use a code such as ${roster[0] ?? 'HUN'}.`);
}

/** Values by member name as a map by code. */
export function byMember<T>(values: Readonly<Record<string, T>>, roster: readonly StateCode[]): Result<ReadonlyMap<StateCode, T>, Failure> {
  const out = new Map<StateCode, T>();
  for (const [name, value] of Object.entries(values)) {
    const member = memberOf(name, roster);
    if (!member.ok) return member;
    out.set(member.value, value);
  }
  return ok(out);
}

/** Parses `HUN=support`-style suppositions; `unknown` is a stance here too. */
function parseAssume(raw: Readonly<Record<string, string>>, roster: readonly StateCode[]): Result<ReadonlyMap<StateCode, PositionStance>, Failure> {
  const named = byMember(raw, roster);
  if (!named.ok) return named;
  const out = new Map<StateCode, PositionStance>();
  for (const [member, stance] of named.value) {
    if (stance !== 'unknown' && !isStance(stance)) return fail('usage', `"${stance}" is no stance; use one of: ${STANCES.join(', ')}, unknown.`);
    out.set(member, stance);
  }
  return ok(out);
}

/** Joins a situation with what a request supposes. Fails with the caller's mistakes: rule, member, stance. */
export function countedOf(s: Situation, request: CountRequest): Result<Counted, Failure> {
  const rule = ruleOfQuestion(s.question, request.rule, request.asOf ?? s.question.date, s.roster);
  if (!rule.ok) return rule;
  const assumed = parseAssume(request.assume ?? {}, s.roster);
  if (!assumed.ok) return assumed;
  const costs = byMember(request.costs ?? {}, s.roster);
  if (!costs.ok) return costs;
  const isPosition = (name: string): name is PositionStance => name === 'unknown' || isStance(name);
  const given = Object.entries(request.chances ?? {});
  const chances = byMember(Object.fromEntries(given.filter(([name]) => !isPosition(name))), s.roster);
  if (!chances.ok) return chances;
  const excluded: StateCode[] = [];
  for (const name of request.excluded ?? []) {
    const member = memberOf(name, s.roster);
    if (!member.ok) return member;
    excluded.push(member.value);
  }
  const asked = parseKinds(s.question, request.met ?? []);
  if (!asked.ok) return asked;
  const already = new Set((s.question.conditions ?? []).map((c) => c.kind).filter((kind) => stateOf(s.question, kind, request.asOf) === 'met'));
  const lifted = liftings(s, new Set([...asked.value, ...already]));
  const supposed = new Map([...[...lifted].filter(([, l]) => l.unmet.length === 0).map(([m, l]) => [m, l.to] as const), ...assumed.value]);
  const positions = new Map([...s.positions].map(([m, p]) => [m, supposed.get(m) ?? p.stance]));
  return ok({
    rule: rule.value,
    assumed: assumed.value,
    lifted,
    supposed,
    stances: positions,
    notes: [...already].map((kind) => `The question says that the condition "${kind}" is met; counted so: ${[...liftings(s, new Set([kind]))].filter(([, l]) => l.unmet.length === 0).map(([m, l]) => `${m} ${l.to}`).join(', ') || 'it moves nobody'}.`),
    costs: costs.value,
    chanceOf: { ...DEFAULT_CHANCES, ...Object.fromEntries(given.filter(([name]) => isPosition(name))) },
    chances: chances.value,
    share: request.together ?? 0,
    input: { roster: s.roster, positions, rule: rule.value, assume: Object.fromEntries(assumed.value), excluded, nameOf: stateName },
  });
}
