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
