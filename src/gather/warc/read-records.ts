import { MAX_INPUT_BYTES } from '../limits.js';
import { ByteReader } from './byte-reader.js';

/** One record of a web archive (ISO 28500:2017, WARC 1.0 and 1.1). */
export interface WarcRecord {
  readonly type: string;
  /** In lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** The block as stored; null when it is larger than a text may be, or of a type that is not read. */
  readonly block: Buffer | null;
  /** Whether the archive ends before the block does. */
  readonly isCut: boolean;
}

const TYPES_READ = new Set(['response', 'resource', 'conversion']);
const LONGEST_LINE = 65_536;
const MOST_HEADERS = 1_000;
/** A response's own headers come on top of its body. */
const LARGEST_BLOCK = MAX_INPUT_BYTES + LONGEST_LINE;

/** Thrown where the bytes are no record; what came before it stands. */
export class BrokenArchive extends Error {}

/** The records of an unpacked archive in their order; memory stays within one record. Throws BrokenArchive where the framing is lost. */
export async function* readRecords(source: AsyncIterable<Uint8Array>): AsyncGenerator<WarcRecord> {
  const reader = new ByteReader(source);
  for (;;) {
    let opening = await reader.line(LONGEST_LINE);
    while (opening === '') opening = await reader.line(LONGEST_LINE);
    if (opening === null && (await reader.skip(1)) === 0) return;
    if (opening === null || !/^WARC\/\d+\.\d+$/.test(opening.trim())) throw new BrokenArchive();
    const headers = await readHeaders(reader);
    const type = headers.get('warc-type')?.toLowerCase() ?? '';
    const length = Number(/^\d{1,15}$/.exec(headers.get('content-length') ?? '')?.[0] ?? Number.NaN);
    if (Number.isNaN(length)) throw new BrokenArchive();
    if (!TYPES_READ.has(type) || length > LARGEST_BLOCK) {
      const skipped = await reader.skip(length);
      yield { type, headers, block: null, isCut: skipped < length };
    } else {
      const block = await reader.take(length);
      yield { type, headers, block, isCut: block.length < length };
    }
  }
}

/** Header lines up to a blank one; a line that begins with white space goes on with the one before. */
async function readHeaders(reader: ByteReader): Promise<Map<string, string>> {
  const headers = new Map<string, string>();
  let last = '';
  for (let count = 0; count < MOST_HEADERS; count += 1) {
    const line = await reader.line(LONGEST_LINE);
    if (line === null) throw new BrokenArchive();
    if (line === '') return headers;
    last = addHeader(headers, line, last);
  }
  throw new BrokenArchive();
}

/** Adds a header line and gives its name; the first of a name counts. */
export function addHeader(headers: Map<string, string>, line: string, last: string): string {
  if (/^[ \t]/.test(line)) {
    headers.set(last, `${headers.get(last) ?? ''} ${line.trim()}`);
    return last;
  }
  const colon = line.indexOf(':');
  const name = (colon < 0 ? line : line.slice(0, colon)).trim().toLowerCase();
  if (!headers.has(name)) headers.set(name, colon < 0 ? '' : line.slice(colon + 1).trim());
  return name;
}
