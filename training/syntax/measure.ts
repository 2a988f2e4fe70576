/** Measures the shipped syntax models on the development parts: npx tsx training/syntax/measure.ts */
import { syntaxModels } from '../../src/read/syntax/models.js';
import { readArticles, readConllu } from './corpora.js';
import { attachment, entityF1, lemmaAccuracy, tagAccuracy } from './evaluate.js';

const models = syntaxModels();
const gold = [...readConllu('ewt-dev.conllu.gz'), ...readConllu('gum-dev.conllu.gz')];
const texts = new Map([...readArticles('polnear-dev.jsonl')].map((a) => [a.id, a.text]));
const silver = readConllu('polnear-silver-dev.conllu.gz', texts);
console.log('tags, treebank dev', tagAccuracy(models, gold).toFixed(4), 'silver dev', tagAccuracy(models, silver).toFixed(4));
console.log('arcs, silver dev', attachment(models, silver));
console.log('entities, silver dev', entityF1(models, silver));
console.log('lemmas, treebank dev', lemmaAccuracy(gold).toFixed(4));
