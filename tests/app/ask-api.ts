import { createApi } from '../../src/api/create-api.js';
import type { IsoDate } from '../../src/domain/ids.js';
import type { Register } from '../../src/register/index.js';

/** Asks the API over a register in-process: GET, or POST of a JSON body; the answer's status and JSON, `detail` where it is a problem. */
export type Ask = <T>(path: string, body?: unknown) => Promise<{ readonly status: number; readonly body: T & { readonly detail: string } }>;

export function askOf(register: Register, today: IsoDate): Ask {
  const api = createApi({ register, today: () => today });
  return async <T>(path: string, body?: unknown) => {
    const r = await api.request(path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
    return { status: r.status, body: (await r.json()) as T & { readonly detail: string } };
  };
}
