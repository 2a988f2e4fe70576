import { gunzipSync } from 'node:zlib';
import type { DocumentFormat } from '../domain/document.js';
import { hasFrontMatter } from './markdown/front-matter.js';

/** What an input is: one text, several articles in a file, or an archive of web pages. */
export type InputFormat = DocumentFormat | 'warc' | 'wacz';

/** File name endings that are read from folders, and the format of each. */
export const FORMAT_BY_ENDING: Readonly<Record<string, InputFormat>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.eml': 'email',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.jsonl.gz': 'jsonl',
  '.ndjson.gz': 'jsonl',
  '.warc': 'warc',
  '.warc.gz': 'warc',
  '.wacz': 'wacz',
};

/** The name's ending in lower case with its dot, or an empty string; `.warc.gz` is one ending. */
export const endingOf = (name: string): string => /(?:\.(?:warc|jsonl|ndjson)\.gz|\.[^./\\]+)$/i.exec(name)?.[0].toLowerCase() ?? '';

/** The format that a name alone promises; plain text when it promises none. */
export const promisedFormat = (name: string): InputFormat => FORMAT_BY_ENDING[endingOf(name)] ?? 'text';

const HEAD_BYTES = 65_536;
const ZIP = Buffer.from('504b0304', 'hex');
const GZIP = Buffer.from('1f8b', 'hex');

/**
 * The format of an input. What the bytes are outranks the name: PDF, Word, web archives and pages are known by how they open. Else the
 * ending tells; a nameless input is e-mail when it opens with a message's headers, Markdown with front matter, and plain text otherwise.
 */
export function formatOf(name: string, bytes: Uint8Array): InputFormat {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES));
  if (head.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.subarray(0, ZIP.length).equals(ZIP)) return formatOfZip(name, head);
  if (head.subarray(0, GZIP.length).equals(GZIP)) return isGzippedWarc(head) ? 'warc' : promisedFormat(name);
  if (/^WARC\/\d/.test(head.toString('latin1', 0, 6))) return 'warc';
  const opening = head
    .toString('utf8', 0, 4096)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html)[\s>]/i.test(opening)) return 'html';
  const promised = FORMAT_BY_ENDING[endingOf(name)];
  if (promised !== undefined) return promised;
  if (opensAsMessage(opening)) return 'email';
  return hasFrontMatter(opening) ? 'markdown' : 'text';
}

function formatOfZip(name: string, head: Buffer): InputFormat {
  if (head.includes('word/')) return 'docx';
  if (head.includes('datapackage.json') || head.includes('archive/')) return 'wacz';
  return promisedFormat(name);
}

function isGzippedWarc(head: Buffer): boolean {
  try {
    return gunzipSync(head, { finishFlush: 2, maxOutputLength: 10_000_000 })
      .subarray(0, 5)
      .equals(Buffer.from('WARC/'));
  } catch {
    return false;
  }
}

/** Header lines up to a blank one, with those that every sent message has (RFC 5322, RFC 2045). */
function opensAsMessage(opening: string): boolean {
  const headers = opening.split('\n\n', 1)[0] ?? '';
  return (
    /^(?:[\w-]+: .*|[ \t].*)(?:\n(?:[\w-]+:.*|[ \t].*))*$/.test(headers) &&
    /^from:/im.test(headers) &&
    /^(?:message-id|mime-version):/im.test(headers)
  );
}

/** Formats that are one text whose bytes are its characters. */
export type TextFormat = 'text' | 'html' | 'markdown';
export const isTextFormat = (format: InputFormat): format is TextFormat =>
  format === 'text' || format === 'html' || format === 'markdown';
