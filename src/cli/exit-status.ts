import type { FailureCode } from '../domain/failure.js';

/** Exit status of each failure; 0 is success and 1 a bug of ours. The README lists them. */
export const EXIT_STATUS: Readonly<Record<FailureCode, number>> = {
  usage: 2,
  'input-unreadable': 3,
  'input-binary': 3,
  'input-empty': 3,
  'input-too-large': 3,
  'input-not-utf8': 3,
  'input-malformed': 4,
  'fetch-refused': 3,
  'fetch-failed': 3,
  'question-malformed': 4,
  'question-unknown': 4,
  'question-changed': 4,
  'body-unknown': 4,
  'rule-unknown': 4,
  'member-unknown': 4,
  'option-unknown': 4,
  'date-malformed': 4,
  'document-unknown': 4,
  'document-erased': 4,
  'reader-failed': 3,
  'model-unset': 2,
  'model-refused': 7,
  'model-failed': 7,
  'model-budget': 7,
  'register-newer': 5,
  'register-locked': 5,
  'register-corrupt': 5,
  'register-missing': 5,
  'register-unreachable': 5,
  'queue-unreachable': 8,
  'disk-full': 6,
};

/** The exit status of a code that came as text; that of an unreadable input for one that is not known. */
export const exitStatusOf = (code: string): number => (EXIT_STATUS as Readonly<Record<string, number>>)[code] ?? 3;
