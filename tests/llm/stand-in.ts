import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request to the stand-in held. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** All that the model was told: system and user messages. */
  readonly words: string;
  /** The article between the fences. */
  readonly article: string;
  readonly body: Record<string, unknown>;
}

/** How the stand-in answers: with an object as the model's JSON, a string as its raw words, or a status. */
export type Reply = {
  readonly json?: unknown;
  readonly raw?: string;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly finish?: 'stop' | 'length';
  /** Says nothing for so long. */
  readonly delayMs?: number;
  /** Goes on sending blanks. */
  readonly endless?: boolean;
  /** Breaks the connection. */
  readonly hangUp?: boolean;
};

/** A model's server on this machine over real HTTP: OpenAI-compatible and Anthropic's messages. */
export interface StandIn {
  readonly url: string;
  readonly asked: Asked[];
  /** Replaces how it behaves from now on; called for each request with its number, from 0. */
  behave(reply: (asked: Asked, nth: number) => Reply): void;
  close(): Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
  const asked: Asked[] = [];
  let nth = 0;
  let reply: (a: Asked, nth: number) => Reply = () => ({ json: { statements: [], signals: [] } });
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
      const words = [body['system'], body['messages']].map(wordsOf).join('\n');
      const fence = /=====[0-9a-f]{24}=====/.exec(words)?.[0] ?? '=====';
      const a: Asked = { path: request.url ?? '', headers: request.headers, words, article: words.split(fence)[2] ?? '', body };
      asked.push(a);
      const r = reply(a, nth++);
      if (r.hangUp) return void request.socket.destroy();
      const content = r.raw ?? JSON.stringify(r.json ?? {});
      const send = (): void => {
        response.writeHead(r.status ?? 200, { 'content-type': 'application/json', ...r.headers });
        if (r.endless) {
          const more = (): void => {
            if (!response.destroyed) response.write(' '.repeat(1 << 16), () => setImmediate(more));
          };
          return more();
        }
        response.end(JSON.stringify(r.status && r.status >= 400 ? { error: { message: 'no', type: 'x' } } : a.path.endsWith('/messages') ? anthropic(content, r) : openai(content, r)));
      };
      if (r.delayMs) setTimeout(send, r.delayMs).unref();
      else send();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1`,
    asked,
    behave: (next) => {
      reply = next;
      nth = 0;
      asked.length = 0;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

const wordsOf = (value: unknown): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.map(wordsOf).join('\n') : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([k, v]) => (k === 'content' || k === 'text' ? [wordsOf(v)] : [])).join('\n') : '';

const openai = (content: string, r: Reply): object => ({
  id: 'x',
  object: 'chat.completion',
  created: 1,
  model: 'stand-in',
  choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: r.finish ?? 'stop' }],
  usage: { prompt_tokens: 1000, completion_tokens: 100, total_tokens: 1100 },
});

const anthropic = (content: string, r: Reply): object => ({
  id: 'x',
  type: 'message',
  role: 'assistant',
  model: 'stand-in',
  content: [{ type: 'text', text: content }],
  stop_reason: r.finish === 'length' ? 'max_tokens' : 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 1000, output_tokens: 100 },
});
