import { Odds, type BitCoder } from './bit-coder.js';

/** Numbers below 2^bits in a context, by a tree of bits. */
export class SymbolCode {
  readonly #bits: number;
  readonly #odds: Odds;

  constructor(bits: number, contexts = 1) {
    this.#bits = bits;
    this.#odds = new Odds(contexts << bits);
  }

  code(coder: BitCoder, value: number, context = 0): number {
    const base = context << this.#bits;
    let node = 1;
    for (let k = this.#bits - 1; k >= 0; k--) node = (node << 1) | coder.code(this.#odds, base + node, (value >>> k) & 1);
    return node - (1 << this.#bits);
  }
}

/** Bits that a count may have. */
const MOST_BITS = 24;
/** Places of a context: one for each length in bits, a tree for counts of up to four bits, and one for each lower bit of greater ones. */
const TREE = MOST_BITS + 1;
const LOWER = TREE + 16;
const PLACES = LOWER + MOST_BITS;

/** Counts from 0 to 2^24 − 2 in a context, small ones in few bits (Elias gamma code with learnt odds). */
export class CountCode {
  readonly #odds: Odds;

  constructor(contexts = 1) {
    this.#odds = new Odds(contexts * PLACES);
  }

  code(coder: BitCoder, value: number, context = 0): number {
    const base = context * PLACES;
    const length = 31 - Math.clz32(value + 1);
    let bits = 0;
    while (bits < MOST_BITS - 1 && coder.code(this.#odds, base + bits, bits < length ? 1 : 0) === 1) bits += 1;
    let number = 1;
    for (let k = bits - 1; k >= 0; k--) {
      const place = number < 8 ? TREE + number + (bits < 4 ? 0 : 8) : LOWER + k;
      number = (number << 1) | coder.code(this.#odds, base + place, ((value + 1) >>> k) & 1);
    }
    return number - 1;
  }

  /** Whole numbers of either sign, 0, −1, 1, −2, … */
  codeSigned(coder: BitCoder, value: number, context = 0): number {
    const folded = this.code(coder, value < 0 ? -2 * value - 1 : 2 * value, context);
    return folded % 2 === 1 ? -(folded + 1) / 2 : folded / 2;
  }
}
