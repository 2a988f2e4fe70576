/** Trains the classifiers of stance: npx tsx training/stance/train.ts. Nothing random, the same weights bit for bit. */
import fs from 'node:fs';
import path from 'node:path';
import type { Logits } from '../../src/read/stance/classifier/logistic.js';
import { readLabelled } from './labelled-file.js';
import { learnFindings } from './learn-findings.js';
import { learnPairs } from './learn-pairs.js';

const models = process.env['HOLDOUT_MODELS'] ?? path.resolve(import.meta.dirname, '../../models');
/** Steps of a logit that are kept. */
const SCALE = 1000;
const texts = readLabelled();
const meta = { version: '1', date: '2026-11-25', format: 'holdout-logistic/1', licence: 'MIT for the weights; see MODEL_CARD.md for what they were trained on', trainedOn: `${String(texts.length)} labelled texts and sentences, named in training/stance/README.md` };

function store(name: string, logits: Logits): void {
  const weights = [...logits].map(([f, w]) => [f, Math.round(w * SCALE)] as const).filter(([, w]) => w !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  fs.writeFileSync(path.join(models, `${name}.json`), `${JSON.stringify({ name, ...meta, scale: SCALE, weights: Object.fromEntries(weights) })}\n`);
  console.error(name, weights.length, 'weights');
}

store('stance-pairs', learnPairs(texts));
store('stance-findings', learnFindings(texts));
