import { ENTITY_FEATURES, entityFeatures } from './entity-features.js';
import { bestClass, type LinearModel } from './packed-model.js';
import { isLoud } from './tagger.js';
import type { WordHashes } from './words.js';

interface Run {
  readonly first: number;
  readonly last: number;
}

/** Class numbers: 0 outside, then begin and inside of each kind. */
export const ENTITY_CLASSES = ['O', 'B-PERSON', 'I-PERSON', 'B-ORGANIZATION', 'I-ORGANIZATION', 'B-LOCATION', 'I-LOCATION', 'B-MISC', 'I-MISC'] as const;

/** Whether a token can't begin an entity: it starts with a lower-case letter or is punctuation. */
export function neverBegins(form: string): boolean {
  const u = form.charCodeAt(0);
  return (u >= 97 && u <= 122) || (u < 48 && u !== 35) || (u >= 58 && u <= 64);
}

/**
 * What each form was called last in this document, so that "Smith" alone is what "Julianne Smith" was. A form is remembered
 * by its word number; classes are numbers of `ENTITY_CLASSES`, plus one.
 */
export class EntityMemory {
  private readonly last = new Map<number, number>();
  of(id: number): number {
    return this.last.get(id) ?? 0;
  }
  note(id: number, entity: number): void {
    this.last.set(id, entity + 1);
  }
}

/** Greedy BIO tagging within sentences, left to right, with a memory of the document. Class numbers of `ENTITY_CLASSES`. */
export function tagEntities(model: LinearModel, forms: readonly string[], words: WordHashes, tags: Int32Array, runs: readonly Run[]): Uint8Array {
  const out = new Uint8Array(forms.length);
  const keys = new Int32Array(ENTITY_FEATURES);
  const scores = new Int32Array(model.classes.length);
  const memory = new EntityMemory();
  for (const { first, last } of runs) {
    const loud = isLoud(forms, first, last);
    let e1 = 0;
    let e2 = 0;
    for (let i = first; i < last; i++) {
      let best = 0;
      if (e1 !== 0 || !neverBegins(forms[i] as string)) {
        const id = words.id[i] as number;
        const nextSeen = i + 1 < last ? memory.of(words.id[i + 1] as number) : 0;
        scores.fill(0);
        model.addAll(scores, keys, entityFeatures(keys, words, tags, i, first, last, e1, e2, memory.of(id), nextSeen, loud));
        best = bestClass(scores);
        memory.note(id, best);
      }
      out[i] = best;
      e2 = e1;
      e1 = best;
    }
  }
  return out;
}
