/** A repeatable stream of numbers in [0, 1) from a seed (mulberry32, Tommy Ettinger 2017, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How long to wait before try `attempt` (1 for the second), in ms: doubling, between half and one and a half of it. */
export const backoffMs = (attempt: number, baseMs: number, random: () => number): number =>
  Math.round(baseMs * 2 ** (attempt - 1) * (0.5 + random()));
