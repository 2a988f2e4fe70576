import type { EntityKind, ParsedText, Sentence, Token } from '../../domain/parsed-text.js';
import type { Span } from '../../domain/span.js';
import { splitSentences, type SentenceRun } from '../text/split-sentences.js';
import { tokenise } from '../text/tokenise.js';
import { ENTITY_CLASSES, tagEntities } from './entity-tagger.js';
import { lemmatise } from './lemmatise.js';
import { syntaxModels, type SyntaxModels } from './models.js';
import { parseSentences } from './parser.js';
import { syntaxContext } from './sentence-context.js';
import { kindsOf, tagSentences } from './tagger.js';
import { hashWords } from './words.js';

const KIND_OF: readonly (EntityKind | null)[] = ENTITY_CLASSES.map((c) => (c === 'O' ? null : (c.slice(2) as EntityKind)));

/** A text's tokens and sentences alone, as every later stage numbers them. */
export interface Segments {
  readonly spans: readonly Span[];
  readonly runs: readonly SentenceRun[];
}

/** Cuts a text into tokens and sentences. O(length). */
export function segment(text: string): Segments {
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
  // Old wire copy writes dashes as underscores, which the models have never seen.
  const seen = forms.map((f) => (f === '_' ? '--' : f));
  const words = hashWords(seen);
  const tagNumbers = tagSentences(models.tagger, seen, words, kindsOf(models.tagger.dictionary, words), runs);
  const tags = new Int32Array(forms.length);
  for (let i = 0; i < tags.length; i++) tags[i] = models.tagHashes[tagNumbers[i] as number] as number;
  const { heads, labels } = parseSentences(models.moves, models.labels, syntaxContext(words.norm, words.suffix3, tags, models.verbTags), runs);
  const entities = tagEntities(models.entities, seen, words, tags, runs);
  const tagNames = models.tagger.model.classes;
  const labelNames = models.labels.classes;
  const tokens: Token[] = spans.map((s, i) => {
    const form = forms[i] as string;
    const tag = tagNames[tagNumbers[i] as number] as string;
    return {
      start: s.start,
      end: s.end,
      form,
      lemma: lemmatise(form, tag),
      tag,
      head: heads[i] as number,
      relation: labelNames[labels[i] as number] as string,
      entity: KIND_OF[entities[i] as number] ?? null,
    };
  });
  return { text, tokens, sentences: sentencesOf(spans, runs) };
}

/** Sentences with the spans of their words. */
export const sentencesOf = (spans: readonly Span[], runs: readonly SentenceRun[]): Sentence[] =>
  runs.map((r) => ({ ...r, start: (spans[r.first] as Span).start, end: (spans[r.last - 1] as Span).end }));
