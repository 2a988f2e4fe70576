import type { Document } from '../../../src/domain/document.js';
import type { Reading } from '../../../src/domain/signal.js';
import { day, documentOf, simpleReading } from '../helpers.js';

export const STATEMENTS_EACH = 12;

/** The same invented coverage in every process: document `i` with twelve statements and signals. */
export function corpusEntry(i: number): { document: Document; reading: Reading } {
  const sentences = Array.from(
    { length: STATEMENTS_EACH },
    (_, k) => `Minister ${i}-${k} said that his country would not agree to proposal ${i * 31 + k}.`,
  );
  const document = documentOf(sentences.join('\n'), {
    published: day(`2024-0${1 + (i % 9)}-11`),
    publisher: `Outlet ${i % 7}`,
  });
  const base = simpleReading(document, 'HUN');
  const [statement] = base.statements;
  const [signal] = base.signals;
  if (!statement || !signal) throw new Error('a simple reading has one of each');
  const spans = sentences.map((sentence) => ({
    start: document.text.indexOf(sentence),
    end: document.text.indexOf(sentence) + sentence.length,
  }));
  return {
    document,
    reading: {
      reader: 'reader@1',
      statements: spans.map((span) => ({ ...statement, content: [span] })),
      signals: spans.map((span, k) => ({ ...signal, statement: k, evidence: [span] })),
    },
  };
}
