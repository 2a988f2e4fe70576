import { isUtf8 } from 'node:buffer';
import type { Failure } from '../domain/failure.js';
import { ok, type Result } from '../domain/result.js';
import { failed } from './failures.js';
import { hasUtf16Mark } from './recognise-binary.js';
import { decodeWindows1252 } from './windows-1252.js';

/**
 * Bytes as text: UTF-8 (with or without a byte-order mark), UTF-16 with a byte-order mark, and for HTML the encoding that the page
 * declares when it is not valid UTF-8. Anything else fails with `input-not-utf8`, which names the first bad byte. Linear time.
 * @param name the input as the message calls it
 * @param declared an encoding label from the page itself, e.g. `windows-1252`
 */
export function decodeText(bytes: Uint8Array, name: string, declared?: string): Result<string, Failure> {
  if (hasUtf16Mark(bytes)) return decodeUtf16(bytes, name);
  if (isUtf8(bytes)) return ok(new TextDecoder('utf-8').decode(bytes));
  const legacy = declared === undefined ? null : decoderFor(declared);
  if (legacy) return ok(legacy.encoding === 'windows-1252' ? decodeWindows1252(bytes) : legacy.decode(bytes));
  const offset = firstInvalidUtf8(bytes);
  const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0');
  return failed(
    'input-not-utf8',
    `${name} is not UTF-8: byte 0x${byte} at offset ${offset} is invalid; convert it, for example with \`iconv -f WINDOWS-1252 -t UTF-8\`, and read the result.`,
  );
}

/** The encoding an HTML page declares in its first kilobyte (`<meta charset>` or `http-equiv`), or undefined. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta\s[^<>]*?charset\s*=\s*(?:["']\s*)?([\w:.-]+)/i.exec(head)?.[1];
}

/**
 * Offset of the first byte that cannot be UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF),
 * or the length when all of it is valid. A truncated character is reported at its first byte.
 */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0) return i;
    for (let k = 1; k < length; k += 1) {
      const next = bytes[i + k];
      const [low, high] = k === 1 ? secondByteRange(lead) : [0x80, 0xbf];
      if (next === undefined || next < low || next > high) return i;
    }
    i += length;
  }
  return bytes.length;
}

function secondByteRange(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}

function decodeUtf16(bytes: Uint8Array, name: string): Result<string, Failure> {
  const label = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    return ok(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch {
    return failed(
      'input-not-utf8',
      `${name} starts as UTF-16 but is not valid UTF-16 throughout; save it again as UTF-8 and read the result.`,
    );
  }
}

function decoderFor(label: string): TextDecoder | null {
  try {
    const decoder = new TextDecoder(label);
    // A page that claims UTF-8 and is not has no encoding worth believing.
    return decoder.encoding === 'utf-8' ? null : decoder;
  } catch {
    return null;
  }
}
