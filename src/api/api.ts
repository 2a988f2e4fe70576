import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Register } from '../app/open.js';
import type { IsoDate } from '../domain/ids.js';

/** What every route works on. */
export interface ApiContext {
  readonly register: Register;
  /** The day today, read at each request. */
  readonly today: () => IsoDate;
}

export type Api = OpenAPIHono;
