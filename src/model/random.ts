/** A seeded stream of numbers in [0, 1). */
export type Random = () => number;

/** Mulberry32: 2³² values before it repeats, the same bit for bit on every machine. `seed` is taken modulo 2³². */
export function seeded(seed: number): Random {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Index drawn with the given shares, which sum to about 1; the last positive one takes what rounding leaves. */
export function drawIndex(shares: readonly number[], random: Random): number {
  let left = random();
  let last = 0;
  for (const [i, share] of shares.entries()) {
    if (share <= 0) continue;
    last = i;
    left -= share;
    if (left < 0) return i;
  }
  return last;
}
