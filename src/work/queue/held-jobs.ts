import type { JsMsg } from '@nats-io/jetstream';

/** Messages that a worker was given and has not answered: it tells the server that it is at them, and gives back what it will not do. */
export class HeldJobs implements AsyncIterable<JsMsg> {
  readonly #held = new Set<JsMsg>();
  readonly #waiting: JsMsg[] = [];
  readonly #most: number;
  readonly #beat: NodeJS.Timeout;
  #wake: () => void = () => undefined;
  #isEnding = false;

  #isPaused = false;

  /**
   * @param most messages that are held at once
   * @param ackWaitMs the server gives a message to another worker when it has heard nothing for so long
   */
  constructor(most: number, ackWaitMs: number) {
    this.#most = most;
    this.#beat = setInterval(() => {
      for (const message of this.#held) message.working();
    }, ackWaitMs / 3);
  }

  /** How many more may be taken. */
  get room(): number {
    return this.#isPaused ? 0 : this.#most - this.#held.size;
  }

  /** Messages that are held. */
  get size(): number {
    return this.#held.size;
  }

  take(message: JsMsg): void {
    if (this.#isPaused) {
      message.nak();
      return;
    }
    this.#held.add(message);
    this.#waiting.push(message);
    this.#wake();
  }

  /** Forgets a message after it was answered. */
  drop(message: JsMsg): void {
    this.#held.delete(message);
  }

  /** Whether a message is still to be answered. */
  has(message: JsMsg): boolean {
    return this.#held.has(message);
  }

  /** Gives back whatever is held and takes no more until `resume`. */
  pause(): void {
    this.#isPaused = true;
    this.#waiting.length = 0;
    this.#giveBackAll();
  }

  resume(): void {
    this.#isPaused = false;
  }

  /** Ends the iteration; what nobody began is held until `close`. */
  end(): void {
    this.#isEnding = true;
    this.#wake();
  }

  /** Gives back whatever is still held. Not before the last request for messages has ended: the server would answer it with what was given back. */
  close(): void {
    clearInterval(this.#beat);
    this.#giveBackAll();
  }

  #giveBackAll(): void {
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
