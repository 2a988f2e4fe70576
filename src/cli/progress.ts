const REDRAW_MS = 200;
const WIDTH = 100;

/** A line on a terminal that says how far a run has come; nothing where standard error is no terminal. */
export class Progress {
  readonly #isTerminal: boolean;
  readonly #began = performance.now();
  #drawnAt = Number.NEGATIVE_INFINITY;

  constructor(isTerminal = process.stderr.isTTY) {
    this.#isTerminal = isTerminal;
  }

  /** What wipes the line before something else is printed. */
  get clear(): string {
    return this.#isTerminal ? '\r\u001b[K' : '';
  }

  /**
   * Shows the number of documents so far and what is at hand.
   * @param share of all that there is to do, 0–1; null when it is not known
   */
  show(documents: number, at: string, share: number | null): void {
    const now = performance.now();
    if (!this.#isTerminal || now - this.#drawnAt < REDRAW_MS) return;
    this.#drawnAt = now;
    process.stderr.write(`${this.clear}${progressText(documents, (now - this.#began) / 1_000, share)}  ${at}`.slice(0, WIDTH));
  }

  end(): void {
    process.stderr.write(this.clear);
  }
}

/** `1234 documents, 12.3 a second, 40% done, 5 min left`. @param seconds since the beginning */
export function progressText(documents: number, seconds: number, share: number | null): string {
  const rate = seconds < 1 ? '' : `, ${(documents / seconds).toFixed(1)} a second`;
  const left = share === null || share <= 0 || seconds < 5 ? '' : `, ${(100 * share).toFixed(0)}% done, ${timeText((seconds * (1 - share)) / share)} left`;
  return `${String(documents)} ${documents === 1 ? 'document' : 'documents'}${rate}${left}`;
}

function timeText(seconds: number): string {
  if (seconds < 90) return `${String(Math.round(seconds))} s`;
  if (seconds < 90 * 60) return `${String(Math.round(seconds / 60))} min`;
  if (seconds < 36 * 3_600) return `${String(Math.round(seconds / 3_600))} h`;
  return `${String(Math.round(seconds / 86_400))} days`;
}
