import { readFileSync } from 'node:fs';
import type { Document } from '../src/domain/document.js';
import type { IsoDate } from '../src/domain/ids.js';
import type { Question } from '../src/domain/question.js';
import { unwrap } from '../src/domain/unwrap.js';
import { parseQuestion } from '../src/app/parse-question.js';
import { createDocument } from '../src/gather/index.js';

export const today = '2024-10-24' as IsoDate;
const example = new URL('../examples/nato-ukraine-2024/', import.meta.url);
/** The example's question, of which every article speaks. */
export const question = unwrap(parseQuestion(readFileSync(new URL('question.yaml', example), 'utf8'), 'question.yaml', today));
/** Of which the articles say nothing, as most of an archive says nothing of any one question. */
export const elsewhere: Question = { ...question, id: 'elsewhere', title: 'Elsewhere', body: 'EU', rule: 'eu-qualified-majority', options: [{ id: 'adopt', proposal: 'Adopt the butter disposal scheme.', aliases: [] }] };
const articles = ['1-meridian-wire', '2-harbour-times', '3-danube-courier', '4-baltic-observer'].map((name) => readFileSync(new URL(`coverage/${name}.md`, example), 'utf8').replace(/^---[\s\S]*?---\n/, ''));

/** Articles of the example's sentences, four together about as long as a wire story, no two alike. */
export function* coverage(count: number, from: number): Generator<Document> {
  for (let i = from; i < from + count; i += 1) {
    const turned = articles.map((_, k) => articles[(i + k) % articles.length]);
    yield createDocument({ text: `Report number ${String(i)} of the session.\n${turned.join('\n')}`, title: `Report ${String(i)}`, publisher: `Outlet ${String(i % 40)}`, published: today }, 'text');
  }
}

/** CPU-seconds of this process so far. */
export const ownCpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
