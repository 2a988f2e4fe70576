import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { onQuery } from '../../observe/queries.js';

const SECONDS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/** Figures of one server, in the names of `docs/observability.md`. Labels are routes, methods and tables: never an id, an address or a person. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({ name: 'holdout_http_request_seconds', help: 'Time to answer a request.', labelNames: ['method', 'route', 'status'] as const, buckets: SECONDS, registers: [this.registry] });
  readonly underWay = new Gauge({ name: 'holdout_http_requests_under_way', help: 'Requests being answered.', registers: [this.registry] });
  readonly failures = new Counter({ name: 'holdout_failures_total', help: 'Failures that were answered, by code.', labelNames: ['code'] as const, registers: [this.registry] });
  readonly queries = new Histogram({ name: 'holdout_register_query_seconds', help: 'Time of a query of the register.', labelNames: ['verb', 'table', 'failed'] as const, buckets: SECONDS, registers: [this.registry] });
  readonly #stop: () => void;

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'holdout_' });
    this.#stop = onQuery(({ verb, table, ms, failed }) => this.queries.observe({ verb, table, failed: String(failed) }, ms / 1000));
  }

  close(): void {
    this.#stop();
    this.registry.clear();
  }
}
