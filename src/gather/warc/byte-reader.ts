/** Reads lines and blocks from chunks of bytes; keeps no more than it was asked for and one chunk. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** The next line without its end, as Latin-1; null at the end of the bytes, and for a line longer than `most`. */
  async line(most: number): Promise<string | null> {
    let searched = 0;
    for (;;) {
      const end = this.#held.indexOf(0x0a, searched);
      if (end >= 0 ? end > most : this.#held.length > most) return null;
      if (end >= 0)
        return this.#cut(end + 1)
          .toString('latin1')
          .replace(/\r?\n$/, '');
      searched = this.#held.length;
      if (!(await this.#more()))
        return this.#held.length === 0 ? null : this.#cut(this.#held.length).toString('latin1');
    }
  }

  /** The next `count` bytes, or those there are. */
  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let wanted = count; wanted > 0;) {
      if (this.#held.length === 0 && !(await this.#more())) break;
      const part = this.#cut(Math.min(wanted, this.#held.length));
      wanted -= part.length;
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  /** Drops the next `count` bytes; gives how many there were. */
  async skip(count: number): Promise<number> {
    let dropped = 0;
    while (dropped < count) {
      if (this.#held.length === 0 && !(await this.#more())) break;
      dropped += this.#cut(Math.min(count - dropped, this.#held.length)).length;
    }
    return dropped;
  }

  #cut(count: number): Buffer {
    const head = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return head;
  }

  async #more(): Promise<boolean> {
    for (;;) {
      const next = await this.#chunks.next();
      if (next.done === true) return false;
      if (next.value.length === 0) continue;
      const chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
      this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
      return true;
    }
  }
}
