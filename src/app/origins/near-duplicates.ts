/** Share of shingles from which a text counts as a copy: a wire report with a new head and tail stays above, two reports of one event far below. */
export const COPY_SHARE = 0.5;
/** Candidates agree on all of some three numbers in a row; at a similarity of one half 99.6 % of pairs do. */
const ROWS = 3;

/** Two texts that share most of their words in order. */
export interface NearDuplicate<K> {
  readonly a: K;
  readonly b: K;
  /** Estimated overlap of their shingles, 0–1. */
  readonly share: number;
}

/** Share of equal numbers in two sketches of one length, 0–1: an estimate of the Jaccard similarity. */
export const similarity = (a: readonly number[], b: readonly number[]): number =>
  a.length === 0 || a.length !== b.length ? 0 : a.filter((value, i) => value === b[i]).length / a.length;

/**
 * Pairs of near-duplicates among MinHash sketches, by banding (locality-sensitive hashing): each text is compared with the first of each
 * bucket it falls into, so that n copies of one text give n − 1 pairs. Empty sketches match nothing. Linear in the number of texts.
 */
export function nearDuplicates<K>(sketches: Iterable<readonly [K, readonly number[]]>): NearDuplicate<K>[] {
  const bands: Map<number, { key: K; sketch: readonly number[] }[]>[] = [];
  const found: NearDuplicate<K>[] = [];
  for (const [key, sketch] of sketches) {
    const compared = new Set<K>();
    const copied = new Set<K>();
    for (let i = 0; i + ROWS <= sketch.length; i += ROWS) {
      const firsts = (bands[i] ??= new Map());
      // Other numbers may fall into the same bucket; they are compared and found unlike.
      let band = 0;
      for (let k = i; k < i + ROWS; k += 1) band = Math.imul(band, 31) + (sketch[k] ?? 0);
      const bucket = firsts.get(band) ?? [];
      let known = false;
      for (const other of bucket) {
        known ||= copied.has(other.key);
        if (compared.has(other.key)) continue;
        compared.add(other.key);
        const share = similarity(sketch, other.sketch);
        if (share < COPY_SHARE) continue;
        known = true;
        copied.add(other.key);
        found.push({ a: other.key, b: key, share });
      }
      // A copy of what the bucket holds would only be found again.
      if (!known) firsts.set(band, [...bucket, { key, sketch }]);
    }
  }
  return found;
}
