import { caseOf, isRelation, type Tree } from '../tree.js';
import { actorAt, actorOf, type Actor, type Cast } from '../who/actors.js';
import { isNegated } from './attitude.js';
import { linearSubject } from './linear-subject.js';
import { own } from '../../domain/own.js';

/** One member takes another's side, or turns against it, whatever that side is. */
export interface Alignment {
  readonly follower: Actor;
  readonly leader: Actor;
  /** The same side (1), or the other (-1). */
  readonly sign: 1 | -1;
  /** The verb that says so. */
  readonly head: number;
  readonly tokens: readonly number[];
}

/** Verbs that put their subject on the side of whoever follows the preposition. */
const WITH: Readonly<Record<string, RegExp>> = {
  side: /^with$/, agree: /^with$/, align: /^with$/, vote: /^with$/, stand: /^(?:with|by|behind|alongside)$/, concur: /^with$/, 'line': /^(?:with|behind)$/, rally: /^behind$/, join: /^with$/, fall: /^behind$/, sympathise: /^with$/, sympathize: /^with$/, go: /^with$/,
};
/** Verbs whose object is the one that is followed. */
const AFTER = /^(?:join|echo|follow|second|support|back)$/;
/** What is shared, taken or echoed of somebody's. */
const SIDE = /^(?:view|position|concern|doubt|fear|line|side|part|objection|reservation|stance|opposition|opinion|misgiving|misgivings|call|argument|demand|criticism|complaint|scepticism|skepticism|assessment|stand|camp|lead|worry|unease|enthusiasm|resistance|sentiment|caution)$/;
const SHARING = /^(?:share|take|echo|support|back|join|second|repeat|follow|endorse|adopt|mirror|reflect)$/;

/** Every "X sides with Y" of a text: "agrees with Berlin", "echoed France", "shares Sweden's doubts", "took London's side". */
export function alignmentsOf(cast: Cast): Alignment[] {
  const { tree } = cast;
  const out: Alignment[] = [];
  for (let i = 0; i < tree.parsed.tokens.length; i++) {
    const t = tree.token(i);
    // "Austria sides with Berlin": after a state's name the tagger takes the verb for a noun.
    const verbal = t.tag.startsWith('VB') || (t.tag.startsWith('NN') && /^[a-z]/.test(t.form) && cast.mentionsAt.has(i - 1));
    if (!verbal || isNegated(tree, i)) continue;
    const passive = takenBy(cast, i);
    if (passive) out.push(passive);
    const target = leaderOf(cast, i, t.lemma.toLowerCase());
    if (target === null) continue;
    const leader = actorOf(cast, target);
    const follower = subjectOf(cast, i);
    if (!follower || leader.states.length === 0 || leader.voice === 'outsider' || follower.states.length === 0 || follower.voice === 'outsider') continue;
    if (follower.states.some((s) => leader.states.includes(s))) continue;
    out.push({ follower, leader, sign: 1, head: i, tokens: [i, target] });
  }
  return out;
}

/** "the United States was supported by Britain and Japan", "Iran was opposed by Iraq". */
function takenBy(cast: Cast, verb: number): Alignment | null {
  const { tree } = cast;
  const t = tree.token(verb);
  const sign = AFTER.test(t.lemma) ? 1 : /^(?:oppose|contradict)$/.test(t.lemma) ? -1 : 0;
  const subject = tree.childrenOf(verb).find((c) => tree.token(c).relation === 'nsubjpass');
  const agent = tree.childrenOf(verb).find((c) => isRelation(tree.token(c).relation, 'nmod') && caseOf(tree, c) === 'by');
  if (sign === 0 || t.tag !== 'VBN' || subject === undefined || agent === undefined || !isSomebody(cast, subject)) return null;
  const leader = actorOf(cast, subject);
  const follower = actorOf(cast, agent);
  if (follower.states.length === 0 || follower.voice === 'outsider' || follower.states.some((s) => leader.states.includes(s))) return null;
  return { follower, leader, sign, head: verb, tokens: [verb, agent] };
}

/** Token of the one that is followed; null when the verb follows nobody. */
function leaderOf(cast: Cast, verb: number, lemma: string): number | null {
  const { tree } = cast;
  const preposition = own(WITH, lemma);
  const next = tree.parsed.tokens[verb + 1]?.form.toLowerCase() ?? '';
  if (preposition?.test(next) && cast.mentionsAt.has(verb + 2) && isSomebody(cast, verb + 2)) return verb + 2;
  for (const c of tree.childrenOf(verb)) {
    const t = tree.token(c);
    if (c < verb) continue;
    if (preposition && isRelation(t.relation, 'nmod') && preposition.test(caseOf(tree, c)) && isSomebody(cast, c)) return c;
    if (t.relation === 'dobj' && AFTER.test(lemma) && isSomebody(cast, c)) return c;
    if (t.relation === 'dobj' && SHARING.test(lemma) && SIDE.test(t.lemma.toLowerCase())) {
      for (const d of tree.childrenOf(c)) {
        const u = tree.token(d);
        if ((isRelation(u.relation, 'nmod:poss') || (isRelation(u.relation, 'nmod') && caseOf(tree, d) === 'of') || u.relation === 'amod') && (cast.mentionsAt.has(d) || cast.nameAt.has(d))) return d;
      }
    }
  }
  return null;
}

/** Whether a phrase is a state or a person who speaks for one, and nothing of theirs. */
function isSomebody(cast: Cast, head: number): boolean {
  if (!cast.mentionsAt.has(head) && !cast.nameAt.has(head)) return false;
  const actor = actorAt(cast, head);
  return (actor.kind === 'state' || actor.kind === 'person') && actor.states.length > 0;
}

function subjectOf(cast: Cast, verb: number): Actor | null {
  const { tree } = cast;
  let i = verb;
  for (let k = 0; k < 4; k++) {
    const own = tree.childrenOf(i).find((c) => tree.token(c).relation === 'nsubj');
    if (k === 0 && adjacent(tree, cast, i)) return linearSubject(cast, i);
    if (own !== undefined) return actorOf(cast, own);
    const t = tree.token(i);
    if (t.head < 0 || !['conj', 'xcomp', 'parataxis', 'dep'].includes(t.relation)) break;
    i = t.head;
  }
  return linearSubject(cast, verb);
}

const adjacent = (tree: Tree, cast: Cast, verb: number): boolean => verb > tree.sentenceOf(verb).first && cast.mentionsAt.has(verb - 1);
