/** Bytes of a seal. */
export const SEAL_BYTES = 8;

/**
 * A checksum of 64 bits over numbers below 2^32: another number in the place of one always changes it, and bytes that fit by chance are one in 10^19. It
 * guards against accidents; whoever can write to a register can write a reading into it as well.
 */
export class Seal {
  #a = 0x9e3779b9;
  #b = 0x41c6ce57;

  /** Each step can be undone, so that two different seals never become one by the same numbers. */
  add(number: number): void {
    const a = Math.imul(this.#a ^ number, 2_654_435_761);
    const b = Math.imul(this.#b ^ number, 1_597_334_677);
    this.#a = a ^ (a >>> 15);
    this.#b = b ^ (b >>> 13);
  }

  /** A text by its UTF-16 code units, and where it ends. */
  addText(text: string): void {
    for (let k = 0; k < text.length; k++) this.add(text.charCodeAt(k));
    this.add(text.length);
  }

  bytes(): Uint8Array {
    const out = new Uint8Array(SEAL_BYTES);
    const view = new DataView(out.buffer);
    view.setInt32(0, this.#a);
    view.setInt32(4, this.#b);
    return out;
  }
}
