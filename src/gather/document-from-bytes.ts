import type { Document, DocumentFormat } from '../domain/document.js';
import type { Failure } from '../domain/failure.js';
import type { IsoDate } from '../domain/ids.js';
import { ok, type Result } from '../domain/result.js';
import { createDocument } from './create-document.js';
import { declaredCharset, decodeText } from './decode-text.js';
import type { Extracted } from './extracted.js';
import { failed, megabytes, printableName } from './failures.js';
import { formatOf, isTextFormat, type InputFormat, type TextFormat } from './input-format.js';
import { extractHtml } from './html/extract-html.js';
import { MAX_INPUT_BYTES } from './limits.js';
import { extractMarkdown } from './markdown/extract-markdown.js';
import { normaliseLine, normaliseText } from './normalise-text.js';
import { extractPlain } from './plain/plain-text.js';
import { recogniseBinary } from './recognise-binary.js';

/** What is known of an input besides its bytes. */
export interface InputDescription {
  /** File name, path or "standard input": messages call it so, and its ending helps to tell the format. */
  readonly name: string;
  /** Overrides the format told from name and content. */
  readonly format?: InputFormat;
  /** The encoding that its server named; what the bytes themselves say outranks it. */
  readonly charset?: string;
  /** Given by the user; each overrides what the input says of itself. */
  readonly published?: IsoDate;
  readonly publisher?: string;
  /** Used where the input says nothing of its own. */
  readonly otherwise?: {
    readonly title?: string | undefined;
    readonly publisher?: string | undefined;
    readonly published?: IsoDate | undefined;
  };
  /** Used when the page names no address of its own. */
  readonly address?: string;
}

/**
 * Turns one input that is a single text into an immutable document, or says in one sentence why it cannot: too large, binary, not UTF-8,
 * malformed front matter, or without text. Reads no clock and no disk. `documentsFrom` takes every format.
 */
export function documentFromBytes(bytes: Uint8Array, input: InputDescription): Result<Document, Failure> {
  const name = printableName(input.name);
  if (bytes.length > MAX_INPUT_BYTES) return tooLarge(name, bytes.length);
  if (bytes.length === 0) return failed('input-empty', `${name} is empty; check that it is the file you meant.`);
  const binary = recogniseBinary(bytes);
  if (binary) return failed('input-binary', `${name} is ${binary.name}, not text; ${binary.remedy}.`, 'unsupported');
  const told = input.format ?? formatOf(input.name, bytes);
  const format = isTextFormat(told) ? told : 'text';
  const decoded = decodeText(bytes, name, (format === 'html' ? declaredCharset(bytes) : undefined) ?? input.charset);
  if (!decoded.ok) return decoded;
  const extracted = extract(decoded.value, format, name);
  return extracted.ok ? documentFromExtracted(extracted.value, format, input) : extracted;
}

/** The document of what an extractor found, or a sentence that it holds no words. */
export function documentFromExtracted(
  extracted: Extracted,
  format: DocumentFormat,
  input: InputDescription,
): Result<Document, Failure> {
  const text = normaliseText(extracted.text);
  if (!/[\p{L}\p{N}]/u.test(text)) return failed('input-empty', emptyMessage(printableName(input.name), format));
  const { otherwise } = input;
  const title = normaliseLine(extracted.title) ?? normaliseLine(otherwise?.title);
  const publisher =
    normaliseLine(input.publisher) ?? normaliseLine(extracted.publisher) ?? normaliseLine(otherwise?.publisher);
  const published = input.published ?? extracted.published ?? otherwise?.published;
  const address = addressOf(normaliseLine(extracted.address), normaliseLine(input.address));
  return ok(
    createDocument(
      {
        text,
        ...(title === undefined ? {} : { title }),
        ...(publisher === undefined ? {} : { publisher }),
        ...(published === undefined ? {} : { published }),
        ...(address === undefined ? {} : { address }),
      },
      format,
    ),
  );
}

/** The address a page gives itself, unless it was found on another host: a page must not pass for one of another outlet. */
function addressOf(own: string | undefined, found: string | undefined): string | undefined {
  const host = found === undefined ? null : hostOf(found);
  return own === undefined || (host !== null && hostOf(own) !== host) ? found : own;
}

/** The host of a web address without `www.`, or null for anything else. */
export const hostOf = (address: string): string | null =>
  /^https?:\/\/([^/?#:]+)/i
    .exec(address)?.[1]
    ?.toLowerCase()
    .replace(/^www\./, '') ?? null;

/** The failure for an input above the limit; `bytes` is its size, or a lower bound when `isAtLeast`. */
export function tooLarge(
  name: string,
  bytes: number,
  limit = MAX_INPUT_BYTES,
  isAtLeast = false,
): { readonly ok: false; readonly error: Failure } {
  const whole = limit === MAX_INPUT_BYTES ? ' for one text' : '';
  return failed(
    'input-too-large',
    `${name} holds ${isAtLeast ? 'more than ' : ''}${megabytes(bytes)} and the limit is ${megabytes(limit)}${whole}; split it into articles and read those.`,
  );
}

function extract(raw: string, format: TextFormat, name: string): Result<Extracted, Failure> {
  switch (format) {
    case 'text':
      return ok(extractPlain(normaliseText(raw)));
    case 'markdown':
      return extractMarkdown(raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), name);
    case 'html':
      return ok(extractHtml(raw));
  }
}

const emptyMessage = (name: string, format: DocumentFormat): string =>
  format === 'html'
    ? `${name} is a page without readable text (its words may be loaded by a script); open it in a browser, save its text and read that file.`
    : `${name} holds no words; check that it is the file you meant.`;
