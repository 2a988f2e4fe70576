import fc from 'fast-check';
import { answerAttributeLine, answerStreamLine } from '../../../src/app/stream.js';
import { isSpanWithin, type Span } from '../../../src/domain/span.js';
import type { IsoDate, StateCode } from '../../../src/domain/ids.js';
import { answerEnvelope } from '../../../src/llm/answer-schema.js';
import { createArticle } from '../../../src/llm/article.js';
import { checkAnswers } from '../../../src/llm/check-answers.js';
import { readDocument } from '../../../src/read/read-document.js';
import { changedJson, changedJsonText, changedText } from '../mutate.js';
import { mustHold, textOf, type FuzzTarget } from '../target.js';

// SAFETY: literals that are such.
const roster = ['HUN', 'DEU', 'USA', 'SVK', 'TUR', 'FRA', 'POL'] as StateCode[];
const today = '2024-10-24' as IsoDate;
const question = { options: [{ id: 'now', proposal: 'Invite Ukraine to join the alliance now', aliases: ['the invitation'] }, { id: 'aid', proposal: 'Send military aid', aliases: [] }], roster, bodyNames: ['NATO', 'the alliance'] };
const WORDS = ['“', '”', '"', "'", '’', '—', ' – ', '(', ')', ';', ':', '...', '?', '!', '\n', '\n\n', ' said ', ' told Reuters ', ' according to ', ' not ', ' no longer ', ' unless ', ' if ', ' who ', ' that ', ' would ', ' and ', ' or ', ' but ', 'Hungary', 'Germany', 'U.S.', 'Mr. Smith', 'the minister', 'he', 'they', 'NATO', 'Orbán', 'opposes', 'support', 'refused', '5,000', '1.', '•', '😀', 'İstanbul', ' constructor ', ' __proto__ ', ' toString '];
const TEXTS = [
  'Hungary and Slovakia are also vocally opposed to Ukraine’s swift entry into NATO. “We will not support the invitation as long as the war goes on,” Foreign Minister Péter Szijjártó told reporters in Budapest.\n\nGermany, two diplomats said, would agree only if Washington did. Poland backs the invitation.',
  'BRUSSELS (Reuters) - The other 14 members are in favour, an official who asked not to be named said. President Emmanuel Macron, however, “supports it in the abstract”, according to Politico; once it gets closer, he will balk.\nTurkey refused to drop its opposition.',
];
const spansOf = (reading: ReturnType<typeof readDocument>): Span[] => [
  ...reading.statements.flatMap((s) => [...s.source, ...s.cue, ...s.content, ...(s.origin ? [s.origin.span] : [])]),
  ...[...reading.signals, ...(reading.waiting ?? [])].flatMap((s) => [...s.evidence, ...(s.condition ? [s.condition.span] : []), ...s.reasons.map((r) => r.span)]),
];
/** Each span holds words, and cuts no character in two. */
function mustBeSpans(spans: readonly Span[], text: string): void {
  for (const span of spans) {
    mustHold(isSpanWithin(span, text.length), 'a span lies in the text', span);
    const cut = (at: number): boolean => /^[\uD800-\uDBFF]$/.test(text[at - 1] ?? '') && /^[\uDC00-\uDFFF]$/.test(text[at] ?? '');
    mustHold(!cut(span.start) && !cut(span.end), 'a span cuts no character in two', [span, text.slice(span.start, span.end)]);
  }
}
const unit = (x: number): boolean => x >= 0 && x <= 1;

const LINE = { id: 'a', text: TEXTS[0], title: 'No', publisher: 'Harbour Post', published: '2024-10-18', question: { body: 'NATO', proposal: 'Invite Ukraine to join the alliance now', aliases: ['the invitation'], rule: 'consensus', members: ['HUN', 'DEU', 'POL'] } };
const CLAIMS = {
  statements: [{ quote: 'We will not support the invitation', speaker: 'Péter Szijjártó', speaksFor: 'HUN', attribution: 'on-record', origin: '' }],
  signals: [{ statement: 0, member: 'HUN', option: 'now', stance: 'conditional', firmness: 0.9, confidence: 0.8, evidence: 'We will not support the invitation', condition: { kind: 'while', quote: 'as long as the war goes on' }, reasons: [{ kind: 'escalation', quote: 'the war goes on' }] }],
};
const article = createArticle({ text: TEXTS[0] ?? '' }, question);

export const readerTargets: readonly FuzzTarget[] = [
  {
    name: 'the reader',
    code: 'src/read',
    inputs: 12_000,
    input: fc.oneof({ weight: 4, arbitrary: changedText(TEXTS, WORDS) }, { weight: 1, arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map((w) => w.join('')) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) }),
    check: (input) => {
      const text = textOf(input);
      const reading = readDocument({ text }, question);
      mustBeSpans(spansOf(reading), text);
      for (const s of reading.signals) mustHold(reading.statements[s.statement] !== undefined && unit(s.confidence) && unit(s.firmness) && roster.includes(s.member), 'a signal rests on a statement, of a member', s);
    },
  },
  {
    name: 'lines of `stream`',
    code: 'src/app/stream.ts',
    inputs: 15_000,
    input: changedJsonText([LINE, { ...LINE, id: 1, text: 'Hungary opposes the invitation.', question: { body: 'a club', proposal: 'the invitation' } }]),
    check: async (input) => {
      const answer = (await answerStreamLine(textOf(input), today)) as { id: unknown; error?: string; positions?: object; statements?: { start: number; end: number; quote: string }[] };
      mustHold('id' in answer && (typeof answer.error === 'string' || typeof answer.positions === 'object'), 'a line is answered', answer);
      mustHold(!JSON.stringify(answer).includes('\n'), 'an answer is one line', answer);
      if (!answer.statements) return;
      const { text } = JSON.parse(textOf(input)) as { text: string };
      for (const { start, end, quote } of answer.statements) mustHold(text.slice(start, end) === quote && quote !== '', 'a quote is a slice of the text', quote);
    },
  },
  {
    name: 'lines of `attribute`',
    code: 'src/app/stream.ts',
    inputs: 25_000,
    input: changedJsonText([{ id: 'a', text: TEXTS[1] }, { id: 2, text: '“No,” he said.' }]),
    check: (input) => {
      const answer = answerAttributeLine(textOf(input)) as { id: unknown; error?: string; attributions?: Record<string, [number, number][]>[] };
      mustHold('id' in answer && (typeof answer.error === 'string' || Array.isArray(answer.attributions)), 'a line is answered', answer);
      if (!answer.attributions) return;
      const { text } = JSON.parse(textOf(input)) as { text: string };
      mustBeSpans(answer.attributions.flatMap((a) => Object.values(a).flatMap((pairs) => pairs.map(([start, end]) => ({ start, end })))), text);
    },
  },
  {
    name: 'claims of a language model',
    code: 'src/llm/check-answers.ts',
    inputs: 60_000,
    input: changedJson([CLAIMS]).map((claims) => JSON.stringify(claims) ?? 'null'),
    check: (input) => {
      const answer = answerEnvelope.safeParse(JSON.parse(textOf(input)));
      if (!answer.success) return;
      const { reading } = checkAnswers(article, [answer.data], 'a model');
      mustBeSpans(spansOf(reading), TEXTS[0] ?? '');
      for (const s of [...reading.signals, ...reading.waiting]) mustHold(roster.includes(s.member) && ['now', 'aid'].includes(s.option) && reading.statements[s.statement] !== undefined, 'a claim is of a member and an option', s);
    },
  },
];
