import { endingOf, FORMAT_BY_ENDING, formatOf, type InputFormat } from './input-format.js';
import { own } from '../domain/own.js';

const FORMAT_BY_MEDIA_TYPE: Readonly<Record<string, InputFormat>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'message/rfc822': 'email',
  'text/csv': 'csv',
};
const ARCHIVES: readonly InputFormat[] = ['warc', 'wacz'];

/** The media type of a `Content-Type` header in lower case, and its charset. */
export function parseMediaType(header: string | null | undefined): { mediaType: string; charset: string | undefined } {
  const [type = '', ...parameters] = (header ?? '').split(';');
  const charset = parameters.map((p) => /^\s*charset\s*=\s*"?([\w:.-]+)/i.exec(p)?.[1]).find((c) => c !== undefined);
  return { mediaType: type.trim().toLowerCase(), charset };
}

/** The format of bytes that a media type describes; null for a type that is not read. */
export function formatOfMediaType(mediaType: string, bytes: Uint8Array): InputFormat | null {
  const told = own(FORMAT_BY_MEDIA_TYPE, mediaType);
  if (told === undefined)
    return mediaType === '' || mediaType === 'application/octet-stream' ? known(formatOf('', bytes)) : null;
  // A page served as text, or a PDF served as a page, is what its bytes say.
  const seen = formatOf('', bytes);
  return seen === 'text' || seen === 'markdown' ? told : known(seen);
}

const known = (format: InputFormat): InputFormat | null => (ARCHIVES.includes(format) ? null : format);

/** The format of a file in another file, by its name and then its media type; null when it is not read there, as archives are not. */
export function readableInside(fileName: string, mediaType: string, bytes: Uint8Array): InputFormat | null {
  const ending = endingOf(fileName);
  if (FORMAT_BY_ENDING[ending] !== undefined) return known(formatOf(fileName, bytes));
  return Object.hasOwn(FORMAT_BY_MEDIA_TYPE, mediaType) ? formatOfMediaType(mediaType, bytes) : null;
}
