import type { Stance } from '../../domain/stance.js';
import { lemmatise } from '../syntax/lemmatise.js';
import type { TopicHit, TopicMap } from '../topic/match-topic.js';
import { caseOf, childrenBy, conjunctsOf, isAdjective, isReducedPassive, isRelation, isVerb, range, type Tree } from '../tree.js';
import { evaluationOf, predicatesOf, type Evaluation, type Predicate, type PredicateClass } from './predicates.js';

/** What a predicate says of the proposal, whoever holds it. */
export interface Attitude {
  /** Token of the outermost predicate. */
  readonly head: number;
  readonly sign: -1 | 0 | 1;
  /** 0–1. */
  readonly firm: number;
  /** Fixed reading of a predicate that neither supports nor opposes ("abstain", "have reservations"). */
  readonly stance: Stance | null;
  readonly topic: TopicHit;
  /** Tokens of the predicates and of the target phrase. */
  readonly tokens: readonly number[];
  /** Lemmas of the predicates from the outside in. */
  readonly path: readonly string[];
  readonly negated: boolean;
  /** Tokens of the predicates, outermost first. */
  readonly chain: readonly number[];
}

const MAX_DEPTH = 6;
const NEGATORS = new Set(["n't", 'n’t', 'not', 'never', 'no', 'neither', 'nor', 'hardly', 'nobody', 'none', 'without']);

/** Lemma with its particle ("rule+out"), as the lexicon writes it. */
export function lexicalForms(tree: Tree, index: number): string[] {
  const t = tree.token(index);
  const lemma = t.lemma.toLowerCase();
  const particles = [...childrenBy(tree, index, 'compound:prt', 'prt', 'advmod', 'nmod')]
    .filter((c) => c > index && c <= index + 4)
    .map((c) => tree.token(c).form.toLowerCase())
    .filter((p) => /^(?:out|up|down|off|back|away|over|through|on|open|short|against|forward)$/.test(p));
  if (/^(?:leave|keep)$/.test(lemma)) {
    for (let k = index + 1; k <= index + 5 && k < tree.parsed.tokens.length && !/^(?:VB|MD)/.test(tree.token(k).tag); k++) if (tree.token(k).form === 'open') particles.push('open');
  }
  const next = tree.parsed.tokens[index + 1]?.form.toLowerCase();
  if (next && /^(?:out|up|down|off|back|away|short|on|in|against|fast|firm|forward)$/.test(next) && !particles.includes(next)) particles.push(next);
  // "were among 35 that abstained/JJ": a verb form taken for an adjective or noun.
  const asVerb = t.tag.startsWith('VB') ? lemma : /ed$/.test(t.form) ? lemmatise(t.form.toLowerCase(), 'VBD') : /ing$/.test(t.form) ? lemmatise(t.form.toLowerCase(), 'VBG') : lemma;
  return [...particles.map((p) => `${lemma}+${p}`), lemma, ...(asVerb === lemma ? [] : [asVerb])];
}

/** Coarse class of a token as a predicate. */
function classesOf(tree: Tree, topic: TopicMap, index: number): PredicateClass[] {
  const t = tree.token(index);
  // "Latvia and Lithuania back membership": between a state and a phrase of its own, a word that can be a verb is one.
  const follows = tree.parsed.tokens[index + 1];
  if (!t.tag.startsWith('VB') && index > 0 && topic.isState(index - 1) && follows !== undefined && /^(?:DT|JJ|JJR|NN|NNS|NNP|PRP\$|VBG)$/.test(follows.tag) && /^[a-z]/.test(t.form) && t.tag !== 'IN' && t.tag !== 'CC') return ['V'];
  // "Sweden and Britain object to …", "Brazil presses for …": so is one between a state's name and its own preposition.
  if (t.tag.startsWith('NN') && index > 0 && topic.isState(index - 1) && tree.parsed.tokens[index - 1]?.tag.startsWith('NN') && follows !== undefined && /^(?:IN|TO)$/.test(follows.tag) && /^[a-z]/.test(t.form)) {
    if (predicatesOf('V', t.lemma.toLowerCase()).some((p) => p.args.some((a) => a === follows.form.toLowerCase() || (a.startsWith('to') && follows.form === 'to')))) return ['V', 'N'];
  }
  if (t.tag.startsWith('NN') && index > 0 && /ing$/.test(t.form) && topic.isState(index - 1)) return ['V', 'N'];
  // "has the backing of France": a noun after an article.
  if (t.tag === 'VBG' && /^(?:DT|PRP\$|POS)$/.test(tree.parsed.tokens[index - 1]?.tag ?? '') && !/^(?:NN|DT|PRP)/.test(follows?.tag ?? '')) return ['N', 'V'];
  if (t.tag.startsWith('VB')) return t.tag === 'VBN' || t.tag === 'VBG' ? ['V', 'J'] : ['V'];
  if (t.tag.startsWith('NN')) {
    // "Belgium reportedly support …": a verb that the tagger took for a noun follows an adverb or a comma, not a determiner.
    const before = tree.parsed.tokens[index - 1];
    return before !== undefined && (/^RB/.test(before.tag) || /ly$/.test(before.form)) ? ['N', 'V'] : ['N'];
  }
  if (isAdjective(t)) return /(?:ed|ing)$/.test(t.form) ? ['J', 'V'] : ['J'];
  if (t.tag === 'IN' || t.tag === 'RB' || t.tag === 'DT') return ['J'];
  return [];
}

/** Whether a token is negated: by a negator among its children, its auxiliary, or a negative determiner. */
export function isNegated(tree: Tree, index: number): boolean {
  const t = tree.token(index);
  // "no longer opposes", "far from opposing".
  const p1 = tree.parsed.tokens[index - 1]?.form.toLowerCase();
  const p2 = tree.parsed.tokens[index - 2]?.form.toLowerCase();
  if ((p1 === 'longer' && p2 === 'no') || (p1 === 'from' && p2 === 'far')) return true;
  for (const c of tree.childrenOf(index)) {
    const u = tree.token(c);
    const w = u.form.toLowerCase();
    if (u.relation === 'neg' || (NEGATORS.has(w) && ['advmod', 'det', 'cc:preconj', 'dep', 'cc', 'discourse'].includes(u.relation) && c < index)) {
      // "not only" and "no longer" are not plain negations of the stance.
      if (w === 'not' && tree.parsed.tokens[c + 1]?.form.toLowerCase() === 'only') continue;
      return true;
    }
    if (u.relation.startsWith('nsubj') && /^(?:no|none|neither|nobody)$/.test(w)) return true;
    // "not a single grain will be imported".
    if (u.relation.startsWith('nsubj') && tree.token(Math.min(...tree.subtreeOf(c))).form.toLowerCase() === 'not') return true;
    if (u.relation.startsWith('nsubj') && tree.childrenOf(c).some((d) => /^(?:no|neither)$/i.test(tree.token(d).form) && tree.token(d).relation !== 'conj')) return true;
  }
  // The parser may hang a negator on the auxiliary; look between it and the verb.
  if (isVerb(t) || isAdjective(t)) {
    for (let i = index - 1; i >= Math.max(tree.sentenceOf(index).first, index - 5); i--) {
      const u = tree.token(i);
      if (NEGATORS.has(u.form.toLowerCase()) && u.form.toLowerCase() !== 'no' && u.form.toLowerCase() !== 'without') return tree.parsed.tokens[i + 1]?.form.toLowerCase() !== 'only';
      // "is not going to accept", "are not about to sign".
      if (/^(?:going|about)$/i.test(u.form) && tree.parsed.tokens[i + 1]?.form === 'to') continue;
      if (!/^(?:RB|MD|TO|VB|VBP|VBZ|VBD)$/.test(u.tag) || (u.tag.startsWith('VB') && !/^(?:be|have|do|will|would|can|could|should|may|might|must|shall)$/.test(u.lemma))) break;
    }
  }
  return false;
}

/** The word that ends a negation of two words ("no longer", "far from", "not yet"); empty for a plain one. */
function negatorOf(tree: Tree, index: number): string {
  const p1 = tree.parsed.tokens[index - 1]?.form.toLowerCase() ?? '';
  const p2 = tree.parsed.tokens[index - 2]?.form.toLowerCase() ?? '';
  if (p1 === 'yet' && /^(?:not|n['’]t)$/.test(p2)) return 'yet';
  return p1 === 'longer' && p2 === 'no' ? 'longer' : p1 === 'from' && p2 === 'far' ? 'far' : '';
}

/** Target heads that a predicate's argument codes select. */
function argumentsOf(tree: Tree, topic: TopicMap, index: number, p: Predicate): number[] {
  const out: number[] = [];
  const passive = tree.childrenOf(index).some((c) => tree.token(c).relation === 'auxpass');
  for (const c of tree.childrenOf(index)) {
    const t = tree.token(c);
    const rel = t.relation;
    // "passed with the Netherlands voting against": the participle has a holder of its own.
    if (t.tag === 'VBG' && rel === 'xcomp' && topic.isState(c - 1)) continue;
    for (const arg of p.args) {
      const hit =
        arg === 'obj'
          ? rel === 'dobj' || ((rel === 'xcomp' || rel === 'ccomp') && c > index) || (passive && rel === 'nsubjpass') || (rel === 'dep' && c > index)
          : arg === 'to'
            ? (rel === 'xcomp' && (t.tag.startsWith('VB') || tree.childrenOf(c).some((d) => tree.token(d).tag === 'TO'))) || (rel === 'ccomp' && c > index) || ((rel === 'advcl' || rel === 'acl') && tree.childrenOf(c).some((d) => tree.token(d).tag === 'TO'))
            : arg === 'to_inf'
              ? (rel === 'acl' || rel === 'xcomp' || rel === 'advcl' || rel === 'ccomp' || rel === 'dep') && c > index
              : arg === 'that'
                ? c > index && (rel === 'ccomp' || (/^acl/.test(rel) && tree.token(index).tag.startsWith('NN') && tree.parsed.tokens[index + 1]?.form.toLowerCase() === 'that'))
                : arg === 'none'
                  ? false
                  : (isRelation(rel, 'nmod') || rel === 'advcl' || rel === 'acl' || rel === 'dep') && prepositionFits(caseOf(tree, c), arg);
      if (hit) {
        out.push(c);
        break;
      }
    }
  }
  // "opposition to the plan": the parser may hang the phrase on the verb above the noun.
  if (out.length === 0 && tree.token(index).tag.startsWith('NN')) {
    const h = tree.token(index).head;
    if (h >= 0) {
      for (const c of tree.childrenOf(h)) {
        if (c > index && isRelation(tree.token(c).relation, 'nmod') && p.args.some((a) => prepositionFits(caseOf(tree, c), a))) out.push(c);
      }
    }
  }
  return out.filter((c) => !(isRelation(tree.token(c).relation, 'nmod') && isTime(tree, c) && !topic.hitOf(targetTokens(tree, c)))).flatMap((c) => conjunctsOf(tree, c));
}

const prepositionFits = (preposition: string, arg: string): boolean => {
  const want = arg === 'to_nmod' ? 'to' : arg;
  return preposition === want || (preposition !== '' && (preposition.endsWith(`_${want}`) || preposition.startsWith(`${want}_`)));
};

/** Nouns of what somebody has said. */
const SAID = /^(?:suggestion|allegation|claim|report|accusation|charge|rumour|rumor|speculation|criticism|assertion|notion|insinuation|involvement|wrongdoing|responsibility|knowledge|role|link)$/;
const CIRCUMSTANCE = /^(?:because|because_of|due_to|owing_to|despite|in_spite_of|amid|thanks_to|on_the_grounds|after|before|since|ahead_of)$/;

/** Tokens of a target: its subtree without the clauses that only comment on it. */
function targetTokens(tree: Tree, head: number): number[] {
  const out = [head];
  for (let at = 0; at < out.length; at++) {
    for (const c of tree.childrenOf(out[at] ?? -1)) {
      const rel = tree.token(c).relation;
      if (rel === 'punct' || rel === 'cc') continue;
      if (rel === 'parataxis' || (rel === 'advcl' && at === 0 && !tree.childrenOf(c).some((d) => tree.token(d).tag === 'TO'))) continue;
      if (rel === 'conj' && isVerb(tree.token(c))) continue;
      // "the extension, because of its ties with …": why or when, not what.
      if (/^(?:nmod|advcl)/.test(rel) && CIRCUMSTANCE.test(caseOf(tree, c))) continue;
      out.push(c);
    }
  }
  return out.sort((a, b) => a - b);
}

/**
 * Reads the attitude to the proposal that the predicate at a token expresses, following its arguments inwards: "refuse to drop its
 * opposition to the scheme" is refuse(-) × drop(-) × opposition(-) = against. Null when it is no predicate, or its target is something else.
 */
export function attitudeOf(tree: Tree, topic: TopicMap, index: number, depth = 0): Attitude | null {
  if (depth > MAX_DEPTH) return null;
  let read = readings.get(topic);
  if (!read) readings.set(topic, (read = new Map()));
  const known = read.get(index);
  if (known !== undefined) return known;
  const attitude = readAttitude(tree, topic, index, depth);
  // Near the limit a reading may be cut short, and must not stand for one from higher up.
  if (depth <= 1) read.set(index, attitude);
  return attitude;
}

/** What was read of a text against a topic: each predicate is asked for by itself and by those above it. */
const readings = new WeakMap<TopicMap, Map<number, Attitude | null>>();

function readAttitude(tree: Tree, topic: TopicMap, index: number, depth: number): Attitude | null {
  if (isAsked(tree, index) || isOfNoun(tree, topic, index) || isOfSomebody(tree, topic, index)) return null;
  if (tree.token(index).lemma === 'opposition' && isParty(tree, index)) return null;
  // "opposing votes" are cast; `idioms.json` and lists of votes say by whom and on what.
  if (tree.token(index).relation === 'amod' && /^votes?$/i.test(tree.parsed.tokens[index + 1]?.form ?? '')) return null;
  let best: Attitude | null = null;
  const negated = isNegated(tree, index);
  // "voted against it for fear of …": the word right after the verb says which way.
  const isTurned = tree.parsed.tokens[index + 1]?.form.toLowerCase() === 'against';
  for (const cls of classesOf(tree, topic, index)) {
    const forms = lexicalForms(tree, index);
    // A participle used as an adjective is listed by its form: "opposed", "concerned".
    const own = tree.token(index);
    for (const form of cls !== 'J' ? forms : own.tag.startsWith('VB') ? [own.form.toLowerCase()] : [...forms, own.form.toLowerCase()]) {
      for (const p of predicatesOf(cls, form)) {
        if (isTurned && !p.args.includes('against') && p.args.includes('for')) continue;
        const a = apply(tree, topic, index, p, negated, depth);
        if (a && (!best || rank(a) > rank(best))) best = a;
      }
      if (best) break;
    }
    if (best) break;
  }
  return best;
}

/** "Austria, backed by Denmark and opposed by France, urged …": a participle with an agent, of a state and not of what is proposed. */
export function isOfSomebody(tree: Tree, topic: TopicMap, index: number): boolean {
  // "Italy was opposed by Spain".
  if (tree.token(index).tag === 'VBN' && childrenBy(tree, index, 'nsubjpass').some((c) => topic.isState(c)) && tree.parsed.tokens[index + 1]?.form === 'by') return true;
  if (!isReducedPassive(tree, index)) return false;
  const { first } = tree.sentenceOf(index);
  let from = index;
  while (from > first && !/^(?:VBD|VBZ|VBP|MD)$/.test(tree.token(from - 1).tag)) from -= 1;
  const noun = range(from, index).find((i) => /^(?:NN|PRP$|CD)/.test(tree.token(i).tag));
  return noun !== undefined && topic.isState(noun) && /^(?:,|NNP?S?)$/.test(tree.parsed.tokens[noun + 1]?.tag ?? '');
}

/** "sanctions against Russia": a preposition between two nouns is nobody's stance. */
function isOfNoun(tree: Tree, topic: TopicMap, index: number): boolean {
  const t = tree.token(index);
  if (t.tag !== 'IN' || t.relation !== 'case' || t.head < 0 || index === 0) return false;
  const before = tree.token(index - 1);
  return /^NNS?$/.test(before.tag) && !topic.isState(index - 1) && !/^(?:vote|case|argument|stand|voice|ballot|be)s?$/i.test(before.form);
}

/** "asked to vote", "urged to agree": somebody else wants it. */
function isAsked(tree: Tree, index: number): boolean {
  const t = tree.token(index);
  if (t.tag !== 'VBN' || !/^(?:ask|urge|press|expect|require|force|invite|implore|tell|encourage|want)$/.test(t.lemma)) return false;
  return !tree.childrenOf(index).some((c) => tree.token(c).relation === 'aux' && tree.token(c).lemma === 'have') || tree.childrenOf(index).some((c) => tree.token(c).relation === 'auxpass');
}

/** "the opposition leader", "Germany's opposition said": a party, not an attitude. */
function isParty(tree: Tree, index: number): boolean {
  const t = tree.token(index);
  const up = t.head < 0 ? null : tree.token(t.head);
  if (up && /^(?:leader|party|lawmaker|politician|deputy|mp|group|spokesman|spokeswoman|bench|chief|figure|member|candidate)$/.test(up.lemma.toLowerCase()) && up.tag.startsWith('NN')) return true;
  // "the German opposition rejected it": with an article and nothing that it opposes, a party.
  const children = tree.childrenOf(index).map((c) => tree.token(c));
  if (children.some((c) => /^the$/i.test(c.form)) && children.some((c) => c.relation === 'amod' && /^JJ/.test(c.tag) && /^\p{Lu}/u.test(c.form)) && !children.some((c) => isRelation(c.relation, 'nmod'))) return true;
  return t.relation === 'nsubj' && up !== null && isVerb(up) && /^(?:say|call|demand|want|accuse|warn|argue|vote|claim|insist)$/.test(up.lemma);
}

const HOW = { words: 2, anaphor: 1, context: 0 };
const rank = (a: Attitude): number => HOW[a.topic.how] * 2 + a.topic.strength + a.firm * 0.5 + a.path.length * 0.1 + (a.stance ? 0 : 0.2);

function apply(tree: Tree, topic: TopicMap, index: number, p: Predicate, negated: boolean, depth: number): Attitude | null {
  const isNoun = tree.token(index).tag.startsWith('NN');
  // "the reluctance of Germany": a state after "of" is whose it is.
  const args = argumentsOf(tree, topic, index, p).filter((a) => !(isNoun && topic.isState(a) && /^(?:of|from|by|among|in)$/.test(caseOf(tree, a)) && !topic.hitOf([a])));
  let best: Attitude | null = null;
  const consider = (a: Attitude | null): void => {
    if (a && (!best || rank(a) > rank(best))) best = a;
  };
  for (const arg of args) {
    const inner = attitudeOf(tree, topic, arg, depth + 1);
    if (inner && p.onlyOver === 'topic') continue;
    // "expressed relief that Trump had not rejected it": what somebody else does.
    if (inner && p.light && !p.args.includes('to') && tree.token(arg).relation === 'ccomp' && childrenBy(tree, arg, 'nsubj').some((s) => !/^(?:it|they|he|she|we|i)$/i.test(tree.token(s).form))) continue;
    if (inner && p.evaluative) {
      const e = judgementBeside(tree, index, arg);
      if (e) consider(combine({ ...p, sign: e.sign, firm: e.firm }, index, inner, negated));
      continue;
    }
    if (inner) {
      consider(combine(p, index, inner, negated));
      continue;
    }
    if (p.light || p.onlyOver === 'attitude') continue;
    if (p.evaluative) {
      consider(judged(tree, topic, index, p, arg, negated));
      continue;
    }
    // "sought to shore up his role in the plan": a verb of another meaning says nothing of the proposal.
    if (/^(?:xcomp|acl|advcl)$/.test(tree.token(arg).relation) && tree.token(arg).tag === 'VB' && p.args.includes('to') && !topic.isPlainVerb(arg)) continue;
    if (p.objLemma && !p.objLemma.split(' ').includes(tree.token(arg).lemma.toLowerCase())) continue;
    const tokens = [...targetTokens(tree, arg), ...smallClause(tree, index, arg)];
    const hit = topic.hitOf(tokens, p.act);
    if (!hit) continue;
    // "rejected suggestions that he had fled": what was said, not what is proposed.
    if (p.sign < 0 && SAID.test(tree.token(arg).lemma) && (p.lemma === 'deny' || (hit.how !== 'words' && tree.childrenOf(arg).some((c) => c > arg && /^(?:acl|ccomp|dep)/.test(tree.token(c).relation))))) continue;
    const none = tree.childrenOf(arg).some((c) => /^no$/i.test(tree.token(c).form));
    // "determined not to let it go ahead": the infinitive has a negation of its own.
    const undone = tree.token(arg).tag.startsWith('VB') && isNegated(tree, arg);
    consider(finish(p, index, hit, tokens, (negated !== none) !== undone, negatorOf(tree, index)));
  }
  if (best) return best;
  if (p.args.includes('obj') && !p.light && !p.evaluative && p.onlyOver !== 'attitude') consider(described(tree, topic, index, p, negated));
  if (best) return best;
  // "a motion on fishing was dismissed": what it is about is said.
  const isSaid = childrenBy(tree, index, 'nsubjpass').length > 0 && args.length > 0;
  if (!isSaid && (args.length === 0 ? p.args.includes('obj') : !p.args.includes('none') || p.args.length > 1) && !p.light && !p.evaluative && p.onlyOver !== 'attitude') consider(linearObject(tree, topic, index, p, negated));
  if (best) return best;
  if (args.length === 0 && tree.token(index).tag.startsWith('NN')) consider(subjectTarget(tree, topic, index, p, negated));
  if (best) return best;
  const elided = p.args.includes('none') || (p.stance !== undefined && p.args.length > 0 && args.length === 0 && p.args.includes('none'));
  if (p.objLemma && args.some((a) => p.objLemma?.split(' ').includes(tree.token(a).lemma.toLowerCase()))) {
    const context = topic.contextOf(index);
    return context ? finish(p, index, context, args, negated) : null;
  }
  if (args.length === 0 && !p.light && !p.evaluative && isStranded(tree, index, p)) {
    const context = topic.contextOf(index);
    return context ? finish(p, index, context, [index + 1], negated) : null;
  }
  if (!elided || args.length > 0 || p.light || p.evaluative) return null;
  // Something else is its object: then it is not the proposal that was left out.
  if (p.args.includes('obj') && childrenBy(tree, index, 'dobj', 'ccomp').some((c) => c > index)) return null;
  const foreign = tree.childrenOf(index).some((c) => c > index && !(isNoun && topic.isState(c)) && isRelation(tree.token(c).relation, 'nmod') && !isTime(tree, c) && /^(?:to|against|on|of|for|about|over|with)$/.test(caseOf(tree, c)));
  if (foreign) return null;
  const context = topic.contextOf(index);
  return context ? finish(p, index, context, [], negated) : null;
}

/** "on Thursday evening", "at Friday's meeting": when or where, not what about. */
const isTime = (tree: Tree, head: number): boolean => TIME.test(tree.token(head).form) || tree.childrenOf(head).some((c) => c < head && TIME.test(tree.token(c).form));
/** Words of when. */
export const TIME = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|morning|afternoon|evening|night|today|yesterday|tomorrow|week|month|year|day|moment|time|eve|meeting|summit|talks|session|vote)s?$/i;

/** Nouns that stand for what was just said. */
const STANDS_FOR = /^(?:position|move|step|idea|demand|proposal|plan|measure|request|stance|view|call|suggestion|option|change|policy)$/;

/** The words before an apposition in the clause of its noun. */
const clauseOf = (tree: Tree, noun: number): number[] => {
  const h = tree.token(noun).head;
  return targetTokens(tree, h >= 0 && isVerb(tree.token(h)) && !/^(?:say|tell|add)$/.test(tree.token(h).lemma) ? h : noun);
};

/** "the resolution, co-sponsored by Sweden": a participle says it of the noun that it describes. */
function described(tree: Tree, topic: TopicMap, index: number, p: Predicate, negated: boolean): Attitude | null {
  const t = tree.token(index);
  if (t.tag !== 'VBN' || t.relation !== 'acl' || t.head < 0 || t.head > index) return null;
  const own = new Set(tree.subtreeOf(index));
  // "…, a move opposed by Greece": the noun stands for what it is put beside.
  const noun = tree.token(t.head);
  const what = /^(?:appos|dep)$/.test(noun.relation) && noun.head >= 0 && noun.head < t.head && STANDS_FOR.test(noun.lemma) ? noun.head : t.head;
  const tokens = (what === t.head ? targetTokens(tree, what) : clauseOf(tree, what)).filter((i) => !own.has(i));
  const hit = topic.hitOf(tokens);
  return hit ? finish(p, index, hit, tokens, negated) : null;
}

/** "wants the sanctions lifted", "called for the talks to be suspended": what is to happen to the object stands beside it. */
function smallClause(tree: Tree, verb: number, object: number): number[] {
  if (!/^(?:dobj|nmod)/.test(tree.token(object).relation)) return [];
  return childrenBy(tree, verb, 'xcomp')
    .filter((c) => c > object && /^VB[N]?$/.test(tree.token(c).tag))
    .flatMap((c) => targetTokens(tree, c));
}

/** "Argentina spoke against.": the preposition stands alone, its object left out. */
function isStranded(tree: Tree, index: number, p: Predicate): boolean {
  const next = tree.parsed.tokens[index + 1];
  const after = tree.parsed.tokens[index + 2];
  return next !== undefined && p.args.includes(next.form.toLowerCase()) && /^(?:against|for|behind)$/i.test(next.form) && (after === undefined || /^[.,;:]$|^(?:and|but|while)$/.test(after.form));
}

/** "regards the plan as a mistake", "sees membership as vital": the judgement beside the object decides. */
function judged(tree: Tree, topic: TopicMap, index: number, p: Predicate, object: number, negated: boolean): Attitude | null {
  const hit = topic.hitOf(targetTokens(tree, object));
  if (!hit) return null;
  // "calling the offer disappointing": the parser may make one clause of the two.
  const whole = evaluationOf(tree.token(object).lemma.toLowerCase());
  if (whole && childrenBy(tree, object, 'nsubj').length > 0) return { ...finish({ ...p, sign: whole.sign, firm: whole.firm }, index, hit, [object], negated !== isNegated(tree, object)), path: [p.lemma, whole.lemma] };
  const beside = judgementBeside(tree, index, object);
  if (!beside) return null;
  const a = finish({ ...p, sign: beside.sign, firm: beside.firm }, index, hit, [object, beside.token], negated !== isNegated(tree, beside.token));
  return { ...a, path: [p.lemma, beside.lemma] };
}

/** The judgement that stands beside an object: "as a mistake", "unacceptable". */
function judgementBeside(tree: Tree, index: number, object: number): (Evaluation & { readonly token: number }) | null {
  for (const c of [...tree.childrenOf(index), ...tree.childrenOf(object)]) {
    if (c === object || c < object || !/^(?:nmod|xcomp|dep|advcl|ccomp|dobj|amod|acomp)/.test(tree.token(c).relation)) continue;
    for (const k of [c, ...tree.childrenOf(c)]) {
      const e = evaluationOf(tree.token(k).lemma.toLowerCase());
      if (e) return { ...e, token: k };
    }
  }
  return null;
}

/** "The cut won the support of Denmark": the target of a noun of stance is the subject of the verb above it. */
function subjectTarget(tree: Tree, topic: TopicMap, index: number, p: Predicate, negated: boolean): Attitude | null {
  const up = tree.token(index).head;
  if (up < 0 || !isVerb(tree.token(up)) || !/^(?:dobj|nmod)/.test(tree.token(index).relation)) return null;
  if (!/^(?:win|enjoy|have|draw|meet|face|attract|get|receive|find|command|gain|count|run|lack|encounter|secure)$/.test(tree.token(up).lemma)) return null;
  const subject = childrenBy(tree, up, 'nsubj', 'nsubjpass')[0];
  if (subject === undefined) return null;
  const tokens = targetTokens(tree, subject);
  // "The United States proposed a standard and has received the backing of Japan": it is in what it has just been said to do.
  const hit = topic.hitOf(tokens) ?? (/^(?:win|receive|get|gain|secure|enjoy|have)$/.test(tree.token(up).lemma) && topic.isState(subject) && tree.childrenOf(index).some((c) => topic.isState(c) && /^(?:of|from)$/.test(caseOf(tree, c))) ? topic.contextOf(index) : null);
  return hit ? finish(p, index, hit, hit.how === 'context' ? [] : tokens, negated !== isNegated(tree, up)) : null;
}

const QUOTE = /^["“”]$/;

/** The words right after a verb whose object the parser did not find, up to the end of the phrase. */
function linearObject(tree: Tree, topic: TopicMap, index: number, p: Predicate, negated: boolean): Attitude | null {
  const s = tree.sentenceOf(index);
  const tokens: number[] = [];
  for (let i = index + 1; i < s.last; i++) {
    const t = tree.token(i);
    // A name in quotes is part of its phrase ("an “Arctic Sentry” mission").
    if (QUOTE.test(t.form)) {
      const isOpen = tokens.some((k) => QUOTE.test(tree.token(k).form));
      if (!isOpen && !tree.parsed.tokens.slice(i + 1, i + 6).some((u) => QUOTE.test(u.form))) break;
      tokens.push(i);
      continue;
    }
    if (/^(?:VBD|VBZ|VBP|MD|CC|W.*|[.,:]|-[LR]RB-)$/.test(t.tag)) break;
    tokens.push(i);
  }
  if (tokens.length === 0) return null;
  const hit = topic.hitOf(tokens);
  return hit ? finish(p, index, hit, tokens, negated) : null;
}

function finish(p: Predicate, index: number, hit: TopicHit, target: readonly number[], negated: boolean, negator = ''): Attitude {
  // "does not oppose" is not support; "no longer opposes", "dropped its objection" are read elsewhere.
  const merely = negated && ((p.sign < 0 && !/^(?:longer|far)/.test(negator)) || (p.sign > 0 && negator === 'yet'));
  const fixed = merely ? 'uncommitted' : negated ? (p.neg ?? (p.stance === 'conditional' ? 'support' : (p.stance ?? null))) : (p.stance ?? null);
  const sign = ((negated ? -p.sign : p.sign) * hit.direction) as -1 | 0 | 1;
  return {
    head: index,
    sign: fixed === 'support' ? 1 : fixed === 'oppose' ? -1 : sign,
    firm: negated ? p.firm * 0.85 : p.firm,
    stance: fixed === 'support' || fixed === 'oppose' ? null : fixed,
    topic: hit,
    tokens: [index, ...target],
    path: [`${negated ? 'not ' : ''}${p.lemma}`],
    chain: [index],
    negated,
  };
}

/** What is only meant to be done. */
const PLANNED = /^(?:plan|bid|attempt|effort|intention|idea|move)$/;

/** An outer predicate over an inner attitude: signs multiply, a fixed reading passes through unless it is turned. */
function combine(p: Predicate, index: number, inner: Attitude, negated: boolean): Attitude {
  const outer = p.light ? 1 : p.sign === 0 ? 1 : p.sign;
  const turn = negated ? -outer : outer;
  const sign = (inner.sign * turn) as -1 | 0 | 1;
  // "dropped its reservations" supports; "has no doubts" supports.
  // "said it would not use its veto" is no support.
  const merely = negated && !/^(?:let|allow|permit|enable)$/.test(p.lemma) && outer > 0 && inner.sign < 0 && inner.stance === null;
  // "dropped plans to oppose it": no longer against it is not yet for it.
  const given = outer < 0 && !negated && inner.sign < 0 && inner.chain.length > 1 && PLANNED.test(inner.path[0] ?? '');
  const lifted = inner.stance === 'conditional' && turn < 0;
  const stance = merely || given ? 'uncommitted' : (negated && p.neg !== undefined && p.neg !== 'support' && p.neg !== 'oppose' ? p.neg : p.stance) ?? (lifted ? null : inner.stance);
  return {
    head: index,
    sign: lifted ? 1 : sign,
    firm: Math.min(1, inner.firm * (p.light ? 1 : 0.6 + 0.4 * p.firm)),
    stance,
    topic: inner.topic,
    tokens: [index, ...inner.tokens],
    path: [`${negated ? 'not ' : ''}${p.lemma}`, ...inner.path],
    chain: [index, ...inner.chain],
    negated: inner.negated !== negated,
  };
}
