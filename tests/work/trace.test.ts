import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../src/domain/ids.js';
import { traced } from '../../src/observe/trace.js';
import { offlineReader } from '../../src/work/offline-reader.js';
import { openQueue } from '../../src/work/queue/queue.js';
import { submitAll } from '../../src/work/queue/submit.js';
import { work } from '../../src/work/queue/work.js';
import { openTest } from '../register/helpers.js';
import { postgresBinaries, startPostgres } from '../register/postgres-server.js';
import { inventedCoverage, inventedQuestion as question } from './invented-coverage.js';
import { natsBinary, natsTest, startNats } from './nats-server.js';

describe.skipIf(natsBinary === null || postgresBinaries === null)(natsTest('a document’s way'), () => {
  test('is one trace, from who hands it in through the queue to the worker and the database', async () => {
    const spans = new InMemorySpanExporter();
    trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }));
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    propagation.setGlobalPropagator(new W3CTraceContextPropagator());
    const [nats, postgres] = [await startNats(), await startPostgres()];
    const queue = await openQueue(nats.address);
    const register = await openTest(await postgres.newDatabase());
    try {
      await register.putQuestion(question);
      const items = (async function* () {
        for (const document of inventedCoverage(1)) yield { job: { document }, of: null };
      })();
      await traced('POST /api/questions/{id}/documents', {}, async () => {
        for await (const { submitted } of submitAll(queue, register, { question, wish: 'newest', reader: offlineReader.id, today: '2025-06-01' as IsoDate }, items)) expect(submitted).toEqual({ ok: true, value: 'submitted' });
      });
      await work({ queue, register, reader: offlineReader, read: offlineReader.read, signal: new AbortController().signal, untilEmpty: true });
      const all = spans.getFinishedSpans();
      const { traceId } = all.find(({ name }) => name.startsWith('POST'))!.spanContext();
      const way = all.filter((span) => span.spanContext().traceId === traceId);
      const named = (name: string) => way.find((span) => span.name === name);
      expect(named('read jobs')?.parentSpanContext?.spanId).toBe(named('submit job')?.spanContext().spanId);
      expect(named('store jobs')?.parentSpanContext?.spanId).toBe(named('submit job')?.spanContext().spanId);
      expect(way.filter((span) => span.name === 'register insert' && span.parentSpanContext?.spanId === named('store jobs')?.spanContext().spanId).length).toBeGreaterThan(0);
    } finally {
      await register.close();
      await queue.close();
      await nats.stop();
      await postgres.stop();
    }
  });
});
