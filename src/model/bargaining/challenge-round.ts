import type { ChallengeParameters } from './challenge-parameters.js';

/** A move that an actor makes in a round, and who made it. */
export interface Move {
  /** Indices into the actors. */
  readonly actor: number;
  readonly pressedBy: number;
  /** `confrontation`: lost to a stronger challenger; `compromise`: part of the way; `compelled`: all the way, without a fight. */
  readonly kind: 'confrontation' | 'compromise' | 'compelled';
  readonly from: number;
  readonly to: number;
}

/** What stays the same from round to round. */
export interface Table {
  readonly n: number;
  /** Capability times salience. */
  readonly weights: Float64Array;
  readonly salience: Float64Array;
  /** Range of positions at the start, above 0. */
  readonly range: number;
  readonly parameters: ChallengeParameters;
}

/** Positions with all that depends on them alone. */
interface Layout {
  readonly x: Float64Array;
  /** Actors in the order of their positions. */
  readonly order: Uint32Array;
  /** d_ij, row by row, with the logarithms that make powers cheap: exp(r · log d) takes a sixth of the time of d^r. */
  readonly d: Float64Array;
  readonly logD: Float64Array;
  /** log(0.5 − 0.5 d) and log(0.5 + 0.5 d): bases of success and failure. */
  readonly logSuccess: Float64Array;
  readonly logFailure: Float64Array;
}

/** One round: who moves where, pressed by whom; everybody judges the positions `x` at once. */
export function bargain(table: Table, x: Float64Array, median: number): { readonly moves: readonly Move[]; readonly risk: readonly number[] } {
  const layout = layOut(table, x);
  const risk = riskOf(table, layout, median);
  const chance = chances(table, layout, risk);
  const moves: Move[] = [];
  for (let i = 0; i < table.n; i++) {
    const r = risk[i] ?? 1;
    const taken = choose(table, layout, i, r, judge(table, x, chance, r, median));
    if (taken) moves.push(taken);
  }
  return { moves, risk: [...risk] };
}

function layOut({ n, range }: Table, x: Float64Array): Layout {
  const square = (): Float64Array => new Float64Array(n * n);
  const layout = { x, order: new Uint32Array(n), d: square(), logD: square(), logSuccess: square(), logFailure: square() };
  for (let i = 0; i < n; i++) {
    let place = i;
    for (; place > 0 && (x[layout.order[place - 1] ?? 0] ?? 0) > (x[i] ?? 0); place--) layout.order[place] = layout.order[place - 1] ?? 0;
    layout.order[place] = i;
    for (let j = 0; j <= i; j++) {
      const far = Math.abs((x[i] ?? 0) - (x[j] ?? 0)) / range;
      const [there, back] = [i * n + j, j * n + i];
      layout.d[there] = layout.d[back] = far;
      layout.logD[there] = layout.logD[back] = Math.log(far);
      layout.logSuccess[there] = layout.logSuccess[back] = Math.log(0.5 - 0.5 * far);
      layout.logFailure[there] = layout.logFailure[back] = Math.log(0.5 + 0.5 * far);
    }
  }
  return layout;
}

/**
 * P_ij, row by row: the votes for i's position against j's over the chosen denominator; 0 where both stand together. Third party k votes
 * w_k·(d(k, j)^r_k − d(k, i)^r_k), which is for i exactly when k stands on i's side of the middle between them: with actors in the order
 * of their positions, sums up to the middle give both sides' votes in O(1), and all in O(n²). Without `risk` everybody is risk-neutral.
 */
function chances({ n, weights, parameters }: Table, { x, order, d, logD }: Layout, risk?: Float64Array): Float64Array {
  // upTo[j·(n + 1) + m]: Σ w_k·d(k, j)^r_k over the first m actors in order.
  const upTo = new Float64Array(n * (n + 1));
  for (let m = 0; m < n; m++) {
    const k = order[m] ?? 0;
    const [w, r] = [weights[k] ?? 0, risk?.[k] ?? 1];
    for (let j = 0, at = m; j < n; j++, at += n + 1) upTo[at + 1] = (upTo[at] ?? 0) + w * (r === 1 ? (d[k * n + j] ?? 0) : Math.exp(r * (logD[k * n + j] ?? 0)));
  }
  const chance = new Float64Array(n * n);
  let all = 0;
  for (let a = 0; a < n; a++) {
    const i = order[a] ?? 0;
    const iRow = i * (n + 1);
    for (let b = a + 1, m = 0; b < n; b++) {
      const j = order[b] ?? 0;
      if (x[i] === x[j]) continue;
      const jRow = j * (n + 1);
      const middle = ((x[i] ?? 0) + (x[j] ?? 0)) / 2;
      while (m < n && (x[order[m] ?? 0] ?? 0) < middle) m++;
      const left = Math.max(0, (upTo[jRow + m] ?? 0) - (upTo[iRow + m] ?? 0));
      const right = Math.max(0, (upTo[iRow + n] ?? 0) - (upTo[iRow + m] ?? 0) - ((upTo[jRow + n] ?? 0) - (upTo[jRow + m] ?? 0)));
      const both = left + right;
      all += 2 * both;
      const over = parameters.probabilityDenominator === 'pair' && both > 0 ? both : 1;
      chance[i * n + j] = left / over;
      chance[j * n + i] = right / over;
    }
  }
  return parameters.probabilityDenominator === 'pair' || all === 0 ? chance : chance.map((votes) => votes / all);
}

/**
 * E_ij of i challenging j from the utilities of success and failure for the pair, judged with exponent r. Utilities are 2 − 4·base^r:
 * success at base 0.5 − 0.5 d, failure at 0.5 + 0.5 d, the status quo at 0.5.
 */
type Judge = (i: number, j: number, success: number, failure: number) => number;

function judge({ n, salience, range, parameters: { q, t } }: Table, x: Float64Array, chance: Float64Array, r: number, median: number): Judge {
  const statusQuo = 2 - 4 * 0.5 ** r;
  return (i, j, success, failure) => {
    const lost = (salience[j] ?? 0) * (1 - (chance[i * n + j] ?? 0));
    const gain = success - lost * (success - failure) - q * statusQuo;
    if (q === 1) return gain;
    const toMedian = Math.abs((x[i] ?? 0) - median) / range;
    const far = Math.abs((x[i] ?? 0) - (x[j] ?? 0)) / range;
    const shift = 0.25 * (toMedian + far);
    const nearer = t === 'median' ? (toMedian < far ? 1 : 0) : t;
    return gain - (1 - q) * (nearer * (2 - 4 * (0.5 - shift) ** r) + (1 - nearer) * (2 - 4 * (0.5 + shift) ** r));
  };
}

/** r_i = (1 − R_i/3)/(1 + R_i/3) with R_i the place of i's danger between the smallest (−1) and the largest (1) it is compared with. */
function riskOf(table: Table, layout: Layout, median: number): Float64Array {
  const { n } = table;
  /** What all others expect of challenging i in a layout; risk-neutral utilities of success and failure are 2 d and −2 d. */
  const dangers = (at: Layout): ((i: number) => number) => {
    const expect = judge(table, at.x, chances(table, at), 1, median);
    return (i) => {
      let danger = 0;
      for (let j = 0; j < n; j++) if (j !== i) danger += expect(j, i, 2 * (at.d[i * n + j] ?? 0), -2 * (at.d[i * n + j] ?? 0));
      return danger;
    };
  };
  const now = dangers(layout);
  const danger = new Float64Array(n).map((_, i) => now(i));
  const exponents = (own: Float64Array, compared: Float64Array): Float64Array => {
    const [min, max] = [Math.min(...compared), Math.max(...compared)];
    return own.map((value) => {
      const place = max === min ? 0 : (2 * value - max - min) / (max - min);
      return (1 - place / 3) / (1 + place / 3);
    });
  };
  if (table.parameters.dangerOver === 'actors') return exponents(danger, danger);
  const held = Float64Array.from(new Set(layout.x));
  return danger.map((own, i) => {
    const elsewhere = held.map((position) => dangers(layOut(table, layout.x.map((at, j) => (j === i ? position : at))))(i));
    return exponents(Float64Array.of(own), elsewhere)[0] ?? 1;
  });
}

/** The offer that actor i, whose exponent is r, takes among those all others make it, or null when it stays. */
function choose({ n, parameters }: Table, { x, logSuccess, logFailure }: Layout, i: number, r: number, expect: Judge): Move | null {
  const replicating = parameters.offerSelection === 'replication';
  const presserAhead = parameters.compromise === 'presser-ahead';
  const from = x[i] ?? 0;
  let best: Move | null = null;
  let bestRank = Infinity;
  for (let j = 0; j < n; j++) {
    const there = x[j] ?? 0;
    if (there === from) continue;
    const success = 2 - 4 * Math.exp(r * (logSuccess[i * n + j] ?? 0));
    const failure = 2 - 4 * Math.exp(r * (logFailure[i * n + j] ?? 0));
    const theirs = expect(j, i, success, failure);
    if (!(theirs > 0)) continue;
    const own = expect(i, j, success, failure);
    if (own === 0 || own >= theirs) continue;
    const kind: Move['kind'] = own > 0 ? 'confrontation' : theirs !== -own && theirs > -own === presserAhead ? 'compromise' : 'compelled';
    if (replicating && kind === 'compelled') continue;
    const to = kind === 'compromise' ? from + (there - from) * Math.min(-own / theirs, theirs / -own) : there;
    // Replication: any confrontation before any compromise; compromises by the weighted point, not by the length of the move.
    const rank = replicating && kind === 'compromise' ? (-own * from + theirs * there) / (theirs - own) : Math.abs(to - from);
    const ahead = replicating && best !== null && best.kind !== kind ? kind === 'confrontation' : rank < bestRank;
    if (ahead) [best, bestRank] = [{ actor: i, pressedBy: j, kind, from, to }, rank];
  }
  return best;
}
