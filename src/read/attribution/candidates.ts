import type { LinearModel } from '../syntax/packed-model.js';
import { Claims } from './claims.js';
import { CUE_FEATURES, cueFeatures, mayBeCue } from './cue-features.js';
import type { Layout } from './layout.js';
import { Seats } from './analysis-features.js';
import { analysesOf, type PartChain, type Analysis } from './analyses.js';
import type { CueWindow } from './window.js';

/** A token that may head a cue, with its ways to be read. */
export interface Candidate {
  readonly cue: number;
  /** Log-odds that it heads a cue, by the cue model alone. */
  readonly margin: number;
  readonly window: CueWindow;
  readonly seats: Seats;
  /** Best first by the chain of parts. */
  readonly analyses: readonly Analysis[];
}

export interface Candidates {
  readonly list: readonly Candidate[];
  readonly claims: Claims;
}

/** Log-odds from which a token is read as a cue at all; lower ones cost time and are hardly ever accepted. Training looks further. */
export const LEAST_MARGIN = -1.75;
/** Log-odds from which a cue's first analysis counts in the analysis of others. */
const CLAIM = -0.6;
/** Analyses looked at for one cue. */
const MOST_ANALYSES = 12;

/** Log-odds of every token that it heads a cue (-Infinity where it cannot); enters them in the layout's `cueness`. */
export function scoreCues(model: LinearModel, l: Layout): Float64Array {
  const keys = new Int32Array(CUE_FEATURES);
  const score = new Int32Array(4);
  const out = new Float64Array(l.parsed.tokens.length).fill(-Infinity);
  for (let i = 0; i < out.length; i++) {
    if (!mayBeCue(l, i)) continue;
    score.fill(0);
    model.addAll(score, keys, cueFeatures(keys, l, i));
    const margin = (score[0] as number) * model.scale;
    out[i] = margin;
    l.cueness[i] = margin < -2 ? 0 : margin < -1 ? 1 : margin < 0 ? 2 : margin < 1 ? 3 : 4;
  }
  return out;
}

/** A token read as the head of a cue. */
export function candidateOf(chain: PartChain, l: Layout, cue: number, margin: number): Candidate {
  const { window, analyses } = analysesOf(chain, l, cue, MOST_ANALYSES);
  return { cue, margin, window, analyses, seats: new Seats(l, window) };
}

/** Reads the likely cues of a text, each for itself, and notes what they claim; `also`: tokens to read however unlikely (training). */
export function candidatesOf(chain: PartChain, l: Layout, margins: Float64Array, least = LEAST_MARGIN, also?: ReadonlySet<number>): Candidates {
  const list: Candidate[] = [];
  for (let cue = 0; cue < margins.length; cue++) {
    const margin = margins[cue] as number;
    if (margin <= least && !also?.has(cue)) continue;
    list.push(candidateOf(chain, l, cue, margin));
  }
  const claims = new Claims(margins.length);
  for (const c of [...list].sort((a, b) => b.margin - a.margin || a.cue - b.cue)) {
    const best = c.analyses[0];
    if (c.margin > CLAIM && best) claims.enter(c.cue, c.window.first, best.labels);
  }
  return { list, claims };
}
