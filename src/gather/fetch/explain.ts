import { STATUS_CODES } from 'node:http';
import { failed, megabytes } from '../failures.js';
import { RefusedAddress } from './guarded-connector.js';
import type { FetchOutcome } from './outcome.js';
import { BodyTooLarge, UnknownCoding } from './read-body.js';
import { shownAddress } from './web-address.js';

type Failed = Extract<FetchOutcome, { kind: 'failed' }>;

/** Thrown when a request takes longer than it may. */
export class TookTooLong extends Error {}

const TRANSIENT = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);
const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its host is not known; check the address',
  EAI_AGAIN: 'its host cannot be looked up now; check the network',
  ECONNREFUSED: 'its server refuses connections; try again later',
  ECONNRESET: 'its server broke the connection; try again later',
  UND_ERR_SOCKET: 'its server broke the connection; try again later',
  UND_ERR_CONNECT_TIMEOUT: 'its server does not answer; try again later',
  UND_ERR_HEADERS_TIMEOUT: 'its server does not answer; try again later',
  UND_ERR_BODY_TIMEOUT: 'its server stopped in the middle; try again later',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'its server sent less or more than it announced; try again later',
  UND_ERR_HEADERS_OVERFLOW: 'its server sends headers without end',
};

/** Statuses after which the same request may succeed. */
const isTransientStatus = (status: number): boolean => [408, 425, 429, 500, 502, 503, 504].includes(status);

export function answered(url: URL, status: number): Failed {
  const meaning = STATUS_CODES[status];
  return {
    kind: 'failed',
    status,
    isPermanent: !isTransientStatus(status),
    failure: failed(
      'fetch-failed',
      `${shownAddress(url)} was answered with status ${status}${meaning === undefined ? '' : ` (${meaning})`}; open it in a browser to see why.`,
    ).error,
  };
}

/** What an error on the way to a body means; null for one that is no trouble of the network, and so ours. */
export function explainFetch(error: unknown, url: URL, limit: number, seconds: number): Failed | null {
  const shown = shownAddress(url);
  const refused = causeOf(error, RefusedAddress);
  if (refused !== null)
    return permanent(
      'fetch-refused',
      `${shown} is not fetched, because ${refused.host === refused.address ? 'it' : refused.host} is at ${refused.address}, which is no address of the public Internet; --allow-private allows it.`,
    );
  if (error instanceof BodyTooLarge)
    return permanent('input-too-large', `${shown} sends more than ${megabytes(limit)}, so it was cut off and left.`);
  if (error instanceof UnknownCoding)
    return permanent('fetch-failed', `${shown} is packed in a way that was not asked for, so it was left.`);
  if (error instanceof TookTooLong)
    return {
      kind: 'failed',
      isPermanent: false,
      failure: failed('fetch-failed', `${shown} took longer than ${seconds} seconds, so it was cut off and left.`)
        .error,
    };
  const code = codeOf(error);
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT') || /^ERR_(?:_ERROR|BROTLI)/.test(code))
    return permanent('fetch-failed', `${shown} is packed and damaged, so it was left.`);
  if (/^(?:CERT|ERR_TLS|ERR_SSL|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO)/.test(code))
    return permanent('fetch-failed', `${shown} cannot prove who it is (${code}), so it was left.`);
  if (code.startsWith('HPE_') || (error instanceof Error && error.name === 'HTTPParserError'))
    return permanent('fetch-failed', `${shown} is no web server's answer, so it was left.`);
  if (code === '') return null;
  if (!TRANSIENT.has(code) && WORDS[code] === undefined && !code.startsWith('UND_ERR_') && !/^E[A-Z]+$/.test(code))
    return null;
  return {
    kind: 'failed',
    isPermanent: !TRANSIENT.has(code) && code !== 'ENOTFOUND',
    failure: failed(
      'fetch-failed',
      `${shown} cannot be fetched: ${WORDS[code] ?? `the connection failed (${code}); try again later`}.`,
    ).error,
  };
}

const permanent = (code: 'fetch-refused' | 'fetch-failed' | 'input-too-large', message: string): Failed => ({
  kind: 'failed',
  isPermanent: true,
  failure: failed(code, message).error,
});

/** The error, or the cause behind it, that is of a class. Clients wrap what the connector threw. */
function causeOf<T extends Error>(error: unknown, kind: new (...args: never[]) => T): T | null {
  for (let next = error, depth = 0; next instanceof Error && depth < 5; next = next.cause, depth += 1)
    if (next instanceof kind) return next;
  return null;
}

const codeOf = (error: unknown): string => {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
};
