import type { Failure } from '../domain/failure.js';
import { failed } from './failures.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist; check the path',
  ENOTDIR: 'does not exist, because a part of its path is a file; check the path',
  ENAMETOOLONG: 'is too long for a path; check it',
  ELOOP: 'is a link that leads back to itself; name the file it should lead to',
  EACCES:
    'may not be read by this user; grant access with `chmod +r` (and `+x` on its folders) or run as a user who may',
  EPERM: 'may not be read by this user; grant access or run as a user who may',
  EISDIR: 'is a folder; name the files in it or the folder itself',
  EMFILE: 'cannot be opened because too many files are open; raise the limit with `ulimit -n` and read again',
  ENFILE: 'cannot be opened because too many files are open; close other programs and read again',
  EIO: 'cannot be read because the disk reports an error; copy it from a good disk and read that',
};

/** The failure for an input that the system would not hand over, from Node's error. */
export function unreadable(name: string, cause: unknown): { readonly ok: false; readonly error: Failure } {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
  return failed(
    'input-unreadable',
    `${name} ${REASONS[code] ?? `cannot be read (${code}); check the path and its permissions`}.`,
  );
}
