import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { MAX_UNPACKED_BYTES, MAX_UNPACKED_RATIO } from '../limits.js';

/** Thrown when an archive unpacks to far more than news would. */
export class ArchiveBomb extends Error {}

/**
 * The bytes of an archive, each of its gzip members unpacked; bytes that are not gzip come as they are. Throws ArchiveBomb beyond
 * `MAX_UNPACKED_BYTES` and `MAX_UNPACKED_RATIO` times the size read so far.
 */
export async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let packed = 0;
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for (let next = first; next.done !== true; next = await chunks.next()) {
      packed += next.value.length;
      yield next.value;
    }
  };
  if (first.done === true) return;
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* counted();
    return;
  }
  const input = Readable.from(counted(), { objectMode: false });
  const gunzip = createGunzip();
  input.on('error', (error) => gunzip.destroy(error));
  let size = 0;
  try {
    for await (const chunk of input.pipe(gunzip)) {
      size += (chunk as Buffer).length;
      if (size > Math.max(MAX_UNPACKED_BYTES, packed * MAX_UNPACKED_RATIO)) throw new ArchiveBomb();
      yield chunk as Buffer;
    }
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}
