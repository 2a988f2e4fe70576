/** Reading speed on one core: npx tsx bench/reader.ts FILE… — KB of text a second for the whole pipeline, after one warm-up round. */
import { readFileSync } from 'node:fs';
import { bodyNamesOf, rosterOf } from '../src/work/readable-question.js';
import type { IsoDate } from '../src/domain/ids.js';
import { readDocument } from '../src/read/read-document.js';
import { parseText } from '../src/read/syntax/parse-text.js';

const files = process.argv.slice(2);
const texts = files.length > 0 ? files.map((f) => readFileSync(f, 'utf8')) : ['1-meridian-wire', '2-harbour-times', '3-danube-courier', '4-baltic-observer'].map((f) => readFileSync(new URL(`../examples/nato-ukraine-2024/coverage/${f}.md`, import.meta.url), 'utf8'));
const question = { options: [{ id: 'p', proposal: 'Invite Ukraine to join the alliance now.', aliases: [] }], roster: rosterOf({ body: 'NATO' }, '2024-10-01' as IsoDate), bodyNames: bodyNamesOf('NATO') };
const bytes = texts.reduce((n, t) => n + Buffer.byteLength(t), 0);
const rate = (work: (text: string) => unknown): number => {
  for (const t of texts) work(t);
  const start = performance.now();
  let rounds = 0;
  while (performance.now() - start < 4000) {
    for (const t of texts) work(t);
    rounds += 1;
  }
  return (bytes * rounds) / 1024 / ((performance.now() - start) / 1000);
};
const syntax = rate((t) => parseText(t));
const all = rate((text) => readDocument({ text }, question));
console.log(`| stage | KB of text a second |\n| --- | --- |\n| syntax | ${syntax.toFixed(0)} |\n| whole reader | ${all.toFixed(0)} |\n\nNode ${process.version}, ${String(texts.length)} texts, ${String(bytes)} bytes; whole reader : syntax = 1 : ${(syntax / all).toFixed(2)}`);
