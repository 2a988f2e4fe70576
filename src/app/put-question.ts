import type { Failure } from '../domain/failure.js';
import type { IsoDate, StateCode } from '../domain/ids.js';
import type { Question } from '../domain/question.js';
import { ok, type Result } from '../domain/result.js';
import type { Register } from '../register/index.js';
import { parseQuestion } from './parse-question.js';
import { rosterOf } from '../work/readable-question.js';
import { ruleOfQuestion } from './rule-of-question.js';

/** A question with what follows from it on a day: who votes, and by which rule. */
export interface QuestionReport {
  readonly question: Question;
  readonly roster: readonly StateCode[];
  readonly rule: { readonly id: string; readonly text: string; readonly citation: string };
}

/** What follows from a question on its own day, else today. */
export function reportQuestion(question: Question, today: IsoDate): Result<QuestionReport, Failure> {
  const roster = rosterOf(question, today);
  const rule = ruleOfQuestion(question, undefined, question.date, roster);
  if (!rule.ok) return rule;
  return ok({ question, roster, rule: { id: rule.value.id, text: rule.value.title, citation: rule.value.source } });
}

/** What became of a question that somebody gave. */
export interface PutQuestion extends QuestionReport {
  /** Its version: the stored one; in a preview, the one it would get. */
  readonly version: number;
  /** False when the version in force says the same. */
  readonly added: boolean;
}

/**
 * Stores a question given as plain values, as a new one or a new version, or only shows what it would become. Fails as `parseQuestion`.
 * @param preview true stores nothing
 */
export async function putQuestion(register: Register, raw: unknown, today: IsoDate, preview: boolean): Promise<Result<PutQuestion, Failure>> {
  // JSON is YAML, so one parser says what is wrong with both.
  const parsed = parseQuestion(JSON.stringify(raw, null, 1), 'The question', today);
  if (!parsed.ok) return parsed;
  const report = reportQuestion(parsed.value, today);
  if (!report.ok) return report;
  const put = preview ? await register.comparedQuestion(parsed.value) : await register.putQuestion(parsed.value);
  return ok({ ...report.value, ...put });
}
