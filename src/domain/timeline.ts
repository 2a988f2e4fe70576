import type { PositionStance } from './stance.js';

/** The count at one moment. */
export interface TimelineMoment {
  /** A day (`YYYY-MM-DD`) of valid time, or an instant (ISO 8601, UTC) of recorded time. */
  readonly at: string;
  readonly outcome: 'adopted' | 'blocked' | 'open';
  readonly sentence: string;
  /** Documents that had spoken by then. */
  readonly documents: number;
  /** Members with each stance. */
  readonly tally: Readonly<Record<PositionStance, number>>;
  /** Stance of each member, by its code. */
  readonly stances: Readonly<Record<string, PositionStance>>;
}

/** The answer of `GET /api/questions/{id}/timeline`: the count at each moment at which it changed, ascending. */
export interface Timeline {
  /** As of each day: what had been said by then. */
  readonly valid: readonly TimelineMoment[];
  /** As known at each instant: what the register had learned by then. */
  readonly recorded: readonly TimelineMoment[];
  /** Whether moments were left out to keep the answer short. */
  readonly thinned: boolean;
}
