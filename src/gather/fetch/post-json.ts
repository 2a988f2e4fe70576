import { Agent, request } from 'undici';
import type { Failure } from '../../domain/failure.js';
import { ok, type Result } from '../../domain/result.js';
import { failed } from '../failures.js';
import { RefusedAddress, guardedConnector, systemResolve } from './guarded-connector.js';
import { parseWebAddress, shownAddress } from './web-address.js';

const TIMEOUT_MS = 10_000;

/**
 * Posts JSON once, by the rules of fetching: public addresses alone unless private ones are allowed, checked where the connection is made;
 * no redirect is followed. Gives the status of the answer, whose body is thrown away; fails with `fetch-refused` or `fetch-failed`.
 */
export async function postJson(address: string, body: string, headers: Readonly<Record<string, string>>, allowPrivate: boolean): Promise<Result<number, Failure>> {
  const url = parseWebAddress(address, allowPrivate);
  if (!url.ok) return url;
  const agent = new Agent({ connect: allowPrivate ? { timeout: TIMEOUT_MS } : guardedConnector(systemResolve, TIMEOUT_MS) });
  try {
    const answer = await request(url.value, { method: 'POST', body, headers: { ...headers, 'content-type': 'application/json' }, dispatcher: agent, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
    await answer.body.dump({ limit: 65_536 });
    return ok(answer.statusCode);
  } catch (error) {
    if (error instanceof RefusedAddress) return failed('fetch-refused', `${shownAddress(address)} is not posted to, because ${error.message}, which is no public address; --allow-private allows it.`);
    return failed('fetch-failed', `${shownAddress(address)} cannot be reached (${error instanceof Error && 'code' in error ? String(error.code) : 'no answer'}).`);
  } finally {
    await agent.destroy();
  }
}
