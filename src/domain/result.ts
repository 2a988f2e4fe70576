/** An expected success or failure as a value; a throw is kept for our own bugs and dead dependencies. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** At least one. */
export type NonEmpty<T> = readonly [T, ...T[]];
