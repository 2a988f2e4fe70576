import type { IsoInstant } from './stored.js';

/** What a what-if supposes, as a command line or an address gives it: `assume`, `met`, `rule`, `option`, `asOf`, …; each a string. */
export type Suppositions = Readonly<Record<string, string>>;

/** A what-if that somebody named to come back to or to share. It changes no position. */
export interface WhatIf {
  readonly question: string;
  /** Short id, e.g. `ceasefire`. */
  readonly name: string;
  readonly author: string;
  readonly note: string;
  readonly supposes: Suppositions;
}

/** A stored what-if; the last of one name is in force. */
export type StoredWhatIf = WhatIf & { readonly recordedAt: IsoInstant };
