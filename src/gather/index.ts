export { createDocument } from './create-document.js';
export { documentFromBytes, type InputDescription } from './document-from-bytes.js';
export { documentsFrom, type Found } from './documents-from.js';
export type { Fetcher, FetcherOptions } from './fetch/fetcher.js';
export { openFetcher } from './fetch/open-fetcher.js';
export type { FileAccess, FolderEntry, InputEntry } from './file-access.js';
export { loadDocuments, type Gathered, type GatherDeps, type GatherOptions } from './load-documents.js';
export { MAX_INPUT_BYTES } from './limits.js';
export { normaliseText } from './normalise-text.js';
