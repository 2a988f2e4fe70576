import { hashOf } from '../../src/read/syntax/feature-hash.js';
import { VERB_TAGS, type PackedSyntaxModels } from '../../src/read/syntax/models.js';
import { syntaxContext, type SyntaxContext } from '../../src/read/syntax/sentence-context.js';
import { decodeTagger, kindsOf, tagSentences, type PackedTagger } from '../../src/read/syntax/tagger.js';
import { shouted, type Annotated } from './corpora.js';
import { trainEntities } from './train-entities.js';
import { trainParser } from './train-parser.js';
import { trainTagger } from './train-tagger.js';

export interface TrainingOptions {
  readonly taggerEpochs: number;
  readonly parserEpochs: number;
  readonly entityEpochs: number;
}

/** Packed sizes in bytes; stored as base64 they take a third more. */
const BUDGET = { tagger: 860_000, moves: 1_500_000, labels: 650_000, entities: 420_000 };
const FORMAT = 'holdout-linear/1';

/** One sentence in so many is also shown in capitals. */
const SHOUT_EVERY = 30;
const withShouting = (data: readonly Annotated[]): Annotated[] => [...data, ...data.filter((_, i) => i % SHOUT_EVERY === 0).map(shouted)];

/** Tag names that a tagger gives a sentence. */
export function tagsOf(tagger: ReturnType<typeof decodeTagger>, s: Annotated): string[] {
  const numbers = tagSentences(tagger, s.forms, s.words, kindsOf(tagger.dictionary, s.words), [{ first: 0, last: s.forms.length }]);
  return Array.from(numbers, (t) => tagger.model.classes[t]!);
}

export const contextOf = (s: Annotated, tags: readonly string[]): SyntaxContext =>
  syntaxContext(s.words.norm, s.words.suffix3, Int32Array.from(tags, (t) => hashOf(t)), VERB_TAGS);

/** Trains every model. Parser and entities learn from tags by a tagger that has not seen the sentence. */
export function trainSyntax(silver: readonly Annotated[], gold: readonly Annotated[], options: TrainingOptions): PackedSyntaxModels {
  const half = (k: number): Annotated[] => silver.filter((_, i) => Math.floor(i / 50) % 2 === k);
  const predicted = new Map<Annotated, string[]>();
  for (const k of [0, 1]) {
    const tagger = decodeTagger({ format: FORMAT, ...trainTagger([...half(k), ...gold], 2, 7 + k, BUDGET.tagger) });
    for (const s of half(1 - k)) predicted.set(s, tagsOf(tagger, s));
  }
  const tagger: PackedTagger = { format: FORMAT, ...trainTagger(withShouting([...silver, ...gold, ...gold]), options.taggerEpochs, 1, BUDGET.tagger) };
  const labelNames = [...new Set(silver.flatMap((s) => s.relations))].sort();
  const labelNumber = new Map(labelNames.map((l, i) => [l, i]));
  const examples = silver.map((s) => ({ context: contextOf(s, predicted.get(s)!), heads: s.heads, labels: Uint8Array.from(s.relations, (r) => labelNumber.get(r)!) }));
  const { moves, labels } = trainParser(examples, labelNames, { epochs: options.parserEpochs, seed: 3, moveBudget: BUDGET.moves, labelBudget: BUDGET.labels });
  const entityData = silver.flatMap((s, i) => {
    const x = { sentence: s, tags: Int32Array.from(predicted.get(s)!, (t) => hashOf(t)) };
    if (i % SHOUT_EVERY !== 0) return [x];
    const loud = shouted(s);
    return [x, { sentence: loud, tags: Int32Array.from(tagsOf(decoded(tagger), loud), (t) => hashOf(t)) }];
  });
  const entities = trainEntities(entityData, options.entityEpochs, 9, BUDGET.entities);
  return { tagger, moves: { format: FORMAT, ...moves }, labels: { format: FORMAT, ...labels }, entities: { format: FORMAT, ...entities } };
}

let last: { packed: PackedTagger; tagger: ReturnType<typeof decodeTagger> } | undefined;
function decoded(packed: PackedTagger): ReturnType<typeof decodeTagger> {
  if (last?.packed !== packed) last = { packed, tagger: decodeTagger(packed) };
  return last.tagger;
}
