import type { IsoDate, Sha256 } from './ids.js';

/** What a text was before it became text; for a row of a media-monitoring export, the export's format. */
export const DOCUMENT_FORMATS = ['text', 'html', 'markdown', 'pdf', 'docx', 'email', 'csv', 'jsonl'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** A text as handed to the reader: the words and what is known about them. */
export interface SourceText {
  /** Normalised text: NFC, `\n` line ends, no byte-order mark, no control characters. Offsets everywhere index into this. */
  readonly text: string;
  readonly title?: string;
  readonly publisher?: string;
  /** Day of publication. */
  readonly published?: IsoDate;
  /** Where it was found: a URL, or a file's base name. */
  readonly address?: string;
}

/** An immutable document of the register. An edited article is another document. */
export interface Document extends SourceText {
  /** SHA-256 over text, title, publisher and published date: the same coverage twice is one document. */
  readonly id: Sha256;
  /** SHA-256 of the text alone: equal for the same words under two mastheads. */
  readonly textSha256: Sha256;
  readonly format: DocumentFormat;
}
