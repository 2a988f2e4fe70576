/**
 * Parses PolNeAR's training articles with models that have not seen them (four folds by article), and its development
 * articles with the shipped models, for training later stages on parses as good as they will meet.
 *   npx tsx training/syntax/jackknife.ts <output folder>
 * Writes train.jsonl and dev.jsonl, a document a line: {id, tokens: [{start, end, tag, lemma, head, relation, entity}],
 * sentences: [[first, last], …]}; tokens are numbered as by `tokenise`, heads are absolute or -1.
 */
import fs from 'node:fs';
import path from 'node:path';
import { decodeSyntaxModels, syntaxModels, type SyntaxModels } from '../../src/read/syntax/models.js';
import { parseText } from '../../src/read/syntax/parse-text.js';
import { readArticles, type Article } from '../lib/data.js';
import { readConllu } from './corpora.js';
import { log } from './log.js';
import { trainSyntax } from './pipeline.js';

const FOLDS = 4;
const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: npx tsx training/syntax/jackknife.ts <output folder>');
fs.mkdirSync(folder, { recursive: true });

const lineOf = (article: Article, models: SyntaxModels): string => {
  const p = parseText(article.text, models);
  const tokens = p.tokens.map(({ start, end, tag, lemma, head, relation, entity }) => ({ start, end, tag, lemma, head, relation, entity }));
  return `${JSON.stringify({ id: article.id, tokens, sentences: p.sentences.map((s) => [s.first, s.last]) })}\n`;
};

const dev = readArticles('polnear-dev.jsonl');
fs.writeFileSync(path.join(folder, 'dev.jsonl'), dev.map((a) => lineOf(a, syntaxModels())).join(''));
const articles = readArticles('polnear-train.jsonl.gz');
const silver = readConllu('polnear-silver-train.conllu.gz', new Map(articles.map((a) => [a.id, a.text])));
const gold = [...readConllu('ewt-train.conllu.gz'), ...readConllu('gum-train.conllu.gz')];
const foldOf = new Map([...articles].map((a, i) => [a.id, i % FOLDS]));
const lines = new Map<string, string>();
for (let k = 0; k < FOLDS; k++) {
  log('fold', k + 1, 'of', FOLDS);
  const models = decodeSyntaxModels(trainSyntax(silver.filter((s) => foldOf.get(s.document) !== k), gold, { taggerEpochs: 2, parserEpochs: 3, entityEpochs: 3 }));
  for (const a of articles) if (foldOf.get(a.id) === k) lines.set(a.id, lineOf(a, models));
}
fs.writeFileSync(path.join(folder, 'train.jsonl'), articles.map((a) => lines.get(a.id) ?? '').join(''));
log('wrote', lines.size, 'and', dev.length, 'documents');
