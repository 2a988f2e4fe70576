import type { Failure } from '../domain/failure.js';
import type { ModelUse } from '../read/reader.js';
import type { ModelOptions } from './options.js';

/** UTF-16 code units to a token, on the safe side: English has about four. */
const UNITS_PER_TOKEN = 3;
const MILLION = 1_000_000;

export const estimatedTokens = (text: string): number => Math.ceil(text.length / UNITS_PER_TOKEN);

/** Tokens and cost of one run, held below its limits: a request that might pass one is not sent. */
export class Budget {
  readonly #limits: Pick<ModelOptions, 'maxTokens' | 'maxCost' | 'prices'>;
  #input = 0;
  #output = 0;

  constructor(limits: Pick<ModelOptions, 'maxTokens' | 'maxCost' | 'prices'>) {
    this.#limits = limits;
  }

  /** Null when a request of at most so many tokens fits what is left; else the failure that says which limit is in the way. */
  refuse(input: number, output: number): Failure | null {
    const { maxTokens, maxCost } = this.#limits;
    const spent = 'what was read so far is stored; raise it to go on';
    if (maxTokens !== undefined && this.#input + this.#output + input + output > maxTokens)
      return budgetFailure(`The next request could take ${String(input + output)} tokens and ${String(this.#input + this.#output)} of the ${String(maxTokens)} of --max-tokens are used; ${spent}.`);
    const cost = this.#costOf(this.#input + input, this.#output + output);
    if (maxCost !== undefined && cost !== null && cost > maxCost)
      return budgetFailure(`The next request could bring the cost to ${cost.toFixed(4)}, beyond the ${String(maxCost)} of --max-cost; ${spent}.`);
    return null;
  }

  add(input: number, output: number): void {
    this.#input += input;
    this.#output += output;
  }

  get used(): ModelUse {
    return { inputTokens: this.#input, outputTokens: this.#output, cost: this.#costOf(this.#input, this.#output) };
  }

  #costOf(input: number, output: number): number | null {
    const { prices } = this.#limits;
    return prices === undefined ? null : (input * prices.input + output * prices.output) / MILLION;
  }
}

const budgetFailure = (message: string): Failure => ({ code: 'model-budget', category: 'caller', message });
