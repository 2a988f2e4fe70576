import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AlertSettings } from '../app/alerts/run-alerts.js';
import type { Fetcher } from '../app/follow/network.js';
import type { Register } from '../app/open.js';
import type { IsoDate } from '../domain/ids.js';
import type { Observers } from './observe/requests.js';

/** What every route works on. */
export interface ApiContext {
  readonly register: Register;
  /** The day today, read at each request. */
  readonly today: () => IsoDate;
  /** Between two looks at the register for watchers, in milliseconds; 2,000 when absent. */
  readonly pollMs?: number;
  /** The instant now, for sessions; the machine's clock when absent. */
  readonly now?: () => Date;
  /** What alerts are sent with; webhooks and mails fail without. */
  readonly alerts?: AlertSettings;
  /** Makes what fetches for a check of sources; public addresses alone when absent. */
  readonly openFetcher?: () => Promise<Fetcher>;
  /** What counts, times, traces and logs its requests; nothing when absent. */
  readonly observers?: Observers;
  /** Whether browsers reach it by HTTPS, behind a proxy; cookies then insist on it. */
  readonly https?: boolean;
}

export type Api = OpenAPIHono;
