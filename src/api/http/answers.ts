import type { z } from '@hono/zod-openapi';
import { problemAnswer } from './problem.js';

/** The answers of a route: 200 with this JSON, or a problem. */
export const answers = <S extends z.ZodType>(schema: S, description: string) =>
  ({ 200: { description, content: { 'application/json': { schema } } }, default: problemAnswer }) as const;

/** The answers of a route that adds to the register: 201 with this JSON, or a problem. */
export const created = <S extends z.ZodType>(schema: S, description: string) =>
  ({ 201: { description, content: { 'application/json': { schema } } }, default: problemAnswer }) as const;

/** A JSON body that must be there. Without `required` a body of another type would pass unchecked. */
export const jsonBody = <S extends z.ZodType>(schema: S) => ({ required: true, content: { 'application/json': { schema } } }) as const;
