import { hashOf } from './feature-hash.js';

const COMMA = hashOf(',');
const QUOTES = new Set([hashOf('"'), hashOf("'")]);
const CONJUNCTIONS = new Set([hashOf('and'), hashOf('or'), hashOf('but')]);

/** Words and tags of a text, with running counts that tell what lies between two tokens. */
export interface SyntaxContext {
  /** Word hashes and tag hashes of every token. */
  readonly words: Int32Array;
  readonly tags: Int32Array;
  readonly suffixes: Int32Array;
  /** Number of commas, quotes, verbs and conjunctions before each token (one longer than the text). */
  readonly commas: Int32Array;
  readonly quotes: Int32Array;
  readonly verbs: Int32Array;
  readonly conjunctions: Int32Array;
}

/** Builds the running counts. `isVerb`: 1 for the tag hash of a verb or modal. */
export function syntaxContext(words: Int32Array, suffixes: Int32Array, tags: Int32Array, isVerb: ReadonlySet<number>): SyntaxContext {
  const n = words.length;
  const make = (): Int32Array => new Int32Array(n + 1);
  const out = { words, tags, suffixes, commas: make(), quotes: make(), verbs: make(), conjunctions: make() };
  for (let i = 0; i < n; i++) {
    const w = words[i] as number;
    out.commas[i + 1] = (out.commas[i] as number) + (w === COMMA ? 1 : 0);
    out.quotes[i + 1] = (out.quotes[i] as number) + (QUOTES.has(w) ? 1 : 0);
    out.conjunctions[i + 1] = (out.conjunctions[i] as number) + (CONJUNCTIONS.has(w) ? 1 : 0);
    out.verbs[i + 1] = (out.verbs[i] as number) + (isVerb.has(tags[i] as number) ? 1 : 0);
  }
  return out;
}

/** Occurrences counted by `sums` strictly between tokens `a` < `b`, at most `cap`. */
export function between(sums: Int32Array, a: number, b: number, cap: number): number {
  if (a < 0 || b < 0) return 0;
  const n = (sums[b] as number) - (sums[a + 1] as number);
  return n > cap ? cap : n;
}
