import type { StateCode } from '../domain/ids.js';
import type { SourceText } from '../domain/document.js';
import type { Option } from '../domain/question.js';
import type { Reading } from '../domain/signal.js';
import { analyse, type AnalysedWords, type Analysis } from './analysis/analyse.js';
import type { ReadAttribution } from './attribution/read-attributions.js';
import { optionContext } from './option-context.js';
import { buildStatements, speakerOf, type TokenStatement } from './statements/build-statements.js';
import { readSignals } from './stance/read-signals.js';
import { findQuotations } from './text/quotation.js';
import { createTree } from './tree.js';
import type { Actor, Cast } from './who/actors.js';
import { officeHolder } from './who/office-holders.js';
import { findNames, introducePeople, type NameRun } from './who/people.js';
import type { StateMention } from './who/state-mentions.js';

/** Name and version of the reader, kept with every reading. A changed reading is a new version. */
export const READER = 'holdout-reader@0.5.0';

/** A question as the reader needs it: the options, who votes, and what the body is called. */
export interface ReadableQuestion {
  readonly options: readonly Option[];
  readonly roster: readonly StateCode[];
  /** Names of the body ("NATO", "alliance"), which weigh less in a proposal. */
  readonly bodyNames: readonly string[];
}

/** A document after the stages that need no question: whoever asks another question starts here. */
export interface Reading0 {
  readonly cast: Cast;
  /** Null for a text without a title. */
  readonly title: AnalysedWords | null;
  readonly statements: readonly TokenStatement[];
}

/** Stages 1–4 and 6: tokens, syntax, attributions, people and statements. Pure; O(length). */
export const readStatements = (source: SourceText): Reading0 => statementsOf(analyse(source));

/** What follows from an analysis without a question: who speaks, and the statements. Pure; O(length), a twentieth of reading. */
export function statementsOf({ source, parsed, mentions, title, attributions }: Analysis): Reading0 {
  const tree = createTree(parsed);
  const mentionsAt = new Map<number, StateMention[]>();
  for (const m of mentions) for (let i = m.first; i < m.last; i++) mentionsAt.set(i, [...(mentionsAt.get(i) ?? []), m]);
  const names = findNames(parsed, mentions);
  const nameAt = new Map<number, NameRun>();
  for (const n of names) for (let i = n.first; i < n.last; i++) nameAt.set(i, n);
  const people = introducePeople(parsed, mentions, names, officeHolder, source.published);
  const actors = new Map<ReadAttribution, Actor>();
  const innermost = new Array<ReadAttribution | undefined>(parsed.tokens.length);
  for (const a of [...attributions].sort((x, y) => y.tokens.content.length - x.tokens.content.length)) for (const i of a.tokens.content) innermost[i] = a;
  let depth = 0;
  const { quoted } = findQuotations(parsed);
  const cast: Cast = {
    tree,
    mentions,
    mentionsAt,
    nameAt,
    people,
    isQuoted: (token) => quoted[token] === 1,
    speakerAt: (token) => {
      const a = innermost[token];
      if (!a || depth > 2) return null;
      const known = actors.get(a);
      if (known) return known;
      depth += 1;
      const actor = speakerOf(cast, a);
      depth -= 1;
      return actor;
    },
  };
  for (const a of attributions) actors.set(a, speakerOf(cast, a));
  return { cast, title, statements: buildStatements(cast, attributions, actors) };
}

/** Scores what was read against a question: every stance on each option that the text states, with its words. */
export function readAgainst(read: Reading0, source: SourceText, question: ReadableQuestion): Reading {
  let statements: Reading['statements'] = read.statements.map((s) => s.statement);
  const signals: Reading['signals'][number][] = [];
  const contexts = question.options.map((option) => optionContext(read, source, option, question));
  // Words that name no option of several are about the one the text speaks of most, the first listed among equals.
  const most = Math.max(...contexts.map((c) => c.topic.coverage));
  const leading = contexts.findIndex((c) => c.topic.coverage === most);
  for (const [k, context] of contexts.entries()) {
    const reading = readSignals({ ...context, isLeading: k === leading });
    // Outlet statements of this option come after those already there.
    const own = read.statements.length;
    const offset = statements.length - own;
    statements = [...statements, ...reading.statements.slice(own)];
    for (const s of reading.signals) signals.push(s.statement < own ? s : { ...s, statement: s.statement + offset });
  }
  return { reader: READER, statements, signals };
}

/**
 * Reads one text for one question: statements with their speakers, and the members' stances they carry. Pure and deterministic: no
 * clock, disk or network. A text that says nothing of the question gives statements and no signals.
 */
export const readDocument = (source: SourceText, question: ReadableQuestion): Reading => readAnalysed(analyse(source), question);

/** Reads an analysed text for one question, in a third of the time: what `readDocument` gives for its source. */
export const readAnalysed = (analysis: Analysis, question: ReadableQuestion): Reading => readAgainst(statementsOf(analysis), analysis.source, question);
