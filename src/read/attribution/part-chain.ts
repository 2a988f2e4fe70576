/** Labels of the chain that reads the parts: `PARTS`. */
export const LABELS = 4;
/** Kinds of step: label before × whether content was read and left × label. */
export const STEP_CLASSES = LABELS * 2 * LABELS;
/** Label before × whether content was read and left before. */
export const STATES = LABELS * 2;
const CONTENT = 3;

/** Whether content was read and left before, after a step from label `before` to `label`. */
export const nextSeen = (before: number, seen: number, label: number): number => (seen === 1 || (before === CONTENT && label !== CONTENT) ? 1 : 0);

/** Class number of a step; `seen` as after it. */
export const stepClass = (before: number, seen: number, label: number): number => (before * 2 + seen) * LABELS + label;

/** From each state over each label (`state * LABELS + label`): the state reached and the class of the step. */
export const REACHED = new Uint8Array(STATES * LABELS);
export const KIND = new Uint8Array(STATES * LABELS);
for (let p = 0; p < STATES; p++) {
  for (let y = 0; y < LABELS; y++) {
    const seen = nextSeen(p % LABELS, Math.floor(p / LABELS), y);
    REACHED[p * LABELS + y] = seen * LABELS + y;
    KIND[p * LABELS + y] = stepClass(p % LABELS, seen, y);
  }
}

export interface LabelSequence {
  readonly labels: Uint8Array;
  readonly score: number;
}

/**
 * The k best label sequences of a chain, best first (Viterbi with k entries a state). Sums of integers, so no order of addition matters.
 * @param emit score of each label at each token, `LABELS` a token
 * @param step score of each kind of step to each token, `STEP_CLASSES` a token
 * @param n tokens, at least 1
 * @param margin entries that lie further than this below a token's best are dropped
 */
export function kBestLabels(emit: Int32Array, step: Int32Array, n: number, k: number, margin: number): LabelSequence[] {
  const width = STATES * k;
  const back = new Uint8Array(n * width);
  let score = new Int32Array(width).fill(NEVER);
  let next = new Int32Array(width);
  let top = NEVER;
  for (let y = 0; y < LABELS; y++) {
    const v = (step[stepClass(0, 0, y)] as number) + (emit[y] as number);
    score[y * k] = v;
    if (v > top) top = v;
  }
  for (let i = 1; i < n; i++) {
    next.fill(NEVER);
    const least = top - margin;
    top = NEVER;
    for (let p = 0; p < STATES; p++) {
      if ((score[p * k] as number) < least) continue;
      for (let y = 0; y < LABELS; y++) {
        const by = (step[i * STEP_CLASSES + (KIND[p * LABELS + y] as number)] as number) + (emit[i * LABELS + y] as number);
        const to = (REACHED[p * LABELS + y] as number) * k;
        const end = to + k - 1;
        for (let r = p * k; r < (p + 1) * k; r++) {
          const a = score[r] as number;
          const v = a + by;
          if (a < least || v < top - margin || v <= (next[end] as number)) break;
          let at = end;
          while (at > to && v > (next[at - 1] as number)) {
            next[at] = next[at - 1] as number;
            back[i * width + at] = back[i * width + at - 1] as number;
            at -= 1;
          }
          next[at] = v;
          back[i * width + at] = r;
          if (v > top) top = v;
        }
      }
    }
    [score, next] = [next, score];
  }
  const ends = Array.from(score, (v, at) => ({ v, at })).filter((x) => x.v >= top - margin).sort((x, y) => y.v - x.v || x.at - y.at).slice(0, k);
  return ends.map(({ v, at: end }) => {
    const labels = new Uint8Array(n);
    for (let i = n - 1, at = end; i >= 0; i--) {
      labels[i] = Math.floor(at / k) % LABELS;
      at = back[i * width + at] as number;
    }
    return { labels, score: v };
  });
}
const NEVER = -(2 ** 30);
