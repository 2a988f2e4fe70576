/** Counts acts of one kind by key in windows of fixed length; memory stays bounded. */
export class RateLimit {
  readonly #most: number;
  readonly #windowMs: number;
  readonly #clock: () => number;
  #counts = new Map<string, number>();
  #began = 0;

  constructor(most: number, windowMs: number, clock: () => number = Date.now) {
    this.#most = most;
    this.#windowMs = windowMs;
    this.#clock = clock;
  }

  /** Whether one more is too many; does not count it. */
  isSpent(key: string): boolean {
    this.#turn();
    return (this.#counts.get(key) ?? 0) >= this.#most;
  }

  /** Counts one and says whether it was within the limit. */
  take(key: string): boolean {
    if (this.isSpent(key)) return false;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    return true;
  }

  /** Seconds until the window ends. */
  retryAfter(): number {
    return Math.max(1, Math.ceil((this.#began + this.#windowMs - this.#clock()) / 1_000));
  }

  #turn(): void {
    if (this.#clock() - this.#began < this.#windowMs) return;
    this.#counts = new Map();
    this.#began = this.#clock();
  }
}
