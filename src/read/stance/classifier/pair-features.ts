import { caseOf, isVerb } from '../../tree.js';
import type { Actor } from '../../who/actors.js';
import { conditionOf, realityOf } from '../context.js';
import type { RuleContext } from '../find-by-rule.js';
import { step } from './logistic.js';
import type { PairSentence, ReadWord } from './pairs.js';
import { pathBetween } from './tree-path.js';

const SHARES = [0.15, 0.3, 0.5, 0.75, 0.99];
const DISTANCES = [2, 4, 7, 12, 20, 35];
const ARGUMENT = /^(?:dobj|nmod|xcomp|ccomp|acl)/;

/*
 * What may tell whether a word of stance is a government's stance on the proposal, as `name:value` in a fixed order. No feature names a state, a body or a word
 * of the text but the words of stance themselves, prepositions and auxiliaries.
 */

/** Features that all pairs of a word share. */
export function wordFeatures(c: RuleContext, s: PairSentence, { word, own, attitude, below }: ReadWord): string[] {
  const { tree } = c.cast;
  const w = tree.token(word.token);
  const children = tree.childrenOf(word.token);
  const after = children.filter((k) => k > word.token && ARGUMENT.test(tree.token(k).relation));
  const { sentence } = s;
  const words = tree.parsed.tokens.slice(sentence.first, sentence.last);
  return [
    'bias:',
    `sign:${String(attitude.sign)}`,
    `class:${word.cls}`,
    `word:${word.predicate.lemma}`,
    `negated:${String(word.negated)}`,
    `turns:${String(word.turns)}`,
    `firm:${step(word.predicate.firm, [0.5, 0.7, 0.85])}`,
    `own:${own === null ? 'none' : own.topic.how}`,
    `hit:${below !== null ? `below-${below.how}` : s.hit !== null ? `all-${s.hit.how}` : c.topic.contextOf(word.token) === null ? 'none' : 'context'}`,
    `share:${step(s.share, SHARES)}`,
    `near:${step(s.near, SHARES)}`,
    `below:${step(c.topic.shareOf(tree.subtreeOf(word.token)), SHARES)}`,
    `coverage:${step(c.topic.coverage, [0.4, 0.55, 0.75, 0.95])}`,
    `direction:${String(attitude.topic.direction)}`,
    `tag:${w.tag}`,
    ...children.map((k) => tree.token(k)).filter((t) => t.relation === 'aux').map((t) => `aux:${t.form.toLowerCase()}`),
    `objects:${after.map((k) => tree.token(k).relation.split(':', 1)[0] ?? '').slice(0, 2).join('+')}`,
    `object-state:${String(after.some((k) => tree.token(k).relation === 'dobj' && c.topic.isState(k)))}`,
    ...after.slice(0, 2).map((k) => `preposition:${caseOf(tree, k)}`),
    `place:${step(s.index, [1, 3, 8, 20])}`,
    `words:${step(s.words.length, [2, 3, 5])}`,
    `governments:${step(s.actors.size, [2, 3, 6])}`,
    `question:${String(words.at(-1)?.form === '?')}`,
    `if:${String(words.some((t) => /^(?:if|unless|whether)$/i.test(t.form)))}`,
    `real:${step(realityOf(tree, attitude), [0.1, 0.4, 0.6, 0.9])}`,
    `condition:${conditionOf(tree, attitude)?.effect ?? 'none'}`,
    `act:${String(c.topic.isAct(word.token))}`,
  ];
}

/** Features of how a government hangs together with a word. */
export function actorFeatures(c: RuleContext, owner: (token: number) => number, s: PairSentence, { word, own }: ReadWord, head: number, actor: Actor): string[] {
  const { tree } = c.cast;
  const { steps, throughList } = pathBetween(tree, head, word.token);
  const isBefore = head < word.token;
  const others = [...s.actors.keys()].filter((x) => (x > head && x < word.token) || (x < head && x > word.token)).length;
  const statement = c.statements[owner(word.token)];
  const speaker = statement === undefined ? 'outlet' : statement.actor.states.some((x) => actor.states.includes(x)) ? 'self' : statement.actor.voice;
  const first = steps[0] ?? '';
  const target = own === null ? 'none' : own.topic.how;
  return [
    `path:${steps.slice(0, 4).join('')}${steps.length > 4 ? '…' : ''}`,
    `path1:${first}|${word.cls}`,
    `path2:${steps.slice(0, 2).join('')}|${word.cls}`,
    `path1-own:${first}|${target}`,
    `steps:${step(steps.length, [1, 2, 3, 4, 6, 9])}`,
    `list:${String(throughList)}`,
    `before:${String(isBefore)}`,
    `distance:${step(Math.abs(head - word.token), DISTANCES)}|${String(isBefore)}`,
    `between:${step(others, [1, 2, 4])}|${String(throughList)}`,
    `kind:${actor.kind}`,
    `voice:${actor.voice}`,
    `head-tag:${tree.token(head).tag}`,
    `head-case:${caseOf(tree, head)}`,
    `in-proposal:${String(actor.states.some((x) => c.topic.namesState(x)))}`,
    `speaker:${speaker}`,
    `in-source:${String(statement?.attribution.tokens.source.includes(head) === true)}`,
    `quoted:${String(c.cast.isQuoted(head))}|${String(c.cast.isQuoted(word.token))}`,
    `states:${step(actor.states.length, [2, 4, 9])}`,
    `subject-own:${String(first.startsWith('^nsubj') && isVerb(tree.token(word.token)))}|${target}`,
    `short-near:${String(steps.length <= 1)}|${step(s.near, [0.3, 0.6, 0.99])}`,
  ];
}
