import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { Api } from './api.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** Addresses of views: the page itself answers them and reads the rest of the address. */
const VIEW = /^\/(?:$|q\/|embed\/|new$|methods$|status$)/;

/** Serves the built page from a folder; only files of known types that lie inside it, and the page itself at the address of a view. */
export function servePage(app: Api, folder: string): void {
  const root = resolve(folder);
  app.get('/*', async (c) => {
    let path: string;
    try {
      path = decodeURIComponent(new URL(c.req.url).pathname);
    } catch {
      return c.notFound();
    }
    const file = resolve(root, VIEW.test(path) ? './index.html' : `.${path}`);
    const type = TYPES[extname(file)];
    if (!file.startsWith(root + sep) || type === undefined || path.includes('\u0000')) return c.notFound();
    try {
      return c.body(await readFile(file), 200, { 'Content-Type': type, 'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache' });
    } catch {
      return c.notFound();
    }
  });
}
