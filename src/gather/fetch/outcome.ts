import type { Failure } from '../../domain/failure.js';

/** What lets a server say that nothing changed (RFC 9110, 13.1). */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface Fetched extends Validators {
  readonly kind: 'fetched';
  /** Where it was found in the end, after redirects. */
  readonly address: string;
  readonly bytes: Uint8Array;
  /** In lower case; empty when the server does not say. */
  readonly mediaType: string;
  readonly charset?: string;
}

/** What became of a request. */
export type FetchOutcome =
  | Fetched
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'failed';
      readonly failure: Failure;
      /** Whether the same request would fail the same way tomorrow. */
      readonly isPermanent: boolean;
      readonly status?: number;
    };
