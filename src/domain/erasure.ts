import type { Sha256 } from './ids.js';
import type { IsoInstant } from './stored.js';

/** The tombstone of a document whose words were removed for legal reasons. */
export interface Erasure {
  readonly documentId: Sha256;
  readonly author: string;
  readonly reason: string;
  /** How many rows went with its words. */
  readonly removed: { readonly statements: number; readonly signals: number; readonly decisions: number };
  readonly recordedAt: IsoInstant;
}

/** What is said to whoever asks for the document, or reads it again. */
export const erasedMessage = (e: Erasure): string =>
  `Document ${e.documentId.slice(0, 12)} was erased on ${e.recordedAt.slice(0, 10)} by ${e.author} (${e.reason}); its words are gone and it is not read again.`;
