import { ENTITY_CLASSES, tagEntities } from '../../src/read/syntax/entity-tagger.js';
import type { SyntaxModels } from '../../src/read/syntax/models.js';
import { hashOf } from '../../src/read/syntax/feature-hash.js';
import { hashWords } from '../../src/read/syntax/words.js';
import { lemmaOf } from '../../src/read/syntax/lemmatise.js';
import { parseSentences } from '../../src/read/syntax/parser.js';
import type { Annotated } from './corpora.js';
import { contextOf, tagsOf } from './pipeline.js';
import { entityClasses } from './train-entities.js';

const isPunctuation = (form: string): boolean => /^[^\p{L}\p{N}]+$/u.test(form);

/** Share of tokens whose tag is right. */
export function tagAccuracy(models: SyntaxModels, data: readonly Annotated[]): number {
  let right = 0, all = 0;
  for (const s of data) tagsOf(models.tagger, s).forEach((t, i) => { all++; if (t === s.tags[i]) right++; });
  return right / all;
}

/** Share of word tokens with the right head, and with the right head and label; tags are predicted. */
export function attachment(models: SyntaxModels, data: readonly Annotated[]): { uas: number; las: number } {
  let heads = 0, both = 0, all = 0;
  for (const s of data) {
    const found = parseSentences(models.moves, models.labels, contextOf(s, tagsOf(models.tagger, s)), [{ first: 0, last: s.forms.length }]);
    s.forms.forEach((form, i) => {
      if (isPunctuation(form)) return;
      all++;
      if (found.heads[i] !== s.heads[i]) return;
      heads++;
      if (models.labels.classes[found.labels[i]!] === s.relations[i]) both++;
    });
  }
  return { uas: heads / all, las: both / all };
}

/** Entities found exactly (span and kind), each document read whole, as the reader does. */
export function entityF1(models: SyntaxModels, data: readonly Annotated[]): { all: number; byKind: Record<string, number> } {
  const documents = new Map<string, Annotated[]>();
  for (const s of data) documents.set(s.document, [...(documents.get(s.document) ?? []), s]);
  const counts = new Map<string, [number, number, number]>();
  const count = (kind: string, at: 0 | 1 | 2): void => {
    for (const k of ['all', kind]) {
      const c = counts.get(k) ?? [0, 0, 0];
      c[at] += 1;
      counts.set(k, c);
    }
  };
  for (const list of documents.values()) {
    const forms = list.flatMap((s) => [...s.forms]);
    const tags = Int32Array.from(list.flatMap((s) => tagsOf(models.tagger, s)), (t) => hashOf(t));
    let at = 0;
    const runs = list.map((s) => ({ first: at, last: (at += s.forms.length) }));
    const found = chunks(tagEntities(models.entities, forms, hashWords(forms), tags, runs));
    const gold = chunks(Uint8Array.from(list.flatMap((s) => [...entityClasses(s)])));
    for (const c of found) count(c.split(' ')[0]!, gold.has(c) ? 0 : 1);
    for (const c of gold) if (!found.has(c)) count(c.split(' ')[0]!, 2);
  }
  const f1 = ([tp, fp, fn]: [number, number, number]): number => (2 * tp) / (2 * tp + fp + fn);
  return { all: f1(counts.get('all')!), byKind: Object.fromEntries([...counts].filter(([k]) => k !== 'all').map(([k, c]) => [k, f1(c)])) };
}

function chunks(classes: Uint8Array): Set<string> {
  const out = new Set<string>();
  for (let i = 0; i < classes.length; i++) {
    if (classes[i] === 0 || classes[i]! % 2 === 0) continue;
    let j = i + 1;
    while (classes[j] === classes[i]! + 1) j++;
    out.add(`${ENTITY_CLASSES[classes[i]!]!.slice(2)} ${i}-${j}`);
  }
  return out;
}

/** Share of word tokens whose lemma is right, given the annotated tag; case is ignored, names are left out. */
export function lemmaAccuracy(data: readonly Annotated[]): number {
  let right = 0, all = 0;
  for (const s of data) s.forms.forEach((form, i) => {
    if (s.tags[i]!.startsWith('NNP') || !/^\p{L}+$/u.test(form)) return;
    all++;
    if (lemmaOf(form, s.tags[i]!).toLowerCase() === s.lemmas[i]!.toLowerCase()) right++;
  });
  return right / all;
}
