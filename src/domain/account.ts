import type { IsoInstant } from './stored.js';

/** What a person may do; each includes the ones before. */
export const ROLES = ['reader', 'reviewer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Whether a role is enough for what needs another. */
export const isEnough = (has: Role, needed: Role): boolean => ROLES.indexOf(has) >= ROLES.indexOf(needed);

export interface Account {
  readonly name: string;
  /** Null when the account is closed. */
  readonly role: Role | null;
  /** Questions on which a reader may do what a reviewer may on all. */
  readonly reviews: readonly string[];
  readonly recordedAt: IsoInstant;
}

/** A session or token, without its secret. */
export interface Credential {
  /** SHA-256 of the secret. */
  readonly hash: string;
  readonly kind: 'session' | 'token';
  readonly name: string;
  readonly label: string;
  readonly expiresAt: IsoInstant;
  readonly recordedAt: IsoInstant;
}

/** One act in the audit trail. */
export interface AuditEntry {
  readonly id: number;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly recordedAt: IsoInstant;
}
