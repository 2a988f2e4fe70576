import type { IsoDate, StateCode } from '../domain/ids.js';
import type { Question } from '../domain/question.js';
import { resolveBody, rosterAt } from '../knowledge/bodies.js';
import type { ReadableQuestion } from '../read/read-document.js';

/** Who votes on a question on a day: its own roster, else the body's members then. */
export function rosterOf(question: Pick<Question, 'members' | 'body' | 'date'>, day: IsoDate): readonly StateCode[] {
  if (question.members) return question.members;
  const body = resolveBody(question.body);
  return body ? rosterAt(body, question.date ?? day) : [];
}

/** What a text may call a body and its members, for matching proposals. */
export function bodyNamesOf(body: string): readonly string[] {
  const known = resolveBody(body);
  return known ? [...known.names, ...known.memberWords] : [body];
}

/** A question as the reader takes it. */
export function readableQuestion(question: Question, day: IsoDate): ReadableQuestion {
  return { options: question.options, roster: rosterOf(question, day), bodyNames: bodyNamesOf(question.body) };
}
