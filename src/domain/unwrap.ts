import { HoldoutError, type Failure } from './failure.js';
import type { Result } from './result.js';

/** The value of a success; a failure is thrown as the `HoldoutError` that a shell maps once. */
export function unwrap<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new HoldoutError(result.error.code, result.error.message, { category: result.error.category });
}
