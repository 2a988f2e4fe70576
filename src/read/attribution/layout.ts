import type { ParsedText } from '../../domain/parsed-text.js';
import { hashOf } from '../syntax/feature-hash.js';
import { findQuotations } from '../text/quotation.js';
import { senseOf } from './word-senses.js';
import { hashWords, type WordHashes } from '../syntax/words.js';

const SIGN = /^[\p{P}\p{S}]+$/u;

/** A parsed text as the attribution features see it: hashes, quotation state and tree shortcuts, one array each. */
export interface Layout {
  readonly parsed: ParsedText;
  readonly words: WordHashes;
  readonly lemma: Int32Array;
  readonly tag: Int32Array;
  readonly relation: Int32Array;
  readonly entity: Int32Array;
  readonly head: Int32Array;
  readonly sentence: Int32Array;
  readonly depth: Int32Array;
  /** 1 inside quotation marks, 2 on a mark, 0 outside. */
  readonly quoted: Uint8Array;
  /** 1 in a sentence with a quotation mark. */
  readonly marked: Uint8Array;
  /** Number of the quotation a token lies in (marks included), -1 outside. */
  readonly quotation: Int32Array;
  /** Leftmost and rightmost token of each subtree. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly children: readonly (readonly number[])[];
  readonly paragraph: Int32Array;
  /** What WordNet says of a token's lemma: see word-senses.ts. */
  readonly sense: Int32Array;
  /** How sure the cue model is of each token, 0 (not at all) to 4; zeros until it has read the text. */
  readonly cueness: Uint8Array;
  /** 1 for a token without letter or digit. */
  readonly sign: Uint8Array;
}

/** Computes a layout in O(tokens × depth). */
export function layoutOf(parsed: ParsedText): Layout {
  const { tokens, sentences } = parsed;
  const n = tokens.length;
  const relationHash = new Map<string, number>();
  const memo = (s: string): number => {
    let h = relationHash.get(s);
    if (h === undefined) relationHash.set(s, (h = hashOf(s)));
    return h;
  };
  const head = Int32Array.from(tokens, (t) => t.head);
  const sentence = new Int32Array(n);
  const paragraph = new Int32Array(n);
  sentences.forEach((s, si) => {
    sentence.fill(si, s.first, s.last);
    paragraph.fill(s.paragraph, s.first, s.last);
  });
  const depth = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let d = 0;
    for (let k = head[i] as number; k >= 0 && d < 30; k = head[k] as number) d++;
    depth[i] = d;
  }
  const left = Int32Array.from({ length: n }, (_, i) => i);
  const right = Int32Array.from({ length: n }, (_, i) => i);
  const children: number[][] = tokens.map(() => []);
  for (let i = 0; i < n; i++) {
    const h = head[i] as number;
    if (h >= 0) children[h]?.push(i);
    for (let k = h, g = 0; k >= 0 && g < 40; k = head[k] as number, g++) {
      if (i < (left[k] as number)) left[k] = i;
      if (i > (right[k] as number)) right[k] = i;
    }
  }
  const { quoted, quotation } = findQuotations(parsed);
  const marked = new Uint8Array(n);
  for (const s of sentences) if (quoted.subarray(s.first, s.last).includes(2)) marked.fill(1, s.first, s.last);
  const lemma = Int32Array.from(tokens, (t) => memo(t.lemma));
  return {
    parsed,
    words: hashWords(tokens.map((t) => t.form)),
    lemma,
    tag: Int32Array.from(tokens, (t) => memo(t.tag)),
    relation: Int32Array.from(tokens, (t) => memo(t.relation)),
    entity: Int32Array.from(tokens, (t) => memo(t.entity ?? 'O')),
    head,
    sentence,
    depth,
    quoted,
    marked,
    quotation,
    left,
    right,
    children,
    paragraph,
    sense: Int32Array.from(tokens, (t, i) => senseOf(lemma[i] as number, t.tag)),
    cueness: new Uint8Array(n),
    sign: Uint8Array.from(tokens, (t) => (SIGN.test(t.form) ? 1 : 0)),
  };
}
