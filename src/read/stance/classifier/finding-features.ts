import type { StateCode } from '../../../domain/ids.js';
import { range, type Tree } from '../../tree.js';
import { realityOf } from '../context.js';
import type { Finding, RuleContext } from '../find-by-rule.js';
import { step } from './logistic.js';

const SHARES = [0.15, 0.3, 0.5, 0.75, 0.99];
const COVERAGES = [0.25, 0.4, 0.55, 0.75, 0.95];
const COUNTS = [1, 2, 4];
/** Sentences back to which the proposal may have been named. */
const BACK = 2;

/**
 * What may tell whether a stance that a rule found is a member's, as `name:value` in a fixed order, asked for each of its members. No feature names a state, a
 * body or a word of the text but the words of stance themselves.
 * @param found all that rules found in the text
 */
export function findingFeatures(c: RuleContext, owner: (token: number) => number, f: Finding, found: readonly Finding[]): (member: StateCode) => string[] {
  const shared = [...wordFeatures(c.cast.tree, f), ...topicFeatures(c, f), ...holderFeatures(c, owner, f)];
  return (member) => [...shared, ...besideFeatures(c.cast.tree, f, found.filter((x) => x !== f && x.members.includes(member)))];
}

/** Features of the words that state it. */
function wordFeatures(tree: Tree, f: Finding): string[] {
  const { attitude: a } = f;
  const s = tree.sentenceOf(a.head);
  return [
    'bias:',
    `stance:${f.stance}`,
    `kind:${/^stance\/(as>|judgement>|feared>|same>|vote-list)/.exec(f.rule)?.[1] ?? 'predicate'}`,
    `word:${a.path[0] ?? ''}`,
    `last:${a.path.at(-1) ?? ''}`,
    `depth:${step(a.path.length, [2, 3])}`,
    `firm:${step(a.firm, [0.5, 0.7, 0.85])}`,
    `negated:${String(a.negated)}`,
    `confidence:${step(f.confidence, [0.4, 0.5, 0.6, 0.7, 0.85])}`,
    `real:${step(realityOf(tree, a), [0.1, 0.4, 0.6, 0.9])}`,
    `condition:${f.condition?.effect ?? 'none'}`,
    `tag:${tree.token(a.head).tag}`,
    `if:${String(tree.parsed.tokens.slice(s.first, s.last).some((t) => /^(?:if|unless|whether)$/i.test(t.form)))}`,
    `long:${step(s.last - s.first, [15, 25, 40])}`,
  ];
}

/** Features of how the words are about the proposal. */
function topicFeatures({ cast: { tree }, topic }: RuleContext, { attitude: a, how }: Finding): string[] {
  const at = tree.sentenceIndexOf(a.head);
  const shares = tree.parsed.sentences.slice(Math.max(0, at - BACK), at + 1).map((s) => topic.shareOf(range(s.first, s.last)));
  const target = step(topic.shareOf(a.tokens.filter((i) => !a.chain.includes(i))), SHARES);
  const coverage = step(topic.coverage, COVERAGES);
  const direction = String(a.topic.direction);
  return [
    `topic:${a.topic.how}`,
    `topic-how:${a.topic.how}|${how}`,
    `direction:${direction}`,
    `direction-topic:${direction}|${a.topic.how}`,
    `concepts:${step(a.topic.concepts, [1, 2, 3, 4])}`,
    `share:${step(shares.at(-1) ?? 0, SHARES)}`,
    `near:${step(Math.max(...shares), SHARES)}`,
    `target:${target}`,
    `target-topic:${target}|${a.topic.how}`,
    `coverage:${coverage}`,
    `coverage-topic:${coverage}|${a.topic.how}`,
  ];
}

/** Features of whose it is said to be. */
function holderFeatures(c: RuleContext, owner: (token: number) => number, f: Finding): string[] {
  const statement = c.statements[owner(f.attitude.head)];
  return [
    `how:${f.how}`,
    `follower:${String(f.rule.includes('+'))}`,
    `members:${step(f.members.length, [2, 4, 9])}`,
    `voice:${f.actor.voice}`,
    `actor:${f.actor.kind}`,
    `speaker:${statement === undefined ? 'outlet' : f.actor.states.some((s) => statement.actor.states.includes(s)) ? 'self' : statement.actor.voice}`,
    `in-proposal:${String(f.members.some((m) => c.topic.namesState(m)))}`,
    `quoted:${String(c.cast.isQuoted(f.attitude.head))}`,
    `distance:${step(Math.min(...f.actor.heads.map((h) => Math.abs(h - f.attitude.head)), 99), [3, 6, 12, 25])}`,
  ];
}

/** Features of what else the text says of the member, and where this stands in it. */
function besideFeatures(tree: Tree, f: Finding, others: readonly Finding[]): string[] {
  return [
    `agree:${step(others.filter((x) => x.stance === f.stance).length, COUNTS)}`,
    `against:${step(others.filter((x) => x.attitude.sign * f.attitude.sign < 0).length, COUNTS)}`,
    `place:${step(tree.sentenceIndexOf(f.attitude.head), [1, 3, 8, 20])}`,
  ];
}
