import { open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { own } from '../../domain/own.js';

/** Thrown when a body, as sent or unpacked, exceeds the limit. */
export class BodyTooLarge extends Error {}
/** Thrown for a content coding that was not asked for. */
export class UnknownCoding extends Error {}

/** What the fetcher can unpack, for `Accept-Encoding`. */
export const ACCEPTED_CODINGS = 'gzip, deflate, br';

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
};

/**
 * Reads a body without its content coding; the limit holds for the bytes sent and for the bytes unpacked, and nothing beyond it is kept.
 * Throws BodyTooLarge, UnknownCoding, or what the connection or the unpacking threw.
 * @param coding the `Content-Encoding` header, empty when there is none
 */
export async function readBody(body: Readable, coding: string, limit: number, signal: AbortSignal): Promise<Buffer> {
  const kept: Buffer[] = [];
  let sent = 0;
  let size = 0;
  const count = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      sent += chunk.length;
      if (sent > limit) throw new BodyTooLarge();
      yield chunk;
    }
  };
  const keep = async function (chunks: AsyncIterable<Buffer | string>): Promise<void> {
    for await (const chunk of chunks) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > limit) throw new BodyTooLarge();
      kept.push(bytes);
    }
  };
  const name = coding.trim().toLowerCase();
  if (name === '' || name === 'identity') await pipeline(body, count, keep, { signal });
  else {
    const decoder = own(DECODERS, name);
    if (decoder === undefined) throw new UnknownCoding();
    await pipeline(body, count, decoder(), keep, { signal });
  }
  return Buffer.concat(kept);
}

/** Writes a body without content coding to a file, within the limit; gives no bytes. Throws as `readBody`, and then no file is left. */
export async function saveBody(body: Readable, coding: string, limit: number, signal: AbortSignal, file: string): Promise<Buffer> {
  if (!['', 'identity'].includes(coding.trim().toLowerCase())) throw new UnknownCoding();
  let size = 0;
  const count = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > limit) throw new BodyTooLarge();
      yield chunk;
    }
  };
  // Opened before anything can fail: a stream that is destroyed while it opens its file makes the file after the failure was told.
  const handle = await open(file, 'w');
  try {
    await pipeline(body, count, handle.createWriteStream(), { signal });
  } catch (cause) {
    await handle.close();
    await rm(file, { force: true });
    throw cause;
  }
  return Buffer.alloc(0);
}
