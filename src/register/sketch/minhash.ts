/** Words of one shingle: long enough that common phrases do not meet, short enough that a changed word costs five of them. */
const SHINGLE_WORDS = 5;
/** Below this many shingles an estimate says little: only equal texts count as equal then. */
const FEWEST_SHINGLES = 20;
/** Numbers in a sketch; the estimate of a similarity near one half then has a standard deviation of 0.045. */
export const SKETCH_SIZE = 126;
/** Name of the method and its constants; sketches of another method cannot be compared. */
export const SKETCH_METHOD = 'minhash-5w-126@1';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** SplitMix32: fixed numbers from a fixed seed, so that sketches agree on every machine. */
function mixers(count: number): readonly number[] {
  let state = 0x9e3779b9;
  return Array.from({ length: count }, () => {
    state = (state + 0x9e3779b9) | 0;
    return finish(state) | 1;
  });
}

function finish(value: number): number {
  let z = value;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return z ^ (z >>> 16);
}

const MIXERS = mixers(SKETCH_SIZE);

function fnv1a(words: readonly string[], from: number, to: number): number {
  let hash = FNV_OFFSET;
  for (let w = from; w < to; w += 1) {
    const word = words[w] ?? '';
    for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), FNV_PRIME);
    hash = Math.imul(hash ^ 32, FNV_PRIME);
  }
  return hash;
}

/**
 * The MinHash sketch of a text over its shingles of five words (Broder 1997): 126 signed 32-bit numbers, of which two texts share about
 * as many as their sets of shingles overlap (Jaccard). Case and punctuation do not matter. Empty for a text of fewer than 24 words.
 * Takes 126 multiplications a word: about half a millisecond for an article.
 */
export function sketchOf(text: string): readonly number[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<number>();
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i += 1) shingles.add(fnv1a(words, i, i + SHINGLE_WORDS));
  if (shingles.size < FEWEST_SHINGLES) return [];
  const least = new Int32Array(SKETCH_SIZE).fill(0x7fffffff);
  for (const shingle of shingles) {
    for (let k = 0; k < SKETCH_SIZE; k += 1) {
      const value = finish(Math.imul(shingle, MIXERS[k] ?? 1) + k);
      if (value < (least[k] ?? 0)) least[k] = value;
    }
  }
  return [...least];
}
