/** Trains the model that judges stances: npx tsx training/stance/train.ts [--folds]; `--folds` measures by five-fold cross-validation. */
import fs from 'node:fs';
import path from 'node:path';
import { hashOf } from '../../src/read/syntax/feature-hash.js';
import { STANCE_CLASSES } from '../../src/read/stance/stance-model.js';
import { Logistic } from '../lib/logistic.js';
import { seeded, shuffled } from '../lib/random.js';
import { examplesOf, type Example } from './examples.js';
import { readPassages } from './passages.js';

const models = process.env['HOLDOUT_MODELS'] ?? path.resolve(import.meta.dirname, '../../models');
const folder = process.env['HOLDOUT_PASSAGES'] ?? path.resolve(import.meta.dirname, 'passages');
const e = (k: string, d: number): number => Number(process.env[k] ?? d);
const MIN_COUNT = e('MC', 2), EPOCHS = e('EP', 14), RATE = e('RT', 0.12), L2 = e('L2', 2e-4), DROPOUT = e('DO', 0.3), NONE_WEIGHT = 0.7;

const passages = readPassages(folder);
const examples = passages.flatMap(examplesOf);
const keysOf = new Map(examples.map((e) => [e, Int32Array.from(new Set(e.described.features), (f) => hashOf(f))]));
console.error('passages', passages.length, 'examples', examples.length, STANCE_CLASSES.map((c) => `${c} ${String(examples.filter((e) => e.label === c).length)}`).join(', '));

function fit(list: readonly Example[]): Logistic {
  const counts = new Map<number, number>();
  for (const e of list) for (const k of keysOf.get(e)!) counts.set(k, (counts.get(k) ?? 0) + 1);
  const model = new Logistic(STANCE_CLASSES, counts, MIN_COUNT);
  const random = seeded(17);
  let items = [...list];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    items = shuffled(items, random);
    for (const e of items) model.step(keysOf.get(e)!, STANCE_CLASSES.indexOf(e.label), RATE, L2, e.label === 'none' ? NONE_WEIGHT : 1, () => random() >= DROPOUT);
  }
  return model;
}

if (process.argv.includes('--folds')) {
  const folds = 5;
  const rows: { p: number; right: boolean; label: string; guess: string; rule: boolean; ruleRight: boolean; e: Example }[] = [];
  const order = shuffled([...new Set(examples.map((e) => e.passage.id))], seeded(5));
  for (let f = 0; f < folds; f++) {
    const held = new Set(order.filter((_, i) => i % folds === f));
    const model = fit(examples.filter((e) => !held.has(e.passage.id)));
    for (const e of examples.filter((x) => held.has(x.passage.id))) {
      const odds = model.odds(keysOf.get(e)!);
      const best = odds.indexOf(Math.max(...odds));
      const finding = e.described.findings[0];
      rows.push({ p: odds[best]!, right: STANCE_CLASSES[best] === e.label, label: e.label, guess: STANCE_CLASSES[best]!, rule: finding !== undefined, ruleRight: finding?.stance === e.label, e });
    }
  }
  const gold = rows.filter((r) => r.label !== 'none').length;
  const score = (name: string, said: (r: (typeof rows)[0]) => string): void => {
    const s = rows.filter((r) => said(r) !== 'none');
    const tp = s.filter((r) => said(r) === r.label).length;
    const p = tp / s.length, rc = tp / gold;
    console.log(name.padEnd(16), 'P', p.toFixed(3), 'R', rc.toFixed(3), 'F1', ((2 * p * rc) / (p + rc)).toFixed(3));
  };
  score('rules', (r) => (r.rule ? r.e.described.findings[0]!.stance : 'none'));
  const loose = (r: (typeof rows)[0]): string => r.e.described.features.find((f) => f.startsWith('loose1:'))!.slice(7);
  score('loose rules', loose);
  if (process.argv.includes('--loose')) for (const r of rows) if ((r.rule ? r.e.described.findings[0]!.stance : 'none') !== r.label) {
    const at = r.e.passage.marks.find((m) => r.e.described.candidate.members.includes(m.member));
    console.log(r.e.passage.id, r.e.described.candidate.members.join(), r.label, '→', (r.rule ? r.e.described.findings[0]!.stance + ' ' + r.e.described.findings[0]!.rule : 'none'), '|', at ? r.e.passage.text.slice(Math.max(0, at.start - 60), at.end + 110).replace(/\n/g, ' ') : r.e.described.candidate.actor.name);
  }
  for (const t of [0, 0.4, 0.5, 0.6, 0.7, 0.8]) score(`model ≥ ${String(t)}`, (r) => (r.p >= t ? r.guess : 'none'));
  for (const t of [0.6, 0.7, 0.8, 0.9]) score(`rules, else ≥${String(t)}`, (r) => (r.rule ? r.e.described.findings[0]!.stance : r.p >= t ? r.guess : 'none'));
  for (const t of [0.3, 0.5, 0.7]) score(`rules, unless none ≥${String(t)}`, (r) => (r.rule && !(r.guess === 'none' && r.p >= t) ? r.e.described.findings[0]!.stance : 'none'));
  console.log('gold \\ guess'.padEnd(18), STANCE_CLASSES.map((c) => c.slice(0, 8).padStart(9)).join(''));
  for (const g of STANCE_CLASSES) console.log(g.padEnd(18), STANCE_CLASSES.map((c) => String(rows.filter((r) => r.label === g && r.guess === c).length).padStart(9)).join(''));
  if (process.argv.includes('--errors')) for (const r of rows.filter((x) => !x.right).slice(0, 150)) {
    const { candidate } = r.e.described;
    const at = r.e.passage.marks.find((m) => candidate.members.includes(m.member));
    console.log(r.e.passage.id, '|', at ? r.e.passage.text.slice(Math.max(0, at.start - 50), at.end + 90).replace(/\n/g, ' ') : candidate.actor.name, '|', candidate.members.join(), r.label, '→', r.guess, r.p.toFixed(2));
  }
} else {
  const facts = { name: 'stance', version: '1', date: '2026-11-24', licence: 'MIT', trainedOn: 'training/stance/passages: passages invented for this project (CC0-1.0)' };
  fs.writeFileSync(path.join(models, 'stance.json'), `${JSON.stringify(fit(examples).store(facts))}\n`);
}
