import type { Readable } from 'node:stream';
import { fromBufferPromise, fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';

/** A file that can be read from any place. */
export interface RangeSource {
  readonly size: number;
  /** Bytes `start` (inclusive) to `end` (exclusive). */
  stream(start: number, end: number): Readable;
}

class RangeReader extends RandomAccessReader {
  readonly #source: RangeSource;
  constructor(source: RangeSource) {
    super();
    this.#source = source;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return this.#source.stream(start, end);
  }
}

/** Opens a zip whose entries are checked against their declared sizes; throws for anything that is none. */
export const openZip = (from: Uint8Array | RangeSource): Promise<ZipFile> =>
  from instanceof Uint8Array
    ? fromBufferPromise(Buffer.from(from.buffer, from.byteOffset, from.byteLength))
    : fromRandomAccessReaderPromise(new RangeReader(from), from.size);

/** All bytes of an entry, or null when they are more than `most`. */
export async function readEntry(zip: ZipFile, entry: Entry, most: number): Promise<Buffer | null> {
  if (entry.uncompressedSize > most) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
