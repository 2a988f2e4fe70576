import type { Kysely, Transaction } from 'kysely';
import type { AuditEntry, Credential } from '../domain/account.js';
import {
  endCredentials,
  hasAccounts,
  insertAccount,
  insertAudit,
  insertCredential,
  selectAccounts,
  selectAudit,
  selectCredentials,
  type AccountWithPassword,
} from './query/accounts.js';
import type { Tables } from './schema/tables.js';

/** How the register reads and writes; both explain failures. */
export interface Access {
  readonly read: <T>(action: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  readonly write: <T>(action: (tx: Transaction<Tables>, recordedAt: Date) => Promise<T>) => Promise<T>;
}

/** The people of a shared register: accounts, what lets them in, and the audit trail. Every change is a new row. */
export class People {
  readonly #access: Access;

  constructor(access: Access) {
    this.#access = access;
  }

  /** Whether anybody ever had an account. */
  any(): Promise<boolean> {
    return this.#access.read(hasAccounts);
  }

  /** The newest row of every account, closed ones too, by name. */
  accounts(): Promise<AccountWithPassword[]> {
    return this.#access.read(selectAccounts);
  }

  /** A new account, or a new role or password of one; its sessions and tokens end when it is closed or its password changes. */
  putAccount(account: Omit<AccountWithPassword, 'recordedAt'> & { readonly author: string }, endOthers: boolean): Promise<void> {
    return this.#access.write(async (tx, recordedAt) => {
      await insertAccount(tx, account, recordedAt);
      await insertAudit(tx, { actor: account.author, action: account.role === null ? 'close account' : 'account', subject: `${account.name}${account.role === null ? '' : ` as ${account.role}`}${account.reviews.length === 0 ? '' : `, reviewing ${account.reviews.join(', ')}`}` }, recordedAt);
      if (!endOthers) return;
      const held = await selectCredentials(tx, recordedAt, { name: account.name });
      await endCredentials(tx, held.map(({ hash }) => hash), account.author, recordedAt);
    });
  }

  putCredential(credential: Omit<Credential, 'recordedAt' | 'expiresAt'> & { readonly expiresAt: Date }): Promise<void> {
    return this.#access.write(async (tx, recordedAt) => {
      await insertCredential(tx, credential, recordedAt);
      await insertAudit(tx, { actor: credential.name, action: credential.kind === 'session' ? 'sign in' : 'make token', subject: credential.label || credential.name }, recordedAt);
    });
  }

  /** Sessions and tokens in force: of one hash, of one name, or all. */
  credentials(now: Date, filter: { readonly hash?: string; readonly name?: string } = {}): Promise<Credential[]> {
    return this.#access.read((db) => selectCredentials(db, now, filter));
  }

  endCredential(credential: Credential, author: string): Promise<void> {
    return this.#access.write(async (tx, recordedAt) => {
      await endCredentials(tx, [credential.hash], author, recordedAt);
      await insertAudit(tx, { actor: author, action: credential.kind === 'session' ? 'sign out' : 'end token', subject: credential.label || credential.name }, recordedAt);
    });
  }

  putAudit(entry: Pick<AuditEntry, 'actor' | 'action' | 'subject'>): Promise<void> {
    return this.#access.write((tx, recordedAt) => insertAudit(tx, entry, recordedAt));
  }

  /** The audit trail, the newest first. @param before only acts of a smaller number */
  audit(limit: number, before?: number): Promise<AuditEntry[]> {
    return this.#access.read((db) => selectAudit(db, limit, before));
  }
}
