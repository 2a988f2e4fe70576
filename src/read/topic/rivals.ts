import type { Option } from '../../domain/question.js';
import type { StateMention } from '../who/state-mentions.js';
import type { Tree } from '../tree.js';
import { compileTopic, type Concept, type Topic } from './compile-topic.js';
import { stemOf } from './stem.js';

/** Whether words speak of another option of the question rather than of the one that is read. */
export type SpeaksOfRival = (tree: Tree, tokens: readonly number[]) => boolean;

/** Words after these name what an option leaves out ("aid without membership"). */
const LEFT_OUT = /\b(?:without|instead of|rather than|short of|but not)\b/i;

/** One word of its own may be chance ("membership" for "join"); so many more are not. */
const WORDS_MORE = 2;

/** The part of a proposal that says what it is. */
export const affirmed = (proposal: string): string => {
  const cut = proposal.search(LEFT_OUT);
  return cut > 0 ? proposal.slice(0, cut) : proposal;
};

/** Stems of the words in which an option is put. */
const wordsOf = (o: Option): ReadonlySet<string> => new Set([affirmed(o.proposal), ...o.aliases].flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((w) => w.length > 2).map(stemOf));

/**
 * Tells the options of a question apart by the ideas that only one of two has, and where these tie by the words themselves. Words that name
 * more of another option's own ideas than of this one's speak of the other; words that name neither may speak of both.
 */
export function rivalsOf(option: Option, options: readonly Option[], bodyNames: readonly string[], mentions: readonly StateMention[]): SpeaksOfRival {
  const topicOf = (o: Option): Topic => compileTopic(affirmed(o.proposal), o.aliases, bodyNames);
  const mine = topicOf(option);
  const rivals = options.filter((o) => o.id !== option.id).map((o) => {
    const theirs = topicOf(o);
    const [ours, words] = [wordsOf(option), wordsOf(o)];
    const only = (some: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] => [...some].filter((w) => !others.has(w));
    return { theirs: ownIdeas(theirs, mine), mine: ownIdeas(mine, theirs), theirWords: only(words, ours), myWords: only(ours, words) };
  });
  const stateAt = new Map(mentions.flatMap((m) => Array.from({ length: m.last - m.first }, (_, k) => [m.first + k, m.state] as const)));
  return (tree, tokens) => {
    const stems = new Set(tokens.flatMap((i) => [stemOf(tree.token(i).lemma), stemOf(tree.token(i).form)]));
    const states = new Set<string>(tokens.flatMap((i) => stateAt.get(i) ?? []));
    const named = (ideas: readonly Concept[]): number => ideas.filter((c) => states.has(c.key) || [...c.stems].some((s) => stems.has(s))).reduce((sum, c) => sum + c.weight, 0);
    const used = (words: readonly string[]): number => words.filter((w) => stems.has(w)).length;
    return rivals.some((r) => {
      const more = named(r.theirs) - named(r.mine);
      return more > 0 || (more === 0 && used(r.theirWords) >= used(r.myWords) + WORDS_MORE);
    });
  };
}

/** Ideas of a topic, those that only its aliases have among them, none of whose words is one of another topic. */
const ownIdeas = (topic: Topic, other: Topic): readonly Concept[] =>
  [...new Set([...topic.byStem.values(), ...topic.byState.values()])].filter((c) => ![...other.byState.values()].some((o) => o.key === c.key) && ![...c.stems].some((s) => other.byStem.has(s)));
