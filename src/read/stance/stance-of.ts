import type { Stance } from '../../domain/stance.js';
import type { Tree } from '../tree.js';
import type { Attitude } from './attitude.js';
import { isAbstract, type FoundCondition } from './context.js';

/** "has yet to back it": nothing said so far. */
function isYetTo(tree: Tree, a: Attitude): boolean {
  const at = a.chain[0] ?? a.head;
  return tree.parsed.tokens[at - 1]?.form === 'to' && tree.parsed.tokens[at - 2]?.form === 'yet';
}

/** "wants more concessions before giving its approval": the act waits for something. */
function isYetToCome(tree: Tree, a: Attitude): boolean {
  const at = Math.min(...a.chain);
  if (tree.token(at).tag === 'VBG' && /^before$/i.test(tree.parsed.tokens[at - 1]?.form ?? '')) return true;
  // "must open its markets before it can win our support".
  const children = tree.childrenOf(at).map((k) => tree.token(k));
  return children.some((t) => t.relation === 'mark' && /^before$/i.test(t.form)) && children.some((t) => t.relation === 'aux' && /^(?:can|could|will|would)$/i.test(t.form));
}

/** "supports the aim but wants guarantees": a demand follows the support, by the same holder. */
function wantsMore(tree: Tree, a: Attitude): boolean {
  const s = tree.sentenceOf(a.head);
  for (let i = Math.max(...a.tokens, a.head) + 1; i < Math.min(s.last - 1, a.head + 16); i++) {
    if (!/^(?:but|yet|although|though)$/i.test(tree.token(i).form)) continue;
    const next = tree.token(i + 1);
    return /^VB[ZDP]$/.test(next.tag) && /^(?:want|need|insist|demand|ask|seek|require)$/.test(next.lemma.toLowerCase());
  }
  return false;
}

/** "might accept a partial opening": some of it only. */
const isOfPart = (tree: Tree, a: Attitude): boolean =>
  a.topic.how !== 'context' && a.tokens.some((i) => !a.chain.includes(i) && tree.token(i).relation === 'amod' && /^(?:partial|watered-down|scaled-back|scaled-down|diluted|slimmed-down)$/i.test(tree.token(i).form));

/** Which stance an attitude comes to, with the condition that its sentence puts on it. */
export function stanceOf(tree: Tree, a: Attitude, condition: FoundCondition | null): Stance {
  if (isYetTo(tree, a)) return 'uncommitted';
  if (a.stance) return a.stance;
  if (a.sign > 0 && isAbstract(tree, a)) return 'abstract-support';
  // "would accept only a shorter mandate": something else, and that alone.
  if (/^(?:accept|agree|support|back|endorse|consider|approve)$/.test(tree.token(a.head).lemma) && tree.parsed.tokens[a.head + 1]?.form === 'only' && !a.negated) return 'conditional';
  if (condition?.effect === 'needs') return 'conditional';
  if (a.sign > 0 && (isYetToCome(tree, a) || wantsMore(tree, a) || isOfPart(tree, a))) return 'conditional';
  if (condition?.effect === 'lasts' && a.sign > 0 && condition.phrase.endsWith('as long as')) return 'conditional';
  return a.sign > 0 ? 'support' : a.sign < 0 ? 'oppose' : 'uncommitted';
}
