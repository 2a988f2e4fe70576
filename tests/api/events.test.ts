import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '../../src/api/create-api.js';
import { startServer, type RunningServer } from '../../src/api/start-server.js';
import type { Register } from '../../src/register/index.js';
import { homes } from '../register/homes.js';
import { smallRegister, today } from './helpers.js';

let register: Register;
let server: RunningServer;
const home = homes[0]!;
beforeAll(async () => {
  register = await smallRegister(home);
  server = await startServer(createApi({ register, today: () => today, pollMs: 20 }), '127.0.0.1', 0);
});
afterAll(async () => {
  await server.close();
  await register.close();
  await home.close();
});

/** The events of a stream until one of a kind came. */
async function eventsUntil(kind: string, headers: Record<string, string>, act: () => Promise<unknown>): Promise<{ event: string; id: string; data: string }[]> {
  const ended = new AbortController();
  const answer = await fetch(`${server.address}api/questions/q/events`, { headers, signal: ended.signal });
  expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const events: { event: string; id: string; data: string }[] = [];
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const field = (name: string): string => new RegExp(`^${name}: ?(.*)$`, 'm').exec(part)?.[1] ?? '';
      events.push({ event: field('event'), id: field('id'), data: field('data') });
      if (events.length === 1) await act();
    }
    if (events.some((e) => e.event === kind)) break;
  }
  ended.abort();
  return events;
}

test('a browser that waits hears of a decision, and one that was away hears it when it comes back', async () => {
  const decide = () => register.putReview({ action: 'declare', question: 'q', member: 'USA' as never, option: 'now', stance: 'support', author: 'Ana', note: 'told' });
  const live = await eventsUntil('changes', {}, decide);
  expect(live.map((e) => e.event)).toEqual(['ready', 'changes']);
  expect(JSON.parse(live[1]!.data)).toMatchObject({ changes: [{ kind: 'position', member: 'USA', after: 'support' }] });
  const late = await eventsUntil('changes', { 'Last-Event-ID': live[0]!.id }, () => Promise.resolve());
  expect(JSON.parse(late[1]!.data)).toEqual(JSON.parse(live[1]!.data));
});
test('an unknown question has no events', async () => {
  const answer = await fetch(`${server.address}api/questions/x/events`);
  expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'question-unknown' }]);
});
