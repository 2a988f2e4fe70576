import type { TopicHit, TopicMap } from '../topic/match-topic.js';
import { caseOf, childrenBy, type Tree } from '../tree.js';
import { attitudeOf, isNegated, type Attitude } from './attitude.js';
import { idiomAt, type IdiomAttitude } from './idioms.js';
import { effectOf, evaluationOf, type Evaluation } from './predicates.js';

/** Every attitude to the proposal that a text's words express, whoever holds it. */
export interface Attitudes {
  /** Outermost predicates and phrases, in text order. */
  readonly outer: readonly (Attitude | IdiomAttitude)[];
  /** Judgements on the proposal as a subject ("the plan is unacceptable"); whoever utters them holds them. */
  readonly judgements: readonly Attitude[];
  /** Nouns of stance under another predicate ("rejected [calls] from Britain"), which may have a holder of their own. */
  readonly innerNouns: readonly Attitude[];
}

const NONE: Attitudes = { outer: [], judgements: [], innerNouns: [] };

/** Reads each token once as the head of an attitude: O(tokens × phrase). A text that names nothing of the proposal holds none. */
export function attitudesOf(tree: Tree, topic: TopicMap): Attitudes {
  if (topic.coverage === 0) return NONE;
  const attitudes: Attitude[] = [];
  for (let i = 0; i < tree.parsed.tokens.length; i++) {
    const a = prepositional(tree, topic, i) ?? attitudeOf(tree, topic, i) ?? deed(tree, topic, i);
    if (a) attitudes.push(a);
  }
  const idioms: IdiomAttitude[] = [];
  for (let i = 0; i < tree.parsed.tokens.length; i++) {
    const a = idiomAt(tree, topic, i);
    if (a) {
      idioms.push(a);
      i = Math.max(i, ...a.chain);
    }
  }
  // A phrase is surer than the words in it.
  const inPhrase = new Set(idioms.flatMap((a) => a.chain));
  const inner = new Set(attitudes.flatMap((a) => a.chain.slice(1)));
  const all = [...attitudes.filter((a) => !inPhrase.has(a.head)), ...idioms.filter((a) => !inner.has(a.head))].sort((x, y) => x.head - y.head);
  return {
    outer: all.filter((a) => !isJudgement(a) && (!inner.has(a.head) || 'same' in a)),
    judgements: [...evaluations(tree, topic), ...effects(tree, topic), ...demands(tree, topic)].filter((e) => !inner.has(e.head) && !inPhrase.has(e.head)).concat(all.filter(isJudgement)),
    innerNouns: attitudes.filter((a) => inner.has(a.head) && tree.token(a.head).tag.startsWith('NN')),
  };
}

/** An attitude of one predicate, outright: nothing above or below it turns it. */
const ofOne = (head: number, sign: -1 | 1, firm: number, topic: TopicHit, target: readonly number[], path: string, negated: boolean): Attitude => ({
  head,
  sign: ((negated ? -sign : sign) * topic.direction) as -1 | 1,
  firm,
  stance: null,
  topic,
  tokens: [head, ...target],
  path: [path],
  negated,
  chain: [head],
});

const isJudgement = (a: Attitude | IdiomAttitude): boolean => 'judgement' in a && a.judgement;

/** "is against the plan", "are in favour", "was behind the move": a prepositional phrase as predicate. */
function prepositional(tree: Tree, topic: TopicMap, i: number): Attitude | null {
  const t = tree.token(i);
  if (!/^NN|^PRP|^DT/.test(t.tag)) return null;
  const preposition = caseOf(tree, i);
  const sign = /^(?:against)$/.test(preposition) ? -1 : /^(?:for|behind|in_favou?r_of)$/.test(preposition) ? 1 : 0;
  if (sign === 0) return null;
  const predicate = tree.childrenOf(i).some((k) => tree.token(k).relation === 'cop') || (t.head >= 0 && COPULA.test(tree.token(t.head).lemma));
  if (!predicate || !isPredicatePhrase(tree, i)) return null;
  const tokens = tree.subtreeOf(i).filter((k) => !['nsubj', 'cop', 'aux', 'punct'].includes(tree.token(k).relation));
  const hit = topic.hitOf(tokens);
  if (!hit) return null;
  const negated = isNegated(tree, i);
  return ofOne(i, sign, 0.85, hit, tokens, preposition, negated);
}

/** Nothing but adverbs of degree stands between "be" and the preposition: "is firmly against it", not "was too soon for it". */
function isPredicatePhrase(tree: Tree, i: number): boolean {
  const preposition = tree.childrenOf(i).find((k) => tree.token(k).relation === 'case');
  if (preposition === undefined) return false;
  const s = tree.sentenceOf(i);
  for (let k = preposition - 1; k >= s.first; k--) {
    const t = tree.token(k);
    if (COPULA.test(t.lemma)) return true;
    if (!/^RB/.test(t.tag) || /^(?:too|so|soon|early|enough|there|here)$/i.test(t.form)) return false;
  }
  return false;
}

/** "France will bring its soldiers home", "Norway will resume whaling": whoever will do it itself is for it. */
function deed(tree: Tree, topic: TopicMap, i: number): Attitude | null {
  const t = tree.token(i);
  if (t.tag !== 'VB' || !topic.isAct(i) || !tree.childrenOf(i).some((c) => c < i && tree.token(c).relation === 'aux' && /^(?:will|would|wo|'ll|’ll)$/i.test(tree.token(c).form))) return null;
  const tokens = tree.subtreeOf(i).filter((k) => k >= i);
  const hit = topic.hitOf(tokens);
  if (!hit || hit.how === 'context') return null;
  const negated = isNegated(tree, i);
  return ofOne(i, 1, 0.65, hit, tokens, `${negated ? 'not ' : ''}will_${t.lemma}`, negated);
}

const COPULA = /^(?:be|remain|stay|stand|come)$/;
const LINKING = /^(?:remain|seem|appear|become|stay|look|sound|prove)$/;

/** Judgements whose subject is the proposal: "the plan is unacceptable". */
function evaluations(tree: Tree, topic: TopicMap): Attitude[] {
  const out: Attitude[] = [];
  for (let i = 0; i < tree.parsed.tokens.length; i++) {
    const t = tree.token(i);
    if (!t.tag.startsWith('JJ') && !t.tag.startsWith('NN')) continue;
    const e = evaluationOf(t.lemma.toLowerCase()) ?? evaluationOf(t.form.toLowerCase()) ?? evaluationBefore(tree, i);
    // "for the common good", "in imminent danger" judges nothing.
    if (!e || tree.childrenOf(i).some((k) => tree.token(k).relation === 'case')) continue;
    const copular = tree.childrenOf(i).some((k) => tree.token(k).relation === 'cop');
    // "remains indispensable": the verb has the subject.
    const clause = copular ? i : LINKING.test(t.head < 0 ? '' : tree.token(t.head).lemma) && /^(?:xcomp|acomp|dobj)$/.test(t.relation) ? t.head : -1;
    const subject = clause < 0 ? undefined : childrenBy(tree, clause, 'nsubj', 'nsubjpass')[0];
    if (subject === undefined) continue;
    const tokens = tree.token(subject).form.toLowerCase() === 'it' ? extraposed(tree, clause) : tree.subtreeOf(subject);
    const hit = topic.hitOf(tokens.length > 0 ? tokens : [subject]);
    if (!hit) continue;
    const negated = isNegated(tree, i) || (clause !== i && isNegated(tree, clause));
    out.push(ofOne(i, e.sign, e.firm, hit, tokens, `${negated ? 'not ' : ''}${e.lemma}`, negated));
  }
  return out;
}

/** "was the right decision", "would be a wrong step": the adjective judges where the noun says nothing of its own. */
function evaluationBefore(tree: Tree, noun: number): Evaluation | undefined {
  if (!/^(?:decision|step|move|thing|way|approach|choice|answer|response|course|solution|moment|time|idea|message|signal|path|instrument|tool|measure|policy)$/.test(tree.token(noun).lemma)) return undefined;
  return childrenBy(tree, noun, 'amod').map((c) => evaluationOf(tree.token(c).lemma.toLowerCase())).find((e) => e !== undefined);
}

/** "it would be a mistake [to admit them now]": the clause that "it" stands for; empty when there is none. */
function extraposed(tree: Tree, clause: number): number[] {
  const late = tree.childrenOf(clause).filter((c) => c > clause && /^(?:xcomp|ccomp|advcl|acl|csubj|dep)$/.test(tree.token(c).relation) && tree.childrenOf(c).some((d) => /^(?:to|that|for)$/i.test(tree.token(d).form)));
  return late.flatMap((c) => tree.subtreeOf(c));
}

/** What the proposal would do, good or bad: "the embargo would backfire", "the ban will protect the stocks". */
function effects(tree: Tree, topic: TopicMap): Attitude[] {
  const out: Attitude[] = [];
  for (let i = 0; i < tree.parsed.tokens.length; i++) {
    const t = tree.token(i);
    if (!t.tag.startsWith('VB')) continue;
    const e = effectOf(t.lemma.toLowerCase());
    if (!e) continue;
    const subject = childrenBy(tree, i, 'nsubj', 'csubj')[0];
    // "evidence that it destroys …" asserts nothing.
    if (/^(?:acl|ccomp)/.test(t.relation) && t.head >= 0 && tree.token(t.head).tag.startsWith('NN') && !tree.childrenOf(i).some((c) => tree.token(c).relation === 'cop')) continue;
    // "substances that will not harm the ozone layer" judges the substances.
    if (subject === undefined || /^W|^IN/.test(tree.token(subject).tag) || /^(?:that|which|who|they|we|he|she|i|you)$/i.test(tree.token(subject).form)) continue;
    const tokens = tree.subtreeOf(subject);
    const hit = topic.hitOf(tokens);
    if (!hit || hit.how === 'context') continue;
    const negated = isNegated(tree, i);
    out.push(ofOne(i, e.sign, e.firm, hit, tokens, `${negated ? 'not ' : ''}${e.lemma}`, negated));
  }
  return out;
}

/** "agreed sanctions should not be lifted": the parser may give the subject of a clause to the verb above as its object. */
function objectBefore(tree: Tree, verb: number, modal: number): number | undefined {
  const up = tree.token(verb).head;
  if (up < 0 || up > modal || !/^(?:advcl|ccomp|dep|xcomp|parataxis)$/.test(tree.token(verb).relation)) return undefined;
  return childrenBy(tree, up, 'dobj', 'nmod', 'dep').filter((c) => c > up && c < modal)[0];
}

/** What is said to have to happen to the proposal's object: "the sanctions must be lifted", "the ceiling should stay". */
function demands(tree: Tree, topic: TopicMap): Attitude[] {
  const out: Attitude[] = [];
  for (let i = 0; i < tree.parsed.tokens.length; i++) {
    if (tree.token(i).tag !== 'VB' && tree.token(i).tag !== 'VBN') continue;
    const children = tree.childrenOf(i);
    const modal = children.find((c) => c < i && /^(?:must|should|ought)$/i.test(tree.token(c).form));
    const subject = childrenBy(tree, i, 'nsubj', 'nsubjpass')[0] ?? (modal === undefined ? undefined : objectBefore(tree, i, modal));
    if (modal === undefined || subject === undefined || !topic.isPlainVerb(i)) continue;
    const named = tree.subtreeOf(subject);
    // "rich countries should cancel the debts": what is to be done names the proposal, whoever is to do it.
    const whole = tree.subtreeOf(i).filter((k) => k >= Math.min(...named) && tree.token(k).relation !== 'punct');
    const subjectHit = topic.hitOf(named);
    const isSubject = subjectHit !== null && subjectHit.how !== 'context';
    const tokens = isSubject ? named : whole;
    const wholeHit = topic.hitOf(isSubject ? [...named, i] : whole);
    if (!wholeHit || (!isSubject && wholeHit.how !== 'words')) continue;
    const hit = isSubject ? { ...subjectHit, direction: wholeHit.direction } : wholeHit;
    const negated = isNegated(tree, i);
    // The modal is the predicate: what should be done is not done yet, but is demanded outright.
    // "must open its markets before it can join": something else has to come first.
    const isFirst = childrenBy(tree, i, 'advmod').some((c) => /^first$/i.test(tree.token(c).form)) || childrenBy(tree, i, 'advcl').some((c) => tree.childrenOf(c).some((d) => /^before$/i.test(tree.token(d).form)));
    out.push({ ...ofOne(i, 1, 0.7, hit, tokens, `${negated ? 'not ' : ''}${tree.token(modal).form.toLowerCase()}`, negated), chain: [modal], ...(isFirst ? { stance: 'conditional' as const } : {}) });
  }
  return out;
}
