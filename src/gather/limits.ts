import type { InputFormat } from './input-format.js';

/** The largest text that is read, in bytes: about 3 million English words, far beyond any article. */
export const MAX_INPUT_BYTES = 20_000_000;

/**
 * The largest input of each format that is read whole, in bytes. Pictures make PDF, DOCX and e-mail larger than their words; an export
 * holds many articles. Web archives are read record by record, so only their records have a limit (`MAX_INPUT_BYTES`).
 */
export const MAX_BYTES: Readonly<Record<InputFormat, number>> = {
  text: MAX_INPUT_BYTES,
  html: MAX_INPUT_BYTES,
  markdown: MAX_INPUT_BYTES,
  pdf: 50_000_000,
  docx: 50_000_000,
  email: 50_000_000,
  csv: 100_000_000,
  jsonl: 100_000_000,
  warc: Number.POSITIVE_INFINITY,
  wacz: Number.POSITIVE_INFINITY,
};

/** The largest archive that is read from a pipe or out of another file, where it must be held in memory. */
export const MAX_HELD_ARCHIVE_BYTES = 200_000_000;

/** Bytes that one archive may unpack to whatever its size, and beyond that the times its size: news compresses about five times. */
export const MAX_UNPACKED_BYTES = 200_000_000;
export const MAX_UNPACKED_RATIO = 50;

/** Records of a web archive, or entries of a zip, beyond which the rest is left out. */
export const MAX_ENTRIES = 1_000_000;

/** Files inside files: a web archive in its zip, a page in that, is three. */
export const MAX_NESTING = 4;

/** Pages of one PDF; a treaty with its annexes has a thousand. */
export const MAX_PDF_PAGES = 5_000;

/** What the XML of one DOCX may unpack to, in bytes; the text of a long report has one million. */
export const MAX_DOCX_UNPACKED_BYTES = 60_000_000;

/** Time and memory that one PDF or DOCX may take before its worker is ended. */
export const MAX_EXTRACT_MS = 60_000;
export const MAX_EXTRACT_BYTES = 1_500_000_000;

/** Nesting of HTML elements beyond which Readability is left out: its cost grows with the square of the depth (5.6 s at 1,000). */
export const MAX_READABILITY_DEPTH = 200;

/** HTML elements beyond which Readability is left out; a long news page with its menus has about 5,000. */
export const MAX_READABILITY_ELEMENTS = 50_000;

/** The largest web archive that is fetched, in bytes, and how long that may take; archives of a crawl have about 1 GB. */
export const MAX_DOWNLOADED_BYTES = 5_000_000_000;
export const MAX_DOWNLOAD_MS = 3 * 3_600_000;
