import type { IsoDate } from './ids.js';
import type { IsoInstant } from './stored.js';

/** How likely an option was said to be adopted, by whom and on what. Kept as it was said; never changed. */
export interface Forecast {
  readonly question: string;
  readonly option: string;
  /** 0–1: chance of adoption. */
  readonly probability: number;
  readonly author: string;
  /** `count`: reckoned from the register's positions and assumed chances; `hand`: a person's own number. */
  readonly method: 'count' | 'hand';
  /** The day whose evidence it rests on. */
  readonly asOf: IsoDate;
  /** SHA-256 of what the count rested on (`registerHash`); absent for a person's own number. */
  readonly registerHash?: string;
  readonly note: string;
}

export type StoredForecast = Forecast & { readonly id: number; readonly recordedAt: IsoInstant };

/** How a question ended for an option, as somebody says; a later one on the same option outranks an earlier. */
export interface Resolution {
  readonly question: string;
  readonly option: string;
  readonly adopted: boolean;
  /** The day it was decided. */
  readonly on: IsoDate;
  readonly author: string;
  readonly note: string;
}

export type StoredResolution = Resolution & { readonly id: number; readonly recordedAt: IsoInstant };
