import { parseRule } from '../count/parse-rule.js';
import type { Rule } from '../count/rule.js';
import { resolveRule } from '../count/rules.js';
import type { Failure } from '../domain/failure.js';
import type { IsoDate, StateCode } from '../domain/ids.js';
import type { Question } from '../domain/question.js';
import type { Result } from '../domain/result.js';

/**
 * The decision rule of a question on a day, its weights looked up for the roster: `asked` (an id or name) when given, else the
 * question's own. A user's rule that came with the question is known under its id. Fails as `parseRule` and `resolveRule` do.
 */
export function ruleOfQuestion(question: Pick<Question, 'id' | 'body' | 'rule' | 'ownRule'>, asked: string | undefined, day: IsoDate | undefined, roster: readonly StateCode[]): Result<Rule, Failure> {
  if (question.ownRule === undefined) return resolveRule(question.body, asked ?? question.rule, day, roster);
  const own = parseRule(question.ownRule, `question ${question.id}`);
  return own.ok ? resolveRule(question.body, asked ?? question.rule, day, roster, [{ ...own.value, bodies: ['*'] }]) : own;
}
