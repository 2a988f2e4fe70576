/**
 * Counting needs additions only, so residues modulo primes just under 2^44 stay exact in a Float64Array: eight passes can each double a
 * number before it reaches 2^52 and has to be reduced, which keeps the inner loop to one addition. Five primes cover counts to 2^219.
 */
const PRIMES = [17592186044399, 17592186044299, 17592186044297, 17592186044287, 17592186044273] as const;
const BITS_EACH = 43.99;
const PASSES_BETWEEN = 8;

/** Moduli whose product exceeds 2^bits. */
export function moduliFor(bits: number): readonly number[] {
  const count = Math.floor(bits / BITS_EACH) + 1;
  if (count > PRIMES.length) throw new RangeError(`counts of ${String(bits)} bits need more moduli than there are`);
  return PRIMES.slice(0, count);
}

/** Most members whose coalitions can be counted. */
export const MOST_COUNTED = Math.floor(PRIMES.length * BITS_EACH) - 2;

/** Whether values have to be reduced after this many passes. */
export const isTimeToReduce = (passes: number): boolean => passes % PASSES_BETWEEN === 0;

/** Brings values into (−m, m]; rounding in the quotient may leave one multiple of m too many or too few, which is the same residue. */
export function reduce(f: Float64Array, length: number, m: number): void {
  const inverseOfM = 1 / m;
  for (let a = 0; a < length; a++) f[a] = (f[a] ?? 0) - m * Math.floor((f[a] ?? 0) * inverseOfM);
}

/** The residue in [0, m). */
export const residueOf = (x: number, m: number): number => ((x % m) + m) % m;

export const addMod = (a: number, b: number, m: number): number => {
  const s = a + b;
  return s >= m ? s - m : s;
};
export const subMod = (a: number, b: number, m: number): number => (a >= b ? a - b : a - b + m);

/** Products of the primes before each, and their inverses modulo it. */
const CHAIN = PRIMES.reduce<{ readonly m: bigint; readonly product: bigint; readonly inverse: bigint }[]>((chain, prime) => {
  const last = chain.at(-1);
  const [m, product] = [BigInt(prime), last ? last.product * last.m : 1n];
  return [...chain, { m, product, inverse: inverse(product % m, m) }];
}, []);

/** The number below the product of the first moduli with these residues (Chinese remainder theorem, Garner's form). */
export function combine(residues: readonly number[]): bigint {
  let value = 0n;
  residues.forEach((r, k) => {
    const link = CHAIN[k];
    if (link) value += link.product * (((((BigInt(r) - value) % link.m) + link.m) * link.inverse) % link.m);
  });
  return value;
}

function inverse(a: bigint, m: bigint): bigint {
  let [r0, r1, s0, s1] = [m, a, 0n, 1n];
  while (r1 !== 0n) {
    const q = r0 / r1;
    [r0, r1] = [r1, r0 - q * r1];
    [s0, s1] = [s1, s0 - q * s1];
  }
  return ((s0 % m) + m) % m;
}
