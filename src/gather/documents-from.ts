import type { Document } from '../domain/document.js';
import type { Failure } from '../domain/failure.js';
import type { Result } from '../domain/result.js';
import { csvParts } from './csv/csv-parts.js';
import {
  documentFromBytes,
  documentFromExtracted,
  hostOf,
  tooLarge,
  type InputDescription,
} from './document-from-bytes.js';
import { messageParts } from './email/message-parts.js';
import type { InnerFile, Part } from './extracted.js';
import { failed, printableName } from './failures.js';
import { runGuarded } from './guarded/run-guarded.js';
import { readableInside, formatOfMediaType } from './inner-format.js';
import { formatOf, type InputFormat } from './input-format.js';
import { jsonlParts } from './jsonl/jsonl-parts.js';
import { jsonlStream } from './jsonl/jsonl-stream.js';
import { MAX_BYTES, MAX_NESTING } from './limits.js';
import { warcParts } from './warc/warc-parts.js';
import { waczParts } from './wacz/wacz-parts.js';
import type { RangeSource } from './zip/open-zip.js';

/** What was found in one input, in its order. */
export type Found =
  | {
      readonly kind: 'document';
      readonly document: Document;
      /** When it stood at its web address, as an ISO instant; absent for what was found at none. */
      readonly seenAt?: string;
    }
  /** Something that was not read, and why: one sentence. */
  | { readonly kind: 'left-out'; readonly message: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * Every document in one input: one for a text, as many as there are for exports, messages with attachments and web archives. Never throws
 * for what the bytes are; each trouble is one sentence, and what can be read beside it is read.
 */
export async function* documentsFrom(bytes: Uint8Array, input: InputDescription, depth = 0): AsyncGenerator<Found> {
  const name = printableName(input.name);
  const format = input.format ?? formatOf(input.name, bytes);
  if (bytes.length > MAX_BYTES[format]) {
    yield toFound(tooLarge(name, bytes.length, MAX_BYTES[format]));
    return;
  }
  if (bytes.length === 0) {
    yield toFound(failed('input-empty', `${name} is empty; check that it is the file you meant.`));
    return;
  }
  yield* documentsFromParts(partsOf(bytes, format, name), { ...input, format }, depth);
}

/** The documents of an archive that is read from its place, without holding it; `name` is printable. */
export const documentsFromArchive = (
  archive:
    | { readonly format: 'warc'; readonly bytes: AsyncIterable<Uint8Array> }
    | { readonly format: 'wacz'; readonly file: RangeSource }
    | { readonly format: 'jsonl'; readonly bytes: AsyncIterable<Uint8Array>; readonly isPacked: boolean },
  input: InputDescription,
): AsyncGenerator<Found> => documentsFromParts(archiveParts(archive, printableName(input.name)), input, 0);

function archiveParts(archive: Parameters<typeof documentsFromArchive>[0], name: string): AsyncIterable<Part> {
  switch (archive.format) {
    case 'warc':
      return warcParts(archive.bytes, name);
    case 'wacz':
      return waczParts(archive.file, name);
    case 'jsonl':
      return jsonlStream(archive.bytes, name, archive.isPacked);
  }
}

/** The parts of a format that holds several, or `whole` for one that is a text itself. */
function partsOf(
  bytes: Uint8Array,
  format: InputFormat,
  name: string,
): AsyncIterable<Part> | Iterable<Part> | WholeText {
  switch (format) {
    case 'text':
    case 'html':
    case 'markdown':
      return { whole: bytes };
    case 'pdf':
    case 'docx':
      return guardedParts(bytes, format, name);
    case 'email':
      return messageParts(bytes, name);
    case 'csv':
      return csvParts(bytes, name);
    case 'jsonl':
      return jsonlParts(bytes, name);
    case 'warc':
      return warcParts(once(bytes), name);
    case 'wacz':
      return waczParts(bytes, name);
  }
}

interface WholeText {
  readonly whole: Uint8Array;
}

async function* documentsFromParts(
  parts: AsyncIterable<Part> | Iterable<Part> | WholeText,
  input: InputDescription,
  depth: number,
): AsyncGenerator<Found> {
  if ('whole' in parts) {
    yield toFound(documentFromBytes(parts.whole, input));
    return;
  }
  let isEmpty = true;
  for await (const part of parts) {
    isEmpty = false;
    switch (part.kind) {
      case 'text':
        yield toFound(documentFromExtracted(part.extracted, part.format, { ...input, name: part.name }));
        break;
      case 'file':
        yield* documentsInside(part.file, input, depth + 1);
        break;
      case 'left-out':
      case 'failed':
        yield part;
    }
  }
  if (isEmpty)
    yield toFound(
      failed('input-empty', `${printableName(input.name)} holds no articles; check that it is the file you meant.`),
    );
}

async function* documentsInside(file: InnerFile, outer: InputDescription, depth: number): AsyncGenerator<Found> {
  if (depth >= MAX_NESTING) {
    yield { kind: 'left-out', message: `${file.name} was left out: it lies ${depth} files deep.` };
    return;
  }
  const format =
    file.fileName === undefined
      ? formatOfMediaType(file.mediaType ?? '', file.bytes)
      : readableInside(file.fileName, file.mediaType ?? '', file.bytes);
  const input: InputDescription = {
    name: file.name,
    format: format ?? 'text',
    ...(file.charset === undefined ? {} : { charset: file.charset }),
    ...(outer.published === undefined ? {} : { published: outer.published }),
    ...(outer.publisher === undefined ? {} : { publisher: outer.publisher }),
    ...(file.address === undefined ? {} : { address: file.address }),
    otherwise: { publisher: file.publisher, published: file.published },
  };
  for await (const found of documentsFrom(file.bytes, input, depth))
    yield file.seenAt === undefined || file.address === undefined ? found : seenAt(found, file.address, file.seenAt);
}

/** Notes when a document stood at a web address, if it did: what lies inside an export or a message did not. */
export function seenAt(found: Found, address: string, instant: string): Found {
  if (found.kind !== 'document') return found;
  const { format, address: own } = found.document;
  const isPage = format !== 'csv' && format !== 'jsonl' && format !== 'email';
  const host = hostOf(address);
  return isPage && host !== null && own !== undefined && hostOf(own) === host ? { ...found, seenAt: instant } : found;
}

async function* guardedParts(bytes: Uint8Array, format: 'pdf' | 'docx', name: string): AsyncGenerator<Part> {
  const answer = await runGuarded({ bytes, format, name });
  if (!answer.ok) {
    yield { kind: 'failed', failure: answer.error };
    return;
  }
  yield { kind: 'text', format, name, extracted: answer.value };
  for (const message of answer.value.notes) yield { kind: 'left-out', message };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const toFound = (result: Result<Document, Failure>): Found =>
  result.ok ? { kind: 'document', document: result.value } : { kind: 'failed', failure: result.error };
