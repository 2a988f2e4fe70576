/**
 * Trains tagger, parser, labeller, entity tagger and lemma list and writes them to models/. Fixed seeds: the same bytes each time.
 *   npx tsx training/syntax/train.ts
 */
import fs from 'node:fs';
import path from 'node:path';
import { decodeSyntaxModels } from '../../src/read/syntax/models.js';
import { readArticles } from '../lib/data.js';
import { readConllu } from './corpora.js';
import { attachment, entityF1, lemmaAccuracy, tagAccuracy } from './evaluate.js';
import { learnLemmas } from './learn-lemmas.js';
import { log } from './log.js';
import { trainSyntax } from './pipeline.js';

/** `HOLDOUT_MODELS` writes elsewhere, to compare. */
const models = process.env['HOLDOUT_MODELS'] ?? path.resolve(import.meta.dirname, '../../models');
const meta = { version: '1', licence: 'MIT for the weights; see MODEL_CARD.md for what they were trained on', date: '2026-11-24' };
const silverOnly = "CoreNLP's output on PolNeAR's training articles";
const treebanks = 'UD English EWT and GUM (training parts)';

const texts = new Map([...readArticles('polnear-train.jsonl.gz'), ...readArticles('polnear-dev.jsonl')].map((a) => [a.id, a.text]));
const silver = readConllu('polnear-silver-train.conllu.gz', texts);
const silverDev = readConllu('polnear-silver-dev.conllu.gz', texts);
const gold = [...readConllu('ewt-train.conllu.gz'), ...readConllu('gum-train.conllu.gz')];
const goldDev = [...readConllu('ewt-dev.conllu.gz'), ...readConllu('gum-dev.conllu.gz')];
log('silver', silver.length, 'gold', gold.length, 'sentences');

const packed = trainSyntax(silver, gold, { taggerEpochs: 3, parserEpochs: 3, entityEpochs: 3 });
const save = (name: string, trainedOn: string, content: object): void => {
  const text = `${JSON.stringify({ name, ...meta, trainedOn, ...content })}\n`;
  fs.writeFileSync(path.join(models, `${name}.json`), text);
  log(name, text.length, 'bytes');
};
save('syntax-tagger', `${treebanks}; ${silverOnly}`, packed.tagger);
save('syntax-parser', silverOnly, packed.moves);
save('syntax-labels', silverOnly, packed.labels);
save('syntax-entities', silverOnly, packed.entities);
save('syntax-lemmas', `${treebanks}; ${silverOnly}`, { lemmas: learnLemmas([...gold, ...silver]) });

const m = decodeSyntaxModels(packed);
log('tags: treebank dev', tagAccuracy(m, goldDev).toFixed(4), 'silver dev', tagAccuracy(m, silverDev).toFixed(4));
log('arcs: silver dev', attachment(m, silverDev));
log('entities: silver dev', entityF1(m, silverDev));
log('lemmas: treebank dev', lemmaAccuracy(goldDev).toFixed(4));
