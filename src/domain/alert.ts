import type { StateCode } from './ids.js';
import type { IsoInstant } from './stored.js';

export const ALERT_CHANNELS = ['webhook', 'mail', 'feed'] as const;
export const ALERT_SUBJECTS = ['all', 'positions', 'outcome'] as const;

/** Who wants to be told what of a question. */
export interface Alert {
  readonly question: string;
  /** The first option when null. */
  readonly option: string | null;
  readonly channel: (typeof ALERT_CHANNELS)[number];
  /** A web address or a mail address; null for a feed. */
  readonly target: string | null;
  readonly about: (typeof ALERT_SUBJECTS)[number];
  /** Whose positions; everybody's when empty. */
  readonly members: readonly StateCode[];
  readonly author: string;
}

/** What became of one delivery. */
export interface AlertStep {
  readonly step: 'try' | 'told' | 'failed';
  /** Changes up to this instant of system time. */
  readonly until: IsoInstant;
  readonly changes: number;
  /** Of a failure: why. */
  readonly message: string | null;
}

export type StoredAlertStep = AlertStep & { readonly id: number; readonly recordedAt: IsoInstant };

/** An alert that is in force, with how far it has come. */
export type StoredAlert = Alert & {
  readonly id: number;
  readonly recordedAt: IsoInstant;
  /** The last delivery that was taken; null when there was none yet. */
  readonly told: StoredAlertStep | null;
  /** The last step, when it came after that. */
  readonly open: StoredAlertStep | null;
};
