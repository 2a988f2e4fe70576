import type { ParsedText, Sentence, Token } from '../domain/parsed-text.js';
import type { Span } from '../domain/span.js';
import { mendInterposed } from './syntax/mend-interposed.js';

/** Dependency trees of a parsed text, indexed for walking. Token indices are those of `parsed.tokens`. */
export interface Tree {
  readonly parsed: ParsedText;
  /** Children of a token in text order. */
  readonly childrenOf: (index: number) => readonly number[];
  /** Token indices of the subtree, in text order, the token itself included. */
  readonly subtreeOf: (index: number) => readonly number[];
  /** Index of the sentence a token lies in. */
  readonly sentenceIndexOf: (index: number) => number;
  readonly sentenceOf: (index: number) => Sentence;
  readonly token: (index: number) => Token;
}

/** Indexes the trees once: O(tokens). */
export function createTree(given: ParsedText): Tree {
  const parsed = mendInterposed(given);
  const children: number[][] = parsed.tokens.map(() => []);
  parsed.tokens.forEach((t, i) => {
    if (t.head >= 0) children[t.head]?.push(i);
  });
  const sentenceIndex = new Int32Array(parsed.tokens.length);
  parsed.sentences.forEach((s, si) => sentenceIndex.fill(si, s.first, s.last));
  const none: readonly number[] = [];
  const childrenOf = (i: number) => children[i] ?? none;
  const subtreeOf = (i: number): readonly number[] => {
    const out = [i];
    const seen = new Set(out);
    for (let at = 0; at < out.length; at++) {
      for (const c of childrenOf(out[at] ?? -1)) {
        if (!seen.has(c)) {
          seen.add(c);
          out.push(c);
        }
      }
    }
    return out.sort((a, b) => a - b);
  };
  const token = (i: number): Token => {
    const t = parsed.tokens[i];
    if (!t) throw new RangeError(`no token ${String(i)}`);
    return t;
  };
  const sentenceIndexOf = (i: number): number => sentenceIndex[i] ?? 0;
  const sentenceOf = (i: number): Sentence => {
    const s = parsed.sentences[sentenceIndexOf(i)];
    if (!s) throw new RangeError(`no sentence for token ${String(i)}`);
    return s;
  };
  return { parsed, childrenOf, subtreeOf, sentenceIndexOf, sentenceOf, token };
}

/** Whether a dependency label is `base` or a subtype of it (`nmod` covers `nmod:poss`). */
export const isRelation = (relation: string, base: string): boolean => relation === base || relation.startsWith(`${base}:`);

/** Children of `index` whose label is one of `relations` (exact). */
export const childrenBy = (tree: Tree, index: number, ...relations: readonly string[]): number[] =>
  tree.childrenOf(index).filter((c) => relations.includes(tree.token(c).relation));

/** The token and its coordinated conjuncts (`conj` chains), in text order. */
export function conjunctsOf(tree: Tree, index: number): number[] {
  const out = [index];
  for (let at = 0; at < out.length; at++) out.push(...childrenBy(tree, out[at] ?? -1, 'conj'));
  return [...new Set(out)].sort((a, b) => a - b);
}

/** The preposition that introduces a nominal (`case` children joined: "in favour of"), lower case; empty when none. */
export function caseOf(tree: Tree, index: number): string {
  return tree
    .childrenOf(index)
    .filter((c) => ['case', 'mark', 'mwe'].includes(tree.token(c).relation) && c < index)
    .flatMap((c) => [c, ...childrenBy(tree, c, 'mwe')])
    .sort((a, b) => a - b)
    .map((c) => tree.token(c).form.toLowerCase())
    .join('_');
}

/** Token indices from `first` up to, not including, `last`; empty when there are none. */
export const range = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first) }, (_, k) => first + k);

/** The span from the first to the last of some tokens (at least one). */
export function spanOfTokens(tree: Tree, indices: readonly number[]): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const i of indices) {
    const t = tree.token(i);
    if (t.start < start) start = t.start;
    if (t.end > end) end = t.end;
  }
  return { start, end };
}

export const isVerb = (t: Token): boolean => t.tag.startsWith('VB') || t.tag === 'MD';
export const isNoun = (t: Token): boolean => t.tag.startsWith('NN') || t.tag === 'CD' || t.tag === 'DT';
export const isAdjective = (t: Token): boolean => t.tag.startsWith('JJ');

/** "backed by Japan": a participle with an agent and no auxiliary. */
export const isReducedPassive = (tree: Tree, token: number): boolean =>
  tree.token(token).tag === 'VBN' && [1, 2].some((k) => tree.parsed.tokens[token + k]?.form.toLowerCase() === 'by') && !tree.childrenOf(token).some((c) => /^aux/.test(tree.token(c).relation));
