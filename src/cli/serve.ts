import { createApi } from '../api/create-api.js';
import { servePage } from '../api/serve-page.js';
import { startServer } from '../api/start-server.js';
import type { Register } from '../app/open.js';
import { warmUp } from '../app/warm-up.js';
import { HoldoutError } from '../domain/failure.js';
import { alertSettings } from './alert-commands.js';
import { builtFolder } from './page-files.js';
import { today } from './today.js';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

function parsedAddress(raw: string): URL {
  try {
    const address = new URL(raw);
    if (address.protocol === 'https:' || address.protocol === 'http:') return address;
  } catch {
    // Said below.
  }
  throw new HoldoutError('usage', `--public is "${raw}"; give an address such as https://holdout.example.`);
}

/**
 * Serves a register's page and API until the process is told to stop.
 * @param embedIn origins whose pages may show the embeddable views
 * @param log whether requests are logged as JSON Lines on standard error
 */
export async function serveRegister(register: Register, host: string, port: number, { publicAddress, embedIn = [], log = false }: { readonly publicAddress?: string; readonly embedIn?: readonly string[]; readonly log?: boolean } = {}): Promise<number> {
  const loopback = LOOPBACK.includes(host) || host === '::1';
  const known = publicAddress === undefined ? null : parsedAddress(publicAddress);
  const hosts = known === null ? (loopback ? LOOPBACK : []) : [...LOOPBACK, known.hostname];
  // Loaded late: only a server needs them.
  const [{ Metrics }, { openLog }] = await Promise.all([import('../api/observe/metrics.js'), import('../api/observe/log.js')]);
  const metrics = new Metrics();
  const observers = { metrics, ...(log ? { log: openLog((line) => void process.stderr.write(line)) } : {}) };
  const app = createApi({ register, today, https: known?.protocol === 'https:', alerts: alertSettings(false), observers }, { hosts, readOnly: !loopback || known !== null, embedIn });
  const page = builtFolder('web', 'index.html');
  if (page) servePage(app, page);
  else process.stderr.write('holdout: the page is not built, so only the API is served; run npm run build.\n');
  const server = await startServer(app, host, port);
  process.stdout.write(`Holdout serves ${server.address} — stop it with Ctrl-C.\n`);
  const ended = new AbortController();
  const warm = warmUp(register, today(), ended.signal).catch(() => undefined);
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  ended.abort();
  await server.close();
  await warm;
  metrics.close();
  return 0;
}
