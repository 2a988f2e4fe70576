import { serve } from '@hono/node-server';
import { HoldoutError } from '../domain/failure.js';
import type { Api } from './api.js';

/** A running server. */
export interface RunningServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Starts listening; fails with one sentence when the port is taken or not allowed. Port 0 takes a free one. */
export function startServer(app: Api, host: string, port: number): Promise<RunningServer> {
  return new Promise((done, fail) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (info) => {
      const name = host.includes(':') ? `[${host}]` : host;
      done({
        address: `http://${name}:${String(info.port)}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => {
              closed();
            });
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'another program listens there' : error.code === 'EACCES' ? 'the system does not allow it' : error.message;
      fail(new HoldoutError('usage', `Holdout cannot listen on ${host} port ${String(port)}: ${why}; choose another with --port.`, { cause: error }));
    });
  });
}
