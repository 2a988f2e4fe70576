import { TAG_FEATURES, tagFeatures } from '../../src/read/syntax/tag-features.js';
import { isLoud, kindsOf, makeDictionary, type PackedTagger, type TagDictionary } from '../../src/read/syntax/tagger.js';
import type { Annotated } from './corpora.js';
import { log } from './log.js';
import { seeded, shuffled } from '../lib/random.js';
import { FeatureCounter } from '../lib/feature-counter.js';
import { Perceptron } from './perceptron.js';

const KEY_BITS = 25;
/** Words seen at least this often get an entry in the dictionary. */
const KNOWN = 4;
/** A word is certain when seen this often with one tag in at least this share. */
const CERTAIN_COUNT = 60;
const CERTAIN_SHARE = 0.998;

export function buildDictionary(data: readonly Annotated[], classes: readonly string[]): { dictionary: TagDictionary; kinds: string[]; base64: string } {
  const counts = new Map<number, Map<string, number>>();
  for (const s of data) for (let i = 0; i < s.forms.length; i++) {
    const h = s.words.norm[i]!;
    const m = counts.get(h) ?? new Map<string, number>();
    m.set(s.tags[i]!, (m.get(s.tags[i]!) ?? 0) + 1);
    counts.set(h, m);
  }
  const words: { hash: number; kind: string }[] = [];
  for (const [hash, m] of [...counts].sort((a, b) => a[0] - b[0])) {
    const ranked = [...m].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const all = ranked.reduce((n, [, c]) => n + c, 0);
    if (all < KNOWN) continue;
    const first = ranked[0]!;
    if (all >= CERTAIN_COUNT && first[1] / all >= CERTAIN_SHARE) words.push({ hash, kind: `${first[0]}!` });
    else words.push({ hash, kind: ranked.filter(([, c]) => c / all >= 0.04).slice(0, 3).map(([t]) => t).join('|') });
  }
  const freq = new Map<string, number>();
  for (const w of words) freq.set(w.kind, (freq.get(w.kind) ?? 0) + 1);
  const kinds = [...freq].sort((a, b) => Number(b[0].endsWith('!')) - Number(a[0].endsWith('!')) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 254).map(([k]) => k);
  const number = new Map(kinds.map((k, i) => [k, i + 1]));
  const kindOf = (k: string): number => number.get(k) ?? number.get(k.split('|')[0]!) ?? 0;
  const kept = words.filter((w) => kindOf(w.kind) > 0);
  const bytes = Buffer.alloc(4 + kept.length * 5);
  bytes.writeUInt32LE(kept.length, 0);
  kept.forEach((w, i) => { bytes.writeInt32LE(w.hash, 4 + i * 4); bytes[4 + kept.length * 4 + i] = kindOf(w.kind); });
  const dictionary = makeDictionary(Int32Array.from(kept, (w) => w.hash), Uint8Array.from(kept, (w) => kindOf(w.kind)), kinds, classes);
  return { dictionary, kinds, base64: bytes.toString('base64') };
}

/** Trains a tagger on `data`; sentences listed twice count twice. `budget`: packed bytes. */
export function trainTagger(data: readonly Annotated[], epochs: number, seed: number, budget: number): Omit<PackedTagger, 'format'> {
  const classes = [...new Set(data.flatMap((s) => s.tags))].sort();
  const number = new Map(classes.map((t, i) => [t, i]));
  const { dictionary, kinds, base64 } = buildDictionary(data, classes);
  const rows = data.map((s) => ({ s, kinds: kindsOf(dictionary, s.words), gold: Uint8Array.from(s.tags, (t) => number.get(t)!), loud: isLoud(s.forms, 0, s.forms.length) }));
  const keys = new Int32Array(TAG_FEATURES);
  const counter = new FeatureCounter(KEY_BITS);
  for (const { s, kinds: k, gold, loud } of rows) for (let i = 0; i < gold.length; i++) {
    counter.add(keys, tagFeatures(keys, s.words, k, i, 0, gold.length, i > 0 ? gold[i - 1]! : -1, i > 1 ? gold[i - 2]! : -1, loud));
  }
  const p = new Perceptron(classes, KEY_BITS, counter.frequent(4));
  const random = seeded(seed);
  const scores = new Float32Array(p.k);
  for (let e = 0; e < epochs; e++) {
    let wrong = 0, all = 0;
    for (const { s, kinds: k, gold, loud } of shuffled(rows, random)) {
      let t1 = -1, t2 = -1;
      for (let i = 0; i < gold.length; i++) {
        let best = dictionary.certain[k[i]!]!;
        if (best < 0) {
          p.score(keys, tagFeatures(keys, s.words, k, i, 0, gold.length, t1, t2, loud), scores);
          best = 0;
          for (let c = 1; c < p.k; c++) if (scores[c]! > scores[best]!) best = c;
          p.tick();
          if (best !== gold[i]) { wrong++; p.update(gold[i]!, best); }
        }
        all++;
        t2 = t1;
        t1 = best;
      }
    }
    log('tagger epoch', e, 'rows', p.size, 'train accuracy', (1 - wrong / all).toFixed(4));
  }
  return { ...p.pack(budget), kinds, dictionary: base64 };
}
