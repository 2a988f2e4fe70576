import { LABEL_FEATURES, labelFeatures } from './label-features.js';
import { bestClass, type LinearModel } from './packed-model.js';
import { PARSER_FEATURES, parserFeatures } from './parser-features.js';
import { ParserState, RIGHT, SHIFT } from './parser-state.js';
import type { SyntaxContext } from './sentence-context.js';

export interface Dependencies {
  /** Head of each token as an index into the text's tokens, -1 for a root. */
  readonly heads: Int32Array;
  /** Class number of each arc's label in the labeller's classes. */
  readonly labels: Uint8Array;
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** Greedy arc-hybrid parsing; each arc is labelled as it is made, so that later moves see the label. O(length). */
export function parseSentences(moves: LinearModel, labeller: LinearModel, context: SyntaxContext, runs: readonly Run[]): Dependencies {
  const count = context.words.length;
  const heads = new Int32Array(count).fill(-1);
  const labels = new Uint8Array(count).fill(labeller.classes.indexOf('root'));
  const keys = new Int32Array(PARSER_FEATURES);
  const arcKeys = new Int32Array(LABEL_FEATURES);
  const scores = new Int32Array(4);
  const labelScores = new Int32Array(labeller.classes.length);
  for (const { first, last } of runs) {
    const state = new ParserState(first, last);
    while (!state.done) {
      const move = forcedMove(state) ?? bestMove(state);
      if (move === SHIFT) {
        state.shift();
        continue;
      }
      labelScores.fill(0);
      labeller.addAll(labelScores, arcKeys, labelFeatures(arcKeys, state, context, move));
      state.attach(move, bestClass(labelScores));
    }
    for (let i = first; i < last; i++) {
      const head = state.heads[i - first] as number;
      heads[i] = head;
      if (head >= 0) labels[i] = state.labels[i - first] as number;
    }
  }
  return { heads, labels };

  function bestMove(state: ParserState): number {
    scores.fill(0);
    moves.addAll(scores, keys, parserFeatures(keys, state, context));
    let best = -1;
    for (let m = SHIFT; m <= RIGHT; m++) {
      if (state.isLegal(m) && (best < 0 || (scores[m] as number) > (scores[best] as number))) best = m;
    }
    return best;
  }
}

/** The only legal move, if there is just one. */
export function forcedMove(state: ParserState): number | undefined {
  if (state.depth === 0) return SHIFT;
  if (state.next >= state.last) return RIGHT;
  return undefined;
}

