const HEAD_BYTES = 65_536;

/**
 * All bytes of a pipe, or `too-large` as soon as it exceeds the limit; nothing beyond the limit is kept or waited for.
 * @param limitOf the limit in bytes for what opens with these bytes (64 kB, or all there are)
 */
export async function readStream(
  chunks: AsyncIterable<Uint8Array | string>,
  limitOf: (head: Uint8Array) => number,
): Promise<{ readonly bytes: Uint8Array } | { readonly tooLarge: number }> {
  const kept: Buffer[] = [];
  let bytes = 0;
  let limit: number | null = null;
  for await (const chunk of chunks) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    kept.push(buffer);
    if (limit === null && bytes >= HEAD_BYTES) limit = limitOf(Buffer.concat(kept).subarray(0, HEAD_BYTES));
    if (limit !== null && bytes > limit) return { tooLarge: limit };
  }
  return { bytes: Buffer.concat(kept) };
}
