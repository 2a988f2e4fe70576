import { TAG_FEATURES, tagFeatures } from './tag-features.js';
import { bestClass, bytesOf, decodeModel, type LinearModel, type PackedModel } from './packed-model.js';
import type { WordHashes } from './words.js';

/** A stored tagger: a linear model and the words it knows the tags of. */
export interface PackedTagger extends PackedModel {
  /** Tag sets that words can have, most frequent tag first: `NN`, `VB|NN`, …; one ending in `!` is certain. */
  readonly kinds: readonly string[];
  /** Base64 of: number of words (u32, little-endian), their 32-bit hashes (i32), their kinds (u8, index into `kinds` + 1). */
  readonly dictionary: string;
}

/** Tag sets of known words, by the hash of their normal form. */
export interface TagDictionary {
  /** Kind number of a word hash, 0 when unknown. */
  readonly kindOf: Map<number, number>;
  /** Class number of a certain kind, else -1, by kind number. */
  readonly certain: Int32Array;
}

export interface Tagger {
  readonly model: LinearModel;
  readonly dictionary: TagDictionary;
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** Builds the look-up from hashes and kinds. */
export function makeDictionary(hashes: Int32Array, kinds: Uint8Array, names: readonly string[], classes: readonly string[]): TagDictionary {
  const kindOf = new Map<number, number>();
  hashes.forEach((h, i) => kindOf.set(h, kinds[i] as number));
  const certain = Int32Array.from([-1, ...names.map((k) => (k.endsWith('!') ? classes.indexOf(k.slice(0, -1)) : -1))]);
  return { kindOf, certain };
}

/** Decodes a stored tagger. */
export function decodeTagger(stored: PackedTagger): Tagger {
  const bytes = bytesOf(stored.dictionary);
  const view = new DataView(bytes.buffer);
  const n = view.getUint32(0, true);
  const hashes = Int32Array.from({ length: n }, (_, i) => view.getInt32(4 + i * 4, true));
  return { model: decodeModel(stored), dictionary: makeDictionary(hashes, bytes.slice(4 + n * 4), stored.kinds, stored.classes) };
}

/** Dictionary kind of every token. */
export function kindsOf(dictionary: TagDictionary, words: WordHashes): Int32Array {
  const out = new Int32Array(words.norm.length);
  for (let i = 0; i < out.length; i++) out[i] = dictionary.kindOf.get(words.norm[i] as number) ?? 0;
  return out;
}

/** 1 for a sentence whose words are nearly all in capitals, where capitals say nothing of names. */
export function isLoud(forms: readonly string[], first: number, last: number): 0 | 1 {
  let upper = 0;
  let lower = 0;
  for (let i = first; i < last; i++) {
    const form = forms[i] as string;
    if (form.length < 3) continue;
    const c = form.charCodeAt(1);
    if (c >= 97 && c <= 122) {
      if (++lower > 3) return 0;
    } else if (c >= 65 && c <= 90) upper += 1;
  }
  return upper > 2 && upper > lower * 4 ? 1 : 0;
}

/** Greedy left-to-right tagging; class numbers of `model.classes`. Certain words of the dictionary are not scored. */
export function tagSentences(tagger: Tagger, forms: readonly string[], words: WordHashes, kinds: Int32Array, runs: readonly Run[]): Uint8Array {
  const { model, dictionary } = tagger;
  const out = new Uint8Array(forms.length);
  const keys = new Int32Array(TAG_FEATURES);
  const scores = new Int32Array(model.classes.length);
  for (const { first, last } of runs) {
    const loud = isLoud(forms, first, last);
    let t1 = -1;
    let t2 = -1;
    for (let i = first; i < last; i++) {
      let best = dictionary.certain[kinds[i] as number] as number;
      if (best < 0) {
        scores.fill(0);
        model.addAll(scores, keys, tagFeatures(keys, words, kinds, i, first, last, t1, t2, loud));
        best = bestClass(scores);
      }
      out[i] = best;
      t2 = t1;
      t1 = best;
    }
  }
  return out;
}
