import binaryFormats from './binary-formats.json' with { type: 'json' };

/** What a file is when it is no text, and what a person can do about it. */
export interface BinaryFormat {
  /** With its article, ready for a sentence: "a PDF". */
  readonly name: string;
  readonly remedy: string;
}

interface Signature extends BinaryFormat {
  readonly hex: string;
  /** Offset of the signature in bytes; 0 when absent. */
  readonly at?: number;
  /** The signature may start anywhere in this many first bytes. */
  readonly within?: number;
  /** ASCII text that must also occur in the first 64 kB. */
  readonly contains?: string;
  /** Inclusive range of the byte after the signature. */
  readonly thenByte?: readonly number[];
}

const SNIFFED_BYTES = 65_536;
const UNKNOWN: BinaryFormat = { name: 'a binary file', remedy: 'export its text as UTF-8 and read that file' };
const WIDE: BinaryFormat = {
  name: 'UTF-16 text without a byte-order mark',
  remedy: 'convert it with `iconv -f UTF-16LE -t UTF-8` (or UTF-16BE) and read the result',
};

/** Share of control bytes above which a text is taken for binary; terminal logs with colours stay below. */
const CONTROL_SHARE = 0.05;

function matches(head: Buffer, signature: Signature): boolean {
  const magic = Buffer.from(signature.hex, 'hex');
  const at = signature.within === undefined ? (signature.at ?? 0) : head.subarray(0, signature.within).indexOf(magic);
  if (at < 0 || !head.subarray(at, at + magic.length).equals(magic)) return false;
  if (signature.contains !== undefined && !head.includes(signature.contains, 0, 'latin1')) return false;
  const [low = 0, high = 255] = signature.thenByte ?? [];
  const next = head[at + magic.length] ?? 0;
  return signature.thenByte === undefined || (next >= low && next <= high);
}

/** Whether zero bytes sit (nearly) all on even or all on odd offsets, as in Latin text in UTF-16. */
function looksWide(head: Buffer): boolean {
  let even = 0;
  let odd = 0;
  head.forEach((byte, i) => {
    if (byte === 0) {
      if (i % 2 === 0) even += 1;
      else odd += 1;
    }
  });
  return Math.max(even, odd) > head.length * 0.3 && Math.min(even, odd) < head.length * 0.02;
}

/**
 * Says which binary format the bytes are, or null for what may be text in UTF-8 or UTF-16 with a byte-order mark.
 * Looks at the first 64 kB for signatures and control characters, and at all bytes for NUL.
 */
export function recogniseBinary(bytes: Uint8Array): BinaryFormat | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = all.subarray(0, SNIFFED_BYTES);
  for (const signature of binaryFormats.formats as readonly Signature[]) if (matches(head, signature)) return signature;
  if (hasUtf16Mark(head)) return null;
  if (all.includes(0)) return looksWide(head) ? WIDE : UNKNOWN;
  let controls = 0;
  for (const byte of head)
    if ((byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) || byte === 0x7f) controls += 1;
  return controls > head.length * CONTROL_SHARE ? UNKNOWN : null;
}

/** Whether the bytes start with the byte-order mark of UTF-16 (and not of UTF-32). */
export function hasUtf16Mark(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0xfe && b === 0xff) || (a === 0xff && b === 0xfe && !(c === 0 && d === 0));
}
