import type { SourceText } from '../domain/document.js';
import type { Option } from '../domain/question.js';
import type { Sentence } from '../domain/parsed-text.js';
import type { Reading } from '../domain/signal.js';
import type { Span } from '../domain/span.js';
import { analyse, type Analysis } from '../read/analysis/analyse.js';
import { optionContext } from '../read/option-context.js';
import { readAgainst, statementsOf, type ReadableQuestion, type Reading0 } from '../read/read-document.js';
import type { Attitude } from '../read/stance/attitude.js';
import { attitudesOf } from '../read/stance/attitudes.js';
import { quoteFinder } from './find-quote.js';
import { addressesMachine } from './instructions.js';

/** A text with what Holdout itself knows of it: all that a model's claims are checked against. */
export interface Article {
  readonly source: SourceText;
  readonly question: ReadableQuestion;
  readonly read: Reading0;
  /** What the offline reader reads in it. */
  readonly offline: Reading;
  readonly find: (quote: string) => readonly Span[];
  /** Sentences that a span touches, in order. */
  readonly sentencesAt: (span: Span) => readonly Sentence[];
  /** Attitudes to each option that the rules see in the text, whoever holds them, by the option's id. */
  readonly attitudes: ReadonlyMap<string, readonly Attitude[]>;
  /** Whether it addresses a machine that reads it: then nothing that a model says of it counts before a person has looked. */
  readonly isSuspect: boolean;
}

/** Reads a text offline, once for all claims. Pure; O(length). @param analysis of the text, made here when absent */
export function createArticle(source: SourceText, question: ReadableQuestion, analysis: Analysis = analyse(source)): Article {
  const read = statementsOf(analysis);
  const { sentences } = read.cast.tree.parsed;
  return {
    source,
    question,
    read,
    offline: readAgainst(read, source, question),
    find: quoteFinder(source.text),
    sentencesAt: (span) => sentences.filter((s) => s.start < span.end && span.start < s.end),
    attitudes: new Map(question.options.map((o) => [o.id, attitudesIn(read, source, o, question)])),
    isSuspect: addressesMachine(`${source.title ?? ''}\n${source.text}`),
  };
}

function attitudesIn(read: Reading0, source: SourceText, option: Option, question: ReadableQuestion): readonly Attitude[] {
  const found = attitudesOf(read.cast.tree, optionContext(read, source, option, question).topic);
  return [...found.outer, ...found.judgements];
}
