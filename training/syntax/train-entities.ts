import { ENTITY_FEATURES, entityFeatures } from '../../src/read/syntax/entity-features.js';
import { ENTITY_CLASSES, EntityMemory, neverBegins } from '../../src/read/syntax/entity-tagger.js';
import type { PackedModel } from '../../src/read/syntax/packed-model.js';
import { isLoud } from '../../src/read/syntax/tagger.js';
import type { Annotated } from './corpora.js';
import { log } from './log.js';
import { seeded, shuffled } from '../lib/random.js';
import { FeatureCounter } from '../lib/feature-counter.js';
import { Perceptron } from './perceptron.js';

const KEY_BITS = 25;
const CLASS = new Map<string, number>(ENTITY_CLASSES.map((c, i) => [c, i]));

export interface EntityExample {
  readonly sentence: Annotated;
  /** Predicted tags, as hashes. */
  readonly tags: Int32Array;
}

/** BIO class numbers of a sentence; neighbouring tokens of one kind are one entity. */
export function entityClasses(s: Annotated): Uint8Array {
  return Uint8Array.from(s.entities, (e, i) => CLASS.get(`${i > 0 && s.entities[i - 1] === e ? 'I' : 'B'}-${e}`) ?? 0);
}

/** Trains the entity tagger; documents keep their sentences in order, because the tagger remembers names. */
export function trainEntities(data: readonly EntityExample[], epochs: number, seed: number, budget: number): Omit<PackedModel, 'format'> {
  const documents = new Map<string, { x: EntityExample; gold: Uint8Array; loud: number }[]>();
  for (const x of data) {
    const list = documents.get(x.sentence.document) ?? [];
    list.push({ x, gold: entityClasses(x.sentence), loud: isLoud(x.sentence.forms, 0, x.sentence.forms.length) });
    documents.set(x.sentence.document, list);
  }
  const keys = new Int32Array(ENTITY_FEATURES);
  const walk = (list: { x: EntityExample; gold: Uint8Array; loud: number }[], decide: (n: number, gold: number) => number): void => {
    const memory = new EntityMemory();
    for (const { x, gold, loud } of list) {
      const { forms, words } = x.sentence;
      let e1 = 0, e2 = 0;
      for (let i = 0; i < gold.length; i++) {
        let best = 0;
        if (e1 !== 0 || !neverBegins(forms[i]!)) {
          const id = words.id[i]!;
          const nextSeen = i + 1 < gold.length ? memory.of(words.id[i + 1]!) : 0;
          best = decide(entityFeatures(keys, words, x.tags, i, 0, gold.length, e1, e2, memory.of(id), nextSeen, loud), gold[i]!);
          memory.note(id, best);
        }
        e2 = e1;
        e1 = best;
      }
    }
  };
  const counter = new FeatureCounter(KEY_BITS);
  for (const list of documents.values()) walk(list, (n, gold) => { counter.add(keys, n); return gold; });
  const p = new Perceptron([...ENTITY_CLASSES], KEY_BITS, counter.frequent(3));
  const scores = new Float32Array(p.k);
  const random = seeded(seed);
  for (let e = 0; e < epochs; e++) {
    let wrong = 0, all = 0;
    for (const list of shuffled([...documents.values()], random)) {
      walk(list, (n, gold) => {
        p.score(keys, n, scores);
        let best = 0;
        for (let c = 1; c < p.k; c++) if (scores[c]! > scores[best]!) best = c;
        p.tick();
        all++;
        if (best !== gold) { wrong++; p.update(gold, best); }
        return best;
      });
    }
    log('entities epoch', e, 'rows', p.size, 'train accuracy where scored', (1 - wrong / all).toFixed(4));
  }
  return p.pack(budget);
}
