import type { Sha256 } from './ids.js';
import type { IsoInstant } from './stored.js';

/** An address that is watched for a question. */
export interface Source {
  readonly question: string;
  readonly address: string;
  /** When it was taken up. */
  readonly recordedAt: IsoInstant;
}

/** What became of one request, as the register keeps it. */
export type FetchRecord = {
  readonly question: string;
  /** As asked for. */
  readonly address: string;
  /** The followed address that named it; absent for that address itself. */
  readonly via?: string;
} & (
  | {
      readonly outcome: 'fetched';
      readonly etag?: string;
      readonly lastModified?: string;
      /** A sentence on what was not as usual. */
      readonly message?: string;
    }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'failed'; readonly isPermanent: boolean; readonly code: string; readonly message: string }
  /** A person asks to try again. */
  | { readonly outcome: 'retry' }
);

/** Where an address stands after all requests for it. */
export interface AddressState {
  readonly question: string;
  readonly address: string;
  readonly via?: string;
  /** Of the last answer that carried them. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** First and last answer that was no failure; absent when there was none. */
  readonly firstSeen?: IsoInstant;
  readonly lastSeen?: IsoInstant;
  readonly lastAsked: IsoInstant;
  /** Whether a person asked for another try since. */
  readonly isRetried: boolean;
  /** Failures since the last answer or retry, and the last of them. */
  readonly failures: number;
  readonly failure?: { readonly code: string; readonly message: string; readonly isPermanent: boolean };
}

/** A document as it stood at an address. */
export interface Sighting {
  readonly address: string;
  readonly documentId: Sha256;
  /** When it stood there: when it was fetched, or captured by an archive. */
  readonly seenAt: IsoInstant;
}

/** A sighting of the register with the hash of the document's words: the same words with another masthead are no new version. */
export type StoredSighting = Sighting & {
  readonly textSha256: Sha256;
  /** System time: when the register learned it. */
  readonly recordedAt: IsoInstant;
};

/** A half-open range of UTF-16 code units that may be empty: then it is a place. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** One replacement between two texts; an empty range is where something was put in or taken out. */
export interface Change {
  /** In the older text. */
  readonly from: TextRange;
  /** In the newer text. */
  readonly to: TextRange;
}
