import { LABEL_FEATURES, labelFeatures } from '../../src/read/syntax/label-features.js';
import type { PackedModel } from '../../src/read/syntax/packed-model.js';
import { PARSER_FEATURES, parserFeatures } from '../../src/read/syntax/parser-features.js';
import { LEFT, MOVES, ParserState, RIGHT, SHIFT } from '../../src/read/syntax/parser-state.js';
import { forcedMove } from '../../src/read/syntax/parser.js';
import type { SyntaxContext } from '../../src/read/syntax/sentence-context.js';
import { log } from './log.js';
import { seeded, shuffled } from '../lib/random.js';
import { FeatureCounter } from '../lib/feature-counter.js';
import { Perceptron } from './perceptron.js';

/** A sentence ready for the parser: context from predicted tags, gold heads and label numbers. */
export interface ParserExample {
  readonly context: SyntaxContext;
  readonly heads: Int32Array;
  readonly labels: Uint8Array;
}

const MOVE_BITS = 26;
const LABEL_BITS = 25;

/**
 * Arcs of the gold tree that each move would put out of reach (Goldberg and Nivre 2013, arc-hybrid, root at the left under
 * the stack); -1 for an illegal move.
 */
export function moveCosts(s: ParserState, heads: Int32Array, costs: Int32Array): void {
  const b = s.next;
  costs.fill(-1);
  if (s.isLegal(SHIFT)) {
    let c = 0;
    for (let k = 0; k < s.depth; k++) {
      if (heads[s.stack[k]!] === b) c++;
      if (k < s.depth - 1 && heads[b] === s.stack[k]) c++;
    }
    if (heads[b] === -1 && s.depth > 0) c++;
    costs[SHIFT] = c;
  }
  if (s.depth === 0) return;
  const s0 = s.child;
  let children = 0;
  for (let k = b; k < s.last; k++) if (heads[k] === s0) children++;
  if (s.isLegal(LEFT)) {
    const below = s.depth > 1 ? s.stack[s.depth - 2]! : -1;
    costs[LEFT] = children + (heads[s0] === b ? 0 : heads[s0] === below || heads[s0]! > b ? 1 : 0);
  }
  if (s.isLegal(RIGHT)) costs[RIGHT] = children + (heads[s0]! >= b ? 1 : 0);
}

function cheapest(s: ParserState, costs: Int32Array): number {
  let best = -1;
  for (const m of [LEFT, RIGHT, SHIFT]) if (s.isLegal(m) && (best < 0 || costs[m]! < costs[best]!)) best = m;
  return best;
}

export interface ParserOptions {
  readonly epochs: number;
  readonly seed: number;
  readonly moveBudget: number;
  readonly labelBudget: number;
}

type Packed = Omit<PackedModel, 'format'>;

/** Trains moves and labels together: after the first epoch the parser walks through its own mistakes. */
export function trainParser(data: readonly ParserExample[], labelNames: readonly string[], options: ParserOptions): { moves: Packed; labels: Packed } {
  const keys = new Int32Array(PARSER_FEATURES);
  const arcKeys = new Int32Array(LABEL_FEATURES);
  const costs = new Int32Array(3);
  const moveCounter = new FeatureCounter(MOVE_BITS);
  const labelCounter = new FeatureCounter(LABEL_BITS);
  for (const { context, heads, labels } of data) {
    const s = new ParserState(0, heads.length);
    while (!s.done) {
      if (forcedMove(s) === undefined) moveCounter.add(keys, parserFeatures(keys, s, context));
      moveCosts(s, heads, costs);
      const move = cheapest(s, costs);
      if (move === SHIFT) s.shift();
      else {
        labelCounter.add(arcKeys, labelFeatures(arcKeys, s, context, move));
        s.attach(move, labels[s.child]!);
      }
    }
  }
  const moves = new Perceptron([...MOVES], MOVE_BITS, moveCounter.frequent(10));
  const labeller = new Perceptron(labelNames, LABEL_BITS, labelCounter.frequent(4));
  log('parser rows', moves.size, 'label rows', labeller.size);
  const random = seeded(options.seed);
  const scores = new Float32Array(3);
  const labelScores = new Float32Array(labelNames.length);
  for (let e = 0; e < options.epochs; e++) {
    let right = 0, labelled = 0, all = 0;
    for (const { context, heads, labels } of shuffled(data, random)) {
      const s = new ParserState(0, heads.length);
      while (!s.done) {
        let move = forcedMove(s);
        if (move === undefined) {
          moves.score(keys, parserFeatures(keys, s, context), scores);
          moveCosts(s, heads, costs);
          let best = -1, oracle = -1, least = 1e9;
          for (let m = 0; m < 3; m++) if (costs[m]! >= 0) least = Math.min(least, costs[m]!);
          for (let m = 0; m < 3; m++) {
            if (costs[m]! < 0) continue;
            if (best < 0 || scores[m]! > scores[best]!) best = m;
            if (costs[m] === least && (oracle < 0 || scores[m]! > scores[oracle]!)) oracle = m;
          }
          moves.tick();
          if (costs[best]! > least) moves.update(oracle, best);
          move = e > 0 && random() < 0.9 ? best : oracle;
        }
        if (move === SHIFT) {
          s.shift();
          continue;
        }
        labeller.score(arcKeys, labelFeatures(arcKeys, s, context, move), labelScores);
        let label = 0;
        for (let c = 1; c < labelScores.length; c++) if (labelScores[c]! > labelScores[label]!) label = c;
        const child = s.child;
        all++;
        if (heads[child] === s.headFor(move)) {
          right++;
          labeller.tick();
          if (label === labels[child]) labelled++;
          else labeller.update(labels[child]!, label);
        }
        s.attach(move, label);
      }
    }
    log('parser epoch', e, 'train UAS', (right / all).toFixed(4), 'LAS', (labelled / all).toFixed(4));
  }
  return { moves: moves.pack(options.moveBudget), labels: labeller.pack(options.labelBudget) };
}
