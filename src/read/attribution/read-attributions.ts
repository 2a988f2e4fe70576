import type { ParsedText } from '../../domain/parsed-text.js';
import type { Span } from '../../domain/span.js';
import { bestClass } from '../syntax/packed-model.js';
import { range } from '../tree.js';
import type { LinearModel } from '../weights/linear-model.js';
import { adoptQuotations, type Draft } from './adopt-quotations.js';
import { CUE_FEATURES, cueFeatures } from './cue-features.js';
import { layoutOf, type Layout } from './layout.js';
import { attributionModels } from './models.js';
import { PARTS, PART_FEATURES, frameOf, partFeatures } from './part-features.js';

/** One attribution as PolNeAR marks it: each part may be discontinuous; source may be empty, cue and content are not. */
export interface ReadAttribution {
  /** Token that heads the cue. */
  readonly cueHead: number;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly [Span, ...Span[]];
  /** Token indices of each part, ascending. */
  readonly tokens: { readonly source: readonly number[]; readonly cue: readonly number[]; readonly content: readonly number[] };
  /** Margin of the cue decision in model steps; greater is surer. */
  readonly margin: number;
  readonly rule: string;
}

export interface AttributionModels {
  readonly cue: LinearModel;
  readonly parts: LinearModel;
}

const SOURCE = 1;
const CUE = 2;
const CONTENT = 3;

/** Margin at which the development set shows precision and recall of cues in balance. */
export const CUE_THRESHOLD = 268;

/** Tokens that head a cue, with the margin over "no cue". */
export function findCues(model: LinearModel, l: Layout, threshold = CUE_THRESHOLD): { token: number; margin: number }[] {
  const out: { token: number; margin: number }[] = [];
  const keys = new Int32Array(CUE_FEATURES);
  const scores = new Int32Array(2);
  for (let i = 0; i < l.parsed.tokens.length; i++) {
    if (!/\p{L}/u.test(l.parsed.tokens[i]?.form[0] ?? '')) continue;
    scores.fill(0);
    const n = cueFeatures(keys, l, i);
    for (let f = 0; f < n; f++) model.addTo(scores, keys[f] as number);
    const margin = (scores[1] as number) - (scores[0] as number);
    if (margin >= threshold) out.push({ token: i, margin });
  }
  return out;
}

/** Parts of the tokens in a cue's window, by class number of {@link PARTS}. */
export function labelParts(model: LinearModel, l: Layout, cue: number): { first: number; parts: Uint8Array } {
  const f = frameOf(l, cue);
  const keys = new Int32Array(PART_FEATURES);
  const scores = new Int32Array(PARTS.length);
  const parts = new Uint8Array(f.last - f.first);
  let p1 = -1;
  let p2 = -1;
  let seen = 0;
  for (let i = f.first; i < f.last; i++) {
    let best: number;
    if (i === cue) best = CUE;
    else {
      scores.fill(0);
      const n = partFeatures(keys, l, f, i, p1, p2, seen);
      for (let k = 0; k < n; k++) model.addTo(scores, keys[k] as number);
      best = bestClass(scores);
    }
    parts[i - f.first] = best;
    if (best === SOURCE) seen |= 1;
    if (best === CONTENT) seen |= 2;
    p2 = p1;
    p1 = best;
  }
  return { first: f.first, parts };
}

const PUNCTUATION = /^[\p{P}\p{S}]+$/u;

/** Joins tokens into spans: a gap of punctuation alone does not part them; edges are trimmed of it. */
export function spansOfTokens(parsed: ParsedText, indices: readonly number[]): Span[] {
  const out: Span[] = [];
  let run: number[] = [];
  const close = (): void => {
    while (run.length > 0 && PUNCTUATION.test(parsed.tokens[run[run.length - 1] as number]?.form ?? '')) run.pop();
    while (run.length > 0 && PUNCTUATION.test(parsed.tokens[run[0] as number]?.form ?? '')) run.shift();
    const a = parsed.tokens[run[0] ?? -1];
    const b = parsed.tokens[run[run.length - 1] ?? -1];
    if (a && b) out.push({ start: a.start, end: b.end });
    run = [];
  };
  for (const i of indices) {
    const last = run[run.length - 1];
    if (last !== undefined) {
      let gap = true;
      for (let k = last + 1; k < i; k++) if (!PUNCTUATION.test(parsed.tokens[k]?.form ?? '')) gap = false;
      if (!gap || i - last > 4) close();
    }
    run.push(i);
  }
  close();
  return out;
}

/** "According to [X], [Y]": where the model gave no content, the comma parts the source from it. */
function repairAccording(l: Layout, d: Draft): void {
  const { tokens } = l.parsed;
  const s = l.parsed.sentences[l.sentence[d.cueHead] as number];
  if (!s || d.content.length > 0 || d.cueHead !== s.first || !/^according$/i.test(tokens[d.cueHead]?.form ?? '') || tokens[d.cueHead + 1]?.form !== 'to') return;
  let comma = d.cueHead + 2;
  while (comma < s.last && tokens[comma]?.form !== ',') comma += 1;
  if (comma >= s.last - 2 || comma === d.cueHead + 2) return;
  d.cue.splice(0, d.cue.length, d.cueHead, d.cueHead + 1);
  d.source.splice(0, d.source.length, ...range(d.cueHead + 2, comma));
  d.content.push(...range(comma + 1, s.last));
}

/** Cues with the tokens of their parts; content may still be empty. */
function draftsOf(l: Layout, models: AttributionModels, threshold: number): Draft[] {
  return findCues(models.cue, l, threshold).map(({ token, margin }) => {
    const { first, parts } = labelParts(models.parts, l, token);
    const draft: Draft = { cueHead: token, margin, source: [], cue: [], content: [] };
    parts.forEach((p, k) => {
      if (p === SOURCE) draft.source.push(first + k);
      else if (p === CUE) draft.cue.push(first + k);
      else if (p === CONTENT) draft.content.push(first + k);
    });
    return draft;
  });
}

/**
 * Stage 3: every attribution of a text, in the order of their cues. Pure; nothing for a text without any.
 * @param threshold least margin of a cue, in the cue model's steps
 */
export function readAttributions(parsed: ParsedText, models: AttributionModels = attributionModels(), threshold = CUE_THRESHOLD): ReadAttribution[] {
  const l = layoutOf(parsed);
  const drafts = draftsOf(l, models, threshold);
  for (const d of drafts) repairAccording(l, d);
  adoptQuotations(l, drafts);
  return drafts.flatMap((d) => {
    const [head, ...rest] = spansOfTokens(parsed, d.content);
    if (!head) return [];
    return [{
      cueHead: d.cueHead,
      source: spansOfTokens(parsed, d.source),
      cue: spansOfTokens(parsed, d.cue),
      content: [head, ...rest] as const,
      tokens: { source: d.source, cue: d.cue, content: d.content },
      margin: d.margin,
      rule: 'attribution/perceptron@1',
    }];
  });
}
