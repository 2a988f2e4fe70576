import type { EntityKind, ParsedText, Sentence, Token } from '../../domain/parsed-text.js';
import type { Span } from '../../domain/span.js';
import { splitSentences } from '../text/split-sentences.js';
import { tokenise } from '../text/tokenise.js';
import { bestClass, hashOf, type LinearModel } from '../weights/linear-model.js';
import { LABEL_FEATURES, labelFeatures, type ArcContext } from './label-features.js';
import { lemmatise } from './lemmatise.js';
import { ENTITY_FEATURES, entityFeatures } from './entity-features.js';
import { PARSER_FEATURES, parserFeatures } from './parser-features.js';
import { SHIFT, RIGHT, applyMove, isDone, isLegal, startState } from './parser-state.js';
import { TAG_FEATURES, tagFeatures } from './tag-features.js';
import { hashWords, type WordHashes } from './words.js';
import { syntaxModels } from './models.js';

/** The four models of stages 1 and 2. */
export interface SyntaxModels {
  readonly tagger: LinearModel;
  readonly parser: LinearModel;
  readonly labeller: LinearModel;
  readonly entities: LinearModel;
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** Greedy left-to-right tagging; class numbers of `model.classes`. */
export function tagSentences(model: LinearModel, words: WordHashes, runs: readonly Run[], count: number): Uint8Array {
  const out = new Uint8Array(count);
  const keys = new Int32Array(TAG_FEATURES);
  const scores = new Int32Array(model.classes.length);
  for (const { first, last } of runs) {
    let t1 = -1;
    let t2 = -1;
    for (let i = first; i < last; i++) {
      scores.fill(0);
      const n = tagFeatures(keys, words, i, first, last, t1, t2);
      for (let f = 0; f < n; f++) model.addTo(scores, keys[f] as number);
      const best = bestClass(scores);
      out[i] = best;
      t2 = t1;
      t1 = best;
    }
  }
  return out;
}

/** Greedy arc-hybrid parsing; head of each token as an absolute index, -1 for a root. */
export function parseSentences(model: LinearModel, words: Int32Array, tags: Int32Array, runs: readonly Run[], count: number): Int32Array {
  const heads = new Int32Array(count).fill(-1);
  const keys = new Int32Array(PARSER_FEATURES);
  const scores = new Int32Array(3);
  for (const { first, last } of runs) {
    const state = startState(first, last);
    while (!isDone(state)) {
      scores.fill(0);
      const n = parserFeatures(keys, state, words, tags);
      for (let f = 0; f < n; f++) model.addTo(scores, keys[f] as number);
      let best = -1;
      for (let m = SHIFT; m <= RIGHT; m++) {
        if (isLegal(state, m) && (best < 0 || (scores[m] as number) > (scores[best] as number))) best = m;
      }
      applyMove(state, best);
    }
    for (let i = first; i < last; i++) heads[i] = Math.max(-1, state.heads[i - first] as number);
  }
  return heads;
}

/** Labels each arc, sisters from left to right; class numbers of `model.classes`. */
export function labelArcs(model: LinearModel, words: WordHashes, tags: Int32Array, heads: Int32Array, runs: readonly Run[]): Uint8Array {
  const count = heads.length;
  const out = new Uint8Array(count);
  const keys = new Int32Array(LABEL_FEATURES);
  const scores = new Int32Array(model.classes.length);
  const previous = new Int32Array(count + 1).fill(-1);
  const leftmost = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = 0; i < count; i++) {
    const h = heads[i] as number;
    if (h >= 0 && i < (leftmost[h] as number)) leftmost[h] = i;
  }
  for (const { first, last } of runs) {
    const context: ArcContext = { w: words.norm, t: tags, suffix3: words.suffix3, heads, leftmost, first, last };
    for (let i = first; i < last; i++) {
      const h = heads[i] as number;
      scores.fill(0);
      const n = labelFeatures(keys, context, i, h < 0 ? -1 : (previous[h] as number));
      for (let f = 0; f < n; f++) model.addTo(scores, keys[f] as number);
      const best = bestClass(scores);
      out[i] = best;
      if (h >= 0) previous[h] = best;
    }
  }
  return out;
}

/** Greedy BIO tagging of entities. */
export function tagEntities(model: LinearModel, words: WordHashes, tags: Int32Array, runs: readonly Run[], count: number): Uint8Array {
  const out = new Uint8Array(count);
  const keys = new Int32Array(ENTITY_FEATURES);
  const scores = new Int32Array(model.classes.length);
  for (const { first, last } of runs) {
    let e1 = -1;
    let e2 = -1;
    for (let i = first; i < last; i++) {
      scores.fill(0);
      const n = entityFeatures(keys, words, tags, i, first, last, e1, e2);
      for (let f = 0; f < n; f++) model.addTo(scores, keys[f] as number);
      const best = bestClass(scores);
      out[i] = best;
      e2 = e1;
      e1 = best;
    }
  }
  return out;
}

/** The text's tokens and sentences alone, as every later stage numbers them. */
export function segment(text: string): { readonly spans: readonly Span[]; readonly runs: ReturnType<typeof splitSentences> } {
  const spans = tokenise(text);
  return { spans, runs: splitSentences(text, spans) };
}

/**
 * Stages 1 and 2: tokens, sentences, Penn tags, lemmas, basic Stanford dependencies and entities of a text. Pure and
 * deterministic; every token is an exact slice of the text. An empty text gives no tokens. O(length).
 */
export function parseText(text: string, models: SyntaxModels = syntaxModels()): ParsedText {
  const { spans, runs } = segment(text);
  const forms = spans.map((s) => text.slice(s.start, s.end));
  const words = hashWords(forms);
  const count = forms.length;
  const tagNumbers = tagSentences(models.tagger, words, runs, count);
  const tagHashes = models.tagger.classes.map(hashOf);
  const tags = Int32Array.from(tagNumbers, (t) => tagHashes[t] as number);
  const heads = parseSentences(models.parser, words.norm, tags, runs, count);
  const labels = labelArcs(models.labeller, words, tags, heads, runs);
  const entities = tagEntities(models.entities, words, tags, runs, count);
  const tokens: Token[] = spans.map((s, i) => {
    const form = forms[i] as string;
    const tag = models.tagger.classes[tagNumbers[i] as number] as string;
    const entity = models.entities.classes[entities[i] as number] as string;
    return {
      start: s.start,
      end: s.end,
      form,
      lemma: lemmatise(form, tag),
      tag,
      head: heads[i] as number,
      relation: models.labeller.classes[labels[i] as number] as string,
      entity: entity === 'O' ? null : (entity.slice(2) as EntityKind),
    };
  });
  const sentences: Sentence[] = runs.map((r) => ({
    ...r,
    start: (spans[r.first] as Span).start,
    end: (spans[r.last - 1] as Span).end,
  }));
  return { text, tokens, sentences };
}
