import type { Reading, Signal } from '../domain/signal.js';
import type { Statement } from '../domain/statement.js';
import type { Answer } from './answer-schema.js';
import type { Article } from './article.js';
import { checkSignal } from './check-signal.js';
import { CLAIM_RULE, checkStatement } from './check-statement.js';
import { DropTally, type Drops } from './drop-reason.js';
import { isOtherSide, type WaitReason } from './wait-reason.js';

/** What is left of a model's answers after every claim was checked. */
export interface CheckedAnswers {
  readonly reading: Required<Reading>;
  readonly dropped: Drops;
}

/**
 * Checks what a model claims of one text. Nothing is taken on trust: words must stand in the text, speakers and members be known, kinds be
 * of their closed sets; what fails is dropped and counted, what is doubtful waits. Pure; the same answers give the same reading.
 * @param answers one for each part of the text, in its order
 */
export function checkAnswers(article: Article, answers: readonly Answer[], reader: string): CheckedAnswers {
  const drops = new DropTally();
  const statements: Statement[] = [];
  const signals: Signal[] = [];
  const waiting: Signal[] = [];
  const statementAt = new Map<string, number>();
  const seen = new Set<string>();
  for (const answer of answers) {
    const checked = answer.statements.map((raw) => {
      const statement = checkStatement(article, raw, drops);
      if (statement === null) return null;
      const key = JSON.stringify([statement.speaker, statement.attribution, statement.content]);
      const index = statementAt.get(key) ?? statements.push(statement) - 1;
      statementAt.set(key, index);
      return { statement: statements[index] ?? statement, index };
    });
    for (const raw of answer.signals) {
      const result = checkSignal(article, raw, checked, drops);
      if (result === null) continue;
      const { signal, waits } = result;
      const key = JSON.stringify([signal.member, signal.option, signal.stance, signal.evidence]);
      if (seen.has(key)) {
        drops.add('repeated');
        continue;
      }
      seen.add(key);
      if (waits === null) signals.push(signal);
      else waiting.push({ ...signal, rule: `${CLAIM_RULE}:${waits}` });
    }
  }
  const torn = signals.filter((s) => signals.some((other) => isOtherSide(s, other)));
  const counted = signals.filter((s) => !torn.includes(s));
  const both: WaitReason = 'both-sides';
  return {
    reading: { reader, statements, signals: counted, waiting: [...waiting, ...torn.map((s) => ({ ...s, rule: `${CLAIM_RULE}:${both}` }))] },
    dropped: drops.counts,
  };
}
