import type { Span } from './span.js';

/** Entity classes of the silver training data that the reader uses. */
export type EntityKind = 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'MISC';

/** One token with its syntax. */
export interface Token extends Span {
  /** Surface form: exactly the text at the span. */
  readonly form: string;
  readonly lemma: string;
  /** Penn Treebank tag. */
  readonly tag: string;
  /** Index of the head token in `ParsedText.tokens`, or -1 for the root of a sentence. */
  readonly head: number;
  /** Basic Stanford dependency label (as CoreNLP 3.x writes it: `nsubj`, `dobj`, `nmod`, `ccomp`, …). */
  readonly relation: string;
  /** Entity class of the mention this token belongs to, or null. */
  readonly entity: EntityKind | null;
}

/** A run of tokens, `first` inclusive and `last` exclusive. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
  /** 0-based index of the paragraph (line) it lies in. */
  readonly paragraph: number;
}

/** A text after stages 1 and 2: tokens, sentences, tags, dependencies, entities. Offsets index into `text`. */
export interface ParsedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}
