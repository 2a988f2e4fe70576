import { createHash, randomBytes } from 'node:crypto';
import { ROLES, type Account, type Credential, type Role } from '../../domain/account.js';
import type { Failure } from '../../domain/failure.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Register } from '../../register/index.js';
import { fitsPassword, hashPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './passwords.js';

/** Who is at work: an account that is open. */
export interface Identity {
  readonly name: string;
  readonly role: Role;
  /** Questions on which they may do what a reviewer may. */
  readonly reviews: readonly string[];
  /** What let them in. */
  readonly credential: Credential;
}

const SESSION_HOURS = 12;
export const TOKEN_DAYS_AT_MOST = 366;
const HOUR_MS = 3_600_000;

const fail = (message: string): Result<never, Failure> => err({ code: 'usage', category: 'caller', message });
const isRole = (raw: string): raw is Role => (ROLES as readonly string[]).includes(raw);
/** A secret of 256 bits needs no slow hash: it cannot be guessed. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** An account by name, without its password. */
export async function accountNamed(register: Register, name: string): Promise<Account | null> {
  const found = (await register.people.accounts()).find((a) => a.name === name);
  return found ? { name: found.name, role: found.role, reviews: found.reviews, recordedAt: found.recordedAt } : null;
}

/**
 * Makes an account, or changes its role or password. The first account must be an admin's; the last admin cannot be closed or lowered.
 * @param password absent keeps the one there is; a new account without one signs in by token alone
 * @param reviews questions that a reader may review; absent keeps those there are
 */
export async function putAccount(register: Register, name: string, role: string, password: string | undefined, author: string, reviews?: readonly string[]): Promise<Result<Account, Failure>> {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,99}$/u.test(name)) return fail(`"${name.slice(0, 40)}" is no name of an account; use letters, digits, spaces, ".", "_", "-" and "@", 100 at most.`);
  if (role !== 'none' && !isRole(role)) return fail(`"${role}" is no role; use one of: ${ROLES.join(', ')}, or none to close the account.`);
  if (password !== undefined && (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD))
    return fail(`A password has ${String(SHORTEST_PASSWORD)} to ${String(LONGEST_PASSWORD)} characters; choose a longer one, such as four words.`);
  const all = await register.people.accounts();
  const known = all.find((a) => a.name === name);
  if (role === 'none' && !known) return fail(`There is no account "${name}".`);
  if (role !== 'admin' && !all.some((a) => a.role === 'admin' && a.name !== name)) return fail('A register with accounts needs an admin; make another one first.');
  if (reviews !== undefined && reviews.length > 0 && role !== 'reader') return fail(`Questions to review are given to readers, and ${name} is to be ${role}; leave them out.`);
  for (const id of reviews ?? []) if ((await register.question(id)) === null) return err({ code: 'question-unknown', category: 'caller', message: `The register has no question "${id}".` });
  const hash = password === undefined ? (known?.password ?? null) : await hashPassword(password);
  const given = role === 'none' ? null : role;
  const kept = role === 'reader' ? [...new Set(reviews ?? known?.reviews ?? [])] : [];
  await register.people.putAccount({ name, role: given, password: hash, reviews: kept, author }, given === null || password !== undefined);
  return ok((await accountNamed(register, name)) ?? { name, role: given, reviews: kept, recordedAt: '' });
}

/** A secret that lets its owner in until it expires; only its hash is stored. */
export interface Issued {
  readonly secret: string;
  readonly expiresAt: string;
}

async function issue(register: Register, name: string, kind: Credential['kind'], label: string, expiresAt: Date): Promise<Issued> {
  const secret = `${kind === 'token' ? 'hot_' : ''}${randomBytes(32).toString('base64url')}`;
  await register.people.putCredential({ hash: hashOf(secret), kind, name, label, expiresAt });
  return { secret, expiresAt: expiresAt.toISOString() };
}

/** Signs a person in; null when name and password do not fit, or the account is closed. Takes as long either way. */
export async function signIn(register: Register, name: string, password: string, now: Date): Promise<{ readonly role: Role; readonly reviews: readonly string[]; readonly session: Issued } | null> {
  const account = (await register.people.accounts()).find((a) => a.name === name);
  const fits = await fitsPassword(password.slice(0, LONGEST_PASSWORD), account?.password ?? null);
  if (!fits || !account?.role) {
    await register.people.putAudit({ actor: name.slice(0, 100), action: 'sign-in refused', subject: '' });
    return null;
  }
  return { role: account.role, reviews: account.reviews, session: await issue(register, account.name, 'session', '', new Date(now.getTime() + SESSION_HOURS * HOUR_MS)) };
}

/** Makes a token for a program. Fails for closed accounts and spans beyond a year. */
export async function makeToken(register: Register, name: string, label: string, days: number, now: Date): Promise<Result<Issued, Failure>> {
  const account = await accountNamed(register, name);
  if (!account?.role) return fail(`There is no open account "${name}".`);
  if (label.trim() === '') return fail('A token needs a label that says what it is for.');
  if (!Number.isInteger(days) || days < 1 || days > TOKEN_DAYS_AT_MOST) return fail(`A token lasts 1 to ${String(TOKEN_DAYS_AT_MOST)} days.`);
  return ok(await issue(register, name, 'token', label.trim(), new Date(now.getTime() + days * 24 * HOUR_MS)));
}

/** Whose secret this is; null when it is nobody's, has ended or expired, or its account is closed. */
export async function identityOf(register: Register, secret: string, now: Date): Promise<Identity | null> {
  const [credential] = await register.people.credentials(now, { hash: hashOf(secret) });
  const account = credential ? await accountNamed(register, credential.name) : null;
  return credential && account?.role ? { name: account.name, role: account.role, reviews: account.reviews, credential } : null;
}
