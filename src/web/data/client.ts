/** A failure that the server put into a sentence. */
export class AnswerError extends Error {
  constructor(
    message: string,
    /** HTTP status; 0 when no server answered. */
    readonly status: number,
    readonly code: string,
  ) {
    super(message);
  }
}

/** Answers that a page on a disk carries with it, by the address they came from. */
type Snapshot = Readonly<Record<string, unknown>>;

const embedded = document.getElementById('holdout-snapshot');
const snapshot: Snapshot | null = embedded?.textContent ? (JSON.parse(embedded.textContent) as Snapshot) : null;

/** Whether this page is an export: it shows what it carries, and nothing can be changed. */
export const isExport = snapshot !== null;

/** `/api/x?a=1&b=2` with the parameters in one order, so that an export finds what was stored under it. */
export function apiPath(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const text = new URLSearchParams(given.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  return text ? `/api${path}?${text}` : `/api${path}`;
}

async function failureOf(response: Response): Promise<AnswerError> {
  try {
    const problem = (await response.json()) as { detail?: string; code?: string };
    return new AnswerError(problem.detail ?? `The server answered ${String(response.status)}.`, response.status, problem.code ?? '');
  } catch {
    return new AnswerError(`The server answered ${String(response.status)}.`, response.status, '');
  }
}

const unreachable = (): AnswerError => new AnswerError('', 0, 'offline');

/** Asks the server, or the snapshot of an export; with a body, for a calculation that takes more than an address. Fails with an AnswerError. */
export async function ask<T>(path: string, signal?: AbortSignal, body?: string): Promise<T> {
  if (snapshot) {
    if (path in snapshot) return snapshot[path] as T;
    throw new AnswerError('', 404, 'not-exported');
  }
  const how = body === undefined ? { headers: { Accept: 'application/json' } } : { method: 'POST', headers: { Accept: 'application/json', 'Content-Type': 'application/json' }, body };
  const response = await fetch(path, { ...how, ...(signal ? { signal } : {}) }).catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : unreachable();
  });
  if (!response.ok) throw await failureOf(response);
  return (await response.json()) as T;
}

/** Sends a change to the server. */
export async function send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown): Promise<T> {
  if (snapshot) throw new AnswerError('', 405, 'not-exported');
  const response = await fetch(path, { method, headers: { Accept: 'application/json', 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await failureOf(response);
  return (response.status === 204 ? null : await response.json()) as T;
}
