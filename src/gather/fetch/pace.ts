/** The time as fetching sees it; a test gives its own. */
export interface Pace {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Waits, or ends early with the signal's reason. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

export const realPace: Pace = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const onAbort = (): void => {
        clearTimeout(timer);
        reject(signal.reason instanceof Error ? signal.reason : new Error('stopped'));
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      }, ms);
      signal.addEventListener('abort', onAbort, { once: true });
    }),
};

/** Lets one request at a time go to each host, with a pause after each; requests to different hosts do not wait for one another. */
export class HostTurns {
  readonly #pace: Pace;
  readonly #delayMs: number;
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #notBefore = new Map<string, number>();

  constructor(pace: Pace, delayMs: number) {
    this.#pace = pace;
    this.#delayMs = delayMs;
  }

  /** Keeps the host's turn for no request before an instant (ms since the epoch). */
  holdUntil(host: string, instant: number): void {
    this.#notBefore.set(host, Math.max(instant, this.#notBefore.get(host) ?? 0));
  }

  /** Runs `action` when it is the host's turn. @param delayMs a longer pause that the host asks for */
  async take<T>(host: string, signal: AbortSignal, action: () => Promise<T>, delayMs = 0): Promise<T> {
    const before = this.#last.get(host) ?? Promise.resolve();
    const mine = before.then(async () => {
      const wait = (this.#notBefore.get(host) ?? 0) - this.#pace.now();
      if (wait > 0) await this.#pace.sleep(wait, signal);
      signal.throwIfAborted();
      try {
        return await action();
      } finally {
        this.holdUntil(host, this.#pace.now() + Math.max(this.#delayMs, delayMs));
      }
    });
    this.#last.set(
      host,
      mine.catch(() => undefined),
    );
    return mine;
  }
}
