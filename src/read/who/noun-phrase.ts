import type { Tree } from '../tree.js';

/** Relations that open a clause of its own and so do not belong to the phrase that names somebody. */
const CLAUSAL = /^(case|acl|relcl|advcl|ccomp|xcomp|parataxis|punct|appos|conj|cc|dep|nsubj|nsubjpass|dobj|aux|auxpass|cop|neg|mark)/;

/**
 * The tokens of the phrase that a nominal heads, without clauses, appositions and conjuncts: "the German chancellor",
 * "spokesperson from the Spanish representation".
 */
export function phraseOf(tree: Tree, head: number): number[] {
  const out = [head];
  for (let at = 0; at < out.length; at++) {
    for (const c of tree.childrenOf(out[at] ?? -1)) {
      const relation = tree.token(c).relation;
      if (!CLAUSAL.test(relation) || (relation === 'case' && at > 0)) out.push(c);
    }
  }
  return out.sort((a, b) => a - b);
}
