import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import states from '../../knowledge/states.json' with { type: 'json' };
import { expectSound, hasBrowser, inBrowser, openStage, root, type Stage } from './browser.js';

const Q = 'q/nato-ukraine-2024';
const ASSEMBLY = 'q/an-assembly';

/** Each view by its address, and what shows that it is there. */
const VIEWS: readonly (readonly [string, string, string])[] = [
  ['the count', Q, '.news li'],
  ['a count with a supposition', `${Q}?assume=HUN%3Dsupport`, '.seat.supposed'],
  ['a member', `${Q}/member/DEU`, '.history'],
  ['a silent member', `${Q}/member/ISL`, '.member'],
  ['a document', `${Q}/document/DOC`, '.signal.active'],
  ['the deadlock', `${Q}/deadlock?met=war-over`, '.bargain .dot'],
  ['the network', `${Q}/network`, '.network-picture'],
  ['influence', `${Q}/network?show=influence`, '.edge.influence'],
  ['a comparison', `${Q}/compare?by=outlets&b=Danube%20Courier`, '.compare tbody tr'],
  ['the review', `${Q}/review`, '.queue-line'],
  ['the sources', `${Q}/sources`, '.source-line'],
  ['adding coverage', `${Q}/sources?show=add`, '.add-coverage'],
  ['the methods', 'methods', '.bar'],
  ['the state of the server', 'status', 'tbody tr'],
  ['an embedded count', 'embed/nato-ukraine-2024', '.seat'],
  ['193 members', ASSEMBLY, '.map .shape'],
];

describe.skipIf(!hasBrowser)(inBrowser('every view'), () => {
  let stage: Stage;
  let documentId = '';
  const show = async (page: Page, path: string, ready: string): Promise<void> => {
    await page.goto(stage.address + path.replace('DOC', documentId));
    // What waits to be scrolled to is there at once for print.
    if (path.includes('/deadlock') || path === Q || path.startsWith(`${Q}?`)) {
      await page.waitForSelector('.board, .everyone');
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    }
    await page.waitForSelector(ready);
  };
  beforeAll(async () => {
    stage = await openStage('start');
    const post = async (path: string, body: object): Promise<void> => {
      const r = await fetch(`${stage.address}api/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
      expect(r.status).toBe(201);
    };
    const members = states.states.filter((s) => s.status === 'un-member').map((s) => s.iso3);
    await post('questions', { id: 'an-assembly', title: 'A resolution with a very long name on the protection of everybody everywhere and the upholding of obligations', body: 'An Assembly', rule: 'two-thirds-majority', members, proposal: 'Adopt the resolution calling for a truce.' });
    await post('questions/an-assembly/documents', { text: 'France, Malta and Liechtenstein support the resolution calling for a truce. Tonga and Fiji oppose the resolution calling for a truce.', published: '2023-10-27' });
    const documents = (await (await fetch(`${stage.address}api/questions/nato-ukraine-2024/documents`)).json()) as { id: string }[];
    documentId = documents[0]?.id ?? '';
  }, 120_000);
  afterAll(() => stage.close());

  it('passes axe and fits, wide and light', async () => {
    const page = await stage.open('methods', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
    for (const [name, path, ready] of VIEWS) {
      await show(page, path, ready);
      await expectSound(page, `${name}, wide and light`);
    }
    await page.context().close();
  }, 120_000);

  it('passes axe and fits, narrow and dark', async () => {
    const page = await stage.open('methods', { viewport: { width: 360, height: 780 }, colorScheme: 'dark' });
    for (const [name, path, ready] of VIEWS) {
      await show(page, path, ready);
      await expectSound(page, `${name}, narrow and dark`, 'looks');
    }
    await page.context().close();
  }, 120_000);

  it('fits from right to left, on a wall screen, in print and in forced colours', async () => {
    const page = await stage.open('methods', { viewport: { width: 2560, height: 1400 } });
    const fits = async (name: string): Promise<void> => {
      expect([name, await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)]).toEqual([name, true]);
    };
    await show(page, Q, '.map .shape');
    await fits('wall screen');
    await page.emulateMedia({ media: 'print', forcedColors: 'active' });
    await fits('print');
    expect(await page.locator('.time').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen', forcedColors: 'none' });
    await page.setViewportSize({ width: 360, height: 780 });
    for (const [name, path, ready] of VIEWS.slice(0, 6)) {
      await show(page, `${path}${path.includes('?') ? '&' : '?'}dir=rtl`, ready);
      expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
      await fits(`${name} from right to left`);
    }
    await page.context().close();
  });

  it('193 members have a seat and a mark on the map each, and rows far away are not in the page', async () => {
    const page = await stage.open(ASSEMBLY);
    await page.waitForSelector('.map .shape');
    expect(await page.locator('.seat').count()).toBe(193);
    expect(await page.locator('.map .shape').count()).toBe(193);
    const there = (): Promise<number> => page.locator('.everyone-line').count();
    expect(await there()).toBeLessThan(193);
    await page.evaluate(() => { scrollTo(0, document.body.scrollHeight); });
    await page.getByRole('link', { name: 'Tonga', exact: true }).last().waitFor();
    await page.getByLabel('Find a member').fill('liecht');
    await page.waitForFunction(() => document.querySelectorAll('.everyone-line').length === 1);
    await page.context().close();
  });

  it('nothing jumps after the first picture', async () => {
    const page = await stage.open(Q);
    await page.waitForSelector('.map .shape');
    const shift = await page.evaluate(
      () =>
        new Promise<{ value: number; moved: string[] }>((done) => {
          const out: { value: number; moved: string[] } = { value: 0, moved: [] };
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as unknown as { value: number; sources: { node: Partial<Element> | null }[] }[]) {
              out.value += entry.value;
              out.moved.push(...entry.sources.map((s) => s.node?.outerHTML?.slice(0, 60) ?? ''));
            }
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => { done(out); }, 300);
        }),
    );
    // Google's Web Vitals call 0.1 good.
    expect([shift.moved, shift.value < 0.1]).toEqual([expect.anything(), true]);
    await page.context().close();
  });

  it('only the embeddable view may stand in another page, and only in those allowed', async () => {
    const policy = async (path: string): Promise<string> => (await fetch(stage.address + path)).headers.get('content-security-policy') ?? '';
    expect(await policy(Q)).toContain("frame-ancestors 'none'");
    expect(await policy('embed/nato-ukraine-2024')).toContain("frame-ancestors 'self'");
    for (const path of [Q, 'embed/nato-ukraine-2024']) expect(await policy(path)).not.toContain('unsafe');
  });

  it('an article’s markup is shown as text and runs nothing', async () => {
    const text = 'BERLIN — <img src=x onerror="document.title=1"> Germany opposes inviting Ukraine to join the alliance now, its <script>alert(1)</script> minister said.';
    const r = await fetch(`${stage.address}api/questions/nato-ukraine-2024/documents`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text, title: '<b>bold</b>', address: 'javascript:alert(1)' }) });
    const { documentId: id } = (await r.json()) as { documentId: string };
    const page = await stage.open(`${Q}/document/${id}`);
    await page.waitForSelector('.reader-text');
    expect(await page.textContent('.reader-text')).toContain('<img src=x onerror');
    expect(await page.locator('.reader-text img, .reader-text script, h1 b, a[href^="javascript"]').count()).toBe(0);
    await page.context().close();
  });

  it('kept to its security policy, asked no other server, and logged no error', () => {
    expect(stage.complaints).toEqual([]);
  });
});

describe('the built page', () => {
  it('loads less than 200 KB of script, compressed, map and all views', () => {
    const assets = `${root}/dist/web/assets`;
    const sizes = readdirSync(assets).filter((f) => f.endsWith('.js')).map((f) => gzipSync(readFileSync(`${assets}/${f}`)).length);
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(200_000);
  });
});
