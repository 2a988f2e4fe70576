/** A number as reported: exact where it can be, and its decimal. */
export interface Quantity {
  /** Numerator and denominator in lowest terms; null when the value comes from quadrature. */
  readonly fraction: readonly [string, string] | null;
  /** 16 significant digits, fewer when that many are exact. */
  readonly value: string;
}

const DIGITS = 16;

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** num/den in lowest terms with its decimal; `null` for a zero denominator (no coalition to divide by). */
export function exactly(num: bigint, den: bigint): Quantity | null {
  if (den === 0n) return null;
  const g = gcd(num, den) || 1n;
  const [n, d] = den < 0n ? [-num / g, -den / g] : [num / g, den / g];
  return { fraction: [String(n), String(d)], value: decimal(n, d) };
}

/** A floating-point result, about 15 digits good. */
export const approximately = (value: number): Quantity => ({ fraction: null, value: Number(value.toPrecision(15)).toString() });

/** n/d to 16 significant digits, rounded half up; without trailing zeros only when the decimal ends there exactly. */
function decimal(n: bigint, d: bigint): string {
  if (n === 0n) return '0';
  const negative = n < 0n;
  const a = negative ? -n : n;
  // Scale so that the quotient has at least DIGITS digits, then round to DIGITS.
  let shift = Math.max(0, DIGITS + String(d).length - String(a).length + 1);
  let q = (a * 10n ** BigInt(shift)) / d;
  let exact = q * d === a * 10n ** BigInt(shift);
  const extra = String(q).length - DIGITS;
  if (extra > 0) {
    const unit = 10n ** BigInt(extra);
    const rest = q % unit;
    exact = exact && rest === 0n;
    q = q / unit + (rest * 2n >= unit ? 1n : 0n);
    shift -= extra;
  }
  const digits = String(q).padStart(shift + 1, '0');
  const text = shift <= 0 ? digits + '0'.repeat(-shift) : `${digits.slice(0, -shift)}.${digits.slice(-shift)}`;
  const trimmed = exact && text.includes('.') ? text.replace(/(?<!0)0+$/, '').replace(/\.$/, '') : text;
  return negative ? `-${trimmed}` : trimmed;
}

/** n! for n = 0 … max. */
export function factorials(max: number): readonly bigint[] {
  const out = [1n];
  for (let k = 1; k <= max; k++) out.push((out[k - 1] ?? 1n) * BigInt(k));
  return out;
}
