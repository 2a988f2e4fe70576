import { liftedBy, type Lifting, type StatedCondition } from '../count/lifting.js';
import type { Failure } from '../domain/failure.js';
import type { IsoDate, StateCode } from '../domain/ids.js';
import type { Question, QuestionCondition } from '../domain/question.js';
import { err, ok, type Result } from '../domain/result.js';
import { conditionKindOf, knownConditionKinds, OTHER_KIND, type ConditionKind } from '../knowledge/condition-kinds.js';
import type { Situation } from './reports.js';

/** A condition that one member stated, with the signal it comes from. */
export interface MemberCondition extends StatedCondition {
  readonly member: StateCode;
  readonly signalId: string;
}

/** Kinds that the question adds, or adds words to. */
export const kindsOf = (question: Pick<Question, 'conditions'>): readonly ConditionKind[] =>
  (question.conditions ?? []).map((c) => ({ kind: c.kind, met: c.met ?? knownConditionKinds.find((k) => k.kind === c.kind)?.met ?? `"${c.kind}" were met`, words: c.words }));

/** What meeting a kind means, after "if". */
export const metWords = (question: Pick<Question, 'conditions'>, kind: string): string => [...kindsOf(question), ...knownConditionKinds].find((k) => k.kind === kind)?.met ?? 'every other condition were met';

/** How the world stands to a kind of condition on a day, by the question file: open where it says nothing or the day is earlier. */
export function stateOf(question: Pick<Question, 'conditions'>, kind: string, asOf: IsoDate | undefined): QuestionCondition['state'] {
  const declared = question.conditions?.find((c) => c.kind === kind);
  return declared && (declared.since === undefined || asOf === undefined || declared.since <= asOf) ? declared.state : 'open';
}

/** Every condition that the signals of a situation state. */
export const conditionsIn = (s: Pick<Situation, 'signals' | 'question' | 'conditionWords'>): readonly MemberCondition[] => {
  const own = kindsOf(s.question);
  return s.signals.flatMap(({ id, signal }) => {
    const words = s.conditionWords.get(id);
    return signal.condition && words !== undefined ? [{ member: signal.member, signalId: id, kind: conditionKindOf(words, own), marker: signal.condition.kind, stance: signal.stance, words }] : [];
  });
};

/** Kinds named by a request; fails with `usage`, naming the kinds there are. */
export function parseKinds(question: Pick<Question, 'conditions'>, raw: readonly string[]): Result<ReadonlySet<string>, Failure> {
  const all = [...new Set([...kindsOf(question), ...knownConditionKinds].map((k) => k.kind)), OTHER_KIND];
  const strange = raw.find((kind) => !all.includes(kind));
  return strange === undefined ? ok(new Set(raw)) : err({ code: 'usage', category: 'caller', message: `"${strange}" is no kind of condition; use one of: ${all.join(', ')}.` });
}

/** Whom the conditions met move, by member; members whose position a person declared state no condition. */
export function liftings(s: Situation, met: ReadonlySet<string>): ReadonlyMap<StateCode, Lifting> {
  const stated = conditionsIn(s);
  return new Map(
    s.roster.flatMap((member) => {
      const lifting = s.declared.has(member) ? null : liftedBy(s.positions.get(member)?.stance ?? 'unknown', stated.filter((c) => c.member === member), met);
      return lifting ? [[member, lifting] as const] : [];
    }),
  );
}
