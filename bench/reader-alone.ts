/** A process that reads articles and shares nothing with another: for each message it reads them all once and answers the milliseconds an article. */
import { readDocument } from '../src/read/read-document.js';
import { readableQuestion } from '../src/work/readable-question.js';
import { coverage, question, today } from './articles.js';

const asked = readableQuestion(question, today);
const texts = [...coverage(300, 0)];
const readAll = (): number => {
  const began = performance.now();
  for (const text of texts) readDocument(text, asked);
  return (performance.now() - began) / texts.length;
};
readAll();
process.on('message', () => process.send?.(readAll()));
process.send?.('compiled');
