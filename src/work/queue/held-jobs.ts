import type { JsMsg } from '@nats-io/jetstream';
import { ACK_WAIT_MS } from './queue.js';

/** Messages that a worker was given and has not answered: it tells the server that it is at them, and gives back what it will not do. */
export class HeldJobs implements AsyncIterable<JsMsg> {
  readonly #held = new Set<JsMsg>();
  readonly #waiting: JsMsg[] = [];
  readonly #most: number;
  readonly #beat: NodeJS.Timeout;
  #wake: () => void = () => undefined;
  #isEnding = false;

  /** @param most messages that are held at once */
  constructor(most: number) {
    this.#most = most;
    this.#beat = setInterval(() => {
      for (const message of this.#held) message.working();
    }, ACK_WAIT_MS / 3);
  }

  /** How many more may be taken. */
  get room(): number {
    return this.#most - this.#held.size;
  }

  /** Messages that are held. */
  get size(): number {
    return this.#held.size;
  }

  take(message: JsMsg): void {
    this.#held.add(message);
    this.#waiting.push(message);
    this.#wake();
  }

  /** Forgets a message after it was answered. */
  drop(message: JsMsg): void {
    this.#held.delete(message);
  }

  /** Ends the iteration; what nobody began is held until `close`. */
  end(): void {
    this.#isEnding = true;
    this.#wake();
  }

  /** Gives back whatever is still held. Not before the last request for messages has ended: the server would answer it with what was given back. */
  close(): void {
    clearInterval(this.#beat);
    for (const message of this.#held) message.nak();
    this.#held.clear();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<JsMsg> {
    for (;;) {
      if (this.#isEnding) return;
      const next = this.#waiting.shift();
      if (next !== undefined) yield next;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}
