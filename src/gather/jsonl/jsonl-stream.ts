import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import type { Part } from '../extracted.js';
import { leftOut } from '../extracted.js';
import { failed, megabytes } from '../failures.js';
import { MAX_INPUT_BYTES } from '../limits.js';
import { jsonlReader } from './jsonl-parts.js';

/** Longest line of a dump: an article, its JSON and what else the line holds. */
const LONGEST_LINE = 2 * MAX_INPUT_BYTES;

/**
 * The articles of a JSON Lines dump of any size, packed with gzip or not, in UTF-8; one line is held at a time. A damaged dump gives what comes
 * before the damage.
 * @param name the input as messages call it
 */
export async function* jsonlStream(source: AsyncIterable<Uint8Array>, name: string, isPacked: boolean): AsyncGenerator<Part> {
  const read = jsonlReader(name);
  let number = 0;
  try {
    for await (const line of linesOf(isPacked ? Readable.from(source, { objectMode: false }).pipe(createGunzip()) : source)) {
      number += 1;
      if (line === null) yield leftOut(`${name}, line ${number} was left out: it holds more than ${megabytes(LONGEST_LINE)}.`);
      else yield* read(line, number);
    }
  } catch (error) {
    const isDamage = error instanceof TypeError || (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'));
    if (!isDamage) throw error;
    yield { kind: 'failed', failure: failed('input-unreadable', `${name} is damaged or not UTF-8 after line ${number}, and what comes before was read; fetch the dump again.`).error };
  }
}

/** Lines of UTF-8; null for one that is too long, whose rest is dropped. Throws TypeError for bytes that are not UTF-8. */
async function* linesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<string | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let held = '';
  let isTooLong = false;
  for await (const chunk of chunks) {
    const pieces = (held + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n');
    held = pieces.pop() ?? '';
    for (const piece of pieces) {
      yield isTooLong ? null : piece;
      isTooLong = false;
    }
    if (held.length > LONGEST_LINE) {
      isTooLong = true;
      held = '';
    }
  }
  held += decoder.decode();
  if (isTooLong) yield null;
  else if (held !== '') yield held;
}
