/** Chances of a one at numbered places, learnt as bits are coded there. */
export class Odds {
  /** At each place the chance in 65,536ths, seven bits up, and below it how often it was met. */
  readonly states: Int32Array;

  constructor(places: number) {
    this.states = new Int32Array(places).fill(HALF << SEEN_BITS);
  }
}

/** Codes bits one way or the other: an encoder takes `bit` and gives it back, a decoder ignores it and gives the one that was encoded. */
export interface BitCoder {
  code(odds: Odds, place: number, bit: number): number;
}

const ONE = 65_536;
const HALF = ONE / 2;
const SEEN_BITS = 7;
const SEEN = (1 << SEEN_BITS) - 1;
/** No chance comes nearer to 0 or 1 than this, so that either bit can be coded. */
const LEAST = 48;
/** Sightings after which a chance moves no slower. */
const MOST_SEEN = 120;
const RATE_BITS = 14;
/** A place met `n` times moves by 1 / (n + 1.5) of its error, in 2^-14ths; products with a chance stay below 2^31. */
const RATES = Int32Array.from({ length: MOST_SEEN + 1 }, (_, n) => (1 << RATE_BITS) / (n + 1.5));

/** The state of a place after a bit. */
function learnt(state: number, bit: number): number {
  const seen = state & SEEN;
  const ones = state >> SEEN_BITS;
  const rate = RATES[seen] as number;
  const moved = bit === 1 ? ones + (((ONE - ones) * rate) >> RATE_BITS) : ones - ((ones * rate) >> RATE_BITS);
  const kept = moved < LEAST ? LEAST : moved > ONE - LEAST ? ONE - LEAST : moved;
  return (kept << SEEN_BITS) | (seen < MOST_SEEN ? seen + 1 : seen);
}

/** The interval is one of 24 bits, so that all arithmetic is of integers below 2^31; its first byte is bits 16 to 23. */
const TOP = 0xffffff;
const BYTE_AT = 16;

/** Where an interval is cut: up to here is a one. */
const cut = (low: number, high: number, state: number): number => low + ((((high - low) >> 5) * (state >> (SEEN_BITS + 4))) >> 7);

/**
 * Arithmetic coding of bits with integers alone, the same on every machine (carry-less, as in M. Mahoney's lpaq, 2007): an interval shrinks by the
 * chance of each bit, and a byte goes out once both its ends begin with it.
 */
export class BitEncoder implements BitCoder {
  #low = 0;
  #high = TOP;
  #bytes = new Uint8Array(1_024);
  #length = 0;

  code(odds: Odds, place: number, bit: number): number {
    const state = odds.states[place] as number;
    const middle = cut(this.#low, this.#high, state);
    if (bit === 1) this.#high = middle;
    else this.#low = middle + 1;
    odds.states[place] = learnt(state, bit);
    while ((this.#low ^ this.#high) >> BYTE_AT === 0) {
      this.#push(this.#high >> BYTE_AT);
      this.#low = (this.#low << 8) & TOP;
      this.#high = ((this.#high << 8) & TOP) | 0xff;
    }
    return bit;
  }

  /** All that was coded; nothing may be coded after it. */
  finish(): Uint8Array {
    // The first number of the next byte lies inside the interval, and a decoder reads zeros after the end.
    this.#push((this.#low >> BYTE_AT) + 1);
    return this.#bytes.slice(0, this.#length);
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const longer = new Uint8Array(2 * this.#length);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    this.#bytes[this.#length++] = byte;
  }
}

/** Gives the bits of an encoder that was asked with the same odds in the same order. Any bytes give some bits. */
export class BitDecoder implements BitCoder {
  readonly #bytes: Uint8Array;
  #at = 0;
  #low = 0;
  #high = TOP;
  #value = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let k = 0; k < 3; k++) this.#shift();
  }

  code(odds: Odds, place: number): number {
    const state = odds.states[place] as number;
    const middle = cut(this.#low, this.#high, state);
    const bit = this.#value <= middle ? 1 : 0;
    if (bit === 1) this.#high = middle;
    else this.#low = middle + 1;
    odds.states[place] = learnt(state, bit);
    while ((this.#low ^ this.#high) >> BYTE_AT === 0) {
      this.#low = (this.#low << 8) & TOP;
      this.#high = ((this.#high << 8) & TOP) | 0xff;
      this.#shift();
    }
    return bit;
  }

  #shift(): void {
    this.#value = ((this.#value << 8) & TOP) | (this.#at < this.#bytes.length ? (this.#bytes[this.#at] as number) : 0);
    this.#at += 1;
  }
}
