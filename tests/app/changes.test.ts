import { parseFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recentChanges, type Change } from '../../src/app/changes/changes.js';
import { toFeed } from '../../src/app/changes/feed.js';
import { watchChanges } from '../../src/app/changes/watch.js';
import { declarePosition } from '../../src/app/review/decide.js';
import { unwrap } from '../../src/domain/unwrap.js';
import type { Register } from '../../src/register/index.js';
import { day, documentOf, openTest, question, simpleReading, state } from '../register/helpers.js';
import { homes } from '../register/homes.js';

const today = day('2024-12-31');
const MINUTE = 60_000;

describe.each(homes.filter(({ available }) => available))('changes of a question in a register $name', (home) => {
  let register: Register;
  let now = Date.parse('2026-01-01T00:00:00Z');
  beforeAll(async () => {
    register = await openTest(await home.newPlace(), { clock: () => new Date(now) });
    await register.putQuestion(question('q', { members: ['HUN', 'DEU'].map(state) }));
  });
  afterAll(async () => {
    await register.close();
    await home.close();
  });
  const read = async (text: string, member: string, stance: 'support' | 'oppose' | 'conditional', published: string): Promise<void> => {
    const document = documentOf(text, { published: day(published), publisher: text });
    await register.putReading(document, 'q', simpleReading(document, member, stance));
  };
  const sentences = async (): Promise<string[]> => unwrap(await recentChanges(register, 'q', undefined, today)).map((c) => c.sentence);

  test('a run of readings is one step, and each later step tells who moved and what the outcome became', async () => {
    expect(await sentences()).toEqual([expect.stringMatching(/^The question is now open: /)]);
    now += 10 * MINUTE;
    await read('Hungary <b>said</b> no & left.', 'HUN', 'oppose', '2024-10-01');
    now += 1_000;
    await read('Germany backs it.', 'DEU', 'support', '2024-10-02');
    now += 10 * MINUTE;
    await read('Hungary wants money first.', 'HUN', 'conditional', '2026-01-01');
    expect(await sentences()).toEqual([
      'Hungary moved from oppose to conditional.',
      expect.stringMatching(/^The question is now blocked: /),
      'Hungary is now read as oppose; nothing was known before.',
      'Germany is now read as support; nothing was known before.',
      expect.stringMatching(/^The question is now open: /),
    ]);
    now += 10 * MINUTE;
    unwrap(await declarePosition(register, 'q', { member: 'HUN', stance: 'support' }, { author: 'Ana', note: 'told me' }));
    const [outcome, moved] = unwrap(await recentChanges(register, 'q', undefined, today));
    expect(outcome?.sentence).toMatch(/^The question is now adoptable: /);
    expect(moved).toMatchObject({ kind: 'position', member: 'HUN', before: 'conditional', after: 'support', at: new Date(now).toISOString() });
  });
  test('a change keeps its id, and asking again changes nothing', async () => {
    const ids = async (): Promise<string[]> => unwrap(await recentChanges(register, 'q', undefined, today)).map((c) => c.id);
    const before = await ids();
    expect(new Set(before).size).toBe(before.length);
    expect(await ids()).toEqual(before);
  });
  test('each feed format is read back by a feed reader with every change and no markup from articles', async () => {
    const changes = unwrap(await recentChanges(register, 'q', undefined, today));
    const asked = await register.question('q');
    for (const format of ['rss', 'atom', 'json'] as const) {
      const text = toFeed(format, asked!, changes, 'http://127.0.0.1/');
      const read = parseFeed(text);
      const titles = read.format === 'atom' ? read.feed.entries?.map((e) => e.title?.value) : read.format === 'rdf' ? [] : read.feed.items?.map((i) => i.title);
      expect([format, titles]).toEqual([format, changes.map((c) => c.sentence)]);
      if (format === 'rss') expect(text).toContain('Hungary &lt;b&gt;said&lt;/b&gt; no &amp; left.');
    }
  });
  test('a watch tells what it missed and what comes, across processes', async () => {
    const since = new Date(now);
    now += MINUTE;
    unwrap(await declarePosition(register, 'q', { member: 'HUN', stance: 'none' }, { author: 'Ana', note: 'no longer' }));
    const ended = new AbortController();
    const seen: Change[][] = [];
    for await (const { changes } of watchChanges(register, 'q', () => today, { since, signal: ended.signal, pollMs: 20 })) {
      if (changes.length === 0) continue;
      seen.push([...changes]);
      if (seen.length === 2) ended.abort();
      else {
        now += MINUTE;
        await read('Germany turned against it.', 'DEU', 'oppose', '2026-01-02');
      }
    }
    expect(seen.map((step) => step.map((c) => c.sentence))).toEqual([
      [expect.stringMatching(/now blocked/), 'Hungary moved from support to conditional.'],
      ['Germany moved from support to oppose.'],
    ]);
  });
});
