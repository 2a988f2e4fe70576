/** Bytes of a seal. */
export const SEAL_BYTES = 8;

/**
 * A checksum of 64 bits over numbers below 2^32: any one change among them changes it, and bytes that fit by chance are one in 10^19. It guards against
 * accidents; whoever can write to a register can write a reading into it as well. Multiplies as cyrb53 does (bryc, public domain).
 */
export class Seal {
  #a = 0xdeadbeef;
  #b = 0x41c6ce57;

  add(number: number): void {
    this.#a = Math.imul(this.#a ^ number, 2_654_435_761);
    this.#b = Math.imul(this.#b ^ number, 1_597_334_677);
  }

  /** A text by its UTF-16 code units, and where it ends. */
  addText(text: string): void {
    for (let k = 0; k < text.length; k++) this.add(text.charCodeAt(k));
    this.add(text.length);
  }

  bytes(): Uint8Array {
    const out = new Uint8Array(SEAL_BYTES);
    const view = new DataView(out.buffer);
    view.setUint32(0, mixed(this.#a, this.#b));
    view.setUint32(4, mixed(this.#b, this.#a));
    return out;
  }
}

const mixed = (a: number, b: number): number => {
  const once = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  return once >>> 0;
};
