/**
 * Reading speed on one core: npx tsx bench/reader.ts FILE… — KB of text a processor second after warming up, beside wink-nlp, which cuts and tags
 * (sentences, tokens, parts of speech) and no more. The ratio is the peer’s speed to ours.
 */
import { readFileSync } from 'node:fs';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { bodyNamesOf, rosterOf } from '../src/work/readable-question.js';
import type { IsoDate } from '../src/domain/ids.js';
import { readDocument } from '../src/read/read-document.js';
import { parseText } from '../src/read/syntax/parse-text.js';

const files = process.argv.slice(2);
const texts = files.length > 0 ? files.map((f) => readFileSync(f, 'utf8')) : ['1-meridian-wire', '2-harbour-times', '3-danube-courier', '4-baltic-observer'].map((f) => readFileSync(new URL(`../examples/nato-ukraine-2024/coverage/${f}.md`, import.meta.url), 'utf8'));
const question = { options: [{ id: 'p', proposal: 'Invite Ukraine to join the alliance now.', aliases: [] }], roster: rosterOf({ body: 'NATO' }, '2024-10-01' as IsoDate), bodyNames: bodyNamesOf('NATO') };
const bytes = texts.reduce((n, t) => n + Buffer.byteLength(t), 0);
const WARM_UP_SECONDS = 3;
const SECONDS = 4;
/** Rounds of all texts for so many processor seconds: other programs on the machine do not count, the compiler's and collector's threads do. */
const during = (limit: number, work: (text: string) => unknown): { readonly rounds: number; readonly seconds: number } => {
  const before = process.cpuUsage();
  const seconds = (): number => process.cpuUsage(before).user / 1e6;
  let rounds = 0;
  while (seconds() < limit) {
    for (const t of texts) work(t);
    rounds += 1;
  }
  return { rounds, seconds: seconds() };
};
const rate = (work: (text: string) => unknown): number => {
  during(WARM_UP_SECONDS, work);
  const { rounds, seconds } = during(SECONDS, work);
  return (bytes * rounds) / 1024 / seconds;
};
const syntax = rate((t) => parseText(t));
const all = rate((text) => readDocument({ text }, question));
/** wink-nlp's tagging, every tag taken out. */
const wink = winkNLP(model, ['sbd', 'pos']);
const peer = rate((text) => wink.readDoc(text).tokens().out(wink.its.pos));
console.log(
  `| stage | KB of text a processor second | ratio (peer : ours) |\n| --- | --- | --- |\n| wink-nlp, tags alone | ${peer.toFixed(0)} | 1 |\n| syntax (tags, heads, entities) | ${syntax.toFixed(0)} | ${(peer / syntax).toFixed(2)} |\n| whole reader | ${all.toFixed(0)} | ${(peer / all).toFixed(2)} |\n\n${String(texts.length)} texts, ${String(bytes)} bytes.`,
);
