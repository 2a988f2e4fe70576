import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Attributes, type Context, type Span } from '@opentelemetry/api';

const tracer = () => trace.getTracer('holdout');

/** What carries a trace to another process, as headers of a request or a message (W3C Trace Context). */
export type Carrier = Readonly<Record<string, string>>;

/** The headers that let another process go on with the trace at hand; none without one. */
export function carrier(): Carrier {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return headers;
}

const contextOf = (from: Carrier): Context => propagation.extract(ROOT_CONTEXT, from);

/**
 * Does something within a span of a trace. Without an SDK (whoever runs Holdout loads theirs with `node --import`) it only does it. A
 * failure marks the span with its name and code, never with its message: that may repeat words of an article.
 * @param attributes numbers and names of our own: never a text, an address or a name that came from outside
 * @param from what other processes handed over: the first is the parent, the others are linked
 */
export async function traced<T>(name: string, attributes: Attributes, run: (span: Span) => Promise<T>, from: readonly Carrier[] = [], kind: SpanKind = SpanKind.INTERNAL): Promise<T> {
  const parents = from.map(contextOf);
  const links = parents.slice(1).flatMap((parent) => trace.getSpanContext(parent) ?? []).map((spanContext) => ({ context: spanContext }));
  return tracer().startActiveSpan(name, { attributes, kind, links }, parents[0] ?? context.active(), async (span) => {
    try {
      return await run(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute('error.type', error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown');
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The id of the trace at hand, to find it from a line of a log; absent without one. */
export const traceId = (): string | undefined => trace.getActiveSpan()?.spanContext().traceId;

/** Notes something that has just ended, and took so long, as a span of the trace at hand. */
export function noteSpan(name: string, attributes: Attributes, ms: number, failed: boolean): void {
  if (!trace.getActiveSpan()) return;
  const span = tracer().startSpan(name, { attributes, startTime: Date.now() - ms, kind: SpanKind.CLIENT });
  if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
