import type { Failure } from '../../domain/failure.js';
import { ok, type Result } from '../../domain/result.js';
import type { ModelOptions } from '../../llm/options.js';
import type { Reader } from '../../read/reader.js';
import { offlineReader } from '../../work/offline-reader.js';

export { MODEL_APIS, type ModelOptions } from '../../llm/options.js';
export type { ModelPart, ModelUse, Reader } from '../../read/reader.js';

/** Which reader reads: the offline one, a language model, or both, of which what they agree on counts. */
export type ReaderChoice = { readonly kind: 'offline' } | { readonly kind: 'llm' | 'both'; readonly model: ModelOptions };

/** Opens a reader; the language model's code is loaded only where one is asked for. Fails as `openLlmReader` does. */
export async function openReader(choice: ReaderChoice): Promise<Result<Reader, Failure>> {
  if (choice.kind === 'offline') return ok(offlineReader);
  const { openLlmReader } = await import('../../llm/index.js');
  return openLlmReader(choice.kind, choice.model);
}
