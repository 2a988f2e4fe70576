/** Largest answer taken from a server, in bytes. */
export const MOST_ANSWER_BYTES = 2_000_000;

/** Whoever waited for a whole time-out need not wait long before asking again. */
const AFTER_TIMEOUT = { 'content-type': 'application/json', 'retry-after-ms': '500' };

/** The server sent more than an answer can be. */
export class AnswerTooLarge extends Error {}

/**
 * `fetch` for a model's server: whole answers of bounded size within bounded time, and no redirects, which could carry key and text
 * elsewhere. A time-out reads as status 504, so that it is retried like a gateway's.
 * @param attempt called before each request, retries included; may throw
 * @param brokenOff called when an answer that had begun to be made was given up, by time-out, size or connection
 */
export function guardedFetch(timeoutMs: number, attempt: () => void, brokenOff: () => void): typeof fetch {
  return async (input, init) => {
    attempt();
    const limit = AbortSignal.timeout(timeoutMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
    try {
      const response = await fetch(input, { ...init, signal, redirect: 'error' });
      const body = await boundedBody(response);
      return new Response(body, { status: response.status, headers: withoutEncoding(response.headers) });
    } catch (error) {
      brokenOff();
      if (limit.aborted) return new Response('{}', { status: 504, headers: AFTER_TIMEOUT });
      throw error;
    }
  };
}

async function boundedBody(response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (response.body === null) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_ANSWER_BYTES) {
      await reader.cancel();
      throw new AnswerTooLarge();
    }
    chunks.push(value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** The body is unpacked already. */
function withoutEncoding(headers: Headers): Headers {
  const kept = new Headers(headers);
  kept.delete('content-encoding');
  kept.delete('content-length');
  return kept;
}
