import type { SourceText } from '../domain/document.js';
import type { Option } from '../domain/question.js';
import type { AnalysedWords } from './analysis/analyse.js';
import type { Reading0, ReadableQuestion } from './read-document.js';
import type { SignalContext } from './stance/read-signals.js';
import { compileTopic, type Concept, type Topic } from './topic/compile-topic.js';
import { mapTopic } from './topic/match-topic.js';
import { affirmed, rivalsOf } from './topic/rivals.js';
import { stemOf } from './topic/stem.js';

/** Concepts of a topic that a title names. */
function titleConceptsOf(title: AnalysedWords | null, topic: Topic): Set<Concept> {
  const out = new Set<Concept>();
  if (!title) return out;
  for (const t of title.parsed.tokens) {
    const c = topic.byStem.get(stemOf(t.lemma)) ?? topic.byStem.get(stemOf(t.form));
    if (c) out.add(c);
  }
  for (const m of title.mentions) {
    const c = topic.byState.get(m.state);
    if (c) out.add(c);
  }
  return out;
}

/** Topics of the questions at hand: compiling one parses its proposal, a tenth of what asking an analysed text costs. */
const topics = new WeakMap<ReadableQuestion, Map<Option, Topic>>();

function topicOf(option: Option, question: ReadableQuestion): Topic {
  const known = topics.get(question) ?? new Map<Option, Topic>();
  topics.set(question, known);
  const topic = known.get(option) ?? compileTopic(question.options.length > 1 ? affirmed(option.proposal) : option.proposal, option.aliases, question.bodyNames);
  known.set(option, topic);
  return topic;
}

/** A text read against one option of a question: all that the stages after it rest on. */
export function optionContext(read: Reading0, source: SourceText, option: Option, question: ReadableQuestion): SignalContext {
  const isOneOfMany = question.options.length > 1;
  const topic = topicOf(option, question);
  return {
    cast: read.cast,
    topic: mapTopic(read.cast.tree, topic, read.cast.mentions, titleConceptsOf(read.title, topic)),
    statements: read.statements,
    option: option.id,
    ...(isOneOfMany ? { speaksOfRival: rivalsOf(option, question.options, question.bodyNames, read.cast.mentions) } : {}),
    roster: new Set(question.roster),
    publisher: source.publisher ?? 'the outlet',
    ...(source.published ? { asOf: source.published } : {}),
  };
}
