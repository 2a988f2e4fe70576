import tagger from '../../../models/syntax-tagger.json' with { type: 'json' };
import moves from '../../../models/syntax-parser.json' with { type: 'json' };
import labels from '../../../models/syntax-labels.json' with { type: 'json' };
import entities from '../../../models/syntax-entities.json' with { type: 'json' };
import { hashOf } from './feature-hash.js';
import { decodeModel, type LinearModel, type PackedModel } from './packed-model.js';
import { decodeTagger, type PackedTagger, type Tagger } from './tagger.js';

/** The stored models of stages 1 and 2. */
export interface PackedSyntaxModels {
  readonly tagger: PackedTagger;
  readonly moves: PackedModel;
  readonly labels: PackedModel;
  readonly entities: PackedModel;
}

/** Decoded models and what is derived from their class names. */
export interface SyntaxModels {
  readonly tagger: Tagger;
  readonly moves: LinearModel;
  readonly labels: LinearModel;
  readonly entities: LinearModel;
  /** Hash of each tag, by class number: tags enter features as these. */
  readonly tagHashes: Int32Array;
  /** Tag hashes of verbs and modals. */
  readonly verbTags: ReadonlySet<number>;
}

export const VERB_TAGS: ReadonlySet<number> = new Set(['VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'MD'].map((t) => hashOf(t)));

export function decodeSyntaxModels(packed: PackedSyntaxModels): SyntaxModels {
  return {
    tagger: decodeTagger(packed.tagger),
    moves: decodeModel(packed.moves),
    labels: decodeModel(packed.labels),
    entities: decodeModel(packed.entities),
    tagHashes: Int32Array.from(packed.tagger.classes, (t) => hashOf(t)),
    verbTags: VERB_TAGS,
  };
}

let decoded: SyntaxModels | undefined;

/** The models that ship with the project, decoded at first use (some tens of milliseconds). */
export function syntaxModels(): SyntaxModels {
  decoded ??= decodeSyntaxModels({ tagger, moves, labels, entities });
  return decoded;
}
