import { actorOf, possessorsOf, stateActor, type Actor, type Cast } from '../who/actors.js';
import { caseOf, childrenBy, isRelation, isVerb, type Tree } from '../tree.js';
import type { Attitude } from './attitude.js';
import { predicatesOf } from './predicates.js';
import { linearSubject, listEndingAt } from './linear-subject.js';
import { phraseOf } from '../who/noun-phrase.js';
import { stateListAt } from '../who/state-list.js';

/** Who holds an attitude, and through which construction it was found. */
export interface Holder {
  readonly actor: Actor;
  readonly how: 'subject' | 'agent' | 'possessor' | 'source' | 'modifier' | 'modified' | 'object' | 'self';
}

/** Verbs whose object did what follows ("persuaded Hungary to drop its veto", "accused Spain of blocking"). */
const OBJECT_HOLDS = new Set(['persuade', 'convince', 'force', 'lead', 'prompt', 'induce', 'compel', 'accuse', 'blame', 'criticise', 'criticize', 'praise', 'thank', 'commend', 'see', 'leave', 'find']);
const MAX_CLIMB = 6;

/** The holder of an attitude; null when the words name none. Only constructions that state whose attitude it is are used. */
export function holderOf(cast: Cast, attitude: Attitude): Holder | null {
  const stated = statedHolder(cast, attitude);
  const holder = stated && withListBefore(cast, stated);
  if (holder && holder.actor.states.length > 0) return holder;
  return listedAfter(cast, attitude) ?? holder;
}

/** "Australia, New Zealand and the Nordic countries": names before a group that the parser cut off. */
function withListBefore(cast: Cast, holder: Holder): Holder {
  const { tree } = cast;
  const head = holder.actor.heads[0];
  if (holder.how !== 'subject' || head === undefined || holder.actor.states.length === 0 || cast.mentionsAt.has(head)) return holder;
  const first = Math.min(...phraseOf(tree, head));
  const joined = /^and$/i.test(tree.parsed.tokens[first - 1]?.form ?? '') && cast.mentionsAt.has(first - 2);
  const list = joined ? listEndingAt(cast, first - 2, tree.sentenceOf(head).first) : null;
  if (list === null) return holder;
  return { ...holder, actor: { ...holder.actor, states: [...new Set([...list.states, ...holder.actor.states])], heads: [...list.heads, ...holder.actor.heads] } };
}

/** "Twelve members voted in favour, among them France, China and Japan": some of those who hold it, named after it. */
function listedAfter(cast: Cast, attitude: Attitude): Holder | null {
  const { tree } = cast;
  const { tokens } = tree.parsed;
  const s = tree.sentenceOf(attitude.head);
  const subject = tokens.slice(Math.max(s.first, attitude.head - 6), attitude.head).some((t) => MEMBERS.test(t.form));
  if (!subject) return null;
  const wordAt = (i: number): string => tokens[i]?.form.toLowerCase() ?? '';
  for (let i = attitude.head + 1; i < s.last - 1; i++) {
    if (wordAt(i - 1) !== ',') continue;
    const opener = wordAt(i) === 'among' && wordAt(i + 1) === 'them' ? 2 : wordAt(i) === 'including' || wordAt(i) === 'notably' ? 1 : 0;
    if (opener === 0) continue;
    const first = i + opener + (wordAt(i + opener) === 'the' ? 1 : 0);
    const list = stateListAt(tree, cast.mentionsAt, first);
    if (list.length > 0) return { actor: stateActor(list.map((m) => m.state), list.map((m) => m.last - 1)), how: 'modified' };
  }
  return null;
}

const MEMBERS = /^(?:members?|states?|countries|nations|governments|allies|capitals|delegations|ministers|others)$/i;

/** Whose a noun of stance is by its own phrase ("calls from Britain", "Spain's doubts", "the French proposal"); null when its phrase names nobody. */
export function nounOwner(cast: Cast, attitude: Attitude): Holder | null {
  const holder = nounHolder(cast, attitude);
  return holder && /^(?:source|possessor|modifier|agent)$/.test(holder.how) && holder.actor.states.length > 0 ? holder : null;
}

function statedHolder(cast: Cast, attitude: Attitude): Holder | null {
  const { tree } = cast;
  const i = attitude.head;
  const t = tree.token(i);
  const owned = ownedHolder(cast, attitude) ?? effortOwner(cast, attitude);
  if (owned) return owned;
  const relative = relativeHolder(cast, i) ?? participleHolder(cast, i);
  if (relative) return relative;
  if (t.tag.startsWith('NN')) {
    // "Brazil and Uruguay press for …": a verb that the tagger took for a noun.
    const verbal = /^[a-z]/.test(t.form) && predicatesOf('V', t.lemma.toLowerCase()).length > 0 && (cast.mentionsAt.get(i - 1) ?? []).some((m) => m.form !== 'demonym');
    return (verbal ? linearHolder(cast, attitude) : null) ?? nounHolder(cast, attitude) ?? linearHolder(cast, attitude);
  }
  if (isVerb(t) || t.tag.startsWith('JJ') || t.tag === 'IN' || t.tag === 'RB') {
    const found = clauseHolder(cast, i, attitude);
    return found && (found.actor.states.length > 0 || found.actor.kind !== 'other') ? found : (linearHolder(cast, attitude) ?? found);
  }
  return linearHolder(cast, attitude);
}

/** Nouns of what somebody means to do. */
const EFFORT = /^(?:effort|attempt|bid|move|threat|plan|push|drive|campaign|decision|vow|pledge|promise|proposal|desire|wish|intention|offer|request|demand|call)$/;

/** "despite Greek efforts to block it": whose the noun right before an infinitive is, wherever the parser hangs the two. */
function effortOwner(cast: Cast, attitude: Attitude): Holder | null {
  const { tokens } = cast.tree.parsed;
  const at = attitude.head - 2;
  const noun = tokens[at];
  if (tokens[attitude.head - 1]?.form !== 'to' || !noun?.tag.startsWith('NN') || !EFFORT.test(noun.lemma)) return null;
  return nounOwner(cast, { ...attitude, head: at });
}

/** "Luxembourg had only Spain's backing": the noun under a verb has an owner of its own. */
function ownedHolder(cast: Cast, attitude: Attitude): Holder | null {
  const { tree } = cast;
  for (const i of attitude.chain.slice(1)) {
    if (!tree.token(i).tag.startsWith('NN')) continue;
    const owner = possessorsOf(tree, i).find((c) => cast.mentionsAt.has(c) || cast.nameAt.has(c));
    if (owner === undefined) continue;
    const actor = actorOf(cast, owner);
    if (actor.states.length > 0) return { actor, how: 'possessor' };
  }
  return null;
}

const subjectOf = (tree: Tree, i: number): number | undefined => childrenBy(tree, i, 'nsubj')[0];

function clauseHolder(cast: Cast, start: number, attitude: Attitude): Holder | null {
  const { tree } = cast;
  let i = start;
  // "… opposed it and Algeria, Belarus and Libya abstained": a finite verb whose subject the parser gave away has it right before it.
  const listed = stateListAt(tree, cast.mentionsAt, start - 1).length > 1;
  const own = subjectOf(tree, start);
  const inside = own !== undefined && tree.subtreeOf(own).includes(start - 1) && !cast.mentionsAt.has(own);
  if (/^VB[DZP]$/.test(tree.token(start).tag) && !inside && (listed || own === undefined) && childrenBy(tree, start, 'nsubjpass').length === 0 && cast.mentionsAt.has(start - 1) && !attitude.tokens.includes(start - 1)) {
    const before = linearSubject(cast, start);
    if (before) return { actor: before, how: 'modified' };
  }
  for (let climb = 0; climb < MAX_CLIMB; climb++) {
    const t = tree.token(i);
    const passiveSubject = childrenBy(tree, i, 'nsubjpass')[0];
    if (passiveSubject !== undefined) {
      const isTarget = attitude.tokens.includes(passiveSubject) && climb === 0;
      if (!isTarget) return climb > 0 || t.tag.startsWith('JJ') || /^(?:opposed|prepared|concerned|worried|determined|divided|committed|inclined|willing|disposed|reported|said|expected|believed|understood|thought|known|set)$/.test(t.form.toLowerCase())
        ? { actor: actorOf(cast, passiveSubject), how: 'subject' }
        : null;
      const agents = tree.childrenOf(i).filter((c) => isRelation(tree.token(c).relation, 'nmod') && caseOf(tree, c) === 'by');
      return agents[0] === undefined ? null : { actor: actorOf(cast, agents[0]), how: 'agent' };
    }
    const subject = subjectOf(tree, i);
    if (subject !== undefined && !(attitude.tokens.includes(subject) && climb === 0)) return { actor: actorOf(cast, subject), how: 'subject' };
    if (subject !== undefined) return null;
    const rel = t.relation;
    const up = t.head;
    if (up < 0) return null;
    const governor = tree.token(up);
    if (rel === 'xcomp' || rel === 'ccomp' || rel === 'advcl' || rel === 'nmod' || rel === 'dep' || rel === 'acl') {
      if (rel === 'acl' && governor.tag.startsWith('NN')) {
        // "broke ranks with the others by opposing it": how, of the main verb.
        if (t.tag === 'VBG' && tree.childrenOf(i).some((c) => c < i && tree.token(c).form.toLowerCase() === 'by')) {
          const main = mainVerbAbove(tree, up);
          const doer = main < 0 ? undefined : subjectOf(tree, main);
          return doer === undefined ? null : { actor: actorOf(cast, doer), how: 'subject' };
        }
        // "countries voicing opposition"; "a plan backed by France"; but "a bid to block": an infinitive says nothing of the noun.
        if (t.tag === 'VBN' && climb === 0) {
          const agents = tree.childrenOf(i).filter((c) => isRelation(tree.token(c).relation, 'nmod') && caseOf(tree, c) === 'by');
          return agents[0] === undefined ? null : { actor: actorOf(cast, agents[0]), how: 'agent' };
        }
        // "co-signed a letter demanding it": whoever sent it.
        const sent = /^(?:letter|statement|declaration|motion|amendment|petition|text|paper|note|message|appeal|communique|communiqué|resolution)$/.test(governor.lemma) && t.tag === 'VBG' ? mainVerbAbove(tree, up) : -1;
        const sender = sent < 0 ? undefined : subjectOf(tree, sent);
        if (sender !== undefined) return { actor: actorOf(cast, sender), how: 'subject' };
        // "Greek efforts to block it", "Spain's attempts to …": whose the noun is.
        if (t.tag === 'VB' && climb === 0) {
          const owned = nounOwner(cast, { ...attitude, head: up });
          if (owned) return owned;
        }
        const nominal = tree.childrenOf(up).some((c) => tree.token(c).relation === 'cop') || tree.token(up).relation === 'xcomp';
        if (nominal) {
          // "London was the first to endorse it".
          const first = subjectOf(tree, up);
          if (first !== undefined) return { actor: actorOf(cast, first), how: 'subject' };
        }
        if (t.tag === 'VBG') return { actor: modifiedActor(cast, up), how: 'modified' };
        return null;
      }
      if ((rel === 'nmod' || rel === 'dep') && !isVerb(t)) return null;
      const object = childrenBy(tree, up, 'dobj')[0];
      if (object !== undefined && !attitude.tokens.includes(object)) {
        if (OBJECT_HOLDS.has(governor.lemma)) return { actor: actorOf(cast, object), how: 'object' };
        if (rel === 'xcomp') return null;
      }
      // A purpose ("to block the plan, it would need …") is not yet an act.
      if (rel === 'advcl' && tree.childrenOf(i).some((c) => tree.token(c).tag === 'TO')) return null;
      i = up;
      continue;
    }
    if (rel === 'acl:relcl') return { actor: modifiedActor(cast, up), how: 'modified' };
    if (rel === 'conj' || rel === 'parataxis') {
      i = up;
      if (!isVerb(governor) && !governor.tag.startsWith('JJ') && subjectOf(tree, up) === undefined) return null;
      continue;
    }
    return null;
  }
  return null;
}

/** The nearest verb above a token that has a subject; -1 when there is none. */
function mainVerbAbove(tree: Tree, token: number): number {
  for (let i = token, k = 0; i >= 0 && k < 5; k++) {
    if (isVerb(tree.token(i)) && subjectOf(tree, i) !== undefined) return i;
    i = tree.token(i).head;
  }
  return -1;
}

/** "… with Britain and Denmark abstaining": whoever stands between "with" and the participle. */
function participleHolder(cast: Cast, i: number): Holder | null {
  const { tree } = cast;
  if (!/ing$/.test(tree.token(i).form) || tree.token(i).tag === 'NNP') return null;
  const list = stateListAt(tree, cast.mentionsAt, i - 1);
  if (list.length === 0) return null;
  let at = Math.min(...list.map((m) => m.first)) - 1;
  if (/^the$/i.test(tree.parsed.tokens[at]?.form ?? '')) at -= 1;
  return tree.parsed.tokens[at]?.form.toLowerCase() === 'with' ? { actor: stateActor(list.map((m) => m.state), list.map((m) => m.last - 1)), how: 'modified' } : null;
}

/** "China and India were among 35 that abstained", "is one of those who …": the subject of the copula, by word order. */
function relativeHolder(cast: Cast, i: number): Holder | null {
  const { tokens } = cast.tree.parsed;
  const s = cast.tree.sentenceOf(i);
  let at = i - 1;
  while (at > s.first && /^(?:RB|MD)$|^VB/.test(tokens[at]?.tag ?? '') && i - at < 4) at -= 1;
  // "was one of nine to vote in favour".
  const isOneTo = tokens[at]?.form === 'to' && /^(?:CD|NNS)$/.test(tokens[at - 1]?.tag ?? '');
  if (!isOneTo && !/^(?:that|who|which)$/i.test(tokens[at]?.form ?? '')) return null;
  for (let k = at - 1; k > s.first && at - k < 7; k--) {
    if (!/^(?:among|amongst|of)$/i.test(tokens[k]?.form ?? '')) continue;
    let be = k - 1;
    if (/^(?:one|two|three|some)$/i.test(tokens[be]?.form ?? '')) be -= 1;
    if (tokens[be]?.lemma !== 'be') return null;
    const actor = linearSubject(cast, be);
    return actor ? { actor, how: 'modified' } : null;
  }
  return null;
}

/** "Germany is among the members resisting …": the subject of the predicate nominal, else the noun itself. */
function modifiedActor(cast: Cast, noun: number): Actor {
  const own = actorOf(cast, noun);
  if (own.states.length > 0) return own;
  const { tree } = cast;
  const t = tree.token(noun);
  const copular = tree.childrenOf(noun).some((c) => tree.token(c).relation === 'cop') || (t.head >= 0 && tree.token(t.head).lemma === 'be');
  if (!copular) return own;
  const subject = childrenBy(tree, noun, 'nsubj')[0] ?? (t.head >= 0 ? childrenBy(tree, t.head, 'nsubj')[0] : undefined);
  if (subject !== undefined) return actorOf(cast, subject);
  const copula = tree.childrenOf(noun).find((c) => tree.token(c).relation === 'cop');
  return (copula === undefined ? null : linearSubject(cast, copula)) ?? own;
}

function nounHolder(cast: Cast, attitude: Attitude): Holder | null {
  const { tree } = cast;
  const i = attitude.head;
  const t = tree.token(i);
  const isSelf = /^(?:opponent|critic|foe|adversary|objector|supporter|backer|proponent|advocate|champion|defender|sponsor|ally|holdout|hold-out)/.test(t.lemma);
  if (isSelf) {
    if (t.relation === 'appos' && t.head >= 0) return { actor: actorOf(cast, t.head), how: 'self' };
    const subject = subjectOf(tree, i);
    if (subject !== undefined) return { actor: actorOf(cast, subject), how: 'self' };
    // "is among the supporters", "one of the co-sponsors".
    const among = amongSubject(tree, i);
    if (among !== undefined) return { actor: actorOf(cast, among), how: 'self' };
    const named = tree.childrenOf(i).find((c) => ['appos', 'dep', 'nmod'].includes(tree.token(c).relation) && cast.mentionsAt.has(c) && c > i && !attitude.tokens.slice(1).includes(c));
    if (named !== undefined) return { actor: actorOf(cast, named), how: 'self' };
    // "Its biggest opponents, the leaders of Hungary and Poland, stayed away": by word order.
    if (!/^(?:,|--|-|–|—|\(|:)$/.test(tree.parsed.tokens[i + 1]?.form ?? '')) return null;
    const s = tree.sentenceOf(i);
    for (let k = i + 2; k < Math.min(s.last, i + 10) && !isVerb(tree.token(k)); k++) {
      const list = stateListAt(tree, cast.mentionsAt, k);
      if (list.length > 0) return { actor: stateActor(list.map((m) => m.state), list.map((m) => m.last - 1)), how: 'self' };
    }
    return null;
  }
  const possessor = possessorsOf(tree, i)[0];
  if (possessor !== undefined) return { actor: actorOf(cast, possessor), how: 'possessor' };
  for (const c of [...tree.childrenOf(i), ...(t.head >= 0 ? tree.childrenOf(t.head).filter((x) => x > i) : [])]) {
    if (!isRelation(tree.token(c).relation, 'nmod') || attitude.tokens.slice(1).includes(c)) continue;
    // "nine votes in favour and six abstentions, from …": whose the nearer noun is.
    if (c > i && tree.token(c).head !== i && rivalNoun(tree, i, c, attitude)) continue;
    const preposition = caseOf(tree, c);
    if (/^(?:from|by|among|amongst|of|in)$/.test(preposition)) {
      const actor = actorOf(cast, c);
      if (actor.states.length > 0 && (preposition !== 'in' || t.head === c)) return { actor, how: 'source' };
    }
  }
  // "proposals made by the French", "doubts voiced by Spain".
  for (const c of childrenBy(tree, i, 'acl')) {
    if (tree.token(c).tag !== 'VBN' || !/^(?:make|voice|express|raise|table|submit|present|put|lodge|state|offer|issue|cast)$/.test(tree.token(c).lemma)) continue;
    const by = tree.childrenOf(c).find((k) => isRelation(tree.token(k).relation, 'nmod') && caseOf(tree, k) === 'by');
    if (by !== undefined) return { actor: actorOf(cast, by), how: 'agent' };
  }
  const modifier = tree.childrenOf(i).find((c) => ['amod', 'compound', 'nn'].includes(tree.token(c).relation) && cast.mentionsAt.has(c));
  if (modifier !== undefined) {
    const states = (cast.mentionsAt.get(modifier) ?? []).map((m) => m.state);
    return { actor: stateActor(states, [modifier], tree.token(modifier).form), how: 'modifier' };
  }
  const subject = subjectOf(tree, i);
  if (subject !== undefined && tree.childrenOf(i).some((c) => tree.token(c).relation === 'cop')) return { actor: actorOf(cast, subject), how: 'subject' };
  // "is in favour of": the noun is a prepositional predicate of its clause.
  if (isRelation(t.relation, 'nmod') && /^(?:in|under|with|behind|against)$/.test(caseOf(tree, i)) && t.head >= 0 && (isVerb(tree.token(t.head)) || tree.token(t.head).tag.startsWith('JJ'))) return clauseHolder(cast, t.head, attitude);
  return null;
}

/** Whether a noun that something can be of stands between a noun and a phrase after it. */
const rivalNoun = (tree: Tree, noun: number, phrase: number, attitude: Attitude): boolean =>
  tree.parsed.tokens.some((t, k) => k > noun && k < phrase && t.tag === 'NNS' && !attitude.tokens.includes(k) && t.head !== phrase);

/** Subject of "is among the X", "is one of the X", "counts as an X". */
function amongSubject(tree: Tree, noun: number): number | undefined {
  const t = tree.token(noun);
  if (!isRelation(t.relation, 'nmod') || t.head < 0 || !/^(?:among|amongst|of|as)$/.test(caseOf(tree, noun))) return undefined;
  const up = tree.token(t.head);
  if (/^(?:be|count|rank|number|remain)$/.test(up.lemma) || (up.tag === 'CD' && childrenBy(tree, t.head, 'cop').length > 0)) return subjectOf(tree, t.head);
  return undefined;
}

/** Falls back on word order where the parser lost the subject; verbs only. */
function linearHolder(cast: Cast, attitude: Attitude): Holder | null {
  const t = cast.tree.token(attitude.head);
  if (cast.mentionsAt.has(attitude.head - 1) && !t.tag.startsWith('NNP')) {
    const actor = linearSubject(cast, attitude.head);
    if (actor) return { actor, how: 'modified' };
  }
  // "Greece and Spain, where cotton is grown, are opposed".
  const copular = /^(?:JJ|IN)/.test(t.tag) && cast.tree.parsed.tokens[attitude.head - 1]?.lemma === 'be';
  if ((!copular && !/^(?:VBD|VBZ|VBP|VBN|VB|NN|NNS)$/.test(t.tag)) || (t.tag.startsWith('NN') && !/ly$/.test(cast.tree.parsed.tokens[attitude.head - 1]?.form ?? ''))) return null;
  if (t.tag === 'VB' || t.tag === 'VBN') {
    const auxiliary = cast.tree.parsed.tokens[attitude.head - 1];
    if (!auxiliary || !/^(?:MD|VBZ|VBP|VBD|RB)$/.test(auxiliary.tag)) return null;
  }
  const actor = linearSubject(cast, attitude.head);
  return actor === null ? null : { actor, how: 'modified' };
}
