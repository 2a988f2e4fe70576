/** Weights of feature rows by class, learnt by AdaGrad (Duchi and others 2011) and averaged over the last epochs. */
export class Weights {
  private readonly w: Float32Array;
  private readonly squares: Float32Array;
  readonly average: Float32Array;

  constructor(rows: number, readonly classes: number) {
    this.w = new Float32Array(rows * classes);
    this.squares = new Float32Array(rows * classes).fill(1e-2);
    this.average = new Float32Array(rows * classes);
  }

  /** Scores of `n` items with `width` rows each (-1: none), times `by`, written class by class. */
  scores(rows: Int32Array, n: number, width: number, into: Float64Array, by: number): void {
    const { classes, w } = this;
    into.fill(0, 0, n * classes);
    for (let i = 0; i < n; i++) {
      for (let f = i * width; f < (i + 1) * width; f++) {
        const r = rows[f]!;
        if (r >= 0) for (let k = 0; k < classes; k++) into[i * classes + k]! += w[r * classes + k]! * by;
      }
    }
  }

  /** One step against `error` (one value a class) for the rows [first, first + width); slight errors are left out. */
  learn(rows: Int32Array, first: number, width: number, error: Float64Array, rate: number, l2: number): void {
    const { classes, w, squares } = this;
    for (let k = 0; k < classes; k++) {
      const d = error[k]!;
      if (d < SLIGHT && d > -SLIGHT) continue;
      for (let f = first; f < first + width; f++) {
        const r = rows[f]!;
        if (r < 0) continue;
        const at = r * classes + k;
        const g = d + l2 * w[at]!;
        squares[at]! += g * g;
        w[at]! -= rate * g / Math.sqrt(squares[at]!);
      }
    }
  }

  /** Takes the present weights into an average over `epochs`. */
  takeAverage(epochs: number): void {
    for (let i = 0; i < this.w.length; i++) this.average[i]! += this.w[i]! / epochs;
  }
}
const SLIGHT = 1e-3;

/** A copy of rows with a share of them struck out (-1); one random number for each that is. */
export function dropped(rows: Int32Array, share: number, random: () => number): Int32Array {
  const out = rows.slice();
  if (share === 0) return out;
  const spread = Math.log(1 - share);
  const jump = (): number => Math.floor(Math.log(1 - random()) / spread);
  for (let f = jump(); f < out.length; f += 1 + jump()) out[f] = -1;
  return out;
}
