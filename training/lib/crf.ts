import { Weights, dropped } from './adagrad.js';
import { seeded, shuffled } from './random.js';
import { KIND, LABELS, REACHED, STATES, STEP_CLASSES, nextSeen, stepClass } from '../../src/read/attribution/part-chain.js';

/** A chain to label: feature rows of its tokens and of the steps to them, and the gold label of each token. */
export interface Chain {
  readonly length: number;
  /** Rows of each token's features, `rows.length / length` a token; -1 for features outside the table. */
  readonly rows: Int32Array;
  readonly stepRows: Int32Array;
  readonly labels: Uint8Array;
  /** Token whose label is given. */
  readonly fixed: number;
}

export interface CrfOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Share of features left out at random in training. */
  readonly dropout: number;
  readonly l2: number;
  readonly seed: number;
  /** Epochs at the end whose weights are averaged. */
  readonly averaged: number;
  readonly log?: (...a: unknown[]) => void;
}

/**
 * Linear-chain conditional random field (Lafferty and others 2001) over part × "content seen before", trained by AdaGrad with feature
 * dropout, weights averaged over the last epochs.
 */
export function trainChains(chains: readonly Chain[], rowCount: number, stepRowCount: number, o: CrfOptions): { weights: Float32Array; stepWeights: Float32Array } {
  const token = new Weights(rowCount, LABELS), steps = new Weights(stepRowCount, STEP_CLASSES);
  const random = seeded(o.seed);
  const longest = Math.max(...chains.map((c) => c.length));
  const emit = new Float64Array(longest * LABELS), step = new Float64Array(longest * STEP_CLASSES);
  const arcs = new Float64Array(longest * STATES * LABELS);
  const alpha = new Float64Array((longest + 1) * STATES), beta = new Float64Array(longest * STATES);
  const pe = new Float64Array(LABELS), ps = new Float64Array(STEP_CLASSES);
  let order = [...chains];
  for (let epoch = 0; epoch < o.epochs; epoch++) {
    order = shuffled(order, random);
    let loss = 0, wrong = 0, all = 0;
    const rate = o.rate * (1 - 0.8 * epoch / o.epochs);
    for (const c of order) {
      const n = c.length;
      const used = dropped(c.rows, o.dropout, random), usedSteps = dropped(c.stepRows, o.dropout, random);
      const width = used.length / n, stepWidth = usedSteps.length / n;
      token.scores(used, n, width, emit, 1 / (1 - o.dropout));
      steps.scores(usedSteps, n, stepWidth, step, 1 / (1 - o.dropout));
      for (let k = 0; k < LABELS; k++) if (k !== 2) emit[c.fixed * LABELS + k] = -1e4;
      // Scaled forward and backward passes (Rabiner 1989); before the first token stands label 0, nothing seen.
      alpha.fill(0, 0, STATES);
      alpha[0] = 1;
      for (let i = 0; i < n; i++) {
        let top = -Infinity;
        for (let a = 0; a < STATES * LABELS; a++) {
          const v = step[i * STEP_CLASSES + KIND[a]!]! + emit[i * LABELS + (a & 3)]!;
          arcs[i * STATES * LABELS + a] = v;
          if (v > top) top = v;
        }
        const from = i * STATES, to = from + STATES;
        alpha.fill(0, to, to + STATES);
        let total = 0;
        for (let a = 0; a < STATES * LABELS; a++) {
          const m = Math.exp(arcs[i * STATES * LABELS + a]! - top);
          arcs[i * STATES * LABELS + a] = m;
          const v = alpha[from + (a >> 2)]! * m;
          alpha[to + REACHED[a]!]! += v;
          total += v;
        }
        for (let p = to; p < to + STATES; p++) alpha[p]! /= total;
        for (let a = i * STATES * LABELS; a < (i + 1) * STATES * LABELS; a++) arcs[a]! /= total;
      }
      beta.fill(1, (n - 1) * STATES, n * STATES);
      for (let i = n - 1; i > 0; i--) {
        beta.fill(0, (i - 1) * STATES, i * STATES);
        for (let a = 0; a < STATES * LABELS; a++) beta[(i - 1) * STATES + (a >> 2)]! += arcs[i * STATES * LABELS + a]! * beta[i * STATES + REACHED[a]!]!;
      }
      let label = 0, seen = 0;
      for (let i = 0; i < n; i++) {
        pe.fill(0);
        ps.fill(0);
        for (let a = 0; a < STATES * LABELS; a++) {
          const q = alpha[i * STATES + (a >> 2)]! * arcs[i * STATES * LABELS + a]! * beta[i * STATES + REACHED[a]!]!;
          pe[a & 3]! += q;
          ps[KIND[a]!]! += q;
        }
        const y = c.labels[i]!;
        seen = nextSeen(label, seen, y);
        const gold = stepClass(label, seen, y);
        label = y;
        if (i !== c.fixed) {
          all += 1;
          let best = 0;
          for (let k = 1; k < LABELS; k++) if (pe[k]! > pe[best]!) best = k;
          if (best !== y) wrong += 1;
          loss -= Math.log(Math.max(pe[y]!, 1e-9));
        }
        pe[y]! -= 1;
        ps[gold]! -= 1;
        token.learn(used, i * width, width, pe, rate, o.l2);
        steps.learn(usedSteps, i * stepWidth, stepWidth, ps, rate, o.l2);
      }
    }
    if (epoch >= o.epochs - o.averaged) {
      token.takeAverage(o.averaged);
      steps.takeAverage(o.averaged);
    }
    o.log?.('crf epoch', epoch, 'loss', (loss / all).toFixed(4), 'right', (1 - wrong / all).toFixed(4));
  }
  return { weights: token.average, stepWeights: steps.average };
}
