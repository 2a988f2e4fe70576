/** Trains the attribution models on PolNeAR train: npx tsx training/attribution/train.ts. Fixed seed, the same weights bit for bit. */
import fs from 'node:fs';
import path from 'node:path';
import { parseText } from '../../src/read/syntax/parse-text.js';
import { CUE_FEATURES, cueFeatures } from '../../src/read/attribution/cue-features.js';
import { layoutOf, type Layout } from '../../src/read/attribution/layout.js';
import { PARTS, PART_FEATURES, frameOf, partFeatures } from '../../src/read/attribution/part-features.js';
import { Perceptron } from '../lib/perceptron.js';
import { seeded, shuffled } from '../lib/random.js';
import { readGold, type GoldDocument } from '../lib/data.js';

/** `HOLDOUT_MODELS` writes elsewhere, to compare. */
const models = process.env['HOLDOUT_MODELS'] ?? path.resolve(import.meta.dirname, '../../models');
const meta = { version: '1', date: '2026-11-24', licence: 'MIT for the weights; see MODEL_CARD.md for what they were trained on', trainedOn: 'PolNeAR train (Newell and others, LREC 2018)' };
const log = (...a: unknown[]): void => { console.error(new Date().toISOString().slice(11, 19), ...a); };

interface GoldCue { cue: number; source: Set<number>; cueTokens: Set<number>; content: Set<number> }
interface Sample { l: Layout; gold: GoldCue[] }

function sampleOf(d: GoldDocument): Sample {
  const l = layoutOf(parseText(d.text));
  const { tokens } = l.parsed;
  const within = (spans: [number, number][]): Set<number> => {
    const out = new Set<number>();
    tokens.forEach((t, i) => { if (spans.some(([s, e]) => t.start < e && t.end > s)) out.add(i); });
    return out;
  };
  const byCue = new Map<number, GoldCue>();
  for (const a of d.attributions) {
    const cueTokens = within(a.cue);
    const heads = [...cueTokens].filter((i) => /\p{L}/u.test(tokens[i]!.form[0]!) && !cueTokens.has(tokens[i]!.head));
    const cue = heads[0];
    const content = within(a.content);
    if (cue === undefined || content.size === 0) continue;
    const known = byCue.get(cue);
    if (known && known.content.size >= content.size) continue;
    byCue.set(cue, { cue, source: within(a.source), cueTokens, content });
  }
  return { l, gold: [...byCue.values()] };
}
log('parsing');
const data = readGold('polnear-train.jsonl.gz').map(sampleOf);
log('documents', data.length, 'cues', data.reduce((n, d) => n + d.gold.length, 0));

{
  const keys = new Int32Array(CUE_FEATURES), rows = new Int32Array(CUE_FEATURES);
  let items: { l: Layout; i: number; y: number }[] = [];
  const counts = new Map<number, number>();
  for (const { l, gold } of data) {
    const cues = new Set(gold.map((g) => g.cue));
    l.parsed.tokens.forEach((t, i) => {
      if (!/\p{L}/u.test(t.form[0]!)) return;
      items.push({ l, i, y: cues.has(i) ? 1 : 0 });
      const n = cueFeatures(keys, l, i);
      for (let f = 0; f < n; f++) counts.set(keys[f]!, (counts.get(keys[f]!) ?? 0) + 1);
    });
  }
  const p = new Perceptron(['none', 'cue'], counts, 3);
  counts.clear();
  log('cue rows', p.rows, 'items', items.length);
  const random = seeded(11), scores = new Float32Array(2);
  for (let e = 0; e < 8; e++) {
    let wrong = 0;
    items = shuffled(items, random);
    for (const { l, i, y } of items) {
      const n = cueFeatures(keys, l, i);
      for (let f = 0; f < n; f++) rows[f] = p.row(keys[f]!);
      p.score(rows, n, scores);
      p.tick();
      const margin = y === 1 ? scores[1]! - scores[0]! : scores[0]! - scores[1]!;
      // A margin keeps averaging honest on rare cues.
      if (margin <= 2) { p.add(rows, n, y, y === 1 ? 1.3 : 1); p.add(rows, n, 1 - y, y === 1 ? -1.3 : -1); if (margin <= 0) wrong++; }
    }
    log('cue epoch', e, 'wrong', wrong);
  }
  const model = p.store({ name: 'attribution-cue', ...meta }, 3);
  fs.writeFileSync(path.join(models, 'attribution-cue.json'), `${JSON.stringify(model)}\n`);
  log('cue model', model.data.length);
}
{
  const keys = new Int32Array(PART_FEATURES), rows = new Int32Array(PART_FEATURES);
  let items = data.flatMap(({ l, gold }) => gold.map((g) => {
    const frame = frameOf(l, g.cue);
    const y = new Uint8Array(frame.last - frame.first);
    for (let i = frame.first; i < frame.last; i++) y[i - frame.first] = g.content.has(i) ? 3 : g.cueTokens.has(i) ? 2 : g.source.has(i) ? 1 : 0;
    return { l, frame, y };
  }));
  const counts = new Map<number, number>();
  for (const { l, frame, y } of items) {
    let p1 = -1, p2 = -1, seen = 0;
    for (let i = frame.first; i < frame.last; i++) {
      const n = partFeatures(keys, l, frame, i, p1, p2, seen);
      for (let f = 0; f < n; f++) counts.set(keys[f]!, (counts.get(keys[f]!) ?? 0) + 1);
      const b = y[i - frame.first]!;
      if (b === 1) seen |= 1; if (b === 3) seen |= 2;
      p2 = p1; p1 = b;
    }
  }
  const p = new Perceptron([...PARTS], counts, 3);
  counts.clear();
  log('part rows', p.rows, 'items', items.length);
  const random = seeded(13), scores = new Float32Array(PARTS.length);
  for (let e = 0; e < 7; e++) {
    let wrong = 0, all = 0;
    items = shuffled(items, random);
    for (const { l, frame, y } of items) {
      let p1 = -1, p2 = -1, seen = 0;
      for (let i = frame.first; i < frame.last; i++) {
        const gold = y[i - frame.first]!;
        let best = 2;
        if (i !== frame.cue) {
          const n = partFeatures(keys, l, frame, i, p1, p2, seen);
          for (let f = 0; f < n; f++) rows[f] = p.row(keys[f]!);
          p.score(rows, n, scores);
          best = 0;
          for (let c = 1; c < p.k; c++) if (scores[c]! > scores[best]!) best = c;
          p.tick();
          if (best !== gold) { wrong++; p.add(rows, n, gold, 1); p.add(rows, n, best, -1); }
          all++;
        }
        // Past labels are its own after the first round, so that it learns to go on from its mistakes.
        const carried = e > 0 && random() < 0.8 ? best : gold;
        if (carried === 1) seen |= 1; if (carried === 3) seen |= 2;
        p2 = p1; p1 = carried;
      }
    }
    log('part epoch', e, (1 - wrong / all).toFixed(4));
  }
  const model = p.store({ name: 'attribution-parts', ...meta }, 3);
  fs.writeFileSync(path.join(models, 'attribution-parts.json'), `${JSON.stringify(model)}\n`);
  log('part model', model.data.length);
}
