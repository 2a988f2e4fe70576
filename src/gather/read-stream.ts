import { MAX_INPUT_BYTES } from './limits.js';

/** All bytes of a pipe, or `too-large` as soon as it exceeds the limit; nothing beyond the limit is kept or waited for. */
export async function readStream(chunks: AsyncIterable<Uint8Array | string>): Promise<Uint8Array | 'too-large'> {
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > MAX_INPUT_BYTES) return 'too-large';
    kept.push(buffer);
  }
  return Buffer.concat(kept);
}
