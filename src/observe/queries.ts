import { noteSpan } from './trace.js';

/** A query of the register as it may be told: what kind on which table, how long, and whether it failed; never its values. */
export interface ObservedQuery {
  readonly verb: string;
  readonly table: string;
  readonly ms: number;
  readonly failed: boolean;
}

const listeners = new Set<(query: ObservedQuery) => void>();

/** Calls `listener` after each query of every register of this process; gives what ends it. */
export function onQuery(listener: (query: ObservedQuery) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const SHAPE = /^\s*(\w+)(?:[^"]{0,200}?\b(?:from|into|update)\s+"?(\w+)"?)?/i;

/** Tells of a query to who listens and to the trace at hand; part of each Kysely instance (`log`). */
export function observeQuery(event: { readonly level: 'query' | 'error'; readonly query: { readonly sql: string }; readonly queryDurationMillis: number }): void {
  const [, verb = 'other', table = 'other'] = SHAPE.exec(event.query.sql) ?? [];
  const query: ObservedQuery = { verb: verb.toLowerCase(), table: table.toLowerCase(), ms: event.queryDurationMillis, failed: event.level === 'error' };
  for (const listener of listeners) listener(query);
  noteSpan(`register ${query.verb}`, { 'db.system.name': 'postgresql', 'db.operation.name': query.verb, 'db.collection.name': query.table }, query.ms, query.failed);
}
