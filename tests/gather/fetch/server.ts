import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A web server on loopback that answers each path as told, counts requests, and keeps what it was asked. */
export interface TestServer {
  readonly url: (path: string) => string;
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers']; readonly at: number }[];
  readonly close: () => Promise<void>;
}

/** @param routes by path; a path that is not there is 404 */
export async function startServer(routes: Readonly<Record<string, Answer>>): Promise<TestServer> {
  const asked: { path: string; headers: IncomingMessage['headers']; at: number }[] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers, at: performance.now() });
    const route = routes[path];
    response.on('error', () => undefined);
    if (route !== undefined) route(request, response, asked.filter((a) => a.path === path).length);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

export const send =
  (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}, status = 200): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end(body);
  };
