import { createHash } from 'node:crypto';
import type { SourceText } from '../domain/document.js';
import type { Failure } from '../domain/failure.js';
import { err, ok, type Result } from '../domain/result.js';
import { analysisFrom } from '../read/kept-analysis.js';
import { READER } from '../read/read-document.js';
import type { Reader } from '../read/reader.js';
import { agreedReading } from './agree.js';
import { AnswerCache } from './answer-cache.js';
import { REASON_KINDS, type Answer } from './answer-schema.js';
import { createArticle, type Article } from './article.js';
import { openModel, type AskModel } from './ask-model.js';
import { Budget } from './budget.js';
import { checkAnswers, type CheckedAnswers } from './check-answers.js';
import type { ModelOptions } from './options.js';
import { PROMPT_VERSION, promptOf, SYSTEM_PROMPT } from './prompt.js';
import { splitText } from './split-text.js';

/** Version of the checks; a changed check is a changed reading. */
const LLM_READER = 'holdout-llm@1';
const BOTH_READER = 'holdout-both@1';
/** Longest text that is sent to a model, in UTF-16 code units: about 40 requests. */
const LONGEST_TEXT = 1_000_000;
/** So many texts in a row that the server fails on end the run. */
const FAILURES_IN_A_ROW = 3;

/** Opens a reader that asks a language model, alone (`llm`) or beside the offline reader (`both`). Asks nothing yet. */
export async function openLlmReader(mode: 'llm' | 'both', options: ModelOptions): Promise<Result<Reader, Failure>> {
  const budget = new Budget(options);
  const opened = await openModel(options, budget);
  if (!opened.ok) return opened;
  const ask = throughCache(opened.value, options);
  const llm = `${LLM_READER}/${options.model}#${PROMPT_VERSION}`;
  const id = mode === 'llm' ? llm : `${BOTH_READER}(${READER},${llm})`;
  let failedInARow = 0;
  const read: Reader['read'] = async (source, question, kept) => {
    const { analysis, made } = analysisFrom(kept, source);
    const article = createArticle(source, question, analysis);
    const answers = await answersFor(article, ask);
    if (!answers.ok) {
      failedInARow += answers.error.code === 'model-failed' ? 1 : 0;
      return failedInARow < FAILURES_IN_A_ROW ? answers : err({ ...answers.error, code: 'model-refused' });
    }
    failedInARow = 0;
    const { reading, dropped }: CheckedAnswers = checkAnswers(article, answers.value.answers, llm);
    return ok({
      reading: mode === 'llm' ? reading : agreedReading(article.offline, reading, id),
      model: { dropped, cached: answers.value.cached },
      ...(made ? { analysis: made } : {}),
    });
  };
  return ok({ id, read, used: () => budget.used });
}

type CachedAsk = (prompt: string) => Promise<Result<{ readonly answer: Answer; readonly cached: boolean }, Failure>>;

function throughCache(ask: AskModel, options: ModelOptions): CachedAsk {
  const cache = options.cache === undefined ? null : new AnswerCache(options.cache);
  return async (prompt) => {
    const request = [options.api, options.url ?? '', options.model, PROMPT_VERSION, SYSTEM_PROMPT, prompt];
    const known = await cache?.get(request);
    if (known) return ok({ answer: known, cached: true });
    const answer = await ask(prompt);
    if (!answer.ok) return answer;
    await cache?.put(request, answer.value);
    return ok({ answer: answer.value, cached: false });
  };
}

async function answersFor({ source, question }: Article, ask: CachedAsk): Promise<Result<{ readonly answers: readonly Answer[]; readonly cached: boolean }, Failure>> {
  if (source.text.length > LONGEST_TEXT)
    return err({ code: 'model-failed', category: 'caller', message: `A text of ${String(source.text.length)} characters is too long for the language-model reader; split it into parts of ${String(LONGEST_TEXT)}.` });
  const fence = fenceOf(source);
  const answers: Answer[] = [];
  let cached = true;
  for (const part of splitText(source.text)) {
    const result = await ask(promptOf(part, fence, source, question, REASON_KINDS));
    if (!result.ok) return result;
    answers.push(result.value.answer);
    cached &&= result.value.cached;
  }
  return ok({ answers, cached });
}

/** A line that no article can hold, since it depends on every word of the article; the same for the same text, for the cache. */
function fenceOf(source: SourceText): string {
  const hash = createHash('sha256').update(JSON.stringify([source.title ?? '', source.text])).digest('hex');
  return `=====${hash.slice(0, 24)}=====`;
}
