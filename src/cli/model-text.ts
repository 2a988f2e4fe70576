import type { ModelPart, ModelUse } from '../app/readers/open-reader.js';

/** What a language model's part in a run was, summed over its texts. */
export class ModelSummary {
  #waiting = 0;
  #texts = 0;
  #cached = 0;
  readonly #dropped = new Map<string, number>();

  add(waiting: number, part: ModelPart | undefined): void {
    if (part === undefined) return;
    this.#texts += 1;
    this.#waiting += waiting;
    if (part.cached) this.#cached += 1;
    for (const [reason, n] of Object.entries(part.dropped)) this.#dropped.set(reason, (this.#dropped.get(reason) ?? 0) + n);
  }

  /** One line about the run; empty for a reader without a language model. */
  text(used: ModelUse | undefined): string {
    if (used === undefined) return '';
    const reasons = [...this.#dropped].sort((a, b) => b[1] - a[1]).map(([reason, n]) => `${String(n)} ${reason}`);
    const total = [...this.#dropped.values()].reduce((a, b) => a + b, 0);
    const cost = used.cost === null ? '' : `, cost ${used.cost.toFixed(4)}`;
    return `language model: ${String(this.#waiting)} signals wait for a review; ${String(total)} claims or details dropped${total === 0 ? '' : ` (${reasons.join(', ')})`}; ${String(this.#cached)} of ${String(this.#texts)} texts from the cache; ${String(used.inputTokens)} tokens in, ${String(used.outputTokens)} out${cost}.\n`;
  }
}
