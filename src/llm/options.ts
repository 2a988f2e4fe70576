/** Which protocol a server speaks. */
export const MODEL_APIS = ['openai', 'anthropic'] as const;
export type ModelApi = (typeof MODEL_APIS)[number];

/** Prices of a million tokens, in any currency. */
export interface Prices {
  readonly input: number;
  readonly output: number;
}

/** A language model to ask, and what it may use. */
export interface ModelOptions {
  readonly api: ModelApi;
  /** Name of the model as its server knows it. */
  readonly model: string;
  /** Address of the API, e.g. `http://127.0.0.1:11434/v1`. Absent only for Anthropic's own. */
  readonly url?: string;
  /** Never stored, logged or repeated. */
  readonly key?: string;
  /** Folder of answers; none are kept when absent. */
  readonly cache?: string;
  /** Most tokens, in and out together, that one run may use. */
  readonly maxTokens?: number;
  /** Most that one run may cost, in the currency of `prices`. */
  readonly maxCost?: number;
  readonly prices?: Prices;
  /** For one request; 120,000 when absent. */
  readonly timeoutMs?: number;
  /** How often a request is repeated; 3 when absent. */
  readonly retries?: number;
}
