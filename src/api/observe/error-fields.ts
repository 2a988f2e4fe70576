import type { LogFields } from './log.js';

/** What may be told of an error: its kind, and the places it came from. Its message may repeat what was sent. */
export const errorFields = (error: unknown): LogFields =>
  error instanceof Error
    ? { error: error.name, ...('code' in error ? { code: String(error.code).slice(0, 40) } : {}), at: [...(error.stack ?? '').matchAll(/^ {4}at (?:[^\n]*[/\\])?([\w.-]+:\d+:\d+)\)?$/gm)].slice(0, 8).map(([, place]) => place ?? '') }
    : { error: typeof error };
