import { createHash } from 'node:crypto';
import type { Document, DocumentFormat, SourceText } from '../domain/document.js';
import type { Sha256 } from '../domain/ids.js';

/**
 * The immutable document of a normalised text. Its id is the SHA-256 of the JSON array [text, title, publisher, published] (null where
 * absent) in UTF-8, so the same words with the same masthead and day are one document wherever they were found.
 */
export function createDocument(source: SourceText, format: DocumentFormat): Document {
  const { text, title, publisher, published } = source;
  return {
    ...source,
    id: sha256(JSON.stringify([text, title ?? null, publisher ?? null, published ?? null])),
    textSha256: sha256(text),
    format,
  };
}

/** SHA-256 of a string's UTF-8 bytes. */
export function sha256(value: string): Sha256 {
  // SAFETY: a hex digest of SHA-256 is the brand's definition.
  return createHash('sha256').update(value, 'utf8').digest('hex') as Sha256;
}
