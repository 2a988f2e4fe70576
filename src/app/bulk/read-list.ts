import { createReadStream } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { HoldoutError } from '../../domain/failure.js';

/** A line of a list: the input it names, or null for one that names none. */
export interface ListLine {
  /** 1, 2, 3, … */
  readonly number: number;
  readonly input: string | null;
}

/**
 * The inputs that a list names, one a line, in order: paths of a crawl (`crawl-data/…/CC-NEWS-….warc.gz`), web addresses, files beside the
 * list, or rows of a table parted by tabs with a web address in one of its columns, as GDELT's files have it; the last such column counts.
 * Blank lines, lines that open with `#` and rows without an address name nothing. A list may be packed with gzip. Fails with
 * `input-unreadable`.
 * @param base what paths are relative to: an address such as `https://data.commoncrawl.org/`, or a folder; the list's own folder when absent
 */
export async function* readList(file: string, base?: string): AsyncGenerator<ListLine> {
  const bytes = createReadStream(file);
  const unpacked = file.toLowerCase().endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  // A stream's failure does not pass through a pipe.
  bytes.on('error', (error) => unpacked.destroy(error));
  const lines = createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  try {
    // readline keeps a failure of its input to itself.
    const failed = new Promise<never>((_, reject) => unpacked.once('error', reject));
    failed.catch(() => undefined);
    const each = lines[Symbol.asyncIterator]();
    for (;;) {
      const next = await Promise.race([each.next(), failed]);
      if (next.done === true) return;
      number += 1;
      yield { number, input: inputOf(next.value, file, base) };
    }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown trouble';
    throw new HoldoutError('input-unreadable', `The list ${file} cannot be read (${code}); give a text file with one address or path a line.`, { cause });
  } finally {
    lines.close();
    bytes.destroy();
  }
}

function inputOf(line: string, file: string, base: string | undefined): string | null {
  if (line.trim() === '' || line.startsWith('#')) return null;
  const columns = line.split('\t');
  if (columns.length > 1) return columns.map((column) => column.trim()).findLast((column) => /^https?:\/\/\S+$/i.test(column)) ?? null;
  const name = line.trim();
  if (/^https?:\/\//i.test(name) || isAbsolute(name)) return name;
  if (base !== undefined && /^https?:\/\//i.test(base)) return URL.canParse(name, base) ? new URL(name, base).href : null;
  return join(base ?? dirname(file), name);
}
