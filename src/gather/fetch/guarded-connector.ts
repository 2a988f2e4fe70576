import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isPublicAddress } from './public-address.js';

/** Thrown when a host's address is not one of the public Internet. */
export class RefusedAddress extends Error {
  readonly host: string;
  readonly address: string;
  constructor(host: string, address: string) {
    super(`${host} is at ${address}`);
    this.host = host;
    this.address = address;
  }
}

/** Finds all addresses of a host; the system's resolver by default. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const systemResolve: Resolve = (host) =>
  new Promise((resolve, reject) => {
    systemLookup(host, { all: true }, (error, addresses) => (error === null ? resolve(addresses) : reject(error)));
  });

/**
 * Opens connections to public addresses alone. A host given as an address is checked before anything is sent; a name's addresses are
 * checked as they are looked up, for each connection anew, and the connection goes to one of those (one private address among them
 * refuses the name); and the address actually connected to is checked once more before the request is written.
 */
export function guardedConnector(resolve: Resolve, timeoutMs: number): buildConnector.connector {
  const lookup: LookupFunction = (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        const refused = addresses.find(({ address }) => !isPublicAddress(address));
        if (refused !== undefined) callback(new RefusedAddress(host, refused.address), '', 0);
        else if (first === undefined)
          callback(Object.assign(new Error(`no address of ${host}`), { code: 'ENOTFOUND' }), '', 0);
        else if (options.all === true) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), '', 0),
    );
  };
  const connect = buildConnector({ timeout: timeoutMs, lookup });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !isPublicAddress(host)) {
      callback(new RefusedAddress(host, host), null);
      return;
    }
    connect(options, (...[error, socket]) => {
      if (error !== null) {
        callback(error, null);
        return;
      }
      const reached = socket.remoteAddress ?? 'an unknown address';
      if (isPublicAddress(reached)) callback(null, socket);
      else {
        socket.destroy();
        callback(new RefusedAddress(host, reached), null);
      }
    });
  };
}
