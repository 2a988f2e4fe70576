/**
 * The page in a real browser against the limits of issue 7: npm run build && npx tsx bench/page.ts [--documents 10000] [--evidence 5000] [--register DIR]
 * One question of 193 members holds all of the documents, and one member has most of the evidence: the hardest register of that size.
 * Each measure with its ratio to the limit (below 1 is within it). A register that is named is kept, and used again by the next run.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type IsoDate, parseStateCode } from '../src/domain/ids.js';
import type { Reading } from '../src/domain/signal.js';
import { STANCES } from '../src/domain/stance.js';
import { createDocument } from '../src/gather/index.js';
import { openRegister } from '../src/register/index.js';
import states from '../knowledge/states.json' with { type: 'json' };
import { testSeed } from '../tests/register/helpers.js';
import { openStage } from '../tests/web/browser.js';

const argument = (name: string, otherwise: number): number => (process.argv.includes(`--${name}`) ? Number(process.argv[process.argv.indexOf(`--${name}`) + 1]) : otherwise);
const DOCUMENTS = argument('documents', 10_000);
const EVIDENCE = argument('evidence', 5_000);
const BATCH = 50;
const TIMES = 5;
/** Milliseconds; a frame of 50 ms is what a long task begins at (W3C Long Tasks). */
const LIMITS = { usable: 1_000, answer: 100, frame: 50 };

const members = states.states.flatMap((s) => (s.status === 'un-member' ? (parseStateCode(s.iso3) ?? []) : []));
const crowd = members[0];
let seed = 42;
const random = (n: number): number => Math.floor(((seed = (seed * 48271) % 2147483647) / 2147483647) * n);
const dayOf = (n: number): IsoDate => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10) as IsoDate;

/** Invented coverage: two sentences of two members, no two documents alike; the first is of the crowded member while it still needs evidence. */
function entry(d: number) {
  const speaking = [d < EVIDENCE && crowd ? crowd : members[random(members.length)], members[random(members.length)]].flatMap((m) => m ?? []);
  const sentences = speaking.map((m) => `The ${m} minister said on the ${String(random(1e6))}th point of file ${String(d)} that the matter of ${String(random(1e6))} tonnes would be weighed with care by all concerned.`);
  const document = createDocument({ text: sentences.join('\n'), title: `Report ${String(d)} on the matter`, published: dayOf(random(700)), publisher: `Outlet ${String(random(40))}` }, 'text');
  const spans = sentences.map((s, i) => ({ start: i === 0 ? 0 : (sentences[0]?.length ?? 0) + 1, end: (i === 0 ? 0 : (sentences[0]?.length ?? 0) + 1) + s.length }));
  const reading: Reading = {
    reader: 'bench@1',
    statements: spans.map((span, i) => ({ speaker: `Minister ${String(i)}`, speaksFor: { kind: 'state', state: speaking[i] ?? crowd! }, about: [speaking[i] ?? crowd!], attribution: 'on-record', directness: 'indirect', source: [], cue: [], content: [span], rule: 'bench' })),
    signals: spans.map((span, i) => ({ member: speaking[i] ?? crowd!, option: 'it', stance: STANCES[random(3)]!, firmness: 0.8, confidence: 0.8, reasons: [], asOf: document.published!, statement: i, evidence: [span], rule: 'bench' })),
  };
  return { document, reading };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const high = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const row = (what: string, ms: number, limit: number): void => console.log(`| ${what} | ${ms.toFixed(0)} ms | ${String(limit)} ms | ${(ms / limit).toFixed(2)} |`);

/** Milliseconds from opening an address to a page that shows `ready`, by the page's own clock. */
async function opening(page: Page, address: string, ready: string): Promise<number> {
  await page.goto(address);
  await page.waitForSelector(ready);
  return page.evaluate((selector) => (globalThis as unknown as { shown: Record<string, number> }).shown[selector] ?? performance.now(), ready);
}

/** Notes when each selector first finds something, and how long each input took until the next picture (Event Timing). */
const watch = async (page: Page, selectors: readonly string[]): Promise<void> => {
  // The compiler of this file names functions by a helper of its own, which the page has not.
  await page.addInitScript({ content: 'globalThis.__name = (f) => f' });
  await page.addInitScript((wanted) => {
    const all = globalThis as unknown as { shown: Record<string, number>; inputs: number[]; frames: number[] };
    all.shown = {};
    all.inputs = [];
    all.frames = [];
    const look = (): void => {
      for (const s of wanted) if (all.shown[s] === undefined && document.querySelector(s)) all.shown[s] = performance.now();
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    new PerformanceObserver((list) => {
      for (const e of list.getEntries()) all.inputs.push(e.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  }, selectors);
};

/** The slowest of the inputs since the last call. */
const slowestInput = async (page: Page): Promise<number> => {
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    const all = globalThis as unknown as { inputs: number[] };
    const slowest = Math.max(16, ...all.inputs);
    all.inputs = [];
    return slowest;
  });
};

/** Lengths of the frames while a page is scrolled from its top by the wheel. */
async function scrolling(page: Page, steps: number): Promise<number[]> {
  await page.evaluate(() => {
    const all = globalThis as unknown as { frames: number[]; stopped: boolean };
    all.frames = [];
    all.stopped = false;
    let before = performance.now();
    const frame = (now: number): void => {
      all.frames.push(now - before);
      before = now;
      if (!all.stopped) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.mouse.move(500, 500);
  for (let i = 0; i < steps; i += 1) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(16);
  }
  return page.evaluate(() => {
    const all = globalThis as unknown as { frames: number[]; stopped: boolean };
    all.stopped = true;
    return all.frames.slice(1);
  });
}

const folder = mkdtempSync(join(tmpdir(), 'holdout-bench-page-'));
const place = process.argv.includes('--register') ? (process.argv[process.argv.indexOf('--register') + 1] ?? '') : join(folder, 'register');
if (!existsSync(place)) {
  const register = await openRegister(place, { mode: 'create', seed: await testSeed() });
  await register.putQuestion({ id: 'bench', title: 'Adopt the resolution', body: 'An Assembly', rule: 'two-thirds-majority', date: dayOf(700), members, options: [{ id: 'it', proposal: 'Adopt it.', aliases: [] }] });
  for (let d = 0; d < DOCUMENTS; d += BATCH) await register.putReadings('bench', Array.from({ length: Math.min(BATCH, DOCUMENTS - d) }, (_, i) => entry(d + i)));
  await register.close();
}

const stage = await openStage('serve', place);
const q = `${stage.address}q/bench`;
const fresh = async (): Promise<Page> => {
  const page = await stage.open('methods');
  await watch(page, ['.seat', '.source-line', '.evidence', '.chip', '.queue-line', '.bar']);
  return page;
};
try {
  console.log(`${String(DOCUMENTS)} documents, ${String(2 * DOCUMENTS)} signals, ${String(members.length)} members; Node ${process.version}.\n`);
  console.log('| what | measured | limit | ratio |\n| --- | --- | --- | --- |');
  {
    const page = await fresh();
    row('question view, the first request after the server started', await opening(page, q, '.seat'), LIMITS.usable);
    await page.context().close();
  }
  const beside: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    const page = await fresh();
    beside.push(await opening(page, `${stage.address}methods`, '.bar'));
    await page.context().close();
  }
  row('beside: a view that asks nothing of the register, a new browser, median', median(beside), LIMITS.usable);
  const openings: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    const page = await fresh();
    openings.push(await opening(page, q, '.seat'));
    await page.context().close();
  }
  row(`question view, a new browser, median of ${String(TIMES)}`, median(openings), LIMITS.usable);
  const page = await fresh();
  await opening(page, q, '.seat');
  await page.waitForTimeout(1_000);
  await page.getByLabel('Find a member').pressSequentially('liecht', { delay: 60 });
  row('typing into “find a member”, the slowest key', await slowestInput(page), LIMITS.answer);
  row('scrolling the question view, 95th of 100 frames', high(await scrolling(page, 60), 0.95), LIMITS.frame);
  row('one member’s evidence, opened', await opening(page, `${q}/member/${crowd ?? ''}`, '.evidence'), LIMITS.usable);
  const frames = await scrolling(page, 200);
  row(`scrolling ${String(EVIDENCE)} rows of evidence, 95th of 100 frames`, high(frames, 0.95), LIMITS.frame);
  row(`scrolling ${String(EVIDENCE)} rows of evidence, the longest frame`, Math.max(...frames), 2 * LIMITS.frame);
  row('sources, opened', await opening(page, `${q}/sources`, '.source-line'), LIMITS.usable);
  await page.getByLabel('Find', { exact: true }).pressSequentially('report 77', { delay: 60 });
  row('typing into “find a document”, the slowest key', await slowestInput(page), LIMITS.answer);
  row('review, opened', await opening(page, `${q}/review`, '.queue-line'), LIMITS.usable);
  row('deadlock, opened', await opening(page, `${q}/deadlock`, '.chip'), LIMITS.usable);
  await page.waitForTimeout(2_000);
  await slowestInput(page);
  const drags: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    await page.locator('.board-column.oppose .chip').nth(i).hover();
    await page.mouse.down();
    await page.locator('.board-column.support h3').hover();
    await page.mouse.up();
    drags.push(await slowestInput(page));
  }
  row(`dragging a seat, the slowest of ${String(TIMES)}`, Math.max(...drags), LIMITS.answer);
} finally {
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
}
