/** Trains the classifier of stance pairs: npx tsx training/stance/train.ts. Nothing random, the same weights bit for bit. */
import fs from 'node:fs';
import path from 'node:path';
import { learn } from './learn.js';
import { readPairs } from './pair-file.js';

const models = process.env['HOLDOUT_MODELS'] ?? path.resolve(import.meta.dirname, '../../models');
/** Steps of a logit that are kept. */
const SCALE = 1000;
const texts = readPairs();
const weights = [...learn(texts)].map(([feature, w]) => [feature, Math.round(w * SCALE)] as const).filter(([, w]) => w !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
const meta = { name: 'stance-pairs', version: '1', date: '2026-11-25', format: 'holdout-logistic/1', licence: 'MIT for the weights; see MODEL_CARD.md for what they were trained on', trainedOn: `${String(texts.length)} labelled texts and sentences, named in training/stance/README.md` };
fs.writeFileSync(path.join(models, 'stance-pairs.json'), `${JSON.stringify({ ...meta, scale: SCALE, weights: Object.fromEntries(weights) }, null, 0)}\n`);
console.error(weights.length, 'weights from', texts.reduce((n, t) => n + t.pairs.length, 0), 'pairs of', texts.length, 'texts');
