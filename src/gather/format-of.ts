import type { DocumentFormat } from '../domain/document.js';
import { hasFrontMatter } from './markdown/front-matter.js';

/** File name endings that are read from folders, and the format of each. */
export const FORMAT_BY_ENDING: Readonly<Record<string, DocumentFormat>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
};

/** The name's ending in lower case with its dot, or an empty string. */
export const endingOf = (name: string): string => /\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? '';

/**
 * The format of an input: HTML when it opens as a page, whatever it is called; else by its ending; else Markdown when it opens with
 * front matter, and plain text otherwise.
 */
export function formatOf(name: string, bytes: Uint8Array): DocumentFormat {
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 4096))
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i.test(head)) return 'html';
  return FORMAT_BY_ENDING[endingOf(name)] ?? (hasFrontMatter(head) ? 'markdown' : 'text');
}
