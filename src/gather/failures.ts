import type { Failure, FailureCategory, FailureCode } from '../domain/failure.js';
import { err } from '../domain/result.js';

/** Megabytes (10^6 bytes) as a person reads them, one decimal. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** An input's name as it may be printed: control characters, which could drive a terminal, become `?`. */
export const printableName = (name: string): string => name.replace(/\p{Cc}|\p{Bidi_Control}/gu, '?');

/** A failed Result with one sentence for a person. */
export const failed = (
  code: FailureCode,
  message: string,
  category: FailureCategory = 'caller',
): { readonly ok: false; readonly error: Failure } => err({ code, category, message });
