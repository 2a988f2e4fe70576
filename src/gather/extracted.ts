import type { DocumentFormat } from '../domain/document.js';
import type { Failure } from '../domain/failure.js';
import type { IsoDate } from '../domain/ids.js';

/** What one format's extractor finds in a source; every field but the text may be missing. Not yet normalised. */
export interface Extracted {
  /** One paragraph, heading, caption or list item on each line. */
  readonly text: string;
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: IsoDate | undefined;
  readonly address?: string | undefined;
}

/** A file inside a file: a page in a web archive, an attachment of a message. */
export interface InnerFile {
  readonly bytes: Uint8Array;
  /** What messages call it, with its place: `crawl.warc: https://harbour.example/a`. */
  readonly name: string;
  /** Tells the format when the bytes do not: a media type such as `text/html`, or a file name. */
  readonly fileName?: string;
  readonly mediaType?: string;
  readonly charset?: string;
  readonly address?: string;
  /** Used where the inner file says nothing of its own. */
  readonly publisher?: string | undefined;
  readonly published?: IsoDate | undefined;
  /** When it was captured, as an ISO instant. */
  readonly seenAt?: string;
}

/** One thing found in an input, in the order of the input. */
export type Part =
  | { readonly kind: 'text'; readonly extracted: Extracted; readonly format: DocumentFormat; readonly name: string }
  | { readonly kind: 'file'; readonly file: InnerFile }
  /** Something that was not read, and why: one sentence. */
  | { readonly kind: 'left-out'; readonly message: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const leftOut = (message: string): Part => ({ kind: 'left-out', message });
