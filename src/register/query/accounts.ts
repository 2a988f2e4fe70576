import { sql, type Kysely, type Transaction } from 'kysely';
import type { Account, AuditEntry, Credential, Role } from '../../domain/account.js';
import type { Tables } from '../schema/tables.js';

/** An account with its password's hash, for signing in. */
export interface AccountWithPassword extends Account {
  readonly password: string | null;
}

/** The newest row of every account, closed ones too, by name. */
export async function selectAccounts(db: Kysely<Tables>): Promise<AccountWithPassword[]> {
  const rows = await db.selectFrom('account').distinctOn('name').selectAll().orderBy('name').orderBy('id', 'desc').execute();
  return rows.map(({ name, role, password, reviews, recorded_at }) => ({
    name,
    // SAFETY: CHECK admits only roles and none.
    role: role === 'none' ? null : (role as Role),
    password,
    reviews: reviews ?? [],
    recordedAt: recorded_at.toISOString(),
  }));
}

/** Whether anybody ever had an account: from then on everybody has to say who they are. */
export async function hasAccounts(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function insertAccount(
  tx: Transaction<Tables>,
  account: Omit<AccountWithPassword, 'recordedAt'> & { readonly author: string },
  recordedAt: Date,
): Promise<void> {
  const { role, reviews, ...rest } = account;
  await tx.insertInto('account').values({ ...rest, role: role ?? 'none', reviews: [...reviews], recorded_at: recordedAt }).execute();
}

export async function insertCredential(
  tx: Transaction<Tables>,
  credential: Omit<Credential, 'recordedAt' | 'expiresAt'> & { readonly expiresAt: Date },
  recordedAt: Date,
): Promise<void> {
  const { expiresAt, ...rest } = credential;
  await tx.insertInto('credential').values({ ...rest, expires_at: expiresAt, recorded_at: recordedAt }).execute();
}

/** Sessions and tokens in force at `now`: of one hash, of one name, or all. */
export async function selectCredentials(
  db: Kysely<Tables>,
  now: Date,
  filter: { readonly hash?: string; readonly name?: string },
): Promise<Credential[]> {
  let query = db
    .selectFrom('credential')
    .selectAll('credential')
    .leftJoin('credential_end', 'credential_end.hash', 'credential.hash')
    .where('credential_end.hash', 'is', null)
    .where('credential.expires_at', '>', now)
    .orderBy('credential.recorded_at')
    .orderBy('credential.hash');
  if (filter.hash !== undefined) query = query.where('credential.hash', '=', filter.hash);
  if (filter.name !== undefined) query = query.where('credential.name', '=', filter.name);
  return (await query.execute()).map((row) => ({
    hash: row.hash,
    // SAFETY: CHECK admits nothing else.
    kind: row.kind as Credential['kind'],
    name: row.name,
    label: row.label,
    expiresAt: row.expires_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
  }));
}

export async function endCredentials(tx: Transaction<Tables>, hashes: readonly string[], author: string, recordedAt: Date): Promise<void> {
  for (const hash of hashes)
    await tx
      .insertInto('credential_end')
      .values({ hash, author, recorded_at: recordedAt })
      .onConflict((c) => c.doNothing())
      .execute();
}

export async function insertAudit(tx: Transaction<Tables>, entry: Pick<AuditEntry, 'actor' | 'action' | 'subject'>, recordedAt: Date): Promise<void> {
  await tx.insertInto('audit').values({ ...entry, recorded_at: recordedAt }).execute();
}

/** The audit trail, the newest first. @param before only acts of a smaller number */
export async function selectAudit(db: Kysely<Tables>, limit: number, before: number | undefined): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where(before === undefined ? sql<boolean>`true` : sql<boolean>`id < ${before}`)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ recorded_at, ...rest }) => ({ ...rest, recordedAt: recorded_at.toISOString() }));
}
