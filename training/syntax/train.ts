/**
 * Trains tagger, parser, labeller and entity models and writes them to models/. Fixed seed: the same weights bit for bit.
 *   npx tsx training/syntax/train.ts
 */
import fs from 'node:fs';
import path from 'node:path';
import { Perceptron, seeded, shuffle } from '../lib/perceptron.js';
import { readConllu, readGold, type SilverSentence } from '../lib/data.js';
import { hashWords, type WordHashes } from '../../src/read/syntax/words.js';
import { TAG_FEATURES, tagFeatures } from '../../src/read/syntax/tag-features.js';
import { ENTITY_FEATURES, entityFeatures } from '../../src/read/syntax/entity-features.js';
import { PARSER_FEATURES, parserFeatures } from '../../src/read/syntax/parser-features.js';
import { LABEL_FEATURES, labelFeatures } from '../../src/read/syntax/label-features.js';
import { LEFT, MOVES, RIGHT, SHIFT, applyMove, isDone, isLegal, startState } from '../../src/read/syntax/parser-state.js';
import { lemmaByRule, lemmaClassOf } from '../../src/read/syntax/lemmatise.js';
import { decodeLinearModel, hashOf, type StoredLinearModel } from '../../src/read/weights/linear-model.js';
import { labelArcs, parseSentences, tagEntities, tagSentences } from '../../src/read/syntax/parse-text.js';

const root = path.resolve(import.meta.dirname, '../..');
const meta = { version: '1', date: '2026-11-24', licence: 'MIT for the weights; see MODEL_CARD.md for what they were trained on' };
const log = (...a: unknown[]): void => { console.error(new Date().toISOString().slice(11, 19), ...a); };
const save = (file: string, model: unknown): void => { fs.writeFileSync(path.join(root, 'models', file), `${JSON.stringify(model)}\n`); };

interface Sample { readonly s: SilverSentence; readonly w: WordHashes; tags: Int32Array }
const TAG_FIX: Record<string, string> = { ADD: 'NNP', NFP: ':', AFX: 'JJ', GW: 'NN', XX: 'FW', HYPH: ':', LS: 'CD', '-LSB-': '-LRB-', '-RSB-': '-RRB-' };
const sample = (s: SilverSentence): Sample => ({ s, w: hashWords(s.forms), tags: new Int32Array(0) });

log('reading');
// The silver files hold the corpus's normalised quotes (`` and ''); the text has its own, so forms are cut from the text.
const texts = new Map([...readGold('polnear-train.jsonl.gz'), ...readGold('polnear-dev.jsonl')].map((d) => [d.id, d.text]));
const withText = (list: SilverSentence[]): SilverSentence[] => list.map((s) => {
  const text = texts.get(s.id);
  return text === undefined ? s : { ...s, forms: s.forms.map((f, i) => (s.starts[i]! >= 0 ? text.slice(s.starts[i]!, s.ends[i]!) || f : f)) };
});
const silver = withText(readConllu('polnear-silver-train.conllu.gz')).map(sample);
const silverDev = withText(readConllu('polnear-silver-dev.conllu.gz')).map(sample);
const goldTrain = [...readConllu('ewt-train.conllu.gz'), ...readConllu('gum-train.conllu.gz')].map(sample);
const goldDev = [...readConllu('ewt-dev.conllu.gz'), ...readConllu('gum-dev.conllu.gz')].map(sample);
for (const x of [...goldTrain, ...goldDev]) x.s.tags.forEach((t, i) => { x.s.tags[i] = TAG_FIX[t] ?? t; });
log('silver', silver.length, 'gold', goldTrain.length);

// ------------------------------------------------------------------ tagger
const tagClasses = [...new Set([...silver, ...goldTrain].flatMap((x) => x.s.tags))].sort();
const tagNumber = new Map(tagClasses.map((t, i) => [t, i]));
const tagHash = tagClasses.map(hashOf);

function trainTagger(data: Sample[], epochs: number, seed: number): Perceptron {
  const keys = new Int32Array(TAG_FEATURES);
  const counts = new Map<number, number>();
  for (const { s, w } of data) for (let i = 0; i < s.forms.length; i++) {
    const n = tagFeatures(keys, w, i, 0, s.forms.length, i > 0 ? tagNumber.get(s.tags[i - 1]!)! : -1, i > 1 ? tagNumber.get(s.tags[i - 2]!)! : -1);
    for (let f = 0; f < n; f++) counts.set(keys[f]!, (counts.get(keys[f]!) ?? 0) + 1);
  }
  const p = new Perceptron(tagClasses, counts, 4);
  counts.clear();
  log('tagger rows', p.rows);
  const random = seeded(seed);
  const rows = new Int32Array(TAG_FEATURES);
  const scores = new Float32Array(p.k);
  for (let e = 0; e < epochs; e++) {
    let wrong = 0, all = 0;
    for (const { s, w } of shuffle([...data], random)) {
      let t1 = -1, t2 = -1;
      for (let i = 0; i < s.forms.length; i++) {
        const n = tagFeatures(keys, w, i, 0, s.forms.length, t1, t2);
        for (let f = 0; f < n; f++) rows[f] = p.row(keys[f]!);
        p.score(rows, n, scores);
        let best = 0;
        for (let c = 1; c < p.k; c++) if (scores[c]! > scores[best]!) best = c;
        const gold = tagNumber.get(s.tags[i]!)!;
        p.tick();
        if (best !== gold) { wrong++; p.add(rows, n, gold, 1); p.add(rows, n, best, -1); }
        all++;
        t2 = t1; t1 = best;
      }
    }
    log('tagger epoch', e, 'train accuracy', (1 - wrong / all).toFixed(4));
  }
  return p;
}
const applyTags = (model: StoredLinearModel, data: Sample[]): number => {
  const m = decodeLinearModel(model);
  let right = 0, all = 0;
  for (const x of data) {
    const got = tagSentences(m, x.w, [{ first: 0, last: x.s.forms.length }], x.s.forms.length);
    x.tags = Int32Array.from(got, (t) => tagHash[t]!);
    got.forEach((t, i) => { all++; if (tagClasses[t] === x.s.tags[i]) right++; });
  }
  return right / all;
};
const half = (data: Sample[], k: number): Sample[] => data.filter((_, i) => Math.floor(i / 50) % 2 === k);
const EPOCHS = Number(process.env['EPOCHS'] ?? 4);
// Tags for training the parser come from a tagger that has not seen the sentence.
for (const k of [0, 1]) {
  const p = trainTagger([...half(silver, k), ...half(goldTrain, k)], 2, 7 + k);
  log('jackknife tag accuracy', applyTags(p.store({ name: 'tagger', trainedOn: '', ...meta }, 1), half(silver, 1 - k)).toFixed(4));
}
{
  const model = trainTagger([...silver, ...goldTrain, ...goldTrain], EPOCHS, 1).store({ name: 'tagger', trainedOn: 'UD English EWT and GUM (gold), CoreNLP tags on PolNeAR train (silver)', ...meta }, 3);
  save('tagger.json', model);
  log('TAGGER size', model.data.length, 'treebank dev', applyTags(model, goldDev).toFixed(4), 'silver dev', applyTags(model, silverDev).toFixed(4));
}

// ------------------------------------------------------------------ parser (dynamic oracle, Goldberg and Nivre 2013)
function costs(st: ReturnType<typeof startState>, heads: number[], out: Int32Array): void {
  const s0 = st.stack[st.stack.length - 1] ?? -1;
  const s1 = st.stack[st.stack.length - 2] ?? -1;
  const b = st.next;
  out.fill(-1);
  if (isLegal(st, SHIFT)) {
    // Shifting b: loses arcs between b and stack items below the top (b as head of them; they as heads of b except via right on top).
    let c = 0;
    for (let k = 0; k < st.stack.length; k++) {
      const x = st.stack[k]!;
      if (heads[x] === b) c++;
      if (k < st.stack.length - 1 && heads[b] === x) c++;
    }
    out[SHIFT] = c;
  }
  if (isLegal(st, LEFT)) {
    // b becomes head of s0: loses s0's head s1 or in the buffer beyond b, and s0's dependents in the buffer.
    let c = 0;
    if (heads[s0] !== b) { if (s1 >= 0 && heads[s0] === s1) c++; if (heads[s0]! > b) c++; }
    for (let k = b; k < st.last; k++) if (heads[k] === s0) c++;
    out[LEFT] = c;
  }
  if (isLegal(st, RIGHT)) {
    let c = 0;
    if (heads[s0]! >= b) c++;
    for (let k = b; k < st.last; k++) if (heads[k] === s0) c++;
    out[RIGHT] = c;
  }
}
{
  const keys = new Int32Array(PARSER_FEATURES);
  const rows = new Int32Array(PARSER_FEATURES);
  const cost = new Int32Array(3);
  const counts = new Map<number, number>();
  for (const { s, w, tags } of silver) {
    const st = startState(0, s.forms.length);
    while (!isDone(st)) {
      const n = parserFeatures(keys, st, w.norm, tags);
      for (let f = 0; f < n; f++) counts.set(keys[f]!, (counts.get(keys[f]!) ?? 0) + 1);
      costs(st, s.heads, cost);
      let move = -1;
      for (const m of [LEFT, RIGHT, SHIFT]) if (isLegal(st, m) && (move < 0 || cost[m]! < cost[move]!)) move = m;
      applyMove(st, move);
    }
  }
  const p = new Perceptron([...MOVES], counts, 6);
  counts.clear();
  log('parser rows', p.rows);
  const random = seeded(3);
  const scores = new Float32Array(3);
  for (let e = 0; e < EPOCHS + 3; e++) {
    let right = 0, all = 0;
    for (const { s, w, tags } of shuffle([...silver], random)) {
      const st = startState(0, s.forms.length);
      while (!isDone(st)) {
        const n = parserFeatures(keys, st, w.norm, tags);
        for (let f = 0; f < n; f++) rows[f] = p.row(keys[f]!);
        p.score(rows, n, scores);
        costs(st, s.heads, cost);
        let best = -1, oracle = -1, least = 1e9;
        for (let m = 0; m < 3; m++) if (isLegal(st, m)) least = Math.min(least, cost[m]!);
        for (let m = 0; m < 3; m++) {
          if (!isLegal(st, m)) continue;
          if (best < 0 || scores[m]! > scores[best]!) best = m;
          if (cost[m] === least && (oracle < 0 || scores[m]! > scores[oracle]!)) oracle = m;
        }
        p.tick();
        if (cost[best]! > least) { p.add(rows, n, oracle, 1); p.add(rows, n, best, -1); }
        // Explore its own mistakes after the first round.
        applyMove(st, e > 0 && random() < 0.9 ? best : oracle);
      }
      s.heads.forEach((h, i) => { all++; if (st.heads[i] === h || (h === -1 && st.heads[i]! < 0)) right++; });
    }
    log('parser epoch', e, 'train UAS', (right / all).toFixed(4));
  }
  const model = p.store({ name: 'parser', trainedOn: 'CoreNLP dependencies on PolNeAR train (silver)', ...meta }, 5);
  save('parser.json', model);
  const m = decodeLinearModel(model);
  let right = 0, all = 0;
  for (const x of silverDev) {
    const got = parseSentences(m, x.w.norm, x.tags, [{ first: 0, last: x.s.forms.length }], x.s.forms.length);
    x.s.heads.forEach((h, i) => { if (/^\W+$/.test(x.s.forms[i]!)) return; all++; if (got[i] === h) right++; });
  }
  log('PARSER size', model.data.length, 'silver dev UAS (no punctuation)', (right / all).toFixed(4));
}

// ------------------------------------------------------------------ labels
{
  const freq = new Map<string, number>();
  for (const x of silver) for (const r of x.s.relations) freq.set(r, (freq.get(r) ?? 0) + 1);
  const classes = [...freq.keys()].sort();
  const number = new Map(classes.map((c, i) => [c, i]));
  const keys = new Int32Array(LABEL_FEATURES), rows = new Int32Array(LABEL_FEATURES);
  const prepared = silver.map((x) => {
    const heads = Int32Array.from(x.s.heads);
    const leftmost = Int32Array.from(x.s.heads, (_, i) => i);
    heads.forEach((h, i) => { if (h >= 0 && i < leftmost[h]!) leftmost[h] = i; });
    return { x, c: { w: x.w.norm, t: x.tags, suffix3: x.w.suffix3, heads, leftmost, first: 0, last: heads.length } };
  });
  const counts = new Map<number, number>();
  for (const { x, c } of prepared) {
    const prev = new Int32Array(c.last).fill(-1);
    for (let i = 0; i < c.last; i++) {
      const h = c.heads[i]!;
      const n = labelFeatures(keys, c, i, h < 0 ? -1 : prev[h]!);
      for (let f = 0; f < n; f++) counts.set(keys[f]!, (counts.get(keys[f]!) ?? 0) + 1);
      if (h >= 0) prev[h] = number.get(x.s.relations[i]!)!;
    }
  }
  const p = new Perceptron(classes, counts, 4);
  counts.clear();
  log('label rows', p.rows, 'classes', classes.length);
  const random = seeded(5);
  const scores = new Float32Array(p.k);
  for (let e = 0; e < EPOCHS; e++) {
    let wrong = 0, all = 0;
    for (const { x, c } of shuffle([...prepared], random)) {
      const prev = new Int32Array(c.last).fill(-1);
      for (let i = 0; i < c.last; i++) {
        const h = c.heads[i]!;
        const n = labelFeatures(keys, c, i, h < 0 ? -1 : prev[h]!);
        for (let f = 0; f < n; f++) rows[f] = p.row(keys[f]!);
        p.score(rows, n, scores);
        let best = 0;
        for (let k = 1; k < p.k; k++) if (scores[k]! > scores[best]!) best = k;
        const gold = number.get(x.s.relations[i]!)!;
        p.tick();
        if (best !== gold) { wrong++; p.add(rows, n, gold, 1); p.add(rows, n, best, -1); }
        all++;
        if (h >= 0) prev[h] = best;
      }
    }
    log('label epoch', e, (1 - wrong / all).toFixed(4));
  }
  const model = p.store({ name: 'labeller', trainedOn: 'CoreNLP dependencies on PolNeAR train (silver)', ...meta }, 4);
  save('labeller.json', model);
  const m = decodeLinearModel(model);
  let right = 0, all = 0;
  for (const x of silverDev) {
    const got = labelArcs(m, x.w, x.tags, Int32Array.from(x.s.heads), [{ first: 0, last: x.s.forms.length }]);
    got.forEach((l, i) => { all++; if (classes[l] === x.s.relations[i]) right++; });
  }
  log('LABELLER size', model.data.length, 'label accuracy on silver dev arcs', (right / all).toFixed(4));
}

// ------------------------------------------------------------------ entities
{
  const keep = new Set(['PERSON', 'ORGANIZATION', 'LOCATION', 'MISC']);
  const bio = (s: SilverSentence): string[] => s.entities.map((e, i) => (keep.has(e) ? `${i > 0 && s.entities[i - 1] === e ? 'I' : 'B'}-${e}` : 'O'));
  const classes = ['O', ...[...keep].flatMap((k) => [`B-${k}`, `I-${k}`])];
  const number = new Map(classes.map((c, i) => [c, i]));
  const keys = new Int32Array(ENTITY_FEATURES), rows = new Int32Array(ENTITY_FEATURES);
  const data = silver.map((x) => ({ x, gold: bio(x.s).map((b) => number.get(b)!) }));
  const counts = new Map<number, number>();
  for (const { x, gold } of data) for (let i = 0; i < gold.length; i++) {
    const n = entityFeatures(keys, x.w, x.tags, i, 0, gold.length, i > 0 ? gold[i - 1]! : -1, i > 1 ? gold[i - 2]! : -1);
    for (let f = 0; f < n; f++) counts.set(keys[f]!, (counts.get(keys[f]!) ?? 0) + 1);
  }
  const p = new Perceptron(classes, counts, 3);
  counts.clear();
  const random = seeded(9);
  const scores = new Float32Array(p.k);
  for (let e = 0; e < EPOCHS; e++) {
    let wrong = 0, all = 0;
    for (const { x, gold } of shuffle([...data], random)) {
      let e1 = -1, e2 = -1;
      for (let i = 0; i < gold.length; i++) {
        const n = entityFeatures(keys, x.w, x.tags, i, 0, gold.length, e1, e2);
        for (let f = 0; f < n; f++) rows[f] = p.row(keys[f]!);
        p.score(rows, n, scores);
        let best = 0;
        for (let k = 1; k < p.k; k++) if (scores[k]! > scores[best]!) best = k;
        p.tick();
        if (best !== gold[i]) { wrong++; p.add(rows, n, gold[i]!, 1); p.add(rows, n, best, -1); }
        all++;
        e2 = e1; e1 = best;
      }
    }
    log('entity epoch', e, (1 - wrong / all).toFixed(4));
  }
  const model = p.store({ name: 'entities', trainedOn: 'CoreNLP entities on PolNeAR train (silver)', ...meta }, 2);
  save('entities.json', model);
  const m = decodeLinearModel(model);
  let tp = 0, fp = 0, fn = 0;
  const chunks = (b: string[]): Set<string> => {
    const out = new Set<string>();
    for (let i = 0; i < b.length; i++) if (b[i]!.startsWith('B-')) { let j = i + 1; while (b[j] === `I-${b[i]!.slice(2)}`) j++; out.add(`${i}-${j}-${b[i]!.slice(2)}`); }
    return out;
  };
  for (const x of silverDev) {
    const n = x.s.forms.length;
    const got = chunks([...tagEntities(m, x.w, x.tags, [{ first: 0, last: n }], n)].map((c) => classes[c]!));
    const want = chunks(bio(x.s));
    for (const g of got) if (want.has(g)) tp++; else fp++;
    for (const g of want) if (!got.has(g)) fn++;
  }
  log('ENTITIES size', model.data.length, 'F1 on silver dev', ((2 * tp) / (2 * tp + fp + fn)).toFixed(4));
}

// ------------------------------------------------------------------ lemmas
{
  const seen = new Map<string, Map<string, number>>();
  const tagOf = new Map<string, string>();
  for (const x of [...silver, ...goldTrain]) x.s.forms.forEach((f, i) => {
    const tag = x.s.tags[i]!;
    if (tag === 'NNP' || lemmaClassOf(tag) === 'O' || !/^[\p{L}'’.-]+$/u.test(f)) return;
    const key = `${f.toLowerCase().replace(/[‘’]/g, "'")}/${lemmaClassOf(tag)}/${tag}`;
    const m = seen.get(key) ?? new Map<string, number>();
    const lemma = x.s.lemmas[i]!.toLowerCase();
    m.set(lemma, (m.get(lemma) ?? 0) + 1);
    seen.set(key, m); tagOf.set(key, tag);
  });
  const best = new Map<string, [string, number]>();
  for (const [key, m] of seen) {
    const [lemma, n] = [...m].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
    const [form, cls, tag] = key.split('/') as [string, string, string];
    if (n < 2 || lemma === lemmaByRule(form, tag) || tag === 'NNPS') continue;
    const k = `${form}/${cls}`;
    if ((best.get(k)?.[1] ?? 0) < n) best.set(k, [lemma, n]);
  }
  const lemmas = Object.fromEntries([...best].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([k, [l]]) => [k, l]));
  save('lemma-exceptions.json', { name: 'lemma-exceptions', ...meta, trainedOn: 'lemmas of UD English EWT and GUM (gold) and CoreNLP on PolNeAR train (silver)', lemmas });
  log('lemma exceptions', Object.keys(lemmas).length);
}
