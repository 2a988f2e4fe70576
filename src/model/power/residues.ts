/**
 * Counting needs additions only, so residues modulo numbers just under 2^52 stay exact in a Float64Array (a + b < 2^53). Four primes
 * cover counts to 2^208, enough for 191 members.
 */
const PRIMES = [4503599627370449, 4503599627370353, 4503599627370323, 4503599627370313, 4503599627370299] as const;

/** Moduli whose product exceeds 2^bits. */
export function moduliFor(bits: number): readonly number[] {
  const count = Math.floor(bits / 51.9) + 1;
  if (count > PRIMES.length) throw new RangeError(`counts of ${String(bits)} bits need more moduli than there are`);
  return PRIMES.slice(0, count);
}

export const addMod = (a: number, b: number, m: number): number => {
  const s = a + b;
  return s >= m ? s - m : s;
};
export const subMod = (a: number, b: number, m: number): number => (a >= b ? a - b : a - b + m);

/** The number below the product of the moduli with these residues (Chinese remainder theorem). */
export function combine(residues: readonly number[], moduli: readonly number[]): bigint {
  let value = 0n;
  let product = 1n;
  residues.forEach((r, k) => {
    const m = BigInt(moduli[k] ?? 1);
    const step = (((BigInt(r) - value) % m) + m) % m;
    value += product * ((step * inverse(product % m, m)) % m);
    product *= m;
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
