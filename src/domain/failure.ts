/** Who has to act on a failure: the caller, nobody (not offered), or us. */
export type FailureCategory = 'caller' | 'unsupported' | 'ours';

/**
 * An expected failure that reaches a user: one sentence that names the input and the remedy.
 * Shells map `code` once: to an exit status (cli) or a problem document (api).
 */
export interface Failure {
  readonly code: FailureCode;
  readonly category: FailureCategory;
  /** One sentence for a person: what is wrong with which input, and what to do. */
  readonly message: string;
}

/** Stable codes; the exit status of each is in `src/cli/exit-status.ts` and in the README. */
export type FailureCode =
  | 'usage'
  | 'input-unreadable'
  | 'input-binary'
  | 'input-empty'
  | 'input-too-large'
  | 'input-not-utf8'
  | 'input-malformed'
  | 'fetch-refused'
  | 'fetch-failed'
  | 'question-malformed'
  | 'question-unknown'
  | 'question-changed'
  | 'body-unknown'
  | 'rule-unknown'
  | 'member-unknown'
  | 'option-unknown'
  | 'date-malformed'
  | 'document-unknown'
  | 'document-erased'
  | 'reader-failed'
  | 'model-unset'
  | 'model-refused'
  | 'model-failed'
  | 'model-budget'
  | 'register-newer'
  | 'register-locked'
  | 'register-corrupt'
  | 'register-missing'
  | 'register-unreachable'
  | 'queue-unreachable'
  | 'disk-full';

/** A failure thrown across an API that cannot return a Result; always carries its code. */
export class HoldoutError extends Error implements Failure {
  readonly code: FailureCode;
  readonly category: FailureCategory;
  constructor(code: FailureCode, message: string, options?: { cause?: unknown; category?: FailureCategory }) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'HoldoutError';
    this.code = code;
    this.category = options?.category ?? 'caller';
  }
}
