import { describe, expect, it } from 'vitest';
import { readerChoiceOf } from '../../src/cli/reader-flags.js';

const model = { reader: 'llm', model: 'm', llmUrl: 'http://127.0.0.1:1/v1' };

describe('flags of the reader', () => {
  it('choose the offline reader when absent', () => {
    expect(readerChoiceOf({}, '.holdout', {})).toEqual({ kind: 'offline' });
  });
  it('keep answers beside the register, unless that is a database or a stream', () => {
    const cacheOf = (register?: string): unknown => {
      const choice = readerChoiceOf(model, register, {});
      return choice.kind === 'offline' ? null : choice.model.cache;
    };
    expect(cacheOf('/r')).toBe('/r/llm-cache');
    expect(cacheOf('postgres://h/d')).toBeUndefined();
    expect(cacheOf()).toBeUndefined();
  });
  it('take the key from the environment alone, and every limit as a number', () => {
    const choice = readerChoiceOf({ ...model, reader: 'both', maxTokens: '1e6', maxCost: '2.5', priceIn: '1', priceOut: '4', timeout: '0.5' }, undefined, { HOLDOUT_LLM_KEY: ' k ' });
    expect(choice).toEqual({
      kind: 'both',
      model: { api: 'openai', model: 'm', url: 'http://127.0.0.1:1/v1', key: 'k', maxTokens: 1_000_000, maxCost: 2.5, prices: { input: 1, output: 4 }, timeoutMs: 500 },
    });
  });
  it.each<[string, object, Record<string, string>, string, RegExp]>([
    ['a reader there is not', { reader: 'oracle' }, {}, 'usage', /offline, llm, both/],
    ['a model without its reader', { model: 'm' }, {}, 'usage', /--model is for a language model/],
    ['no model', { reader: 'llm', llmUrl: 'http://127.0.0.1' }, {}, 'model-unset', /--model/],
    ['a model with a line break', { ...model, model: 'm\n[31m' }, {}, 'model-unset', /--model/],
    ['no address', { reader: 'llm', model: 'm' }, {}, 'model-unset', /--llm-url/],
    ['an address that is none', { ...model, llmUrl: 'localhost' }, {}, 'usage', /--llm-url/],
    ['a file as an address', { ...model, llmUrl: 'file:///etc/passwd' }, {}, 'usage', /https:/],
    ['a password in the address', { ...model, llmUrl: 'https://me:hush@host/v1' }, {}, 'usage', /HOLDOUT_LLM_KEY/],
    ['a key in the clear', { ...model, llmUrl: 'http://models.example/v1' }, { HOLDOUT_LLM_KEY: 'hush' }, 'usage', /https:/],
    ['a protocol there is not', { ...model, llmApi: 'telex' }, {}, 'usage', /openai, anthropic/],
    ['Anthropic without a key', { reader: 'llm', model: 'm', llmApi: 'anthropic' }, {}, 'model-unset', /HOLDOUT_LLM_KEY/],
    ['a cost without prices', { ...model, maxCost: '1' }, {}, 'usage', /--price-in/],
    ['one price', { ...model, priceIn: '1' }, {}, 'usage', /--price-out/],
    ['a negative limit', { ...model, maxTokens: '-1' }, {}, 'usage', /--max-tokens/],
    ['a limit that is no number', { ...model, maxTokens: 'lots' }, {}, 'usage', /--max-tokens/],
    ['no time at all', { ...model, timeout: '0' }, {}, 'usage', /--timeout/],
  ])('are refused in one sentence: %s', (_name, flags, env, code, words) => {
    let failure: unknown;
    try {
      readerChoiceOf(flags, undefined, env);
    } catch (error) {
      failure = error;
    }
    expect(failure).toMatchObject({ code, message: expect.stringMatching(words) });
    expect((failure as Error).message).not.toMatch(/hush|\n/);
  });
});
