import { Weights, dropped } from './adagrad.js';
import { seeded, shuffled } from './random.js';

/** Candidates of one choice: feature rows (-1: none) and the share of the choice each should get (sums to 1). */
export interface Choice {
  readonly rows: readonly Int32Array[];
  readonly target: Float64Array;
  readonly weight: number;
}

export interface RankOptions { readonly epochs: number; readonly rate: number; readonly dropout: number; readonly l2: number; readonly seed: number }

/** Conditional logit of the right candidate (softmax over each choice's candidates), by AdaGrad with feature dropout. */
export function trainRank(choices: readonly Choice[], rowCount: number, o: RankOptions): Float32Array {
  const model = new Weights(rowCount, 1), random = seeded(o.seed);
  const score = new Float64Array(1), error = new Float64Array(1);
  let order = [...choices];
  const averaged = Math.ceil(o.epochs / 2);
  for (let e = 0; e < o.epochs; e++) {
    order = shuffled(order, random);
    const rate = o.rate * (1 - 0.8 * e / o.epochs);
    for (const c of order) {
      const used = c.rows.map((r) => dropped(r, o.dropout, random));
      const p = Float64Array.from(used, (r) => {
        model.scores(r, 1, r.length, score, 1 / (1 - o.dropout));
        return score[0]!;
      });
      const top = Math.max(...p);
      let sum = 0;
      for (let k = 0; k < p.length; k++) sum += p[k] = Math.exp(p[k]! - top);
      for (let k = 0; k < p.length; k++) {
        error[0] = (p[k]! / sum - c.target[k]!) * c.weight;
        model.learn(used[k]!, 0, used[k]!.length, error, rate, o.l2);
      }
    }
    if (e >= o.epochs - averaged) model.takeAverage(averaged);
  }
  return model.average;
}
