import type { ParsedText } from '../../domain/parsed-text.js';
import type { Span } from '../../domain/span.js';
import type { LinearModel } from '../syntax/packed-model.js';
import { range } from '../tree.js';
import { adoptQuotations, type Draft } from './adopt-quotations.js';
import type { Analysis, PartChain } from './analyses.js';
import { candidatesOf, scoreCues, type Candidate, type Candidates } from './candidates.js';
import { ACCEPT_FEATURES, CHOICE_FEATURES, acceptFeatures, choiceFeatures } from './choice-features.js';
import { layoutOf, type Layout } from './layout.js';
import { attributionModels } from './models.js';
import { spansOfTokens } from './spans.js';

/** One attribution as PolNeAR marks it: each part may be discontinuous; source may be empty, cue and content are not. */
export interface ReadAttribution {
  /** Token that heads the cue. */
  readonly cueHead: number;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly [Span, ...Span[]];
  /** Token indices of each part, ascending. */
  readonly tokens: { readonly source: readonly number[]; readonly cue: readonly number[]; readonly content: readonly number[] };
  /** Log-odds that this is an attribution, by the last model; greater is surer. */
  readonly margin: number;
  readonly rule: string;
}

export interface AttributionModels {
  /** Whether a token heads a cue. */
  readonly cue: LinearModel;
  /** The chain that reads a cue's parts. */
  readonly chain: PartChain;
  /** Which of a cue's analyses is right, as wholes. */
  readonly choice: LinearModel;
  /** Whether a cue with its chosen analysis is an attribution. */
  readonly accept: LinearModel;
}

const SOURCE = 1;
const CUE = 2;
const CONTENT = 3;

/** Log-odds from which an attribution is kept: the best end-to-end F1 in cross-validation on the training part. */
export const ACCEPT_THRESHOLD = -0.8;

/** The analysis of a candidate that the choice model prefers, and its share among all by a softmax; null where none has content. */
export function chooseAnalysis(model: Pick<LinearModel, 'addAll' | 'scale'>, l: Layout, c: Candidate, all: Candidates, scale: number): { analysis: Analysis; share: number } | null {
  const keys = new Int32Array(CHOICE_FEATURES);
  const score = new Int32Array(4);
  const values = c.analyses.map((r, k) => {
    if (!r.labels.includes(CONTENT)) return -Infinity;
    score.fill(0);
    model.addAll(score, keys, choiceFeatures(keys, l, c, k, all, scale));
    return (score[0] as number) * model.scale;
  });
  const top = Math.max(...values);
  const analysis = c.analyses[values.indexOf(top)];
  if (top === -Infinity || !analysis) return null;
  return { analysis, share: 1 / values.reduce((sum, v) => sum + Math.exp(v - top), 0) };
}

/** "According to [X], [Y]": where the models begin no content after a comma, the first comma parts the source from it. */
function repairAccording(l: Layout, d: Draft): void {
  const { tokens } = l.parsed;
  const s = l.parsed.sentences[l.sentence[d.cueHead] as number];
  if (!s || d.cueHead !== s.first || !/^according$/i.test(tokens[d.cueHead]?.form ?? '') || tokens[d.cueHead + 1]?.form !== 'to') return;
  let before = (d.content[0] ?? 0) - 1;
  while (before > d.cueHead && l.quoted[before] === 2) before -= 1;
  if (before > d.cueHead && tokens[before]?.form === ',') return;
  let comma = d.cueHead + 2;
  while (comma < s.last && tokens[comma]?.form !== ',') comma += 1;
  if (comma >= s.last - 2 || comma === d.cueHead + 2) return;
  d.cue.splice(0, d.cue.length, d.cueHead, d.cueHead + 1);
  d.source.splice(0, d.source.length, ...range(d.cueHead + 2, comma));
  d.content.splice(0, d.content.length, ...range(comma + 1, s.last));
}

/** The attributions that the models find, by token, in the order of their cues. */
function draftsOf(l: Layout, models: AttributionModels, threshold: number): Draft[] {
  const all = candidatesOf(models.chain, l, scoreCues(models.cue, l));
  const keys = new Int32Array(ACCEPT_FEATURES);
  const score = new Int32Array(4);
  return all.list.flatMap((c): Draft[] => {
    const choice = chooseAnalysis(models.choice, l, c, all, models.chain.parts.scale);
    if (!choice) return [];
    const { labels } = choice.analysis;
    score.fill(0);
    models.accept.addAll(score, keys, acceptFeatures(keys, l, c, labels, choice.share, all));
    const margin = (score[0] as number) * models.accept.scale;
    if (margin < threshold) return [];
    const draft: Draft = { cueHead: c.cue, margin, source: [], cue: [], content: [] };
    labels.forEach((part, k) => {
      if (part === SOURCE) draft.source.push(c.window.first + k);
      else if (part === CUE) draft.cue.push(c.window.first + k);
      else if (part === CONTENT) draft.content.push(c.window.first + k);
    });
    return [draft];
  });
}

/**
 * Stage 3: every attribution of a text, in the order of their cues. Pure; nothing for a text without any.
 * @param threshold least log-odds of an attribution
 */
export function readAttributions(parsed: ParsedText, models: AttributionModels = attributionModels(), threshold = ACCEPT_THRESHOLD): ReadAttribution[] {
  const l = layoutOf(parsed);
  const drafts = draftsOf(l, models, threshold);
  for (const d of drafts) repairAccording(l, d);
  adoptQuotations(l, drafts);
  return drafts.flatMap((d) => attributionFrom(parsed, d) ?? []);
}

/** An attribution from the tokens of its parts; null where its content is nothing but punctuation. */
export function attributionFrom(parsed: ParsedText, { cueHead, margin, source, cue, content }: Readonly<Draft>): ReadAttribution | null {
  const [head, ...rest] = spansOfTokens(parsed, content);
  if (!head) return null;
  return {
    cueHead,
    source: spansOfTokens(parsed, source),
    cue: spansOfTokens(parsed, cue),
    content: [head, ...rest],
    tokens: { source, cue, content },
    margin,
    rule: 'attribution/chain@2',
  };
}
