import type { SourceText } from '../domain/document.js';
import type { Option } from '../domain/question.js';
import type { Reading0, ReadableQuestion } from './read-document.js';
import type { SignalContext } from './stance/read-signals.js';
import { parseText } from './syntax/parse-text.js';
import { compileTopic, type Concept } from './topic/compile-topic.js';
import { mapTopic } from './topic/match-topic.js';
import { affirmed, rivalsOf } from './topic/rivals.js';
import { stemOf } from './topic/stem.js';
import { findStateMentions } from './who/state-mentions.js';

/** Concepts of a topic that a title names. */
function titleConceptsOf(title: string | undefined, topic: ReturnType<typeof compileTopic>): Set<Concept> {
  const out = new Set<Concept>();
  if (!title) return out;
  const parsed = parseText(title);
  for (const t of parsed.tokens) {
    const c = topic.byStem.get(stemOf(t.lemma)) ?? topic.byStem.get(stemOf(t.form));
    if (c) out.add(c);
  }
  for (const m of findStateMentions(parsed)) {
    const c = topic.byState.get(m.state);
    if (c) out.add(c);
  }
  return out;
}

/** A text read against one option of a question: all that the stages after it rest on. */
export function optionContext(read: Reading0, source: SourceText, option: Option, question: ReadableQuestion): SignalContext {
  const isOneOfMany = question.options.length > 1;
  const topic = compileTopic(isOneOfMany ? affirmed(option.proposal) : option.proposal, option.aliases, question.bodyNames);
  return {
    cast: read.cast,
    topic: mapTopic(read.cast.tree, topic, read.cast.mentions, titleConceptsOf(source.title, topic)),
    statements: read.statements,
    option: option.id,
    ...(isOneOfMany ? { speaksOfRival: rivalsOf(option, question.options, question.bodyNames, read.cast.mentions) } : {}),
    roster: new Set(question.roster),
    publisher: source.publisher ?? 'the outlet',
    ...(source.published ? { asOf: source.published } : {}),
  };
}
