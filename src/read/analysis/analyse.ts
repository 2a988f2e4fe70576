import type { SourceText } from '../../domain/document.js';
import type { ParsedText } from '../../domain/parsed-text.js';
import { attributionModels } from '../attribution/models.js';
import { STATEMENT_THRESHOLD, readAttributions, type ReadAttribution } from '../attribution/read-attributions.js';
import { parseText } from '../syntax/parse-text.js';
import { findStateMentions, type StateMention } from '../who/state-mentions.js';

/** Words with their syntax, and the states they name. */
export interface AnalysedWords {
  readonly parsed: ParsedText;
  readonly mentions: readonly StateMention[];
}

/** A text after all stages that need no question and take long; whoever asks another question may start here. */
export interface Analysis extends AnalysedWords {
  readonly source: SourceText;
  /** Null for a text without a title. */
  readonly title: AnalysedWords | null;
  readonly attributions: readonly ReadAttribution[];
}

/** Stages 1–3 of a text, and its title's words: tokens, syntax, entities, states, attributions. Pure; O(length). */
export function analyse(source: SourceText): Analysis {
  const words = analyseWords(source.text);
  return {
    source,
    ...words,
    title: source.title ? analyseWords(source.title) : null,
    attributions: readAttributions(words.parsed, attributionModels(), STATEMENT_THRESHOLD),
  };
}

function analyseWords(text: string): AnalysedWords {
  const parsed = parseText(text);
  return { parsed, mentions: findStateMentions(parsed) };
}
