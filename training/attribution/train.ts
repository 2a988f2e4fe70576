/** Trains the attribution models on PolNeAR train: npx tsx training/attribution/train.ts. Fixed seeds, the same weights bit for bit. */
import fs from 'node:fs';
import path from 'node:path';
import { candidatesOf, scoreCues } from '../../src/read/attribution/candidates.js';
import { decodeModel } from '../../src/read/syntax/packed-model.js';
import { readGold } from '../lib/data.js';
import type { EncodedModel } from '../lib/encode-model.js';
import { sampleOf, type Sample } from './gold.js';
import { trainAccept, trainChoice, type Jackknifed } from './train-choice.js';
import { trainCues } from './train-cues.js';
import { trainParts } from './train-parts.js';

/** `HOLDOUT_MODELS` writes elsewhere, to compare; `HOLDOUT_HELD_BACK=k` leaves every article whose number modulo 5 is k out. */
const models = process.env['HOLDOUT_MODELS'] ?? path.resolve(import.meta.dirname, '../../models');
const heldBack = process.env['HOLDOUT_HELD_BACK'];
const meta = { version: '2', date: '2026-11-24', format: 'holdout-linear/1', licence: 'MIT for the weights; see MODEL_CARD.md for what they were trained on', trainedOn: 'PolNeAR train (Newell and others, LREC 2018)' };
const log = (...a: unknown[]): void => { console.error(new Date().toISOString().slice(11, 19), ...a); };
const decode = (m: EncodedModel): ReturnType<typeof decodeModel> => decodeModel({ format: meta.format, ...m });
const store = (name: string, m: EncodedModel): void => {
  fs.writeFileSync(path.join(models, `attribution-${name}.json`), `${JSON.stringify({ name: `attribution-${name}`, ...meta, ...m })}\n`);
  log(name, m.rows, 'rows', m.data.length, 'characters');
};

/** Parts by article; what judges analyses learns from analyses of articles that the reader has not seen. */
const FOLDS = 4;
/** Cues less likely than this are not looked at. */
const LEAST_MARGIN = -2.5;
const samples = readGold('polnear-train.jsonl.gz').filter((_, i) => heldBack === undefined || i % 5 !== Number(heldBack)).map(sampleOf);
const inFold = (k: number): Sample[] => samples.filter((_, i) => i % FOLDS === k);
const outOf = (k: number): Sample[] => samples.filter((_, i) => i % FOLDS !== k);
log('documents', samples.length, 'cues', samples.reduce((n, s) => n + s.gold.length, 0));

const margins = new Map<Sample, Float64Array>();
for (let k = 0; k < FOLDS; k++) {
  const cue = decode(trainCues(outOf(k)));
  for (const s of inFold(k)) margins.set(s, scoreCues(cue, s.l));
  log('cues, fold', k + 1);
}
store('cue', trainCues(samples));
const read = new Map<Sample, Jackknifed>();
for (let k = 0; k < FOLDS; k++) {
  const chain = trainParts(outOf(k));
  const decoded = { parts: decode(chain.parts), steps: decode(chain.steps) };
  for (const s of inFold(k)) read.set(s, { sample: s, all: candidatesOf(decoded, s.l, margins.get(s)!, LEAST_MARGIN, new Set(s.gold.map((g) => g.cue))), scale: decoded.parts.scale });
  log('parts, fold', k + 1);
}
const { parts, steps } = trainParts(samples, undefined, log);
store('parts', parts);
store('steps', steps);
const data = samples.map((s) => read.get(s)!);
store('choice', trainChoice(data));
store('accept', trainAccept(data));
