import type { Extracted } from '../extracted.js';
import { unwrapLines } from './unwrap-lines.js';

const LONGEST_TITLE = 150;

/**
 * A plain text as it is, with hard-wrapped paragraphs joined. The first line is also the title when it is short, does not end like a
 * sentence and is followed by a blank line; it stays in the text, so that offsets are those of the file.
 * @param text normalised text
 */
export function extractPlain(text: string): Extracted {
  const title = /^([^\n]+)\n\n/.exec(text)?.[1]?.trim();
  const isTitle =
    title !== undefined &&
    title.length <= LONGEST_TITLE &&
    /[\p{L}\p{N}]/u.test(title) &&
    !/[.,;:…]["'”’)]?$/u.test(title);
  return { text: unwrapLines(text), ...(isTitle ? { title } : {}) };
}
