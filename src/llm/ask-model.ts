import type { Failure } from '../domain/failure.js';
import { err, ok, type Result } from '../domain/result.js';
import { answerEnvelope, answerJsonSchema, type Answer } from './answer-schema.js';
import { estimatedTokens, type Budget } from './budget.js';
import { AnswerTooLarge, guardedFetch } from './guarded-fetch.js';
import type { ModelOptions } from './options.js';
import { SYSTEM_PROMPT } from './prompt.js';

/** Most tokens of one answer. */
export const MOST_OUTPUT_TOKENS = 8_000;
/** How often a request is repeated after 429, 408 and 5xx, time-outs and lost connections; the wait doubles from two seconds, or is what the server asks for. */
const RETRIES = 3;
/** How often a model is asked that does not answer in the form it was told. */
const TRIES = 2;
const TIMEOUT_MS = 120_000;

/** Asks the model one question; the answer has the right outline and nothing in it is checked yet. */
export type AskModel = (prompt: string) => Promise<Result<Answer, Failure>>;

/** Thrown where only a throw gets out of the SDK's retries. */
class OverBudget extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** Loads the SDK, which takes a third of a second, and opens a model. Fails with `model-unset` when the packages are not installed. */
export async function openModel(options: ModelOptions, budget: Budget): Promise<Result<AskModel, Failure>> {
  const sdk = await loadSdk(options.api);
  if (sdk === null) return err({ code: 'model-unset', category: 'caller', message: INSTALL });
  let input = 0;
  const attempt = (): void => {
    const refused = budget.refuse(input, MOST_OUTPUT_TOKENS);
    if (refused) throw new OverBudget(refused);
  };
  // Whether a request that broke off is billed is the server's to say; it is counted as asked.
  const brokenOff = (): void => budget.add(input, 0);
  const model = sdk.open(options, guardedFetch(options.timeoutMs ?? TIMEOUT_MS, attempt, brokenOff));
  const { generateText, jsonSchema, Output } = sdk.ai;
  const output = Output.object({ schema: jsonSchema(answerJsonSchema()), name: 'reading' });

  const askOnce = async (prompt: string): Promise<Result<Answer | null, Failure>> => {
    input = estimatedTokens(SYSTEM_PROMPT + prompt);
    try {
      const result = await generateText({
        model,
        system: SYSTEM_PROMPT,
        prompt,
        output,
        maxOutputTokens: MOST_OUTPUT_TOKENS,
        maxRetries: options.retries ?? RETRIES,
        ...(options.api === 'openai' ? { temperature: 0 } : {}),
      });
      budget.add(result.usage.inputTokens ?? input, result.usage.outputTokens ?? estimatedTokens(result.text));
      if (result.finishReason !== 'stop') return ok(null);
      const parsed = answerEnvelope.safeParse(result.output);
      return ok(parsed.success ? parsed.data : null);
    } catch (thrown) {
      const error = sdk.ai.RetryError.isInstance(thrown) ? thrown.lastError : thrown;
      if (error instanceof OverBudget) return err(error.failure);
      if (sdk.ai.NoObjectGeneratedError.isInstance(error)) {
        budget.add(error.usage?.inputTokens ?? input, error.usage?.outputTokens ?? estimatedTokens(error.text ?? ''));
        return ok(null);
      }
      if (sdk.ai.NoOutputGeneratedError.isInstance(error)) return ok(null);
      return err(failureOf(error, options));
    }
  };

  return ok(async (prompt) => {
    for (let tries = 0; tries < TRIES; tries++) {
      const answer = await askOnce(prompt);
      if (!answer.ok) return answer;
      if (answer.value !== null) return ok(answer.value);
    }
    return err(failed(`The model ${options.model} did not answer in the form asked for; nothing was stored for this text, try another model.`));
  });
}

const INSTALL =
  'The language-model reader needs packages that are not installed; run: npm install ai@6 @ai-sdk/openai-compatible@2 @ai-sdk/anthropic@3.';

async function loadSdk(api: ModelOptions['api']) {
  try {
    const ai = await import('ai');
    // It would print to the console what a server does not support.
    Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });
    if (api === 'anthropic') {
      const { createAnthropic } = await import('@ai-sdk/anthropic');
      return {
        ai,
        open: (o: ModelOptions, fetch: typeof globalThis.fetch) =>
          createAnthropic({ apiKey: o.key ?? '', fetch, ...(o.url === undefined ? {} : { baseURL: o.url }) })(o.model),
      };
    }
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    return {
      ai,
      open: (o: ModelOptions, fetch: typeof globalThis.fetch) =>
        createOpenAICompatible({ name: 'openai-compatible', baseURL: o.url ?? '', fetch, supportsStructuredOutputs: true, ...(o.key === undefined ? {} : { apiKey: o.key }) })(o.model),
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}

const failed = (message: string): Failure => ({ code: 'model-failed', category: 'caller', message });

/** A failure in our words: a server's own may repeat the key or the text. */
function failureOf(error: unknown, options: ModelOptions): Failure {
  const tries = `${String((options.retries ?? RETRIES) + 1)} tries`;
  const refused = (message: string): Failure => ({ code: 'model-refused', category: 'caller', message });
  if (error instanceof AnswerTooLarge) return failed(`The model ${options.model} answered without end; nothing was stored for this text, try another model.`);
  const status = typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
  switch (status) {
    case 401:
    case 403:
      return refused(`The server refused the key (status ${String(status)}); set HOLDOUT_LLM_KEY to one that may use ${options.model}.`);
    case 404:
      return refused(`The server knows no model "${options.model}", or --llm-url is not the address of its API (status 404).`);
    case 400:
    case 413:
    case 422:
      return failed(`The server did not accept the request (status ${String(status)}); the model ${options.model} may have too short a context or no structured output.`);
    case 429:
      return failed(`The server let no more requests through (status 429) in ${tries}; wait, then run it again to go on.`);
    case 504:
    case 408:
      return failed(`The server took too long in ${tries}; raise --timeout or run it again to go on.`);
    default:
      return failed(
        status === undefined || status < 500
          ? 'The server of the language model could not be reached, or broke off; check --llm-url and run it again to go on.'
          : `The server failed (status ${String(status)}) in ${tries}; run it again to go on.`,
      );
  }
}
