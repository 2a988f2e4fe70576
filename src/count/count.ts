import type { StateCode } from '../domain/ids.js';
import { isHoldoutStance, type HoldoutStance, type PositionStance } from '../domain/stance.js';
import { blockingGroups } from './blocking.js';
import { casesOf } from './cases.js';
import { ACT_INDEX, adopts, totalOf, type CompiledRule } from './compile-rule.js';
import { countSentence } from './count-sentence.js';
import { fewestFlips } from './fewest-flips.js';
import { requirementsOf, type Requirement } from './requirements.js';
import { ACTS, type Rule } from './rule.js';

export type Outcome = 'adopted' | 'blocked' | 'open';

/** What each member is believed to hold: by member, or as a map. A member that is missing is `unknown`. */
export type Positions = ReadonlyMap<string, PositionStance> | Readonly<Partial<Record<string, PositionStance>>>;

export interface CountInput {
  /** Members on the day of the count; an order without meaning. */
  readonly roster: readonly StateCode[];
  readonly positions: Positions;
  readonly rule: Rule;
  /** Stances to count with instead, for a what-if. */
  readonly assume?: Readonly<Partial<Record<string, PositionStance>>>;
  /** Members that may not vote and count in no base: the member concerned (Art. 7 TEU), a party to the dispute. */
  readonly excluded?: readonly StateCode[];
  /** Name of a member in the sentence; its code when absent. */
  readonly nameOf?: (member: StateCode) => string;
}

/** A set of members that would have to move to support. */
export interface Flips {
  readonly count: number;
  /** One smallest set; there may be others of the same size. */
  readonly members: readonly StateCode[];
}

/** The whip count of one option. Lists are in roster order. */
export interface Count {
  /** `adopted`: whatever the undecided do; `blocked`: not unless a holdout moves; else `open`. */
  readonly outcome: Outcome;
  /** The outcome, its reason and its numbers in one sentence. */
  readonly sentence: string;
  readonly rule: { readonly id: string; readonly title: string; readonly source: string };
  /** Members that may vote. */
  readonly members: number;
  readonly holdouts: readonly { readonly member: StateCode; readonly stance: HoldoutStance }[];
  readonly supporters: readonly StateCode[];
  readonly uncommitted: readonly StateCode[];
  readonly unknown: readonly StateCode[];
  /** Holdouts that stop it, alone or as one of a minimal group, whatever all others do; empty unless blocked. */
  readonly blockers: readonly StateCode[];
  /** How they stop it: each alone, and the minimal groups of two or more (not all of them when the list was cut). */
  readonly blocking: { readonly alone: readonly StateCode[]; readonly groups: readonly (readonly StateCode[])[]; readonly groupsComplete: boolean };
  /** Members whose single no stops adoption under the rule, whatever they hold today. */
  readonly vetoes: readonly StateCode[];
  /** Members whose own move, alone, changes the outcome today. */
  readonly pivotal: readonly StateCode[];
  /** The same with the move and the outcome after it. */
  readonly pivots: readonly { readonly member: StateCode; readonly to: 'support' | 'oppose'; readonly outcome: Outcome }[];
  /** Fewest holdouts whose move to support makes adoption possible, the undecided assumed to say yes; null when nothing can. */
  readonly fewestFlips: Flips | null;
  /** Fewest members (undecided first, then holdouts) whose support makes adoption certain; null when nothing can. */
  readonly fewestToBeCertain: Flips | null;
  /** The rule's tests with what is needed, certain and possible. */
  readonly requirements: readonly Requirement[];
  /** Rules that the decision must pass afterwards, each with a count of its own. */
  readonly then: readonly string[];
  /** Keys of positions and assumptions that are no members of the roster. */
  readonly ignored: readonly string[];
  /** Members that the roster names more than once; counted once. */
  readonly duplicates: readonly StateCode[];
  readonly notes: readonly string[];
}

const SOFTNESS: readonly PositionStance[] = ['uncommitted', 'unknown', 'conditional', 'abstract-support', 'oppose'];

/**
 * Counts one option: support is yes; opposition, an unmet condition and abstract support are no; the uncommitted and the unknown may do
 * either. Pure and exact: rules are monotone, so the best case (undecided yes) and the worst case (undecided no) decide.
 * O(members · tests) for the outcome; see `fewestFlips` and `blockingGroups` for the searches. An empty roster is `open`.
 */
export function count(input: CountInput): Count {
  const { rule } = input;
  const { members, stances, compiled, best, worst, ignored, duplicates } = casesOf(input);
  const pick = (wanted: PositionStance): StateCode[] => members.filter((_, i) => stances[i] === wanted);
  const outcome: Outcome = members.length === 0 ? 'open' : adopts(compiled, worst) ? 'adopted' : adopts(compiled, best) ? 'open' : 'blocked';

  const holdoutIndices = stances.flatMap((s, i) => (isHoldoutStance(s) ? [i] : []));
  const bySoftness = stances
    .flatMap((s, i) => (s === 'support' ? [] : [i]))
    .sort((a, b) => SOFTNESS.indexOf(stances[a] ?? 'oppose') - SOFTNESS.indexOf(stances[b] ?? 'oppose') || (codeOf(members, a) < codeOf(members, b) ? -1 : 1));
  const asFlips = (found: readonly number[] | null): Flips | null =>
    found && { count: found.length, members: [...found].sort((a, b) => a - b).map((i) => codeOf(members, i)) };
  const blocking = blockingGroups(compiled, holdoutIndices);
  // A cut list may miss a group's member; then every holdout is named.
  const blockers = new Set(blocking.complete ? [...blocking.alone, ...blocking.groups.flat()] : holdoutIndices);
  const pivots = members.length === 0 ? [] : pivotalMoves(compiled, best, worst, outcome);
  const result: Omit<Count, 'sentence'> = {
    outcome,
    rule: { id: rule.id, title: rule.title, source: rule.source },
    members: members.length,
    holdouts: members.flatMap((member, i) => {
      const stance = stances[i] ?? 'unknown';
      return isHoldoutStance(stance) ? [{ member, stance }] : [];
    }),
    supporters: pick('support'),
    uncommitted: pick('uncommitted'),
    unknown: pick('unknown'),
    blockers: members.filter((_, i) => blockers.has(i)),
    blocking: {
      alone: blocking.alone.map((i) => codeOf(members, i)),
      groups: blocking.groups.map((g) => g.map((i) => codeOf(members, i))),
      groupsComplete: blocking.complete,
    },
    vetoes: blockingGroups(compiled, members.map((_, i) => i), { singlesOnly: true }).alone.map((i) => codeOf(members, i)),
    pivotal: [...new Set(pivots.map((p) => p.member))],
    pivots,
    fewestFlips: asFlips(fewestFlips(compiled, best, bySoftness.filter((i) => isHoldoutStance(stances[i] ?? 'unknown')))),
    fewestToBeCertain: asFlips(fewestFlips(compiled, worst, bySoftness)),
    requirements: requirementsOf(rule, compiled, best, worst),
    then: rule.then,
    ignored,
    duplicates,
    notes: rule.notes,
  };
  return { ...result, sentence: countSentence(result, rule, input.nameOf ?? ((m) => m)) };
}

const codeOf = (members: readonly StateCode[], i: number): StateCode => {
  const code = members[i];
  if (code === undefined) throw new RangeError(`no member at ${i}`);
  return code;
};

/** Outcome after each single move, from the constraint totals: O(members · constraints). */
function pivotalMoves(compiled: CompiledRule, best: Uint8Array, worst: Uint8Array, outcome: Outcome): Count['pivots'] {
  const totals = compiled.alternatives.map((a) => a.map((c) => ({ c, best: totalOf(c, best), worst: totalOf(c, worst) })));
  const holds = (i: number, act: number, which: 'best' | 'worst', acts: Uint8Array): boolean =>
    totals.some((a) => a.every((t) => t[which] - (t.c.values[i * ACTS.length + (acts[i] ?? 0)] ?? 0) + (t.c.values[i * ACTS.length + act] ?? 0) >= t.c.need));
  return compiled.members.flatMap((member, i) =>
    (['support', 'oppose'] as const).flatMap((to) => {
      const act = to === 'support' ? ACT_INDEX.yes : ACT_INDEX.no;
      const after: Outcome = holds(i, act, 'worst', worst) ? 'adopted' : holds(i, act, 'best', best) ? 'open' : 'blocked';
      return after === outcome ? [] : [{ member, to, outcome: after }];
    }),
  );
}
