import { HoldoutError } from '../../domain/failure.js';

const DISK_FULL = '53100';
/** No rights: insufficient_privilege, invalid password, no pg_hba entry. */
const REFUSED = new Set(['42501', '28000', '28P01']);
const NO_DATABASE = '3D000';
/** Damage as PostgreSQL reports it: internal errors and unreadable pages. */
const DAMAGED = /^(?:XX|58)...$/;
/** The server went away or is not up: connection exceptions, shutdown, too many connections. */
const AWAY = /^(?:08...|57P0[1-5]|53300)$/;
const AWAY_SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ENOENT',
  'EPIPE',
  'EHOSTUNREACH',
  'EACCES',
  'EAI_AGAIN',
]);

export const unreachable = (place: string, detail: string, cause?: unknown): HoldoutError =>
  new HoldoutError(
    'register-unreachable',
    `The register ${place} cannot be reached: ${detail}; check the address and that PostgreSQL runs, then run the same command again: everything acknowledged so far is kept.`,
    { cause },
  );

/** What a failure of the server means for its user; errors that are none of the server's come back as they are. */
export function explainPostgres(error: unknown, place: string): unknown {
  const code = codeOf(error);
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 200) : '';
  if (code === DISK_FULL) {
    return new HoldoutError(
      'disk-full',
      `The disk of the server that holds the register ${place} is full; free some space there and run the same command again: everything stored so far is kept and nothing is doubled.`,
      { cause: error },
    );
  }
  if (REFUSED.has(code)) return unreachable(place, `it refused this user (${message})`, error);
  if (code === NO_DATABASE) return unreachable(place, 'the server has no such database (make it with createdb)', error);
  if (DAMAGED.test(code)) {
    return new HoldoutError(
      'register-corrupt',
      `The register ${place} is damaged: its server reports "${message}"; restore it from a backup.`,
      { cause: error },
    );
  }
  if (code === 'ETIMEDOUT' || /^timeout exceeded when trying to connect|due to connection timeout/i.test(message)) return unreachable(place, 'nothing answers there', error);
  if (AWAY.test(code) || AWAY_SYSTEM.has(code)) return unreachable(place, code, error);
  if (/^Connection terminated|not queryable/i.test(message)) {
    return unreachable(place, 'the server closed the connection', error);
  }
  return error;
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
