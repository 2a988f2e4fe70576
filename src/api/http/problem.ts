import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Failure, FailureCode } from '../../domain/failure.js';

/** What an API refuses that no other shell meets. */
export type ProblemCode = FailureCode | 'not-found' | 'not-allowed' | 'sign-in-needed' | 'too-many-requests';

const STATUS: Partial<Record<ProblemCode, number>> = {
  'question-unknown': 404,
  'document-unknown': 404,
  'member-unknown': 404,
  'option-unknown': 404,
  'document-erased': 410,
  'question-changed': 409,
  'not-found': 404,
  'not-allowed': 403,
  'sign-in-needed': 401,
  'too-many-requests': 429,
  'input-too-large': 413,
  'register-unreachable': 503,
  'queue-unreachable': 503,
  'disk-full': 507,
};

/** A refusal that is thrown in a route or a middleware and answered as a problem document. */
export class ApiRefusal extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode, message: string) {
    super(message);
    this.name = 'ApiRefusal';
    this.code = code;
  }
}

export const problemSchema = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: 'One sentence: what is wrong with which input, and what to do.' }),
    code: z.string().openapi({ description: 'Stable; the same as the command line’s.', example: 'question-unknown' }),
  })
  .openapi('Problem', { description: 'A problem document (RFC 9457).' });

/** How a route's description mentions problems. */
export const problemAnswer = { description: 'A problem document.', content: { 'application/problem+json': { schema: problemSchema } } };

/** Answers a failure as a problem document with its stable `code`. */
export function problem(c: Context, failure: { readonly code: ProblemCode; readonly category?: Failure['category']; readonly message: string }): Response {
  const status = STATUS[failure.code] ?? (failure.category === 'ours' ? 500 : 400);
  return new Response(JSON.stringify({ type: 'about:blank', title: failure.code, status, detail: failure.message, code: failure.code }), {
    status,
    headers: { ...Object.fromEntries(c.res.headers), 'Content-Type': 'application/problem+json' },
  });
}
