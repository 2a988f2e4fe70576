import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { MAX_INPUT_BYTES } from '../limits.js';
import { addHeader } from './read-records.js';

/** A response as an archive keeps it. */
export interface ArchivedResponse {
  readonly status: number;
  /** In lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** The body without its transfer and content coding; null when it unpacks to more than a text may hold. */
  readonly body: Buffer | null;
}

/** Takes a response apart, or gives null for bytes that are none. Crawlers that store bodies unpacked keep the header: then the body is as it is. */
export function parseResponse(block: Buffer): ArchivedResponse | null {
  const [end, length] = headEnd(block);
  if (end < 0) return null;
  const [statusLine = '', ...lines] = block.toString('latin1', 0, end).split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(statusLine)?.[1];
  if (status === undefined) return null;
  const headers = new Map<string, string>();
  let last = '';
  for (const line of lines) last = addHeader(headers, line, last);
  const body = block.subarray(end + length);
  const whole = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '') ? dechunked(body) : body;
  return { status: Number(status), headers, body: decoded(whole, headers.get('content-encoding') ?? '') };
}

/** Where the head ends, and how long the blank line after it is. */
function headEnd(block: Buffer): readonly [number, number] {
  const proper = block.indexOf('\r\n\r\n');
  const bare = block.indexOf('\n\n');
  return proper >= 0 && (bare < 0 || proper < bare) ? [proper, 4] : [bare, 2];
}

/** The body of chunks (RFC 9112, 7.1); a body that is not in chunks comes back as it is. */
function dechunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = body.indexOf('\r\n', at);
    const size = lineEnd < 0 || lineEnd - at > 64 ? Number.NaN : parseInt(body.toString('latin1', at, lineEnd), 16);
    if (!Number.isSafeInteger(size)) return parts.length === 0 ? body : Buffer.concat(parts);
    if (size === 0) return Buffer.concat(parts);
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
    if (at > body.length) return Buffer.concat(parts);
  }
}

function decoded(body: Buffer, coding: string): Buffer | null {
  const unpack = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync }[
    coding.trim().toLowerCase()
  ];
  if (unpack === undefined || body.length === 0) return body;
  try {
    return unpack(body, { maxOutputLength: MAX_INPUT_BYTES });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? null : body;
  }
}
