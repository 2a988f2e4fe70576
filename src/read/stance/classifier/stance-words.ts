import { isNegated, lexicalForms } from '../attitude.js';
import { predicatesOf, type Predicate, type PredicateClass } from '../predicates.js';
import { range, type Tree } from '../../tree.js';

/** A word that says for or against, whatever it is about. */
export interface StanceWord {
  readonly token: number;
  readonly cls: PredicateClass;
  readonly predicate: Predicate;
  /** With its negation and what governs it: "refused to support" is against. */
  readonly sign: -1 | 1;
  readonly negated: boolean;
  /** Predicates above that turn it round ("refused to", "dropped its"). */
  readonly turns: number;
}

const PASSED_ON = /^(?:xcomp|ccomp|dobj|nmod|advcl)$/;
const MAX_TURNS = 3;

/** The words of stance in one sentence, in text order. */
export const stanceWordsOf = (tree: Tree, sentence: { readonly first: number; readonly last: number }): StanceWord[] =>
  range(sentence.first, sentence.last).flatMap((i) => stanceWordAt(tree, i) ?? []);

function stanceWordAt(tree: Tree, token: number): StanceWord | null {
  const { tag, form } = tree.token(token);
  const classes = classesOf(tag);
  if (classes.length === 0) return null;
  for (const written of [...lexicalForms(tree, token), form.toLowerCase()]) {
    const predicate = classes.flatMap((cls) => predicatesOf(cls, written)).find((p) => p.sign !== 0 && !p.light && !p.evaluative && p.onlyOver !== 'attitude');
    if (!predicate) continue;
    const negated = isNegated(tree, token);
    const over = turnsOver(tree, token);
    return { token, cls: classes[0] as PredicateClass, predicate, sign: (predicate.sign * (negated ? -1 : 1) * over.sign) as -1 | 1, negated, turns: over.turns };
  }
  return null;
}

function classesOf(tag: string): PredicateClass[] {
  if (tag === 'VBN' || tag === 'VBG') return ['V', 'J'];
  if (tag.startsWith('VB')) return ['V'];
  if (tag.startsWith('NN')) return ['N'];
  return tag.startsWith('JJ') || tag === 'IN' || tag === 'RB' ? ['J'] : [];
}

/** What the verbs that govern a word make of it. */
function turnsOver(tree: Tree, token: number): { readonly sign: -1 | 1; readonly turns: number } {
  let sign = 1;
  let turns = 0;
  for (let i = token, k = 0; k < MAX_TURNS; k++) {
    const { head, relation } = tree.token(i);
    if (head < 0 || !PASSED_ON.test(relation)) break;
    const over = lexicalForms(tree, head).flatMap((form) => predicatesOf('V', form));
    const operator = over.find((p) => p.operator);
    if (!operator && !over.some((p) => p.light)) break;
    if (operator) turns += 1;
    sign *= (operator?.sign ?? 1) * (isNegated(tree, head) ? -1 : 1);
    i = head;
  }
  return { sign: sign as -1 | 1, turns };
}
