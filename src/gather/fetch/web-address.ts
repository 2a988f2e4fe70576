import type { Failure } from '../../domain/failure.js';
import { ok, type Result } from '../../domain/result.js';
import { failed, printableName } from '../failures.js';

/** Ports of web servers. Others belong to services that a page must not reach through us: mail, databases, printers. */
const PORTS: ReadonlySet<string> = new Set(['', '80', '443', '8080', '8443']);
const LONGEST = 2_000;
const LONGEST_SHOWN = 200;

/** Whether a word on a command line is a web address. */
export const isWebAddress = (input: string): boolean => /^https?:\/\//i.test(input);

/** An address as messages show it: without name and password, control characters and excess length. */
export function shownAddress(address: string | URL): string {
  const plain = printableName(String(address)).replace(/\/\/[^/?#]*@/, '//');
  return plain.length > LONGEST_SHOWN ? `${plain.slice(0, LONGEST_SHOWN)}…` : plain;
}

/**
 * Checks what can be checked of an address before its host is looked up: http or https, no name or password in it, a port of the web
 * (any port with `anyPort`), and a length a browser would take. The fragment is dropped.
 */
export function parseWebAddress(raw: string | URL, anyPort: boolean, base?: URL): Result<URL, Failure> {
  const shown = shownAddress(raw);
  let url: URL;
  try {
    url = new URL(String(raw), base);
  } catch {
    return failed('fetch-refused', `${shown} is no web address; write it as https://….`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return failed('fetch-refused', `${shown} is not fetched, because only http and https addresses are.`);
  if (url.username !== '' || url.password !== '')
    return failed(
      'fetch-refused',
      `${shown} is not fetched with a name or password in its address; save the page and read the file.`,
    );
  if (!anyPort && !PORTS.has(url.port))
    return failed(
      'fetch-refused',
      `${shown} is not fetched, because port ${url.port} is no port of the web; --allow-private allows it.`,
    );
  if (url.href.length > LONGEST)
    return failed('fetch-refused', `${shown} is not fetched, because it is longer than ${LONGEST} characters.`);
  url.hash = '';
  return ok(url);
}
