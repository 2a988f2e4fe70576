/**
 * Measures the shipped models on the development parts, and the speed of `parseText`.
 *   npx tsx training/syntax/measure.ts
 */
import { performance } from 'node:perf_hooks';
import { syntaxModels } from '../../src/read/syntax/models.js';
import { parseText, segment } from '../../src/read/syntax/parse-text.js';
import { readArticles } from '../lib/data.js';
import { readConllu } from './corpora.js';
import { attachment, entityF1, lemmaAccuracy, tagAccuracy } from './evaluate.js';

const articles = readArticles('polnear-dev.jsonl');
const silver = readConllu('polnear-silver-dev.conllu.gz', new Map(articles.map((a) => [a.id, a.text])));
const gold = [...readConllu('ewt-dev.conllu.gz'), ...readConllu('gum-dev.conllu.gz')];
const show = (name: string, value: number): void => console.log(`${name.padEnd(36)} ${value.toFixed(4)}`);

/** F1 of two sets of marks. */
const f1 = (found: ReadonlySet<string>, wanted: ReadonlySet<string>): number => (2 * [...found].filter((x) => wanted.has(x)).length) / (found.size + wanted.size);
const foundTokens = new Set<string>(), foundEnds = new Set<string>(), tokens = new Set<string>(), ends = new Set<string>();
// Some articles have no silver annotation.
const annotated = new Set(silver.map((s) => s.document));
for (const { id, text } of articles) {
  if (!annotated.has(id)) continue;
  const { spans, runs } = segment(text);
  for (const s of spans) foundTokens.add(`${id} ${s.start} ${s.end}`);
  for (const r of runs) foundEnds.add(`${id} ${spans[r.last - 1]!.end}`);
}
for (const s of silver) {
  s.starts.forEach((start, i) => tokens.add(`${s.document} ${start} ${s.ends[i]!}`));
  ends.add(`${s.document} ${s.ends[s.ends.length - 1]!}`);
}
console.log(`${annotated.size} of ${articles.length} articles have silver annotation`);
show('tokens, F1 on silver dev', f1(foundTokens, tokens));
show('sentence ends, F1 on silver dev', f1(foundEnds, ends));

const models = syntaxModels();
show('tags, accuracy on treebank dev', tagAccuracy(models, gold));
show('tags, accuracy on silver dev', tagAccuracy(models, silver));
const arcs = attachment(models, silver);
show('arcs, UAS on silver dev', arcs.uas);
show('arcs, LAS on silver dev', arcs.las);
const entities = entityF1(models, silver);
show('entities, F1 on silver dev', entities.all);
for (const [kind, value] of Object.entries(entities.byKind)) show(`  ${kind}`, value);
show('lemmas, accuracy on treebank dev', lemmaAccuracy(gold));

const units = articles.reduce((n, a) => n + a.text.length, 0);
for (let round = 1; round <= 3; round++) {
  const began = performance.now();
  for (const a of articles) parseText(a.text);
  console.log(`parseText, round ${round}: ${Math.round(units / 1024 / ((performance.now() - began) / 1000))} KB/s`);
}
