import type { StateCode } from '../../../domain/ids.js';
import type { Sentence } from '../../../domain/parsed-text.js';
import { range, type Tree } from '../../tree.js';
import type { TopicHit } from '../../topic/match-topic.js';
import { actorAt, type Actor } from '../../who/actors.js';
import type { Attitude } from '../attitude.js';
import { attitudeOf, isOfSomebody } from '../attitude.js';
import { isForecast, type RuleContext } from '../find-by-rule.js';
import { realityOf } from '../context.js';
import { actorFeatures, wordFeatures } from './pair-features.js';
import { stanceWordsOf, type StanceWord } from './stance-words.js';

/** A government and a word of stance in one sentence, which may or may not belong together. */
export interface Pair {
  readonly actor: Actor;
  /** Those of its states that vote. */
  readonly members: readonly StateCode[];
  /** Head of the words that name the government. */
  readonly head: number;
  /** What it would say of the proposal. */
  readonly attitude: Attitude;
  /** What a classifier goes by: `name:value`. */
  readonly features: readonly string[];
}

/** A word of stance as the text's rules read it. */
export interface ReadWord {
  readonly word: StanceWord;
  /** What rules made of it; null where it has nothing of the proposal as its own. */
  readonly own: Attitude | null;
  readonly attitude: Attitude;
  /** How the words below it name the proposal; null when they do not. */
  readonly below: TopicHit | null;
}

/** A sentence with what pairs in it share. */
export interface PairSentence {
  readonly sentence: Sentence;
  readonly index: number;
  /** Share of the proposal that the sentence names, and the most that it or one of the two before it names, 0–1. */
  readonly share: number;
  readonly near: number;
  readonly hit: TopicHit | null;
  readonly words: readonly ReadWord[];
  /** Governments of members by the head of the words that name them. */
  readonly actors: ReadonlyMap<number, Actor>;
}

const NOBODY: ReadonlySet<StateCode> = new Set();
/** Share of the proposal that a text names, below which none of its sentences is asked. */
const LEAST_COVERAGE = 0.25;
/** Sentences back to which the proposal may have been named. */
const BACK = 2;

/**
 * Every pair of a member's government and a word of stance in the sentences of a text that touches the proposal. O(pairs).
 * @param owner index of the statement that a token's words belong to; -1 for the outlet's own
 * @param told members of whom nothing is asked
 */
export function pairsOf(c: RuleContext, owner: (token: number) => number, told: ReadonlySet<StateCode> = NOBODY): Pair[] {
  const { tree } = c.cast;
  if (c.topic.coverage < LEAST_COVERAGE) return [];
  const shares = tree.parsed.sentences.map((s) => c.topic.shareOf(range(s.first, s.last)));
  return tree.parsed.sentences.flatMap((sentence, index) => {
    const near = Math.max(...shares.slice(Math.max(0, index - BACK), index + 1));
    const found = stanceWordsOf(tree, sentence).filter((w) => !isOfSomebody(tree, c.topic, w.token));
    const actors = found.length === 0 ? new Map<number, Actor>() : actorsIn(c, sentence);
    const asked = [...actors].filter(([, actor]) => actor.states.some((x) => c.roster.has(x) && !told.has(x)));
    if (asked.length === 0) return [];
    const hit = c.topic.hitOf(range(sentence.first, sentence.last));
    // What is asked or supposed, and what outsiders foretell, is nobody's stance.
    const words = found.map((word) => readWord(c, word, hit)).filter(({ attitude }) => realityOf(tree, attitude) > 0 && !isForecast(c, owner, attitude));
    const s: PairSentence = { sentence, index, share: shares[index] ?? 0, near, hit, words, actors };
    return words.flatMap((read) => {
      const shared = wordFeatures(c, s, read);
      return asked
        .filter(([head]) => head !== read.word.token)
        .map(([head, actor]) => ({ actor, members: actor.states.filter((x) => c.roster.has(x) && !told.has(x)), head, attitude: read.attitude, features: [...shared, ...actorFeatures(c, owner, s, read, head, actor)] }));
    });
  });
}

function readWord(c: RuleContext, word: StanceWord, whole: TopicHit | null): ReadWord {
  const { tree } = c.cast;
  const own = attitudeOf(tree, c.topic, word.token);
  const phrase = tree.subtreeOf(word.token);
  const below = c.topic.hitOf(phrase);
  const topic = (below?.how === 'context' ? null : below) ?? whole ?? c.topic.contextOf(word.token) ?? { strength: 0, direction: 1, how: 'context', concepts: 0 };
  const attitude: Attitude =
    own && own.sign !== 0
      ? own
      : { head: word.token, sign: (word.sign * topic.direction) as -1 | 1, firm: word.predicate.firm, stance: null, topic, tokens: phrase, path: [word.predicate.lemma], negated: word.negated, chain: [word.token] };
  return { word, own, attitude, below };
}

/** Governments of members that a sentence names, by the head of their words. */
function actorsIn(c: RuleContext, sentence: Sentence): Map<number, Actor> {
  const { cast } = c;
  const out = new Map<number, Actor>();
  for (let i = sentence.first; i < sentence.last; i++) {
    if (!mayName(cast.tree, i, cast.mentionsAt.has(i))) continue;
    const mention = cast.mentionsAt.get(i)?.[0];
    if (mention !== undefined && mention === cast.mentionsAt.get(i + 1)?.[0]) continue;
    const actor = actorAt(cast, i);
    if (actor.voice !== 'outsider' && actor.states.some((s) => c.roster.has(s)) && !isOfOutsider(c, i)) out.set(i, actor);
  }
  return out;
}

/** Steps up a phrase within which its head is looked for. */
const MAX_CLIMB = 4;

/** "The leader of [Germany]'s opposition": a name inside the phrase of somebody who does not speak for the state. */
function isOfOutsider({ cast }: RuleContext, token: number): boolean {
  let i = token;
  for (let k = 0; k < MAX_CLIMB; k++) {
    const { head, relation } = cast.tree.token(i);
    if (head < 0 || !/^(?:nmod|amod|compound|appos)/.test(relation) || !cast.tree.token(head).tag.startsWith('NN')) return false;
    if (actorAt(cast, head).voice === 'outsider') return true;
    i = head;
  }
  return false;
}

function mayName(tree: Tree, token: number, isState: boolean): boolean {
  const { tag, relation } = tree.token(token);
  return relation !== 'compound' && (isState || /^(?:NN|PRP$|WP$|WDT$)/.test(tag));
}
