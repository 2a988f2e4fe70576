/**
 * The language-model reader as a library; needs the packages `ai`, `@ai-sdk/openai-compatible` and `@ai-sdk/anthropic`.
 *
 *     import { openLlmReader } from 'holdout/llm';
 *     const reader = await openLlmReader('both', { api: 'openai', model: 'qwen3:14b', url: 'http://127.0.0.1:11434/v1' });
 *     if (reader.ok) await reader.value.read({ text }, { options, roster, bodyNames: ['NATO'] });
 */
export { openLlmReader, type ModelApi, type ModelOptions, type Prices } from './llm/index.js';
export type { ModelPart, ModelUse, Reader, ReaderAnswer } from './read/reader.js';
